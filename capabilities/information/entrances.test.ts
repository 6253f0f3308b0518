import { expect, test } from 'vitest'
import { day } from '../../foundation/day.ts'
import { arranged, DOORS, entrancesOf, entranceWith, pagesBehind, SUBJECTS } from './entrances.ts'
import type { PageHead } from './page.ts'

const page = (slug: string, given: Partial<PageHead>): PageHead => ({
  ...{ pageId: slug, slug, language: 'nl', title: slug, summary: slug, windowTitle: null, standsFirst: null },
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

const arrangedBehind = (code: string, pages: PageHead[]) => {
  const entrance = entranceWith(code)
  const { first, rest } = entrance === undefined ? { first: [], rest: [] } : arranged(entrance, pages)
  const slugs = (some: readonly PageHead[]) => some.map(({ slug }) => slug)
  return { first: slugs(first), rest: rest.map(({ domain, pages: some }) => [domain, ...slugs(some)]) }
}

test('[R-005] who comes in reads first what was written for that moment, in the order an editor gave', () => {
  const pages = [
    page('altijd-eerst', { standsFirst: 1 }),
    page('tweede', { moment: 'doubt', standsFirst: 2 }),
    page('derde', { moment: 'doubt', standsFirst: 3 }),
    page('eerste', { moment: 'doubt', standsFirst: 1 }),
    page('geen', { moment: 'doubt' }),
  ]
  expect(arrangedBehind('ik-twijfel', pages)).toEqual({
    first: ['eerste', 'tweede', 'derde'],
    rest: [[undefined, 'geen', 'altijd-eerst']],
  })
  // A person and a subject are found by what the page names before all else.
  expect(arrangedBehind('hulp', pages).first).toEqual(['altijd-eerst', 'eerste', 'tweede', 'derde'])
  const both = page('beide', { audience: ['parent', 'professional'], standsFirst: 1 })
  const own = page('vak', { audience: ['professional', 'network'], standsFirst: 4 })
  expect(arrangedBehind('ik-werk-met-gezinnen', [both, own])).toEqual({ first: ['vak'], rest: [[undefined, 'beide']] })
})

test('[R-005] at most five stand first, and much to read on stands by subject', () => {
  const first = [5, 4, 3, 2, 1, 6].map((at) => page(`p${at}`, { moment: 'apart', standsFirst: at }))
  const more = Array.from({ length: 4 }, (_, at) => page(`m${at}`, { moment: 'apart', domains: ['money', 'help'] }))
  const home = Array.from({ length: 4 }, (_, at) => page(`h${at}`, { domains: ['home'] }))
  expect(arrangedBehind('we-zijn-uit-elkaar', [...home, ...first, ...more])).toEqual({
    first: ['p1', 'p2', 'p3', 'p4', 'p5'],
    rest: [
      ['money', 'm0', 'm1', 'm2', 'm3'],
      ['home', 'h0', 'h1', 'h2', 'h3'],
      ['help', 'p6'],
    ],
  })
})

test('what is about the site itself stands behind no entrance', () => {
  const about = page('privacy', { audience: ['parent', 'network', 'professional'], domains: ['site'] })
  expect(entrancesOf(about)).toEqual([])
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
