import { beforeAll, expect, test } from 'vitest'
import { day } from '../../../foundation/day.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { aMunicipality, anOperator, theActor, yes } from '../../../tests/support/world.ts'
import { type Actor, BUILT_IN } from '../../access/actor.ts'
import { movePage, publishShippedPages, writePage } from '../actions.ts'
import type { Language } from '../front-matter.ts'
import { type FoundPages, findPages } from './queries.ts'

withDatabase()
let visitor: Actor | undefined

const text = (title: string, body: string): string =>
  `---\ntitle: ${title}\nsummary: Over ${title}.\naudience: [parent]\nmoment: any\ndomains: [help]\nreviewOn: 2027-05-01\nsources: []\n---\n\n${body}\n`

beforeAll(async () => {
  const operator = await anOperator()
  visitor = await theActor(BUILT_IN.visitor)
  await aMunicipality({ code: 'GM0301', name: 'Zoekdorp' })
  await publishShippedPages(operator, { isDemo: true, folder: 'tests/support/public-pages' })
  const mine = { slug: 'speeltuin', language: 'nl', municipalityCode: 'GM0301' } as const
  yes(await writePage(operator, { ...mine, text: text('De speeltuin', 'Klimmen en glijden.') }))
  for (const to of ['tested', 'approved']) yes(await movePage(operator, { ...mine, to }))
  yes(await writePage(operator, { slug: 'geheim', language: 'nl', text: text('Nog geheim', 'Zebrapad.') }))
}, 60_000)

const found = async (typed: string, language: Language = 'nl'): Promise<string[]> =>
  (await foundBy(typed, language)).pages.map(({ slug }) => slug)
const insteadOf = async (typed: string): Promise<string[]> => (await foundBy(typed)).instead.map(({ read }) => read)

async function foundBy(typed: string, language: Language = 'nl'): Promise<FoundPages> {
  if (visitor === undefined) throw new Error('made before all tests')
  const place = { municipalityId: null, regionId: null }
  const asked = { language, place, today: day('2026-11-27'), isDemo: true }
  return findPages(visitor, typed, asked)
}

test.each([
  ['geld', 'geld-op-een-rij'],
  ['toeslag', 'geld-op-een-rij'], // by its stem
  ['gelt', 'geld-op-een-rij'],
  ['tooslagen', 'geld-op-een-rij'],
  ['ik ben blut', 'geld-op-een-rij'],
  ['kindren', 'vertellen-aan-de-kinderen'],
  ['echtscheiding', 'vertellen-aan-de-kinderen'],
  ['mijn man slaat mij', 'wat-je-nu-kunt-doen'],
])('“%s” finds %s first', async (typed, slug) => {
  expect((await found(typed))[0]).toBe(slug)
})

test('a word that says nothing is not taken for another one with a slip in it', async () => {
  expect(await insteadOf('mijn kindren')).toEqual(['kinderen'])
})

test('English words find English pages', async () => {
  expect((await found('debts', 'en'))[0]).toBe('geld-op-een-rij')
  expect((await found('chidlren', 'en'))[0]).toBe('vertellen-aan-de-kinderen')
})

test('[R-002] [R-007] nothing is found that is of another place, or not approved', async () => {
  expect(await found('speeltuin')).toEqual([])
  expect(await found('zebrapad')).toEqual([])
})

test.each(['', 'x', '!!! & | ()', "'; drop table pages; --", '%', '\u0000', 'q'.repeat(10_000), 'de het een'])(
  'nothing goes wrong by “%s”',
  async (typed) => {
    expect(await found(typed)).toEqual([])
  },
)
