import { beforeAll, describe, expect, test } from 'vitest'
import { allow, refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { aCheckedImport, aCoordinator, aRegister, LINDELOO } from '../../../tests/support/imports.ts'
import { anOperator, someone, theActor, yes } from '../../../tests/support/world.ts'
import { type Actor, BUILT_IN } from '../../access/actor.ts'
import { publishShippedProgrammes } from '../../programmes/shipped.ts'
import { cancelImport, commitImport, correctCells, undoImport } from '../actions.ts'
import { importDetail } from '../queries.ts'
import { removeStaleImports, runImport } from '../running/actions.ts'
import { correctionsOf } from './queries.ts'

withDatabase()
beforeAll(async () => {
  await publishShippedProgrammes(await anOperator())
})

const FAULTY = 'Oostveld;12-03-2015;Schermtijd;GGD'
const VILLAGE = { row: 3, column: 'kern', value: 'Oosterveld' }
const AGE = { row: 3, column: 'leeftijd kinderen', value: '11' }

async function aCorrected() {
  const here = await aCoordinator()
  const id = await aCheckedImport(here.actor, here.provisionId, aRegister(LINDELOO, FAULTY))
  yes(await correctCells(here.actor, id, [VILLAGE, AGE]))
  return { ...here, id }
}

async function aBroughtIn() {
  const here = await aCorrected()
  yes(await commitImport(here.actor, here.id, { onlyGood: false }))
  yes(await runImport(here.actor, here.id))
  return here
}

const kept = async (actor: Actor, id: string) =>
  (await correctionsOf(actor, id, 1)).changes.map(({ row, column, oldValue, newValue }) => [
    ...[row, column, oldValue, newValue],
  ])

describe('what was put right on screen [R-039]', () => {
  test('is kept with who did it, when, in which row, from what into what, and a date of birth left out', async () => {
    const { actor, id } = await aBroughtIn()
    expect(await importDetail(actor, id)).toMatchObject({ state: 'done', addedCount: 2, correctedCount: 2 })
    expect(await kept(actor, id)).toEqual([
      [3, 'kern', 'Oostveld', 'Oosterveld'],
      [3, 'leeftijd kinderen', null, '11'],
    ])
    const { changes, pages } = await correctionsOf(actor, id, 1)
    expect(pages).toBe(1)
    for (const one of changes) expect(one).toMatchObject({ byName: expect.any(String), correctedAt: expect.any(Date) })
  })

  test('by two people in one cell is both', async () => {
    const { actor, id, municipalityId, organisationId } = await aCorrected()
    const colleague = await someone({ role: 'coordinator', municipalityId, organisationId })
    yes(await correctCells(colleague, id, [{ ...AGE, value: '9' }]))
    yes(await correctCells(colleague, id, [{ ...AGE, value: '9' }]))
    expect((await kept(actor, id)).filter(([, column]) => column === AGE.column)).toEqual([
      [3, AGE.column, null, '11'],
      [3, AGE.column, '11', '9'],
    ])
  })

  test.each([1e26, -1, 0])('is shown on the nearest page when page %s is asked', async (asked) => {
    const { actor, id } = await aCorrected()
    expect(await correctionsOf(actor, id, asked)).toMatchObject({ page: 1, pages: 1, changes: [{}, {}] })
  })

  test('is not kept when it is refused', async () => {
    const { actor, id } = await aCorrected()
    expect(await correctCells(actor, id, [{ ...VILLAGE, value: '111222333' }])).toEqual(
      refuse('correction-holds-bsn', { row: 3 }),
    )
    expect(await kept(actor, id)).toHaveLength(2)
  })

  test('goes when the import is undone; how many there were stays', async () => {
    const { actor, id } = await aBroughtIn()
    yes(await undoImport(actor, id))
    expect(await kept(actor, id)).toEqual([])
    expect(await importDetail(actor, id)).toMatchObject({ state: 'undone', correctedCount: 2 })
  })

  test('goes when the import is stopped', async () => {
    const { actor, id } = await aCorrected()
    expect(await cancelImport(actor, id)).toEqual(allow())
    expect(await kept(actor, id)).toEqual([])
  })

  test('is shown to nobody of another organisation or municipality, nor to a manager or the operator who works elsewhere', async () => {
    const { id, municipalityId } = await aBroughtIn()
    const { actor: elsewhere } = await aCoordinator()
    const manager = await someone({ role: 'manager', municipalityId })
    for (const stranger of [elsewhere, manager])
      expect(await correctionsOf(stranger, id, 1)).toEqual({ changes: [], page: 1, pages: 0 })
  })

  test('goes after a good year', async () => {
    const { actor, id } = await aBroughtIn()
    const jobs = await theActor(BUILT_IN.jobs)
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
    await removeStaleImports(jobs, inDays(399))
    expect(await kept(actor, id)).toHaveLength(2)
    await removeStaleImports(jobs, inDays(401))
    expect(await kept(actor, id)).toEqual([])
    expect(await importDetail(actor, id)).toMatchObject({ state: 'done', correctedCount: 2 })
  })
})
