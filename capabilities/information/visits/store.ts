import { and, eq, gte, isNull, lte, sql } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import type { Id } from '../../../foundation/id.ts'
import { visitCounts } from './tables.ts'

export type VisitRow = typeof visitCounts.$inferSelect

/** Adds these to what was counted before; each of another page, place, language or kind. */
export async function add(tx: Tx, rows: readonly VisitRow[]): Promise<void> {
  await tx.execute(sql`
    insert into visit_counts (month, municipality_id, what, slug, language, kind, n)
    select month, "municipalityId", what, slug, language, kind, n from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given (month date, "municipalityId" uuid, what text, slug text, language text, kind text, n integer)
    on conflict (month, municipality_id, what, slug, language, kind) do update set n = visit_counts.n + excluded.n`)
}

/** What was counted in a municipality, or where none was chosen, in these months. */
export const counted = (tx: Tx, municipalityId: Id | null, from: string, to: string): Promise<VisitRow[]> =>
  tx
    .select()
    .from(visitCounts)
    .where(
      and(
        municipalityId === null ? isNull(visitCounts.municipalityId) : eq(visitCounts.municipalityId, municipalityId),
        gte(visitCounts.month, from),
        lte(visitCounts.month, to),
      ),
    )
