import { expect, test } from 'vitest'
import { day } from '../../foundation/day.ts'
import { withDatabase } from '../../tests/support/database.ts'
import { aVisitor } from '../../tests/support/signing-in.ts'
import { aMunicipality, anOperator, aRegion, someone, yes } from '../../tests/support/world.ts'
import type { Actor } from '../access/actor.ts'
import { publishShippedPages } from '../information/actions.ts'
import { addSynonym, dropSynonym } from '../information/finding/actions.ts'
import { findPages, synonymsKept } from '../information/finding/queries.ts'
import { dropTerm, keepTerm } from './actions.ts'
import type { NamePlace } from './chosen.ts'
import { placesNamed, shippedTerms, termKept, termsAt, termsMark } from './queries.ts'
import { NAME_LANGUAGES } from './term.ts'

withDatabase()

const CODE = 'relationship-point'

/** The form of a name as it comes with the product, with what somebody typed otherwise. */
const told =
  (actor: Actor, given: Record<string, string> = {}) =>
  (field: string): string => {
    const [part = '', language] = field.split('/')
    const said = shippedTerms(actor)[CODE][language === 'en' ? 'en' : 'nl']
    const stored = part in said ? said[part as keyof typeof said] : ''
    return given[field] ?? (Array.isArray(stored) ? stored.join('\n') : String(stored ?? ''))
  }

async function aKeptPlace() {
  const regionId = await aRegion()
  const municipalityId = await aMunicipality({ regionId })
  const keeper = await someone({ role: 'communication-adviser', municipalityId })
  const place: NamePlace = { regionId: null, municipalityId }
  return { regionId, municipalityId, keeper, place }
}

const nameAt = async (actor: Actor, place: NamePlace): Promise<string | undefined> =>
  (await termsAt(actor, place)).find(({ code }) => code === CODE)?.said.nl.name

test('[R-262] a municipality chooses its name; its region and other municipalities keep theirs, and everyone reads it', async () => {
  const { regionId, keeper, place } = await aKeptPlace()
  const visitor = await aVisitor()
  const beside: NamePlace = { regionId: null, municipalityId: await aMunicipality({ regionId }) }
  const before = await termsMark(visitor)
  yes(await keepTerm(keeper, { code: CODE, place, version: 0 }, told(keeper, { 'name/nl': 'hulploket' })))
  expect([await nameAt(visitor, place), await nameAt(visitor, beside)]).toEqual(['hulploket', told(visitor)('name/nl')])
  expect(await termsMark(visitor)).toBeGreaterThan(before)
})

test('[R-262] what a region chose holds in its municipalities until one chooses for itself, and again when that is taken away', async () => {
  const { regionId, keeper, place } = await aKeptPlace()
  const adviser = await someone({ role: 'communication-adviser', regionId })
  const ofRegion: NamePlace = { regionId, municipalityId: null }
  yes(await keepTerm(adviser, { code: CODE, place: ofRegion, version: 0 }, told(adviser, { 'name/nl': 'streekloket' })))
  expect(await nameAt(keeper, place)).toBe('streekloket')
  yes(await keepTerm(keeper, { code: CODE, place, version: 0 }, told(keeper, { 'name/nl': 'hulploket' })))
  expect(await nameAt(keeper, place)).toBe('hulploket')
  yes(await dropTerm(keeper, { code: CODE, place, version: 1 }))
  expect(await nameAt(keeper, place)).toBe('streekloket')
  const kept = await termKept(keeper, CODE, place)
  expect(kept?.versions.map(({ version, said, recordedBy }) => [version, said?.nl.name ?? null, recordedBy])).toEqual([
    [2, null, keeper.personId],
    [1, 'hulploket', keeper.personId],
  ])
  expect(await dropTerm(keeper, { code: CODE, place, version: 2 })).toMatchObject({ reason: 'changed-meanwhile' })
})

test('of two who change a name at once the second is refused, and so is whoever looks at an older version', async () => {
  const { keeper, place } = await aKeptPlace()
  const naming = { code: CODE, place, version: 0 } as const
  yes(await keepTerm(keeper, naming, told(keeper, { 'name/nl': 'hulploket' })))
  expect(await keepTerm(keeper, naming, told(keeper, { 'name/nl': 'anders' }))).toMatchObject({
    reason: 'changed-meanwhile',
  })
  expect(await nameAt(keeper, place)).toBe('hulploket')
})

test('a place that is not kept looks like one that is not there, whatever is typed', async () => {
  const { regionId, keeper, place } = await aKeptPlace()
  const others = [
    await someone({ role: 'communication-adviser', municipalityId: await aMunicipality({ regionId }) }),
    await someone({ role: 'policy-adviser', regionId }),
    await aVisitor(),
  ]
  for (const other of others) {
    expect(await keepTerm(other, { code: CODE, place, version: 0 }, told(other))).toMatchObject({ reason: 'not-found' })
    expect(await termKept(other, CODE, place)).toBeUndefined()
    expect(await addSynonym(other, place, { language: 'nl', word: 'duiten', means: 'geld' })).toMatchObject({
      reason: 'not-found',
    })
    expect(await synonymsKept(other, place)).toBeUndefined()
  }
  // Who keeps a municipality keeps no region.
  const ofRegion: NamePlace = { regionId, municipalityId: null }
  expect(await keepTerm(keeper, { code: CODE, place: ofRegion, version: 0 }, told(keeper))).toMatchObject({
    reason: 'not-found',
  })
  expect((await placesNamed(keeper)).map(({ municipalityId }) => municipalityId)).toEqual([place.municipalityId])
})

test('a name that another thing has there is refused, and nothing is stored', async () => {
  const { keeper, place } = await aKeptPlace()
  const team = shippedTerms(keeper)['local-team'].nl.name
  expect(await keepTerm(keeper, { code: CODE, place, version: 0 }, told(keeper, { 'name/nl': team }))).toMatchObject({
    ...{ reason: 'term-taken', with: { field: 'name/nl' } },
  })
  expect((await termKept(keeper, CODE, place))?.versions).toEqual([])
})

test('what the product says of everything can be kept as it is, in both languages', async () => {
  const { keeper, place } = await aKeptPlace()
  yes(await keepTerm(keeper, { code: CODE, place, version: 0 }, told(keeper)))
  const kept = await termKept(keeper, CODE, place)
  for (const language of NAME_LANGUAGES) expect(kept?.term.said[language]).toEqual(shippedTerms(keeper)[CODE][language])
})

test('[R-262] search finds by a word of the municipality there and nowhere else, until it is taken away', async () => {
  const { municipalityId, regionId, keeper, place } = await aKeptPlace()
  await publishShippedPages(await anOperator(), { isDemo: true, folder: 'tests/support/public-pages' })
  const visitor = await aVisitor()
  const found = async (typed: string, at: NamePlace): Promise<string | undefined> => {
    const asked = { language: 'nl' as const, place: at, today: day('2026-11-27'), isDemo: true }
    return (await findPages(visitor, typed, asked)).pages[0]?.slug
  }
  const here: NamePlace = { municipalityId, regionId }
  yes(await addSynonym(keeper, place, { language: 'nl', word: ' Flappen\n', means: 'Geld' }))
  // Sent twice, kept once.
  yes(await addSynonym(keeper, place, { language: 'nl', word: 'flappen', means: 'geld' }))
  expect(await found('flappen', here)).toBe('geld-op-een-rij')
  expect(await found('flappen', { municipalityId: null, regionId })).toBeUndefined()
  const own = (await synonymsKept(keeper, place))?.filter((one) => one.municipalityId === municipalityId) ?? []
  expect(own.map(({ word, means }) => [word, means])).toEqual([['flappen', 'geld']])
  const [{ id } = { id: '' }] = own
  yes(await dropSynonym(keeper, place, id))
  expect(await dropSynonym(keeper, place, id)).toMatchObject({ reason: 'changed-meanwhile' })
  expect(await found('flappen', here)).toBeUndefined()
})

test.each([
  [{ language: 'nl', word: '', means: 'geld' }, 'synonym-empty', 'word'],
  [{ language: 'nl', word: '!!', means: 'geld' }, 'synonym-empty', 'word'],
  [{ language: 'nl', word: 'x'.repeat(61), means: 'geld' }, 'synonym-long', 'word'],
  [{ language: 'nl', word: 'Geld', means: 'geld ' }, 'synonym-same', 'means'],
  [{ language: 'xx', word: 'flappen', means: 'geld' }, 'synonym-language', 'language'],
  [{ language: 'nl', word: 'flappen', means: "'; drop table pages" }, 'synonym-nowhere', 'means'],
])('the word %j is refused as %s', async (typed, reason, field) => {
  const { keeper, place } = await aKeptPlace()
  expect(await addSynonym(keeper, place, typed)).toMatchObject({ reason, with: { field } })
})

test('a word that came with the product and was taken away does not come back by itself', async () => {
  const operator = await anOperator()
  const publish = () => publishShippedPages(operator, { isDemo: true, folder: 'tests/support/public-pages' })
  await publish()
  const everyone: NamePlace = { regionId: null, municipalityId: null }
  const words = async () => (await synonymsKept(operator, everyone)) ?? []
  const [first] = (await words()).filter(({ word }) => word === 'poen')
  if (first === undefined) throw new Error('the product brings that word')
  yes(await dropSynonym(operator, everyone, first.id))
  await publish()
  expect((await words()).filter(({ word }) => word === 'poen')).toEqual([])
})
