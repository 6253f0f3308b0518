import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import type { Id } from '../../../foundation/id.ts'
import { trajectories } from '../tables.ts'

/**
 * Keeps other writers of all that an import brought in, and nobody withdrew, waiting until this transaction ends. Gives ids
 * only, for they may be a great many.
 */
export async function lockImported(tx: Tx, importId: Id): Promise<Id[]> {
  const rows = await tx
    .select({ id: trajectories.id })
    .from(trajectories)
    .where(and(eq(trajectories.importId, importId), eq(trajectories.isWithdrawn, false)))
    .orderBy(asc(trajectories.id))
    .for('no key update')
  return rows.map(({ id }) => id)
}

/** Marks registrations of an import as undone. */
export async function withdrawAll(tx: Tx, ids: readonly Id[]): Promise<void> {
  await tx
    .update(trajectories)
    .set({ isWithdrawn: true, rowVersion: sql`${trajectories.rowVersion} + 1` })
    .where(inArray(trajectories.id, [...ids]))
}
