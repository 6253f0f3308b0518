import { and, asc, eq, getTableColumns, gte, isNull, lte, or, sql } from 'drizzle-orm'
import { builtOnce } from '../../database/built-once.ts'
import type { Tx } from '../../database/connect.ts'
import type { Day } from '../../foundation/day.ts'
import { day } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import type { Grant } from './actor.ts'
import { isRole } from './roles.ts'
import {
  grants,
  installation,
  municipalities,
  organisations,
  people,
  provisions,
  regions,
  teams,
  villages,
} from './tables.ts'

export async function personByNameOrEmail(tx: Tx, text: string) {
  const rows = await tx
    .select()
    .from(people)
    .where(and(eq(people.kind, 'person'), or(eq(people.email, text.toLowerCase()), eq(people.name, text))))
  return rows.length === 1 ? rows[0] : undefined
}

export type PersonWithGrants = { readonly name: string; readonly isActive: boolean; readonly grants: readonly Grant[] }

const withGrants = builtOnce(['personId', 'on'], (from, { personId, on }) =>
  from
    .select({ ...getTableColumns(grants), name: people.name, isActive: people.isActive })
    .from(people)
    .leftJoin(
      grants,
      and(eq(grants.personId, people.id), lte(grants.startsOn, on), or(isNull(grants.endsOn), gte(grants.endsOn, on))),
    )
    .where(eq(people.id, personId)),
)

/** A person with the grants in force on this day; a role that this version does not know gives nothing. */
export async function personWithGrants(tx: Tx, personId: Id, on: Day): Promise<PersonWithGrants | undefined> {
  const rows = await withGrants(tx, { personId, on })
  const [first] = rows
  return first && { name: first.name, isActive: first.isActive, grants: rows.flatMap(asGrant) }
}

/** Nothing of who has no grant, which is a row without one. */
function asGrant(row: Awaited<ReturnType<typeof withGrants>>[number]): Grant[] {
  if (row.role === null || row.startsOn === null || !isRole(row.role)) return []
  return [
    {
      role: row.role,
      startsOn: day(row.startsOn),
      ...(row.everywhere && { everywhere: true }),
      ...(row.regionId !== null && { regionId: row.regionId }),
      ...(row.municipalityId !== null && { municipalityId: row.municipalityId }),
      ...(row.organisationId !== null && { organisationId: row.organisationId }),
      ...(row.teamId !== null && { teamId: row.teamId }),
      ...(row.programmeCode !== null && { programmeCode: row.programmeCode }),
      ...(row.ownMatches && { ownMatches: true }),
      ...(row.endsOn !== null && { endsOn: day(row.endsOn) }),
    },
  ]
}

/** People in the actor's reach with the grants in the actor's reach, by name. */
export const peopleWithGrants = (tx: Tx) =>
  tx
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      isActive: people.isActive,
      role: grants.role,
      everywhere: grants.everywhere,
      endsOn: grants.endsOn,
      regionName: regions.name,
      municipalityName: municipalities.name,
      organisationName: organisations.name,
      teamName: teams.name,
      programmeCode: grants.programmeCode,
    })
    .from(people)
    .leftJoin(grants, eq(grants.personId, people.id))
    .leftJoin(regions, eq(regions.id, grants.regionId))
    .leftJoin(municipalities, eq(municipalities.id, grants.municipalityId))
    .leftJoin(organisations, eq(organisations.id, grants.organisationId))
    .leftJoin(teams, eq(teams.id, grants.teamId))
    .where(eq(people.kind, 'person'))
    .orderBy(asc(people.name), asc(people.id))

/** Switches a person off or on; a person switched off loses every session at once. */
export async function switchPerson(tx: Tx, id: Id, isActive: boolean): Promise<void> {
  await tx.update(people).set({ isActive }).where(eq(people.id, id))
}

export async function insertPerson(tx: Tx, row: typeof people.$inferInsert): Promise<void> {
  await tx.insert(people).values(row)
}

export async function insertGrant(tx: Tx, row: typeof grants.$inferInsert): Promise<void> {
  await tx.insert(grants).values(row)
}

export async function insertRegion(tx: Tx, row: typeof regions.$inferInsert): Promise<void> {
  await tx.insert(regions).values(row)
}

export const allRegions = (tx: Tx) => tx.select().from(regions).orderBy(asc(regions.name))

export async function insertMunicipality(
  tx: Tx,
  row: typeof municipalities.$inferInsert,
  places: readonly { code: string; name: string }[],
): Promise<void> {
  await tx.insert(municipalities).values(row)
  await insertVillages(tx, row.id, places)
}

export async function insertVillages(
  tx: Tx,
  municipalityId: Id,
  places: readonly { code: string; name: string }[],
  from = 0,
) {
  if (places.length === 0) return
  await tx.insert(villages).values(places.map((place, at) => ({ municipalityId, ...place, position: from + at })))
}

export async function updateMunicipality(
  tx: Tx,
  id: Id,
  change: { countsMigrationBackground?: boolean; sharingDays?: number; regionId?: Id | null },
): Promise<void> {
  await tx.update(municipalities).set(change).where(eq(municipalities.id, id))
}

const municipalitiesByName = builtOnce([], (from) =>
  from.select().from(municipalities).orderBy(asc(municipalities.name)),
)
export const allMunicipalities = (tx: Tx) => municipalitiesByName(tx, {})

export async function municipalityByCode(tx: Tx, code: string) {
  const [row] = await tx.select().from(municipalities).where(eq(municipalities.code, code))
  return row
}

const oneMunicipality = builtOnce(['id'], (from, { id }) =>
  from.select().from(municipalities).where(eq(municipalities.id, id)),
)
export const municipalityById = async (tx: Tx, id: Id) => (await oneMunicipality(tx, { id }))[0]

const villagesIn = builtOnce(['municipalityId'], (from, { municipalityId }) =>
  from
    .select()
    .from(villages)
    .where(eq(villages.municipalityId, municipalityId))
    .orderBy(asc(villages.position), asc(villages.name)),
)
export const villagesOf = (tx: Tx, municipalityId: Id) => villagesIn(tx, { municipalityId })

const villagesOfSome = builtOnce(['municipalityIds'], (from, { municipalityIds }) =>
  from
    .select(getTableColumns(villages))
    .from(villages)
    .innerJoin(municipalities, eq(municipalities.id, villages.municipalityId))
    .where(sql`${villages.municipalityId} = any(${municipalityIds}::uuid[])`)
    .orderBy(asc(municipalities.name), asc(villages.position), asc(villages.name)),
)
export const villagesOfAll = (tx: Tx, municipalityIds: readonly Id[]) => villagesOfSome(tx, { municipalityIds })

export async function insertOrganisation(tx: Tx, row: typeof organisations.$inferInsert): Promise<void> {
  await tx.insert(organisations).values(row)
}

export const allOrganisations = (tx: Tx) => tx.select().from(organisations).orderBy(asc(organisations.name))

export async function organisationByName(tx: Tx, name: string) {
  const [row] = await tx.select().from(organisations).where(eq(organisations.name, name))
  return row
}

export async function insertProvision(tx: Tx, row: typeof provisions.$inferInsert): Promise<void> {
  await tx.insert(provisions).values(row)
}

export async function setProvisionEnd(tx: Tx, id: Id, endsOn: Day | null): Promise<void> {
  await tx.update(provisions).set({ endsOn }).where(eq(provisions.id, id))
}

const provisionWithNames = {
  id: provisions.id,
  municipalityId: provisions.municipalityId,
  municipalityCode: municipalities.code,
  municipalityName: municipalities.name,
  regionId: municipalities.regionId,
  organisationId: provisions.organisationId,
  organisationName: organisations.name,
  teamId: provisions.teamId,
  programmeCode: provisions.programmeCode,
  startsOn: provisions.startsOn,
  endsOn: provisions.endsOn,
}

const provisionsReached = builtOnce([], (from) =>
  from
    .select(provisionWithNames)
    .from(provisions)
    .innerJoin(municipalities, eq(municipalities.id, provisions.municipalityId))
    .innerJoin(organisations, eq(organisations.id, provisions.organisationId))
    .orderBy(asc(municipalities.name), asc(organisations.name), asc(provisions.programmeCode)),
)

const provisionReached = builtOnce(['id'], (from, { id }) =>
  from
    .select(provisionWithNames)
    .from(provisions)
    .innerJoin(municipalities, eq(municipalities.id, provisions.municipalityId))
    .innerJoin(organisations, eq(organisations.id, provisions.organisationId))
    .where(eq(provisions.id, id)),
)

const placeReached = builtOnce(['id'], (from, { id }) =>
  from
    .select({
      regionId: municipalities.regionId,
      municipalityId: provisions.municipalityId,
      organisationId: provisions.organisationId,
      teamId: provisions.teamId,
      programmeCode: provisions.programmeCode,
    })
    .from(provisions)
    .innerJoin(municipalities, eq(municipalities.id, provisions.municipalityId))
    .where(eq(provisions.id, id)),
)

/** What a provision belongs to, without names; undefined when it is out of reach. */
export const provisionPlace = async (tx: Tx, id: Id) => (await placeReached(tx, { id }))[0]

/** Provisions in the actor's reach with the names of their organisation and place. */
export const provisionsInReach = (tx: Tx, only?: Id) =>
  only === undefined ? provisionsReached(tx, {}) : provisionReached(tx, { id: only })

export async function installationPurpose(tx: Tx): Promise<'empty' | 'demo' | 'real'> {
  const [row] = await tx.select().from(installation)
  return row?.purpose ?? 'empty'
}

export async function markInstallation(tx: Tx, purpose: 'demo' | 'real'): Promise<void> {
  await tx.update(installation).set({ purpose }).where(sql`${installation.purpose} <> 'real'`)
}

export type CarriedOut = { readonly municipalityId: Id; readonly programmeCode: string; readonly isRunning: boolean }

/** Which programmes run or ran where, the oldest first; a question of the database, for who may not see by whom. */
export async function carriedOut(tx: Tx): Promise<CarriedOut[]> {
  const { rows } = await tx.execute<{ municipality_id: string; programme_code: string; is_running: boolean }>(
    sql`select municipality_id, programme_code, is_running from access.programmes_carried_out()`,
  )
  return rows.map((row) => ({
    municipalityId: row.municipality_id,
    programmeCode: row.programme_code,
    isRunning: row.is_running,
  }))
}
