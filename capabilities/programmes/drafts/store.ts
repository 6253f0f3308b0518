import { and, asc, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import type { Id } from '../../../foundation/id.ts'
import { programmes } from '../tables.ts'
import { asPiece } from './document.ts'
import type { Draft } from './draft.ts'
import { programmeDrafts } from './tables.ts'

const asDraft = (row: typeof programmeDrafts.$inferSelect): Draft => ({ ...row, definition: asPiece(row.definition) })

/** The drafts in reach, by code. */
export async function allDrafts(tx: Tx): Promise<Draft[]> {
  const rows = await tx.select().from(programmeDrafts).orderBy(asc(programmeDrafts.code), asc(programmeDrafts.id))
  return rows.map(asDraft)
}

export async function draftById(tx: Tx, id: Id): Promise<Draft | undefined> {
  const [row] = await tx.select().from(programmeDrafts).where(eq(programmeDrafts.id, id))
  return row && asDraft(row)
}

/** One draft, kept from others until the transaction ends. */
export async function draftToChange(tx: Tx, id: Id): Promise<Draft | undefined> {
  const [row] = await tx.select().from(programmeDrafts).where(eq(programmeDrafts.id, id)).for('update')
  return row && asDraft(row)
}

export async function insertDraft(tx: Tx, row: typeof programmeDrafts.$inferInsert): Promise<void> {
  await tx.insert(programmeDrafts).values(row).onConflictDoNothing()
}

export async function updateDraft(tx: Tx, draft: Draft, definition: object, changedBy: Id): Promise<void> {
  await tx
    .update(programmeDrafts)
    .set({ definition, changedBy, rowVersion: draft.rowVersion + 1, changedAt: sql`clock_timestamp()` })
    .where(and(eq(programmeDrafts.id, draft.id), eq(programmeDrafts.rowVersion, draft.rowVersion)))
}

export async function deleteDraft(tx: Tx, id: Id): Promise<void> {
  await tx.delete(programmeDrafts).where(eq(programmeDrafts.id, id))
}

/** Every version that was ever published, without its text; by code and version. */
export const everyVersion = (tx: Tx) =>
  tx
    .select({
      code: programmes.code,
      version: programmes.version,
      name: sql<{ nl: string; en: string }>`${programmes.definition} -> 'name'`,
      publishedAt: programmes.publishedAt,
      retiredAt: programmes.retiredAt,
      municipalityId: programmes.municipalityId,
      regionId: programmes.regionId,
    })
    .from(programmes)
    .orderBy(asc(programmes.code), asc(programmes.version))
