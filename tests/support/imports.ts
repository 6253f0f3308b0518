import { readFileSync } from 'node:fs'
import type { Actor } from '../../capabilities/access/actor.ts'
import { chooseColumns, commitImport, startImport } from '../../capabilities/imports/actions.ts'
import { columnChoices } from '../../capabilities/imports/choosing/queries.ts'
import { runImport } from '../../capabilities/imports/running/actions.ts'
import type { Id } from '../../foundation/id.ts'
import { aMunicipality, aProvision, someone, yes } from './world.ts'

/** Twenty-two fictional families of a fictional municipality, with the margins of the evaluation that is our measure. */
export const SYNTHETIC_REGISTER = 'capabilities/imports/fixtures/synthetic-register.csv'
export const SYNTHETIC_VILLAGES = ['Akkerveen-Dorp', 'Lindeloo', 'Oosterveld']

export const syntheticRegister = (): Uint8Array => readFileSync(SYNTHETIC_REGISTER)

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A file taken in and checked with the columns as proposed. */
export async function aCheckedImport(actor: Actor, provisionId: Id, bytes: Uint8Array, holdsOn?: string): Promise<Id> {
  const { id } = yes(await startImport(actor, { provisionId, bytes }))
  const { columns } = yes(await columnChoices(actor, id))
  const mapping = Object.fromEntries(columns.map(({ column, target }) => [column, target]))
  yes(await chooseColumns(actor, id, { mapping, holdsOn }))
  return id
}

/** The same, brought in. */
export async function aFinishedImport(actor: Actor, provisionId: Id, bytes: Uint8Array, holdsOn?: string): Promise<Id> {
  const id = await aCheckedImport(actor, provisionId, bytes, holdsOn)
  yes(await commitImport(actor, id, { onlyGood: false }))
  yes(await runImport(actor, id))
  return id
}

/** A coordinator of an organisation that carries out the programme in a municipality of their own. */
export async function aCoordinator() {
  const municipalityId = await aMunicipality({ villages: SYNTHETIC_VILLAGES })
  const { id: provisionId, organisationId } = await aProvision({ municipalityId, programmeCode: 'home-start' })
  const actor = await someone({ role: 'coordinator', municipalityId, organisationId })
  return { actor, municipalityId, provisionId, organisationId }
}

let different = 0
/** A small register, each time another file. */
export const aRegister = (...rows: string[]) =>
  bytesOf(`kern;leeftijd kinderen;hulpvraag;verwijzer\n${rows.join('\n')}\n${'\n'.repeat(different++)}`)
export const LINDELOO = 'Lindeloo;3;Schermtijd;GGD'
export const OOSTERVELD = 'Oosterveld;4,9;Netwerk vergroten;School'
