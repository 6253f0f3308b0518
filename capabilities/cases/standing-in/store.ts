import { asc, eq, gte, sql } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import { type Day, day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
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
