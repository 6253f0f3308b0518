import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../tests/support/database.ts'
import { bytesOf, SYNTHETIC_VILLAGES } from '../../../tests/support/imports.ts'
import { aMunicipality, anOperator, aProvision, someone, yes } from '../../../tests/support/world.ts'
import type { Actor } from '../../access/actor.ts'
import { publishShippedProgrammes } from '../../programmes/shipped.ts'
import { chooseColumns, startImport } from '../actions.ts'
import { columnChoices } from '../choosing/queries.ts'

withDatabase()
beforeAll(async () => {
  await publishShippedProgrammes(await anOperator())
})

const MAPPING = { waar: 'village', 'hoe oud': 'children', wie: 'ignore' }
let different = 0
const aFile = (columns = 'waar;hoe oud;wie') => bytesOf(`${columns}\nLindeloo;3;x\n${'\n'.repeat(different++)}`)

/** Two municipalities in which one organisation carries out the programme. */
async function twoPlaces() {
  const [here, there] = [await aPlace(), await aPlace()]
  const first = await aProvision({ municipalityId: here, programmeCode: 'home-start' })
  const { organisationId } = first
  const second = await aProvision({ municipalityId: there, organisationId, programmeCode: 'home-start' })
  const coordinator = (...places: string[]) =>
    someone(...places.map((municipalityId) => ({ role: 'coordinator' as const, municipalityId, organisationId })))
  return { here, there, first: first.id, second: second.id, coordinator }
}
const aPlace = () => aMunicipality({ villages: SYNTHETIC_VILLAGES })

async function proposed(actor: Actor, provisionId: string, bytes: Uint8Array) {
  const { id } = yes(await startImport(actor, { provisionId, bytes }))
  const { columns } = yes(await columnChoices(actor, id))
  return { id, mapping: Object.fromEntries(columns.map(({ column, target }) => [column, target])) }
}
async function chosen(actor: Actor, provisionId: string) {
  const { id } = await proposed(actor, provisionId, aFile())
  yes(await chooseColumns(actor, id, { mapping: MAPPING }))
}

test('a colleague with the same columns, in any order, finds what was chosen', async () => {
  const { here, first, coordinator } = await twoPlaces()
  await chosen(await coordinator(here), first)
  expect((await proposed(await coordinator(here), first, aFile('hoe oud;wie;waar'))).mapping).toEqual(MAPPING)
})

test('so does who brings in the same columns for another municipality of the organisation', async () => {
  const { here, there, first, second, coordinator } = await twoPlaces()
  await chosen(await coordinator(here), first)
  expect((await proposed(await coordinator(here, there), second, aFile())).mapping).toEqual(MAPPING)
})

test('what was chosen in the place itself comes before what was chosen elsewhere', async () => {
  const { here, there, first, second, coordinator } = await twoPlaces()
  const actor = await coordinator(here, there)
  await chosen(actor, second)
  const { id } = await proposed(actor, first, aFile())
  const own = { ...MAPPING, wie: 'key' }
  yes(await chooseColumns(actor, id, { mapping: own }))
  await chosen(actor, second)
  expect((await proposed(actor, first, aFile())).mapping).toEqual(own)
})

test('another organisation in the same municipality never sees it, nor who may not bring in files where it was chosen', async () => {
  const { here, there, first, second, coordinator } = await twoPlaces()
  await chosen(await coordinator(here), first)
  const other = await aProvision({ municipalityId: here, programmeCode: 'home-start' })
  const stranger = await someone({ role: 'coordinator', municipalityId: here, organisationId: other.organisationId })
  const nothing = { waar: 'ignore', 'hoe oud': 'ignore', wie: 'ignore' }
  expect((await proposed(stranger, other.id, aFile())).mapping).toEqual(nothing)
  expect((await proposed(await coordinator(there), second, aFile())).mapping).toEqual(nothing)
  const ofBoth = await anOperator()
  expect((await proposed(ofBoth, other.id, aFile())).mapping).toEqual(nothing)
  expect((await proposed(ofBoth, second, aFile())).mapping).toEqual(MAPPING)
})
