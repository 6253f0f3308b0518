import { and, eq, gt, type SQL, sql } from 'drizzle-orm'
import { builtOnce } from '../../database/built-once.ts'
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

const standing = builtOnce(['ownerId', 'page'], (from, { ownerId, page }) =>
  from
    .select()
    .from(drafts)
    .where(and(eq(drafts.ownerId, ownerId), eq(drafts.page, page), gt(drafts.expiresAt, sql`now()`))),
)

export async function draftOf(tx: Tx, ownerId: Id, page: string) {
  const [row] = await standing(tx, { ownerId, page })
  return row
}

/** The statement that removes what was typed there. */
export const removalOf = (ownerId: Id, page: string): SQL =>
  sql`delete from drafts where owner_id = ${ownerId} and page = ${page}`

/** Gives how many went. */
export async function removeExpired(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ n: number }>(sql`select access.remove_expired_drafts() as n`)
  return rows[0]?.n ?? 0
}
