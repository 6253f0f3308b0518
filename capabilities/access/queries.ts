import { askedOnce, inScope, noteShown } from '../../database/transaction.ts'
import { dayAt } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import { may, maySomewhere, type Place } from './access.ts'
import { type Actor, BUILT_IN } from './actor.ts'
import { type Action, isRole, type Kind, type Role } from './roles.ts'
import * as store from './store.ts'

/**
 * The person with the grants in force now, as the actor of every further door; undefined for who is unknown or switched off.
 */
export async function loadActor(personId: Id, traceId: string, origin: Actor['origin']): Promise<Actor | undefined> {
  return inScope({ personId, traceId }, async (tx) => {
    const person = await store.personWithGrants(tx, personId, dayAt(new Date()))
    if (person === undefined || !person.isActive) return undefined
    return { personId, name: person.name, grants: person.grants, traceId, origin }
  })
}

/** The person whom the operator of this machine names (`--as`), by e-mail address or full name; undefined when none or more than one. */
export async function personNamed(operator: Actor, text: string): Promise<Id | undefined> {
  return inScope(operator, async (tx) => (await store.personByNameOrEmail(tx, text))?.id)
}

export type Municipality = Awaited<ReturnType<typeof store.allMunicipalities>>[number]
export type Village = Awaited<ReturnType<typeof store.villagesOf>>[number]
export type Region = Awaited<ReturnType<typeof store.allRegions>>[number]
export type Provision = Awaited<ReturnType<typeof store.provisionsInReach>>[number]

/** All municipalities; their names are public knowledge. */
export const municipalitiesKnown = (actor: Actor): Promise<Municipality[]> =>
  inScope(actor, (tx) => askedOnce('municipalities', () => store.allMunicipalities(tx)))

export const regionsKnown = (actor: Actor): Promise<Region[]> =>
  inScope(actor, (tx) => askedOnce('regions', () => store.allRegions(tx)))

/** The municipality with this CBS code (`GM0148`), or undefined. */
export const municipalityWithCode = (actor: Actor, code: string): Promise<Municipality | undefined> =>
  inScope(actor, (tx) => store.municipalityByCode(tx, code))

export const municipalityWithId = (actor: Actor, id: Id): Promise<Municipality | undefined> =>
  inScope(actor, (tx) => askedOnce(`municipality ${id}`, () => store.municipalityById(tx, id)))

/** The villages of a municipality, in the order the municipality gave. */
export const villagesIn = (actor: Actor, municipalityId: Id): Promise<Village[]> =>
  inScope(actor, (tx) => askedOnce(`villages ${municipalityId}`, () => store.villagesOf(tx, municipalityId)))

/** The villages of every municipality where the actor reaches a provision, by municipality and in its order. */
export const villagesInReach = (actor: Actor): Promise<Village[]> =>
  inScope(actor, async (tx) => {
    const provisions = await provisionsInReach(actor)
    return store.villagesOfAll(tx, [...new Set(provisions.map(({ municipalityId }) => municipalityId))])
  })

/** The provisions in the actor's reach, by place and organisation. */
export const provisionsInReach = (actor: Actor): Promise<Provision[]> =>
  inScope(actor, (tx) => askedOnce('provisions in reach', () => store.provisionsInReach(tx)))

/** One provision, or undefined when it is out of reach. */
export const provisionWithId = (actor: Actor, id: Id): Promise<Provision | undefined> =>
  inScope(actor, (tx) => askedOnce(`provision ${id}`, async () => (await store.provisionsInReach(tx, id))[0]))

/** Where the records of one provision belong, without the names that cost more to ask; undefined when it is out of reach. */
export const placeOfProvision = (actor: Actor, id: Id): Promise<Place | undefined> =>
  inScope(actor, async (tx) => {
    const found = await store.provisionPlace(tx, id)
    return found && placeOf(found)
  })

/** Which programmes run or ran in which municipality, the oldest first, whoever carries them out. */
export const programmesCarriedOut = (actor: Actor) => inScope(actor, store.carriedOut)

/** The organisations in the actor's reach. */
export const organisationsInReach = (actor: Actor) => inScope(actor, store.allOrganisations)

/** The provisions on which the actor may do this, such as bring in a registration file. */
export async function provisionsWhereMay(actor: Actor, action: Action, kind: Kind): Promise<Provision[]> {
  const all = await provisionsInReach(actor)
  return all.filter((provision) => may(actor, action, kind, placeOf(provision)))
}

/** Where the records of a provision belong. */
export const placeOf = (
  provision: Pick<Provision, 'regionId' | 'municipalityId' | 'organisationId' | 'teamId' | 'programmeCode'>,
): Place => ({
  regionId: provision.regionId ?? undefined,
  municipalityId: provision.municipalityId,
  organisationId: provision.organisationId,
  teamId: provision.teamId ?? undefined,
  programmeCode: provision.programmeCode,
})

/** What this database holds: nothing yet, only the fictional demo region, or real records. */
export const installationPurpose = (actor: Actor) => inScope(actor, store.installationPurpose)

/** The actor for pages without sign-in. */
export const visitor = (traceId: string): Promise<Actor | undefined> => loadActor(BUILT_IN.visitor, traceId, 'web')

export type PersonInReach = {
  readonly id: Id
  readonly name: string
  readonly email: string | null
  readonly isActive: boolean
  readonly grants: readonly GrantInWords[]
}
/** A grant by the names of its scope; null where it does not narrow. */
export type GrantInWords = {
  readonly role: Role
  readonly everywhere: boolean
  readonly regionName: string | null
  readonly municipalityName: string | null
  readonly organisationName: string | null
  readonly teamName: string | null
  readonly programmeCode: string | null
  readonly endsOn: string | null
}

/** The people in the actor's reach with what they may there, by name. */
export async function peopleInReach(actor: Actor): Promise<PersonInReach[]> {
  if (!maySomewhere(actor, 'list', 'person')) return []
  const rows = await inScope(actor, store.peopleWithGrants)
  const people = new Map<Id, PersonInReach & { grants: GrantInWords[] }>()
  for (const { id, name, email, isActive, role, everywhere, ...scope } of rows) {
    const person = people.get(id) ?? { id, name, email, isActive, grants: [] }
    if (role !== null && isRole(role)) person.grants.push({ role, everywhere: everywhere === true, ...scope })
    people.set(id, person)
  }
  noteShown('person', people.keys())
  return [...people.values()]
}
