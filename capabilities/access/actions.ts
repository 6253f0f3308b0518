import { inScope } from '../../database/transaction.ts'
import type { Day } from '../../foundation/day.ts'
import { dayAt } from '../../foundation/day.ts'
import { type Id, newId } from '../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../foundation/result.ts'
import { may, maySomewhere, type Place } from './access.ts'
import type { Actor, Grant } from './actor.ts'
import { isMunicipalityCode } from './municipality-code.ts'
import { placeCode } from './place-code.ts'
import { type Provision, peopleInReach } from './queries.ts'
import { isServiceRole, reachesOwnMatchesOnly, worksForAnOrganisation } from './roles.ts'
import * as store from './store.ts'

/** Adds a region; its code is made from its name. Refuses a region that is there already. */
export async function addRegion(actor: Actor, name: string): Promise<Answer<{ id: Id }>> {
  if (!may(actor, 'change', 'municipality', {})) return refuse('not-yours')
  return inScope(actor, async (tx) => {
    const code = placeCode(name)
    if (code === undefined) return refuse('name-needed')
    if ((await store.allRegions(tx)).some((region) => region.code === code)) return refuse('region-exists', { name })
    const id = newId()
    await store.insertRegion(tx, { id, name, code })
    return allow({ id })
  })
}

export type NewMunicipality = {
  /** CBS code: GM and four digits. */
  readonly code: string
  readonly name: string
  readonly villages: readonly string[]
  readonly regionId?: Id
}

/** Adds a municipality with its villages. Refuses a code that is no CBS code or is there already, and villages named twice. */
export async function addMunicipality(actor: Actor, given: NewMunicipality): Promise<Answer<{ id: Id }>> {
  if (!may(actor, 'change', 'municipality', {})) return refuse('not-yours')
  if (!isMunicipalityCode(given.code)) return refuse('municipality-code-wrong', { code: given.code })
  const slug = placeCode(given.name)
  if (slug === undefined) return refuse('name-needed')
  const villages = villageRows(given.villages)
  if (villages === undefined) return refuse('villages-wrong')
  return inScope(actor, async (tx) => {
    const known = await store.allMunicipalities(tx)
    if (known.some((one) => one.code === given.code || one.slug === slug)) {
      return refuse('municipality-exists', { code: given.code })
    }
    const id = newId()
    await store.insertMunicipality(
      tx,
      { id, code: given.code, name: given.name, slug, regionId: given.regionId ?? null },
      villages,
    )
    return allow({ id })
  })
}

/**
 * Puts a municipality that is of no region in one. Refuses who does not set up the whole platform, and a municipality of
 * another region: its cases would come into the sums and the reach of other people.
 */
export async function joinRegion(actor: Actor, municipalityId: Id, regionId: Id): Promise<Answer> {
  if (!may(actor, 'change', 'municipality', {})) return refuse('not-yours')
  return inScope(actor, async (tx) => {
    const municipality = await store.municipalityById(tx, municipalityId)
    if (municipality === undefined) return refuse('not-found')
    if (municipality.regionId === regionId) return allow()
    if (municipality.regionId !== null) return refuse('municipality-other-region', { name: municipality.name })
    await store.updateMunicipality(tx, municipalityId, { regionId })
    return allow()
  })
}

function villageRows(names: readonly string[]): { code: string; name: string }[] | undefined {
  const rows: { code: string; name: string }[] = []
  for (const name of names.map((text) => text.trim()).filter((text) => text !== '')) {
    const code = placeCode(name)
    if (code === undefined || name.length > 80 || rows.some((row) => row.code === code)) return undefined
    rows.push({ code, name })
  }
  return rows
}

/** Switches counting by migration background on or off; off by default, a decision of the municipality itself. */
export async function countMigrationBackground(actor: Actor, municipalityId: Id, on: boolean): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const municipality = await store.municipalityById(tx, municipalityId)
    if (municipality === undefined) return refuse('not-found')
    const place = { municipalityId, regionId: municipality.regionId ?? undefined }
    if (!may(actor, 'change', 'setting', place)) return refuse('not-found')
    await store.updateMunicipality(tx, municipalityId, { countsMigrationBackground: on })
    return allow()
  })
}

const LONGEST_SHARING_DAYS = 366

/** How many days a recorded sharing lasts at most in a municipality. Refuses none, and more than a year. */
export async function setSharingDays(actor: Actor, municipalityId: Id, days: number): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const municipality = await store.municipalityById(tx, municipalityId)
    if (municipality === undefined) return refuse('not-found')
    const place = { municipalityId, regionId: municipality.regionId ?? undefined }
    if (!may(actor, 'change', 'setting', place)) return refuse('not-found')
    if (!Number.isInteger(days) || days < 1 || days > LONGEST_SHARING_DAYS)
      return refuse('sharing-days', { most: LONGEST_SHARING_DAYS })
    await store.updateMunicipality(tx, municipalityId, { sharingDays: days })
    return allow()
  })
}

/** Adds a village at the end of the list. Refuses a name that is there already. */
export async function addVillage(actor: Actor, municipalityId: Id, name: string): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const municipality = await store.municipalityById(tx, municipalityId)
    const place = { municipalityId, regionId: municipality?.regionId ?? undefined }
    if (municipality === undefined || !may(actor, 'change', 'municipality', place)) return refuse('not-found')
    const known = await store.villagesOf(tx, municipalityId)
    const rows = villageRows([...known.map((village) => village.name), name])
    if (rows === undefined || rows.length === known.length) return refuse('villages-wrong')
    await store.insertVillages(tx, municipalityId, rows.slice(-1), known.length)
    return allow()
  })
}

/** Adds an organisation. Refuses a name that is in use. */
export async function addOrganisation(actor: Actor, name: string): Promise<Answer<{ id: Id }>> {
  if (!maySomewhere(actor, 'change', 'organisation')) return refuse('not-yours')
  return inScope(actor, async (tx) => {
    if (!isName(name)) return refuse('name-wrong')
    if ((await store.organisationByName(tx, name)) !== undefined) return refuse('organisation-exists', { name })
    const id = newId()
    await store.insertOrganisation(tx, { id, name })
    return allow({ id })
  })
}

/** At most what fits in a list on a screen, and something to read. */
const isName = (name: string): boolean => name.trim() !== '' && name.trim().length <= 120

export type NewProvision = {
  readonly municipalityId: Id
  readonly organisationId: Id
  readonly teamId?: Id
  readonly programmeCode: string
  /** The last day of the provision, when it is known already. */
  readonly endsOn?: Day
}

/** Says that an organisation carries out a programme in a municipality. */
export async function addProvision(actor: Actor, given: NewProvision): Promise<Answer<{ id: Id }>> {
  return inScope(actor, async (tx) => {
    const municipality = await store.municipalityById(tx, given.municipalityId)
    const place: Place = { ...given, regionId: municipality?.regionId ?? undefined }
    if (!may(actor, 'change', 'organisation', place)) return refuse('not-yours')
    const isThere = (one: Provision) =>
      (['municipalityId', 'organisationId', 'programmeCode'] as const).every((key) => one[key] === given[key]) &&
      one.teamId === (given.teamId ?? null)
    if ((await store.provisionsInReach(tx)).some(isThere)) return refuse('provision-exists')
    const id = newId()
    await store.insertProvision(tx, { id, ...given, teamId: given.teamId ?? null })
    return allow({ id })
  })
}

/** Sets the last day of a provision, after which no trajectory begins in it; null when it has no end any more. */
export async function endProvision(actor: Actor, provisionId: Id, endsOn: Day | null): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const [provision] = await store.provisionsInReach(tx, provisionId)
    if (provision === undefined) return refuse('not-found')
    const place: Place = {
      regionId: provision.regionId ?? undefined,
      municipalityId: provision.municipalityId,
      organisationId: provision.organisationId,
      teamId: provision.teamId ?? undefined,
      programmeCode: provision.programmeCode,
    }
    if (!may(actor, 'change', 'organisation', place)) return refuse('not-yours')
    const { startsOn } = provision
    if (endsOn !== null && startsOn !== null && endsOn < startsOn) return refuse('provision-ends-early', { startsOn })
    await store.setProvisionEnd(tx, provisionId, endsOn)
    return allow()
  })
}

/**
 * The one provision of a programme in a municipality; made, with an organisation named after both, when there is none yet,
 * so that a first registration file needs no set-up. Refuses when several organisations carry the programme out there.
 */
export async function ensureProvision(
  actor: Actor,
  municipalityId: Id,
  programme: { readonly code: string; readonly name: string },
): Promise<Answer<{ id: Id }>> {
  return inScope(actor, async (tx) => {
    const municipality = await store.municipalityById(tx, municipalityId)
    if (municipality === undefined) return refuse('not-found')
    const here = (await store.provisionsInReach(tx)).filter(
      (one) => one.municipalityId === municipalityId && one.programmeCode === programme.code,
    )
    if (here.length > 1) return refuse('provision-ambiguous')
    if (here[0] !== undefined) return allow({ id: here[0].id })
    const name = `${programme.name} ${municipality.name}`
    const known = await store.organisationByName(tx, name)
    const organisation = known === undefined ? await addOrganisation(actor, name) : allow({ id: known.id })
    if (!organisation.ok) return organisation
    return addProvision(actor, { municipalityId, organisationId: organisation.value.id, programmeCode: programme.code })
  })
}

export type NewPerson = { readonly name: string; readonly email: string }

/**
 * Adds a person with a first grant, without a way to sign in yet (that comes by invitation).
 * Refuses an address in use, a grant that reaches beyond the actor's own, and work on files without an organisation.
 */
export async function addPerson(
  actor: Actor,
  given: NewPerson,
  grants: readonly Omit<Grant, 'startsOn'>[],
): Promise<Answer<{ id: Id }>> {
  if (grants.length === 0 || !grants.every((grant) => mayGive(actor, grant))) return refuse('grant-out-of-reach')
  if (grants.some(({ role }) => isServiceRole(role))) return refuse('role-of-systems')
  if (!grants.every(hasItsOrganisation)) return refuse('grant-needs-organisation')
  return inScope(actor, async (tx) => {
    const email = given.email.trim().toLowerCase()
    if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) return refuse('email-wrong')
    if ((await store.personByNameOrEmail(tx, email)) !== undefined) return refuse('email-in-use')
    if (!isName(given.name)) return refuse('name-wrong')
    // One that is not there, or out of reach, looks the same.
    const known = new Set((await store.allOrganisations(tx)).map(({ id }) => id))
    if (grants.some(({ organisationId }) => organisationId !== undefined && !known.has(organisationId)))
      return refuse('grant-out-of-reach')
    const id = newId()
    await store.insertPerson(tx, { id, name: given.name.trim(), email })
    for (const grant of grants) await insertGrant(tx, actor, id, grant)
    return allow({ id })
  })
}

/** Gives a person a role in a scope. Nobody gives oneself anything, nor more than the own reach, nor files without an organisation. */
export async function giveGrant(actor: Actor, personId: Id, grant: Omit<Grant, 'startsOn'>): Promise<Answer> {
  if (personId === actor.personId || !mayGive(actor, grant)) return refuse('grant-out-of-reach')
  if (!hasItsOrganisation(grant)) return refuse('grant-needs-organisation')
  if (isServiceRole(grant.role)) return refuse('role-of-systems')
  return inScope(actor, async (tx) => {
    await insertGrant(tx, actor, personId, grant)
    return allow()
  })
}

/** Switches a person in reach off (or on again); never oneself. */
export async function switchPerson(actor: Actor, personId: Id, isActive: boolean): Promise<Answer> {
  if (personId === actor.personId) return refuse('not-yourself')
  if (!(await peopleInReach(actor)).some((person) => person.id === personId)) return refuse('not-found')
  if (!maySomewhere(actor, 'change', 'person')) return refuse('not-yours')
  return inScope(actor, async (tx) => {
    await store.switchPerson(tx, personId, isActive)
    return allow()
  })
}

const mayGive = (actor: Actor, grant: Omit<Grant, 'startsOn'>): boolean =>
  grant.everywhere === true
    ? actor.grants.some((own) => own.everywhere === true) && maySomewhere(actor, 'change', 'person')
    : may(actor, 'change', 'person', grant)

const hasItsOrganisation = (grant: Omit<Grant, 'startsOn'>): boolean =>
  grant.organisationId !== undefined || !worksForAnOrganisation(grant.role)

async function insertGrant(
  tx: Parameters<typeof store.insertGrant>[0],
  actor: Actor,
  personId: Id,
  grant: Omit<Grant, 'startsOn'>,
): Promise<void> {
  await store.insertGrant(tx, {
    ...grant,
    ...(reachesOwnMatchesOnly(grant.role) && { ownMatches: true }),
    id: newId(),
    personId,
    startsOn: dayAt(new Date()),
    grantedBy: actor.personId,
  })
}

/** Marks what this database is for; real records stay real for ever. */
export const markInstallation = (actor: Actor, purpose: 'demo' | 'real'): Promise<void> =>
  inScope(actor, (tx) => store.markInstallation(tx, purpose))
