import { beforeAll, expect, test } from 'vitest'
import { newId } from '../../../foundation/id.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { aMunicipality, anOrganisation, someone, yes } from '../../../tests/support/world.ts'
import type { Actor } from '../../access/actor.ts'
import { removeFilter, renameFilter, saveFilter } from './actions.ts'
import type { SavedFilter } from './filter.ts'
import { savedFilters } from './queries.ts'

withDatabase()

let worker: Actor
let colleague: Actor
let adviser: Actor
beforeAll(async () => {
  const [municipalityId, organisationId] = [await aMunicipality(), await anOrganisation()]
  worker = await someone({ role: 'coordinator', municipalityId, organisationId })
  colleague = await someone({ role: 'coordinator', municipalityId, organisationId })
  adviser = await someone({ role: 'policy-adviser', municipalityId })
})

const aFilter = (given: Partial<SavedFilter> = {}): SavedFilter => ({
  ...{ id: newId(), name: 'Wacht in Noord', villageCode: 'noord', phaseCode: null, teamId: null },
  ...given,
})
const namesOf = async (actor: Actor) => (await savedFilters(actor)).map(({ name }) => name)

test('a filter is saved under a name, renamed and removed, by and for oneself alone', async () => {
  const filter = aFilter()
  yes(await saveFilter(worker, filter))
  yes(await saveFilter(worker, filter))
  expect([await namesOf(worker), await namesOf(colleague)]).toEqual([['Wacht in Noord'], []])
  expect(await renameFilter(colleague, filter.id, 'Van mij')).toEqual(refuse('not-found'))
  yes(await removeFilter(colleague, filter.id))
  expect(await namesOf(worker)).toEqual(['Wacht in Noord'])
  yes(await renameFilter(worker, filter.id, ' Noord  eerst '))
  expect(await savedFilters(worker)).toEqual([{ ...filter, name: 'Noord eerst' }])
  yes(await removeFilter(worker, filter.id))
  yes(await removeFilter(worker, filter.id))
  expect(await namesOf(worker)).toEqual([])
})

test('two people may use one name, one person not twice', async () => {
  const filter = aFilter({ name: 'Actief', phaseCode: 'active' })
  yes(await saveFilter(worker, filter))
  yes(await saveFilter(colleague, { ...filter, id: newId() }))
  expect(await saveFilter(worker, aFilter({ name: 'ACTIEF' }))).toEqual(refuse('filter-name-taken'))
})

test.each<[string, Partial<SavedFilter>]>([
  ['filter-name', { name: ' ' }],
  ['filter-name', { name: 'x'.repeat(61) }],
  ['filter-empty', { villageCode: null }],
])('is refused with %s', async (reason, given) => {
  expect(await saveFilter(worker, aFilter(given))).toMatchObject({ ok: false, reason })
})

test('whoever sees no worklist saves nothing, and nobody saves without end', async () => {
  expect(await saveFilter(adviser, aFilter())).toEqual(refuse('not-found'))
  for (let at = (await savedFilters(colleague)).length; at < 20; at++)
    yes(await saveFilter(colleague, aFilter({ name: `Filter ${at}` })))
  expect(await saveFilter(colleague, aFilter({ name: 'Nog een' }))).toEqual(refuse('filter-too-many', { most: 20 }))
})
