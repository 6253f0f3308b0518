import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as path } from 'node:path'
import { expect, test } from 'vitest'
import { installationPurpose, municipalityWithCode, regionsKnown } from '../capabilities/access/queries.ts'
import { placesFound } from '../capabilities/information/queries.ts'
import { withDatabase } from '../tests/support/database.ts'
import { anOperator, aRegion, someone, yes } from '../tests/support/world.ts'
import { add, addOne, bring, join } from './municipality.ts'

withDatabase()

test('a municipality made by hand makes this database one of real work, that no demo may empty', async () => {
  const operator = await anOperator()
  expect(await installationPurpose(operator)).toBe('empty')
  yes(await add(operator, 'GM8900', 'Handgemaakt', { villages: 'Noord,Zuid' }))
  expect(await installationPurpose(operator)).toBe('real')
})

const PLACES = {
  regions: [
    {
      name: 'Regio Bestand',
      municipalities: [{ code: 'GM8911', name: 'Uitbestand', villages: ['Eerste Veld'], postcodes: ['8911-8915'] }],
    },
  ],
}
const file = (text: string): string => {
  const at = path(mkdtempSync(path(tmpdir(), 'voorveld-places-')), 'places.json')
  writeFileSync(at, text)
  return at
}

test('[R-003] a file of places is brought in again and again: what is missing is added, and what is there stays', async () => {
  const operator = await anOperator()
  const brought = async (places: object) => yes(await bring(operator, file(JSON.stringify(places)))).json
  expect(await brought(PLACES)).toEqual({ regions: 1, municipalities: 1, villages: 1 })
  expect(await brought(PLACES)).toEqual({ regions: 0, municipalities: 0, villages: 0 })
  const [region] = PLACES.regions
  const [one] = region?.municipalities ?? []
  const more = { regions: [{ ...region, municipalities: [{ ...one, villages: ['Eerste Veld', 'Tweede Veld'] }] }] }
  expect(await brought(more)).toEqual({ regions: 0, municipalities: 0, villages: 1 })
  for (const typed of ['tweede veld', '8913 XY'])
    expect((await placesFound(operator, typed)).map(({ slug }) => slug)).toEqual(['uitbestand'])
})

test('[R-003] a file comes in whole or not at all, and only by who sets up the whole platform', async () => {
  const operator = await anOperator()
  const wrong = { regions: [{ name: 'Regio Half' }], municipalities: [{ code: 'GM8911', name: 'Andere Naam' }] }
  expect(await bring(operator, file(JSON.stringify(wrong)))).toMatchObject({ reason: 'municipality-exists' })
  const moved = { regions: [{ name: 'Regio Half', municipalities: [{ code: 'GM8911', name: 'Uitbestand' }] }] }
  expect(await bring(operator, file(JSON.stringify(moved)))).toMatchObject({ reason: 'municipality-other-region' })
  expect((await regionsKnown(operator)).map(({ name }) => name)).not.toContain('Regio Half')
  expect(await bring(operator, file('geen json'))).toMatchObject({ reason: 'places-wrong' })
  expect(await bring(operator, '/nergens/places.json')).toMatchObject({ reason: 'places-unreadable' })
  const manager = await someone({ role: 'manager', regionId: await aRegion() })
  expect(await bring(manager, file(JSON.stringify(PLACES)))).toMatchObject({ reason: 'not-yours' })
})

test('[R-003] a municipality outside joins a region once, and never goes to another', async () => {
  const operator = await anOperator()
  yes(await addOne(operator, 'Regio Eerst'))
  yes(await addOne(operator, 'Regio Later'))
  yes(await add(operator, 'GM8921', 'Losdorp', {}))
  expect(await join(operator, 'GM8921', 'Regio Nergens')).toMatchObject({ reason: 'region-unknown' })
  yes(await join(operator, 'GM8921', 'Regio Eerst'))
  yes(await join(operator, 'GM8921', 'regio-eerst'))
  expect(await join(operator, 'GM8921', 'Regio Later')).toMatchObject({ reason: 'municipality-other-region' })
  const joined = (await municipalityWithCode(operator, 'GM8921'))?.regionId
  expect((await regionsKnown(operator)).find(({ id }) => id === joined)?.name).toBe('Regio Eerst')
})
