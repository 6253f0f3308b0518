import { and, asc, count, eq, lt } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import { insertMany } from '../../../database/insert-many.ts'
import { type Id, newId } from '../../../foundation/id.ts'
import { importCorrections } from '../tables.ts'
import type { KeptChange } from './kept-change.ts'

type Here = { readonly municipalityId: Id; readonly id: Id; readonly provisionId: Id }

const isOf = ({ municipalityId, id }: Pick<Here, 'municipalityId' | 'id'>) =>
  and(eq(importCorrections.municipalityId, municipalityId), eq(importCorrections.importId, id))

export const insertChanges = (tx: Tx, here: Here, by: Id, changes: readonly KeptChange[]): Promise<void> =>
  insertMany(
    tx,
    importCorrections,
    changes.map(({ row, column, oldValue, newValue }) => ({
      ...{ municipalityId: here.municipalityId, importId: here.id, provisionId: here.provisionId, id: newId() },
      ...{ rowNumber: row, columnName: column, correctedBy: by },
      ...{ oldValue: oldValue ?? null, newValue: newValue ?? null },
    })),
  )

/** By row, within it by column, and of one cell in the order of time. */
export const changesOf = (tx: Tx, here: Here, { from, most }: { readonly from: number; readonly most: number }) =>
  tx
    .select()
    .from(importCorrections)
    .where(isOf(here))
    .orderBy(asc(importCorrections.rowNumber), asc(importCorrections.columnName), asc(importCorrections.correctedAt))
    .offset(from)
    .limit(most)

export async function countChanges(tx: Tx, here: Here): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(importCorrections).where(isOf(here))
  return row?.n ?? 0
}

export async function removeChanges(tx: Tx, here: Here): Promise<void> {
  await tx.delete(importCorrections).where(isOf(here))
}

export async function removeChangesBefore(tx: Tx, before: Date): Promise<void> {
  await tx.delete(importCorrections).where(lt(importCorrections.correctedAt, before))
}
