import { randomBytes } from 'node:crypto'
import {
  addMunicipality,
  addOrganisation,
  addPerson,
  addProvision,
  addRegion,
} from '../../capabilities/access/actions.ts'
import { type Actor, BUILT_IN, type Grant } from '../../capabilities/access/actor.ts'
import { loadActor } from '../../capabilities/access/queries.ts'
import type { Day } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import type { Answer } from '../../foundation/result.ts'

export const newTraceId = (): string => randomBytes(16).toString('hex')

/** The value of a door that the test expects to say yes; else the test fails with the reason. */
export function yes<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`refused: ${answer.reason} ${JSON.stringify(answer.with ?? {})}`)
  return answer.value
}

/** The built-in operator of this machine. */
export const anOperator = (): Promise<Actor> => theActor(BUILT_IN.operator)

/** The actor behind a person, loaded anew. */
export async function theActor(personId: Id): Promise<Actor> {
  const actor = await loadActor(personId, newTraceId(), 'test')
  if (actor === undefined) throw new Error(`no such person: ${personId}`)
  return actor
}

let made = 0
const next = (): number => ++made

/** A region of its own. */
export async function aRegion(name = `Regio ${next()}`): Promise<Id> {
  return yes(await addRegion(await anOperator(), name)).id
}

/** A municipality with three villages, unless told otherwise. */
export async function aMunicipality(
  given: { code?: string; name?: string; villages?: string[]; regionId?: Id } = {},
): Promise<Id> {
  const number = next()
  const {
    code = `GM${String(1000 + ((8000 + number) % 9000))}`,
    name = `Gemeente ${number}`,
    villages = ['Noord', 'Midden', 'Zuid'],
    regionId,
  } = given
  const operator = await anOperator()
  return yes(await addMunicipality(operator, { code, name, villages, ...(regionId !== undefined && { regionId }) })).id
}

export async function anOrganisation(name = `Stichting ${next()}`): Promise<Id> {
  return yes(await addOrganisation(await anOperator(), name)).id
}

/** An organisation that carries out a programme in a municipality. */
export async function aProvision(given: {
  municipalityId: Id
  programmeCode: string
  organisationId?: Id
  teamId?: Id
  endsOn?: Day
}): Promise<{ id: Id; organisationId: Id; municipalityId: Id; programmeCode: string }> {
  const organisationId = given.organisationId ?? (await anOrganisation())
  const { id } = yes(await addProvision(await anOperator(), { ...given, organisationId }))
  return { id, organisationId, municipalityId: given.municipalityId, programmeCode: given.programmeCode }
}

/** Somebody with these grants, signed in. */
export async function someone(...grants: Omit<Grant, 'startsOn'>[]): Promise<Actor> {
  const number = next()
  const given = { name: `Persoon ${number}`, email: `persoon${number}@voorbeeld.example` }
  return theActor(yes(await addPerson(await anOperator(), given, grants)).id)
}
