import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../foundation/id.ts'
import { allow, refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { bytesOf, SYNTHETIC_VILLAGES } from '../../../tests/support/imports.ts'
import { aMunicipality, anOperator, aProvision, someone, yes } from '../../../tests/support/world.ts'
import type { Actor } from '../../access/actor.ts'
import { publishShippedProgrammes } from '../../programmes/shipped.ts'
import { chooseColumns, startImport } from '../actions.ts'
import { columnChoices } from '../choosing/queries.ts'
import { removeMapping, renameMapping } from './actions.ts'
import { mappingDetail, mappingsInReach } from './queries.ts'

withDatabase()
beforeAll(async () => {
  await publishShippedProgrammes(await anOperator())
})

const MAPPING = { waar: 'village', 'hoe oud': 'children', wie: 'ignore' }
let different = 0
const aFile = (columns = 'waar;hoe oud;wie') => bytesOf(`${columns}\nLindeloo;3;x\n${'\n'.repeat(different++)}`)

async function aPlace() {
  const municipalityId = await aMunicipality({ villages: SYNTHETIC_VILLAGES })
  const provision = await aProvision({ municipalityId, programmeCode: 'home-start' })
  const { id: provisionId, organisationId } = provision
  const coordinator = () => someone({ role: 'coordinator', municipalityId, organisationId })
  return { municipalityId, provisionId, organisationId, coordinator, actor: await coordinator() }
}

const started = async (actor: Actor, provisionId: string, columns?: string) =>
  yes(await startImport(actor, { provisionId, bytes: aFile(columns) })).id

async function saved(actor: Actor, provisionId: string, name?: string) {
  yes(await chooseColumns(actor, await started(actor, provisionId), { mapping: MAPPING, name }))
  const [line] = await mappingsInReach(actor)
  if (line === undefined) throw new Error('no mapping was saved')
  return line
}

test('a mapping is kept under its name, with who chose it and when [R-039]', async () => {
  const { actor, provisionId, coordinator } = await aPlace()
  await saved(actor, provisionId, ' Lijst  van de GGD ')
  const colleague = await coordinator()
  expect(await mappingsInReach(colleague)).toMatchObject([
    { name: 'Lijst van de GGD', mapping: MAPPING, savedBy: actor.personId, savedByName: expect.any(String) },
  ])
})

test('without a name it is called after its columns, and keeps the name it has when it is chosen anew', async () => {
  const { actor, provisionId } = await aPlace()
  const { id, name } = await saved(actor, provisionId)
  expect(name).toBe('waar, hoe oud, wie')
  yes(await renameMapping(actor, id, 'Onze lijst'))
  expect(await saved(actor, provisionId)).toMatchObject({ id, name: 'Onze lijst' })
})

test('a name that is none, or can be a BSN, is refused and nothing is kept', async () => {
  const { actor, provisionId } = await aPlace()
  const id = await started(actor, provisionId)
  expect(await chooseColumns(actor, id, { mapping: MAPPING, name: ' ' })).toEqual(refuse('mapping-name', { most: 80 }))
  expect(await chooseColumns(actor, id, { mapping: MAPPING, name: '111222333' })).toEqual(refuse('mapping-name-bsn'))
  expect(await mappingsInReach(actor)).toEqual([])
})

describe('at a file', () => {
  test('the mappings of the organisation are offered, the best fitting first, and one that is chosen fills in', async () => {
    const { actor, provisionId } = await aPlace()
    const near = await saved(actor, provisionId, 'A')
    const other = await started(actor, provisionId, 'waar;hoe oud;wat')
    yes(
      await chooseColumns(actor, other, {
        mapping: { waar: 'village', 'hoe oud': 'children', wat: 'ignore' },
        name: 'B',
      }),
    )
    const id = await started(actor, provisionId, 'WIE;hoe_oud;Waar;dag')
    const { mappings } = yes(await columnChoices(actor, id))
    expect(mappings.saved.map(({ name }) => name)).toEqual(['A', 'B'])
    const filled = yes(await columnChoices(actor, id, near.id))
    expect(filled.mappings).toMatchObject({ used: near.id, name: 'A' })
    expect(Object.fromEntries(filled.columns.map(({ column, target }) => [column, target]))).toMatchObject({
      ...{ Waar: 'village', hoe_oud: 'children', WIE: 'ignore' },
    })
  })

  test('one of another organisation is not offered, and its id fills in nothing', async () => {
    const [here, there] = [await aPlace(), await aPlace()]
    const strange = await saved(there.actor, there.provisionId)
    const id = await started(here.actor, here.provisionId)
    const { mappings, columns } = yes(await columnChoices(here.actor, id, strange.id))
    expect(mappings).toMatchObject({ saved: [], used: undefined })
    expect(columns.map(({ target }) => target)).toEqual(['ignore', 'ignore', 'ignore'])
  })
})

describe('who may name or remove a mapping [R-252]', () => {
  test('a colleague who brings in files there', async () => {
    const { actor, provisionId, coordinator } = await aPlace()
    const { id } = await saved(actor, provisionId)
    const colleague = await coordinator()
    expect(await renameMapping(colleague, id, 'Anders')).toEqual(allow())
    expect(await mappingDetail(actor, id)).toMatchObject({ name: 'Anders', savedBy: actor.personId })
    expect(await removeMapping(colleague, id)).toEqual(allow())
    expect(await mappingDetail(actor, id)).toBeUndefined()
    expect(await removeMapping(colleague, id)).toEqual(refuse('not-found'))
  })

  test('nobody of another organisation or municipality, and no manager or worker', async () => {
    const here = await aPlace()
    const { id } = await saved(here.actor, here.provisionId)
    const { municipalityId, organisationId } = here
    const other = await aProvision({ municipalityId, programmeCode: 'home-start' })
    const strangers = [
      await someone({ role: 'coordinator', municipalityId, organisationId: other.organisationId }),
      (await aPlace()).actor,
      await someone({ role: 'manager', municipalityId }),
      await someone({ role: 'volunteer', municipalityId, organisationId }),
    ]
    for (const stranger of strangers) {
      expect(await mappingsInReach(stranger)).toEqual([])
      expect(await mappingDetail(stranger, id)).toBeUndefined()
      expect(await renameMapping(stranger, id, 'Van mij')).toEqual(refuse('not-found'))
      expect(await removeMapping(stranger, id)).toEqual(refuse('not-found'))
    }
    expect(await mappingDetail(here.actor, id)).toMatchObject({ name: 'waar, hoe oud, wie' })
  })

  test('what is no id is unknown, and so is an id of nothing', async () => {
    const { actor } = await aPlace()
    for (const id of ['x', newId()]) expect(await mappingDetail(actor, id)).toBeUndefined()
  })
})
