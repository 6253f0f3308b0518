import { beforeAll, describe, expect, test } from 'vitest'
import { refuse } from '../../foundation/result.ts'
import { withDatabase } from '../../tests/support/database.ts'
import {
  aCheckedImport,
  aCoordinator,
  aFinishedImport,
  aRegister,
  bytesOf,
  LINDELOO,
} from '../../tests/support/imports.ts'
import { anOperator, aProvision, someone, yes } from '../../tests/support/world.ts'
import { countMigrationBackground } from '../access/actions.ts'
import { trajectories } from '../cases/queries.ts'
import { publishShippedProgrammes } from '../programmes/shipped.ts'
import { cancelImport, chooseColumns, commitImport, startImport, undoImport } from './actions.ts'
import { columnChoices } from './choosing/queries.ts'
import { checkFile, columnSynonymsOf, faultyRows, importDetail, importsInReach } from './queries.ts'
import { runImport } from './running/actions.ts'
import { addColumnSynonym, removeColumnSynonym } from './words/actions.ts'

withDatabase()
beforeAll(async () => {
  await publishShippedProgrammes(await anOperator())
})

describe('[R-264] migration background', () => {
  const register = () => bytesOf('kern;leeftijden;migratieachtergrond\nLindeloo;3;Ja\nLindeloo;4;Nee')

  test('is shown nowhere and read into nothing where the municipality does not count it', async () => {
    const { actor, provisionId } = await aCoordinator()
    const { id } = yes(await startImport(actor, { provisionId, bytes: register() }))
    const { columns } = yes(await columnChoices(actor, id))
    expect(columns[2]).toEqual({
      column: 'migratieachtergrond',
      target: 'ignore',
      examples: [],
      isNotCounted: true,
      isUnknown: false,
    })
    yes(await chooseColumns(actor, id, { mapping: { migratieachtergrond: 'question' } }))
    expect(JSON.stringify((await importDetail(actor, id))?.findings)).not.toMatch(/Ja|Nee|yes|other/)
  })

  test('is not among the answers of a family where the municipality counts it', async () => {
    const { actor, provisionId, municipalityId } = await aCoordinator()
    yes(await countMigrationBackground(await anOperator(), municipalityId, true))
    await aFinishedImport(actor, provisionId, register())
    for (const { answers } of (await trajectories(actor)).rows)
      expect(Object.keys(answers).sort()).toEqual(['children', 'village'])
  })

  test('is not read when the municipality stops counting it between check and run', async () => {
    const { actor, provisionId, municipalityId } = await aCoordinator()
    yes(await countMigrationBackground(await anOperator(), municipalityId, true))
    const id = await aCheckedImport(actor, provisionId, register())
    yes(await commitImport(actor, id, { onlyGood: false }))
    yes(await countMigrationBackground(await anOperator(), municipalityId, false))
    yes(await runImport(actor, id))
    expect(await importDetail(actor, id)).toMatchObject({ state: 'done', addedCount: 2 })
  })
})

describe('who may', () => {
  test('nobody of another organisation, municipality or without the role reaches an import', async () => {
    const { actor, provisionId, municipalityId } = await aCoordinator()
    const id = await aCheckedImport(actor, provisionId, aRegister(LINDELOO))
    const elsewhere = await aCoordinator()
    const besides = await aProvision({ municipalityId, programmeCode: 'home-start' })
    const strangers = [
      elsewhere.actor,
      await someone({ role: 'coordinator', municipalityId, organisationId: besides.organisationId }),
      await someone({ role: 'policy-adviser', municipalityId }),
      await someone({ role: 'manager', municipalityId }),
      await someone({ role: 'volunteer', municipalityId, organisationId: besides.organisationId, ownMatches: true }),
    ]
    for (const stranger of strangers) {
      expect(await importDetail(stranger, id)).toBeUndefined()
      expect((await importsInReach(stranger)).map((one) => one.id)).not.toContain(id)
      for (const act of [cancelImport, undoImport]) expect(await act(stranger, id)).toEqual(refuse('not-found'))
      expect(await commitImport(stranger, id, { onlyGood: true })).toEqual(refuse('not-found'))
      expect(await chooseColumns(stranger, id, { mapping: {} })).toEqual(refuse('not-found'))
      expect(await columnChoices(stranger, id)).toEqual(refuse('not-found'))
      expect(await faultyRows(stranger, id)).toEqual(refuse('not-found'))
      expect(await startImport(stranger, { provisionId, bytes: aRegister(LINDELOO) })).toEqual(refuse('not-found'))
    }
  })

  test('the operator of this machine checks a file without keeping anything of it', async () => {
    const { municipalityId, provisionId } = await aCoordinator()
    const operator = await anOperator()
    const found = yes(
      await checkFile(operator, {
        municipalityId,
        programmeCode: 'home-start',
        provisionId,
        bytes: aRegister(LINDELOO, 'x;y;;'),
      }),
    )
    expect(found).toMatchObject({ rows: 2, good: 1, faultyRows: 1, added: 1 })
    expect((await importsInReach(operator)).filter((one) => one.municipalityId === municipalityId)).toEqual([])
  })
})

describe('words by which a municipality knows a column', () => {
  const word = { programmeCode: 'home-start', word: 'Buurtschap:', target: 'village' }

  test('are taught by its manager and recognised in the next file', async () => {
    const { actor, provisionId, municipalityId } = await aCoordinator()
    const manager = await someone({ role: 'manager', municipalityId })
    yes(await addColumnSynonym(manager, { municipalityId, ...word, target: 'question' }))
    yes(await addColumnSynonym(manager, { municipalityId, ...word }))
    expect(await columnSynonymsOf(manager, municipalityId, 'home-start')).toEqual([
      { word: 'buurtschap', target: 'village' },
    ])
    const { id } = yes(await startImport(actor, { provisionId, bytes: bytesOf('BUURTSCHAP;leeftijden\nLindeloo;3') }))
    expect(yes(await columnChoices(actor, id)).columns[0]).toMatchObject({ target: 'village', isUnknown: false })
    yes(await removeColumnSynonym(manager, { municipalityId, ...word }))
    expect(await columnSynonymsOf(actor, municipalityId, 'home-start')).toEqual([])
  })

  test('are taught by nobody else, and mean only what the programme asks', async () => {
    const { actor, municipalityId } = await aCoordinator()
    const elsewhere = await aCoordinator()
    const manager = await someone({ role: 'manager', municipalityId: elsewhere.municipalityId })
    expect(await addColumnSynonym(actor, { municipalityId, ...word })).toEqual(refuse('not-found'))
    expect(await addColumnSynonym(manager, { municipalityId, ...word })).toEqual(refuse('not-found'))
    const own = { municipalityId: elsewhere.municipalityId, ...word }
    expect(await addColumnSynonym(manager, { ...own, target: 'shoe-size' })).toEqual(
      refuse('column-word-target-unknown'),
    )
    expect(await addColumnSynonym(manager, { ...own, word: ' - ' })).toEqual(refuse('column-word-wrong', { most: 80 }))
    expect(await columnSynonymsOf(actor, own.municipalityId, 'home-start')).toEqual([])
  })
})
