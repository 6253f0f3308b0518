import { desc, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import type { Id } from '../../../foundation/id.ts'
import type { OwnTerm } from './own-term.ts'
import { waitingTerms } from './tables.ts'

/** What these municipalities said, what was said last first. */
export async function termsOf(tx: Tx, municipalityIds: readonly Id[]): Promise<ReadonlyMap<Id, OwnTerm[]>> {
  const rows =
    municipalityIds.length === 0
      ? []
      : await tx
          .select()
          .from(waitingTerms)
          .where(inArray(waitingTerms.municipalityId, [...municipalityIds]))
          .orderBy(desc(waitingTerms.fromOn), desc(waitingTerms.recordedAt), desc(waitingTerms.id))
  const terms = new Map<Id, OwnTerm[]>()
  for (const { municipalityId, fromOn, untilOn, hours, contactHours, source, isTakenAway } of rows) {
    const isTerm = untilOn !== null && hours !== null && contactHours !== null
    const term = isTerm ? { hours, contactHours, until: untilOn } : undefined
    terms.set(municipalityId, [
      ...(terms.get(municipalityId) ?? []),
      { from: fromOn, source, term, ...(isTakenAway && { isTakenAway }) },
    ])
  }
  return terms
}

export async function insertTerm(tx: Tx, row: typeof waitingTerms.$inferInsert): Promise<void> {
  await tx.insert(waitingTerms).values(row).onConflictDoNothing()
}

/** When and where the request with this code came in. */
export async function cameIn(tx: Tx, codeHash: string) {
  const { rows } = await tx.execute<{ receivedAt: string | Date; municipalityId: Id }>(sql`
    select received_at as "receivedAt", municipality_id as "municipalityId" from access.request_came_in(${codeHash})`)
  const [row] = rows
  return row && { receivedAt: new Date(row.receivedAt), municipalityId: row.municipalityId }
}
