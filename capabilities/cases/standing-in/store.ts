import { and, asc, eq, gte, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import { type Day, day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { assignments } from '../tables.ts'
import type { StandIn } from './standing-in.ts'
import { standIns } from './tables.ts'

export async function insertStandIn(tx: Tx, row: typeof standIns.$inferInsert): Promise<void> {
  await tx.insert(standIns).values(row)
}

const asStandIn = (row: typeof standIns.$inferSelect): StandIn => ({
  ...row,
  fromOn: day(row.fromOn),
  untilOn: day(row.untilOn),
})

/** Arrangements that last until `today` or later, as far as they concern the actor. */
export async function standInsFrom(tx: Tx, today: Day): Promise<StandIn[]> {
  const rows = await tx
    .select()
    .from(standIns)
    .where(gte(standIns.untilOn, today))
    .orderBy(asc(standIns.fromOn), asc(standIns.id))
  return rows.map(asStandIn)
}

export async function standInById(tx: Tx, id: Id): Promise<StandIn | undefined> {
  const [row] = await tx.select().from(standIns).where(eq(standIns.id, id))
  return row && asStandIn(row)
}

/** Ends an arrangement on the day before today; the roles it gave have the same days by their key. */
export async function endStandIn(tx: Tx, id: Id, given: { readonly lastOn: Day; readonly by: Id }): Promise<boolean> {
  const rows = await tx
    .update(standIns)
    .set({
      fromOn: sql`least(${standIns.fromOn}, ${given.lastOn}::date)`,
      untilOn: given.lastOn,
      endedBy: given.by,
      endedAt: sql`date_trunc('milliseconds', clock_timestamp())`,
    })
    .where(eq(standIns.id, id))
    .returning({ id: standIns.id })
  return rows.length > 0
}

/** The trajectories to which an account is assigned in a provision as own work, from now on; as far as the actor sees. */
export async function assignedTo(tx: Tx, accountId: Id, provisionId: Id, today: Day): Promise<Id[]> {
  const rows = await tx
    .select({ id: assignments.trajectoryId })
    .from(assignments)
    .where(
      and(
        ...[eq(assignments.personId, accountId), eq(assignments.provisionId, provisionId)],
        ...[isNull(assignments.standsIn), or(isNull(assignments.untilOn), gte(assignments.untilOn, today))],
      ),
    )
  return [...new Set(rows.map(({ id }) => id))]
}

/** By arrangement, the trajectories on which an account stands in today. */
export async function standingOn(tx: Tx, accountId: Id, today: Day): Promise<Map<Id, Id[]>> {
  const rows = await tx
    .select({ id: assignments.trajectoryId, standsIn: assignments.standsIn })
    .from(assignments)
    .where(
      and(
        ...[eq(assignments.personId, accountId), isNotNull(assignments.standsIn)],
        ...[lte(assignments.fromOn, today), gte(assignments.untilOn, today)],
        sql`access.away_assigned(${assignments.standsIn}, ${assignments.trajectoryId})`,
      ),
    )
  return new Map(
    [...Map.groupBy(rows, ({ standsIn }) => standsIn ?? '')].map(([key, some]) => [key, some.map(({ id }) => id)]),
  )
}
