import { sql } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import type { Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { LABELS, type Label } from './counts.ts'

type Asked = { readonly municipalityId: Id; readonly from: Day; readonly to: Day; readonly isOwn: boolean }

/** How many requests came in on these days, by the label each has now. */
export async function requestsByLaw(tx: Tx, asked: Asked): Promise<Partial<Record<Label, number>>> {
  const { municipalityId, from, to, isOwn } = asked
  const { rows } = await tx.execute<{ law: string | null; n: number }>(
    sql`select law, n from access.requests_by_law(${municipalityId}, ${from}, ${to}, ${isOwn})`,
  )
  const counted: Partial<Record<Label, number>> = {}
  for (const { law, n } of rows) counted[LABELS.find((one) => one === law) ?? 'unlabelled'] = n
  return counted
}
