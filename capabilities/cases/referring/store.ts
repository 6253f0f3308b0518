import { eq } from 'drizzle-orm'
import { builtOnce } from '../../../database/built-once.ts'
import type { Tx } from '../../../database/connect.ts'
import type { Id } from '../../../foundation/id.ts'
import { onlineReferrals } from './tables.ts'

export async function insert(tx: Tx, row: typeof onlineReferrals.$inferInsert): Promise<void> {
  await tx.insert(onlineReferrals).values(row)
}

const ofChild = builtOnce(['childId'], (from, { childId }) =>
  from
    .select({ id: onlineReferrals.id, organisation: onlineReferrals.organisation })
    .from(onlineReferrals)
    .where(eq(onlineReferrals.childId, childId)),
)

/** By referral of a child, the organisation it was referred to, as far as the database lets this actor see it. */
export async function organisationsOf(tx: Tx, childId: Id): Promise<Map<Id, string>> {
  return new Map((await ofChild(tx, { childId })).map(({ id, organisation }) => [id, organisation]))
}
