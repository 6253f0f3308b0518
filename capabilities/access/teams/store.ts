import { and, asc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import type { Id } from '../../../foundation/id.ts'
import type { Role } from '../roles.ts'
import { grants, municipalities, people, provisions, teams } from '../tables.ts'
import type { Team } from './team.ts'

/** Teams that the actor may see, by name; those of one organisation, or one team. */
export const teamsSeen = (tx: Tx, only: { organisationId?: Id; id?: Id } = {}): Promise<Team[]> =>
  tx
    .select()
    .from(teams)
    .where(
      and(
        only.organisationId === undefined ? undefined : eq(teams.organisationId, only.organisationId),
        only.id === undefined ? undefined : eq(teams.id, only.id),
      ),
    )
    .orderBy(asc(sql`lower(${teams.name})`))

export async function insertTeam(tx: Tx, row: typeof teams.$inferInsert): Promise<void> {
  await tx.insert(teams).values(row)
}

export async function renameTeam(tx: Tx, id: Id, name: string): Promise<void> {
  await tx.update(teams).set({ name }).where(eq(teams.id, id))
}

export async function closeTeam(tx: Tx, id: Id): Promise<void> {
  await tx.update(teams).set({ closedOn: sql`access.today()` }).where(eq(teams.id, id))
}

/** Whether people or running provisions are in the team, also where the actor sees neither. */
export async function isUsed(tx: Tx, id: Id): Promise<boolean> {
  const { rows } = await tx.execute<{ used: boolean }>(sql`select access.team_is_used(${id}) as used`)
  return rows[0]?.used === true
}

/** Whether the team works where the actor sets up no organisations, also where the actor sees neither people nor provisions. */
export async function worksElsewhere(tx: Tx, id: Id): Promise<boolean> {
  const { rows } = await tx.execute<{ elsewhere: boolean }>(sql`select access.team_works_elsewhere(${id}) as elsewhere`)
  return rows[0]?.elsewhere === true
}

export async function giveProvision(tx: Tx, id: Id, teamId: Id | null): Promise<void> {
  await tx.update(provisions).set({ teamId }).where(eq(provisions.id, id))
}

const IN_FORCE = sql`${grants.startsOn} <= access.today() and (${grants.endsOn} is null or ${grants.endsOn} >= access.today())`

/** Grants in force of these roles in one organisation, of people in reach, by name. */
export const grantsIn = (tx: Tx, organisationId: Id, roles: readonly Role[]) =>
  tx
    .select({
      id: grants.id,
      personId: people.id,
      personName: people.name,
      role: grants.role,
      teamId: grants.teamId,
      municipalityId: grants.municipalityId,
      municipalityName: municipalities.name,
      regionId: municipalities.regionId,
      programmeCode: grants.programmeCode,
      ownMatches: grants.ownMatches,
      endsOn: grants.endsOn,
      providerId: grants.providerId,
    })
    .from(grants)
    .innerJoin(people, eq(people.id, grants.personId))
    .innerJoin(municipalities, eq(municipalities.id, grants.municipalityId))
    .where(
      and(
        eq(grants.organisationId, organisationId),
        inArray(grants.role, [...roles]),
        eq(people.kind, 'person'),
        isNull(grants.regionId),
        IN_FORCE,
      ),
    )
    .orderBy(asc(people.name), asc(people.id), asc(municipalities.name), asc(grants.role))

/** Keeps another change of what this person may in teams waiting until this transaction ends. */
export const oneAtATime = (tx: Tx, personId: Id) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${personId}, 7204511660))`)

export async function insertGrant(tx: Tx, row: typeof grants.$inferInsert): Promise<void> {
  await tx.insert(grants).values(row)
}

/** Ends a grant as of now: its last day was yesterday. */
export async function endGrant(tx: Tx, id: Id): Promise<void> {
  await tx.update(grants).set({ endsOn: sql`access.today() - 1` }).where(eq(grants.id, id))
}

/** Whether the organisation has this programme in this municipality with this team already, in another provision. */
export async function isTwice(
  tx: Tx,
  one: { id: Id; municipalityId: Id; organisationId: Id; programmeCode: string },
  teamId: Id | null,
): Promise<boolean> {
  const [row] = await tx
    .select({ id: provisions.id })
    .from(provisions)
    .where(
      and(
        eq(provisions.municipalityId, one.municipalityId),
        eq(provisions.organisationId, one.organisationId),
        eq(provisions.programmeCode, one.programmeCode),
        teamId === null ? isNull(provisions.teamId) : eq(provisions.teamId, teamId),
        ne(provisions.id, one.id),
      ),
    )
  return row !== undefined
}
