import { expect, test } from 'vitest'
import { day } from '../../foundation/day.ts'
import { DOORS, entrancesOf, entranceWith, pagesBehind, SUBJECTS } from './entrances.ts'
import type { PageHead } from './page.ts'

const page = (slug: string, given: Partial<PageHead>): PageHead => ({
  ...{ pageId: slug, slug, language: 'nl', title: slug, summary: slug, windowTitle: null },
  ...{ audience: ['parent'], moment: 'any', domains: ['help'], facts: [], reviewOn: day('2027-01-01') },
  ...{ regionId: null, municipalityId: null, writtenAt: new Date(0), isUnread: false, ...given },
})

const PAGES = [
  page('altijd', {}),
  page('twijfel', { moment: 'doubt' }),
  page('kind', { audience: ['child'], moment: 'doubt', domains: ['money'] }),
  page('wij-allebei', { audience: ['young', 'child'], domains: ['children'] }),
  page('iedereen', { audience: ['parent', 'young', 'child', 'network'], domains: ['children'] }),
  page('opa', { audience: ['network'], moment: 'doubt', domains: ['money'] }),
]
const behind = (code: string): string[] => {
  const entrance = entranceWith(code)
  return entrance === undefined ? ['no entrance'] : pagesBehind(entrance, PAGES).map(({ slug }) => slug)
}

test.each([
  ['ik-twijfel', ['twijfel', 'altijd', 'iedereen']],
  ['we-gaan-uit-elkaar', []],
  ['ik-ben-een-kind', ['kind', 'wij-allebei']],
  ['ik-ben-jong', ['wij-allebei']],
  ['kinderen', ['iedereen']],
  ['ik-wil-iemand-helpen', ['iedereen', 'opa']],
  ['geldzorgen', ['opa']],
  ['hulp', ['altijd', 'twijfel']],
  ['bestaat-niet', ['no entrance']],
])('[R-005] behind %s stand %j', (code, slugs) => {
  expect(behind(code)).toEqual(slugs)
})

test('no address of an entrance is taken twice, or tells of violence', () => {
  const codes = [...DOORS, ...SUBJECTS].map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes.filter((code) => /veilig|geweld/.test(code))).toEqual([])
})

test('a page stands behind the entrances that lead to it, and one about safety behind none', () => {
  expect(entrancesOf(page('twijfel', { moment: 'doubt', domains: ['money'] }))).toEqual(['ik-twijfel', 'geldzorgen'])
  expect(entrancesOf(page('kind', { audience: ['child'], domains: ['money'] }))).toEqual(['ik-ben-een-kind'])
  expect(entrancesOf(page('veilig', { domains: ['money', 'safety'] }))).toEqual([])
  expect(entrancesOf(page('neutraal', { domains: ['money'], windowTitle: 'Voorveld' }))).toEqual([])
})
