import { and, asc, eq, inArray, max, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '../../../database/connect.ts'
import type { Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import type { Role } from '../roles.ts'
import { devices } from '../sign-in/tables.ts'
import { grants, municipalities, organisations, people, regions } from '../tables.ts'
import { rightReviews } from './tables.ts'

const givers = alias(people, 'givers')

/** Rights of these roles in force, as far as the actor sees them, with who gave each and when it was last looked at. */
export const rightsInForce = (tx: Tx, roles: readonly Role[], on: Day, only?: Id) =>
  tx
    .select({
      id: grants.id,
      personId: people.id,
      personName: people.name,
      role: grants.role,
      everywhere: grants.everywhere,
      regionId: sql<Id | null>`coalesce(${grants.regionId}, ${municipalities.regionId})`,
      municipalityId: grants.municipalityId,
      organisationId: grants.organisationId,
      programmeCode: grants.programmeCode,
      regionName: regions.name,
      municipalityName: municipalities.name,
      organisationName: organisations.name,
      startsOn: grants.startsOn,
      grantedAt: grants.grantedAt,
      providerId: grants.providerId,
      grantedBy: grants.grantedBy,
      grantedByName: givers.name,
      reviewedAt:
        sql<Date | null>`(select max(r.decided_at) from right_reviews r where r.grant_id = ${grants.id})`.mapWith(
          rightReviews.decidedAt,
        ),
    })
    .from(grants)
    .innerJoin(people, eq(people.id, grants.personId))
    .leftJoin(givers, eq(givers.id, grants.grantedBy))
    .leftJoin(regions, eq(regions.id, grants.regionId))
    .leftJoin(municipalities, eq(municipalities.id, grants.municipalityId))
    .leftJoin(organisations, eq(organisations.id, grants.organisationId))
    .where(
      and(
        eq(people.kind, 'person'),
        eq(people.isActive, true),
        inArray(grants.role, [...roles]),
        sql`${grants.startsOn} <= ${on} and (${grants.endsOn} is null or ${grants.endsOn} >= ${on})`,
        only === undefined ? undefined : eq(grants.id, only),
      ),
    )
    .orderBy(asc(municipalities.name), asc(organisations.name), asc(people.name), asc(grants.role))

/** Whether a form was pressed twice: the same decision, by the same person with the same reason, of less than a minute ago. */
export async function isDecidedJustNow(tx: Tx, one: Omit<typeof rightReviews.$inferInsert, 'id'>): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${one.grantId}, 7204511661))`)
  const [found] = await tx
    .select({ id: rightReviews.id })
    .from(rightReviews)
    .where(
      and(
        eq(rightReviews.grantId, one.grantId),
        eq(rightReviews.decision, one.decision),
        eq(rightReviews.reason, one.reason),
        eq(rightReviews.decidedBy, one.decidedBy),
        sql`${rightReviews.decidedAt} > clock_timestamp() - interval '1 minute'`,
      ),
    )
    .limit(1)
  return found !== undefined
}

export async function insertReview(tx: Tx, row: typeof rightReviews.$inferInsert): Promise<void> {
  await tx.insert(rightReviews).values(row)
}

/** Ends a right as of now: its last day was yesterday. */
export async function endGrant(tx: Tx, id: Id): Promise<void> {
  await tx.update(grants).set({ endsOn: sql`access.today() - 1` }).where(eq(grants.id, id))
}

/** When each of these people last signed in, as the role of signing in; nothing for who did not this year. */
export async function lastSignIns(tx: Tx, personIds: readonly Id[]): Promise<Map<Id, Date>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx
    .select({ userId: devices.userId, at: max(devices.lastSeenAt) })
    .from(devices)
    .where(inArray(devices.userId, [...personIds]))
    .groupBy(devices.userId)
  return new Map(rows.flatMap(({ userId, at }) => (at === null ? [] : [[userId, at] as const])))
}
