import { and, eq, gt, sql } from 'drizzle-orm'
import type { Tx } from '../../database/connect.ts'
import type { Id } from '../../foundation/id.ts'
import { drafts } from './tables.ts'

/** One draft per person and page: a later one takes the place of an earlier. */
export async function putDraft(tx: Tx, row: typeof drafts.$inferInsert): Promise<void> {
  const { content, expiresAt } = row
  await tx
    .insert(drafts)
    .values(row)
    .onConflictDoUpdate({
      target: [drafts.ownerId, drafts.page],
      set: { content, expiresAt, savedAt: sql`clock_timestamp()` },
    })
}

export async function draftOf(tx: Tx, ownerId: Id, page: string) {
  const [row] = await tx
    .select()
    .from(drafts)
    .where(and(eq(drafts.ownerId, ownerId), eq(drafts.page, page), gt(drafts.expiresAt, sql`now()`)))
  return row
}

export async function removeDraft(tx: Tx, ownerId: Id, page: string): Promise<void> {
  await tx.delete(drafts).where(and(eq(drafts.ownerId, ownerId), eq(drafts.page, page)))
}

/** Gives how many went. */
export async function removeExpired(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ n: number }>(sql`select access.remove_expired_drafts() as n`)
  return rows[0]?.n ?? 0
}
