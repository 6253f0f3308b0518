import { beforeAll, describe, expect, test } from 'vitest'
import { dayAt } from '../../foundation/day.ts'
import { refuse } from '../../foundation/result.ts'
import { withDatabase } from '../../tests/support/database.ts'
import {
  aCheckedImport,
  aCoordinator,
  aFinishedImport,
  aRegister,
  bytesOf,
  LINDELOO,
  OOSTERVELD,
  syntheticRegister,
} from '../../tests/support/imports.ts'
import { anOperator, someone, yes } from '../../tests/support/world.ts'
import type { Actor } from '../access/actor.ts'
import { trajectories } from '../cases/queries.ts'
import { publishShippedProgrammes } from '../programmes/shipped.ts'
import { cancelImport, chooseColumns, commitImport, correctCells, startImport, undoImport } from './actions.ts'
import { columnChoices } from './choosing/queries.ts'
import { faultyRows, importDetail, importsInReach } from './queries.ts'
import { removeStaleImports, runImport } from './running/actions.ts'

withDatabase()
beforeAll(async () => {
  await publishShippedProgrammes(await anOperator())
})

const familiesOf = async (actor: Actor) => (await trajectories(actor, {}, { most: 200 })).rows

describe('bringing in a register', () => {
  test('[R-039] every good row becomes a trajectory, on the day of the import, marked as approximate', async () => {
    const { actor, provisionId } = await aCoordinator()
    const id = await aFinishedImport(actor, provisionId, syntheticRegister(), '2026-03-01')
    const families = await familiesOf(actor)
    expect(families).toHaveLength(22)
    expect(
      families.every((one) => one.registeredOn === '2026-03-01' && one.approximateDay && one.phase === 'active'),
    ).toBe(true)
    expect(await importDetail(actor, id)).toMatchObject({
      state: 'done',
      rowCount: 22,
      goodCount: 22,
      addedCount: 22,
      knownCount: 0,
    })
  })

  test('nothing is there before it is confirmed and run', async () => {
    const { actor, provisionId } = await aCoordinator()
    const id = await aCheckedImport(actor, provisionId, aRegister(LINDELOO))
    yes(await commitImport(actor, id, { onlyGood: false }))
    expect(await familiesOf(actor)).toEqual([])
    expect(await importDetail(actor, id)).toMatchObject({ state: 'running', progress: { done: 0, total: 1 } })
    yes(await runImport(actor, id))
    expect(await familiesOf(actor)).toHaveLength(1)
  })

  test('confirming and running twice is the same as once', async () => {
    const { actor, provisionId } = await aCoordinator()
    const id = await aFinishedImport(actor, provisionId, aRegister(LINDELOO, OOSTERVELD))
    yes(await commitImport(actor, id, { onlyGood: false }))
    yes(await runImport(actor, id))
    expect(await familiesOf(actor)).toHaveLength(2)
  })

  test('two runs at the same moment bring the rows in once', async () => {
    const { actor, provisionId } = await aCoordinator()
    const id = await aCheckedImport(actor, provisionId, aRegister(LINDELOO, OOSTERVELD))
    yes(await commitImport(actor, id, { onlyGood: false }))
    await Promise.all([runImport(actor, id), runImport(actor, id)])
    expect(await familiesOf(actor)).toHaveLength(2)
  })

  test('a file sent twice before it is confirmed is one import', async () => {
    const { actor, provisionId } = await aCoordinator()
    const bytes = aRegister(LINDELOO)
    const [one, other] = [
      yes(await startImport(actor, { provisionId, bytes })),
      yes(await startImport(actor, { provisionId, bytes })),
    ]
    expect(one.id).toBe(other.id)
  })

  test('of a file that is refused nothing is kept', async () => {
    const { actor, provisionId } = await aCoordinator()
    const bytes = bytesOf('kern;leeftijden;opmerking\nLindeloo;3;111222333')
    expect(await startImport(actor, { provisionId, bytes })).toEqual(refuse('file-holds-bsn', { row: 2 }))
    expect(await importsInReach(actor)).toEqual([])
  })
})

describe('faulty rows', () => {
  const faulty = () => aRegister(LINDELOO, 'Oostveld;3;;', OOSTERVELD)

  test('one of them refuses the whole, and nothing is brought in', async () => {
    const { actor, provisionId } = await aCoordinator()
    const id = await aCheckedImport(actor, provisionId, faulty())
    expect(await commitImport(actor, id, { onlyGood: false })).toEqual(refuse('import-has-faults', { rows: 1 }))
    expect(await familiesOf(actor)).toEqual([])
  })

  test('good rows only leaves them out', async () => {
    const { actor, provisionId } = await aCoordinator()
    const id = await aCheckedImport(actor, provisionId, faulty())
    yes(await commitImport(actor, id, { onlyGood: true }))
    yes(await runImport(actor, id))
    expect(await familiesOf(actor)).toHaveLength(2)
    expect(await importDetail(actor, id)).toMatchObject({ rowCount: 3, goodCount: 2, addedCount: 2 })
  })

  test('a cell put right on screen makes its row good', async () => {
    const { actor, provisionId } = await aCoordinator()
    const id = await aCheckedImport(actor, provisionId, faulty())
    expect((await importDetail(actor, id))?.findings).toMatchObject({
      faults: [
        { row: 3, column: 'kern', value: 'Oostveld', expected: 'village-perhaps', with: { village: 'Oosterveld' } },
      ],
    })
    yes(await correctCells(actor, id, [{ row: 3, column: 'kern', value: 'Oosterveld' }]))
    expect((await importDetail(actor, id))?.findings).toMatchObject({ good: 3, faults: [] })
    yes(await commitImport(actor, id, { onlyGood: false }))
    yes(await runImport(actor, id))
    expect(await familiesOf(actor)).toHaveLength(3)
  })

  test('they can be taken along with what is the matter, as they stand in the file', async () => {
    const { actor, provisionId } = await aCoordinator()
    const { rows, columns } = yes(await faultyRows(actor, await aCheckedImport(actor, provisionId, faulty())))
    expect(columns).toEqual(['kern', 'leeftijd kinderen', 'hulpvraag', 'verwijzer'])
    expect(rows).toMatchObject([
      { line: 3, cells: ['Oostveld', '3', '', ''], faults: [{ expected: 'village-perhaps' }] },
    ])
  })

  test('putting in a citizen service number, or a cell that is not there, is refused', async () => {
    const { actor, provisionId } = await aCoordinator()
    const id = await aCheckedImport(actor, provisionId, faulty())
    const correct = (row: number, column: string, value: string) => correctCells(actor, id, [{ row, column, value }])
    expect(await correct(3, 'kern', '111222333')).toEqual(refuse('correction-holds-bsn', { row: 3 }))
    expect(await correct(9, 'kern', 'Lindeloo')).toEqual(refuse('correction-elsewhere'))
    expect(await correct(3, 'naam', 'Lindeloo')).toEqual(refuse('correction-elsewhere'))
  })
})

describe('the same again', () => {
  test('the same file is refused with the earlier import, also for a colleague', async () => {
    const { actor, provisionId, municipalityId, organisationId } = await aCoordinator()
    const bytes = aRegister(LINDELOO)
    const id = await aFinishedImport(actor, provisionId, bytes)
    expect(await startImport(actor, { provisionId, bytes })).toMatchObject({
      reason: 'file-imported-before',
      with: { import: id, on: dayAt(new Date()) },
    })
    const colleague = await someone({ role: 'coordinator', municipalityId, organisationId })
    expect(await startImport(colleague, { provisionId, bytes })).toMatchObject({
      reason: 'file-imported-before',
      with: { import: id },
    })
  })

  test('a larger file adds exactly the new rows, in any order; twins are two families', async () => {
    const { actor, provisionId } = await aCoordinator()
    await aFinishedImport(actor, provisionId, aRegister(LINDELOO, LINDELOO))
    expect(await familiesOf(actor)).toHaveLength(2)
    const id = await aFinishedImport(actor, provisionId, aRegister(OOSTERVELD, LINDELOO, LINDELOO, LINDELOO))
    expect(await familiesOf(actor)).toHaveLength(4)
    expect(await importDetail(actor, id)).toMatchObject({ addedCount: 2, knownCount: 2, changedCount: 0 })
  })

  test('a row with a key is known by its key, and what changed is left as it was', async () => {
    const { actor, provisionId } = await aCoordinator()
    const register = (...rows: string[]) => bytesOf(`nr;kern;leeftijden\n${rows.join('\n')}`)
    await aFinishedImport(actor, provisionId, register('A1;Lindeloo;3', 'A2;Lindeloo;3'))
    const id = await aFinishedImport(actor, provisionId, register('A2;Oosterveld;3', 'A3;Lindeloo;3', 'A1;Lindeloo;3'))
    expect(await importDetail(actor, id)).toMatchObject({ addedCount: 1, knownCount: 2, changedCount: 1 })
    expect((await familiesOf(actor)).map((one) => one.villageCode)).toEqual(['lindeloo', 'lindeloo', 'lindeloo'])
  })

  test('a mapping that was corrected is proposed again for the next file with these columns', async () => {
    const { actor, provisionId } = await aCoordinator()
    const register = (row: string) => bytesOf(`waar;leeftijden\n${row}`)
    const { id } = yes(await startImport(actor, { provisionId, bytes: register('Lindeloo;3') }))
    expect(await chooseColumns(actor, id, { mapping: {} })).toMatchObject({ reason: 'mapping-misses' })
    yes(await chooseColumns(actor, id, { mapping: { waar: 'village' } }))
    const next = yes(await startImport(actor, { provisionId, bytes: register('Oosterveld;4') }))
    expect(yes(await columnChoices(actor, next.id)).columns).toMatchObject([{ column: 'waar', target: 'village' }, {}])
  })
})

describe('stopping and undoing', () => {
  test('a cancelled import leaves nothing, and its file can come again', async () => {
    const { actor, provisionId } = await aCoordinator()
    const bytes = aRegister(LINDELOO)
    const id = await aCheckedImport(actor, provisionId, bytes)
    yes(await cancelImport(actor, id))
    yes(await cancelImport(actor, id))
    expect(await importDetail(actor, id)).toMatchObject({ state: 'cancelled', findings: undefined })
    expect(await commitImport(actor, id, { onlyGood: true })).toEqual(refuse('import-over'))
    expect(await chooseColumns(actor, id, { mapping: {} })).toEqual(refuse('import-over'))
    await aFinishedImport(actor, provisionId, bytes)
    expect(await familiesOf(actor)).toHaveLength(1)
  })

  test('an import cancelled after it was confirmed brings in nothing when its job comes', async () => {
    const { actor, provisionId } = await aCoordinator()
    const id = await aCheckedImport(actor, provisionId, aRegister(LINDELOO))
    yes(await commitImport(actor, id, { onlyGood: false }))
    yes(await cancelImport(actor, id))
    yes(await runImport(actor, id))
    expect(await familiesOf(actor)).toEqual([])
    expect(await importDetail(actor, id)).toMatchObject({ state: 'cancelled' })
  })

  test('an undone import takes its families back, and the same file can be brought in again', async () => {
    const { actor, provisionId } = await aCoordinator()
    const bytes = aRegister(LINDELOO, OOSTERVELD)
    const id = await aFinishedImport(actor, provisionId, bytes)
    yes(await undoImport(actor, id))
    yes(await undoImport(actor, id))
    expect(await familiesOf(actor)).toEqual([])
    expect(await importDetail(actor, id)).toMatchObject({ state: 'undone' })
    await aFinishedImport(actor, provisionId, bytes)
    expect(await familiesOf(actor)).toHaveLength(2)
  })

  test('undoing one import leaves what another brought in', async () => {
    const { actor, provisionId } = await aCoordinator()
    const first = await aFinishedImport(actor, provisionId, aRegister(LINDELOO))
    await aFinishedImport(actor, provisionId, aRegister(LINDELOO, OOSTERVELD))
    yes(await undoImport(actor, first))
    expect((await familiesOf(actor)).map((one) => one.villageCode)).toEqual(['oosterveld'])
  })

  test('what is not done cannot be undone, and what is done cannot be cancelled', async () => {
    const { actor, provisionId } = await aCoordinator()
    const open = await aCheckedImport(actor, provisionId, aRegister(LINDELOO))
    expect(await undoImport(actor, open)).toEqual(refuse('import-not-done'))
    const done = await aFinishedImport(actor, provisionId, aRegister(OOSTERVELD))
    expect(await cancelImport(actor, done)).toEqual(refuse('import-over'))
  })

  test('a file that nobody finished is gone after a day, and a run that died is ended', async () => {
    const { actor, provisionId } = await aCoordinator()
    const [left, died] = [
      await aCheckedImport(actor, provisionId, aRegister(LINDELOO)),
      await aCheckedImport(actor, provisionId, aRegister(OOSTERVELD)),
    ]
    yes(await commitImport(actor, died, { onlyGood: false }))
    await removeStaleImports(actor, new Date(Date.now() + 23 * 3_600_000))
    expect(await importDetail(actor, left)).toMatchObject({ state: 'checked' })
    await removeStaleImports(actor, new Date(Date.now() + 25 * 3_600_000))
    expect(await importDetail(actor, left)).toMatchObject({ state: 'cancelled', findings: undefined })
    expect(await importDetail(actor, died)).toMatchObject({ state: 'refused', refusedWith: 'import-stopped' })
  })
})
