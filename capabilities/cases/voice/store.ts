import { asc, eq, sql } from 'drizzle-orm'
import { builtOnce } from '../../../database/built-once.ts'
import type { Tx } from '../../../database/connect.ts'
import type { Id } from '../../../foundation/id.ts'
import { childVoiceReasons } from './tables.ts'

/** The children a trajectory is about, for who works on it or leads it. */
export async function childrenOfCase(tx: Tx, trajectoryId: Id): Promise<Id[]> {
  const { rows } = await tx.execute<{ id: Id }>(
    sql`select id from access.children_of_case(${trajectoryId}) as child (id) order by id`,
  )
  return rows.map(({ id }) => id)
}

const reasonsOf = builtOnce(['trajectoryId'], (from, { trajectoryId }) =>
  from
    .select({ childId: childVoiceReasons.childId, because: childVoiceReasons.because })
    .from(childVoiceReasons)
    .where(eq(childVoiceReasons.trajectoryId, trajectoryId))
    .orderBy(asc(childVoiceReasons.recordedAt), asc(childVoiceReasons.id)),
)

/** By child, the last reason that was given in this trajectory. */
export async function reasonsIn(tx: Tx, trajectoryId: Id): Promise<Map<Id, string>> {
  const rows = await reasonsOf(tx, { trajectoryId })
  return new Map(rows.map(({ childId, because }) => [childId, because]))
}

export async function insertReason(tx: Tx, row: typeof childVoiceReasons.$inferInsert): Promise<void> {
  await tx.insert(childVoiceReasons).values(row)
}
