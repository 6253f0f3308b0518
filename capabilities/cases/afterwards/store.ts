import { and, asc, eq } from 'drizzle-orm'
import { builtOnce } from '../../../database/built-once.ts'
import type { Tx } from '../../../database/connect.ts'
import { day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import type { Handed, Offer } from './offer.ts'
import { afterwardsOffers, handedOver } from './tables.ts'

export async function offersOf(tx: Tx, municipalityId: Id): Promise<Offer[]> {
  const rows = await tx
    .select()
    .from(afterwardsOffers)
    .where(eq(afterwardsOffers.municipalityId, municipalityId))
    .orderBy(asc(afterwardsOffers.name), asc(afterwardsOffers.id))
  return rows.map((row) => ({
    ...row,
    validFrom: day(row.validFrom),
    validUntil: row.validUntil === null ? null : day(row.validUntil),
  }))
}

export async function insertOffer(tx: Tx, row: typeof afterwardsOffers.$inferInsert): Promise<void> {
  await tx.insert(afterwardsOffers).values(row)
}

type Change = Pick<
  typeof afterwardsOffers.$inferInsert,
  'name' | 'what' | 'reach' | 'source' | 'validFrom' | 'validUntil' | 'programmeCodes'
>

/** Changes an offer when nobody did since this version; says whether it did. */
export async function updateOffer(
  tx: Tx,
  { id, rowVersion }: { readonly id: Id; readonly rowVersion: number },
  change: Change,
): Promise<boolean> {
  const rows = await tx
    .update(afterwardsOffers)
    .set({ ...change, rowVersion: rowVersion + 1 })
    .where(and(eq(afterwardsOffers.id, id), eq(afterwardsOffers.rowVersion, rowVersion)))
    .returning({ id: afterwardsOffers.id })
  return rows.length > 0
}

export async function insertHanded(tx: Tx, rows: readonly (typeof handedOver.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) {
    await tx
      .insert(handedOver)
      .values([...rows])
      .onConflictDoNothing()
  }
}

const handedInTrajectory = builtOnce(['trajectoryId'], (from, { trajectoryId }) =>
  from
    .select()
    .from(handedOver)
    .where(eq(handedOver.trajectoryId, trajectoryId))
    .orderBy(asc(handedOver.handedOn), asc(handedOver.name), asc(handedOver.offerId)),
)

export async function handedIn(tx: Tx, trajectoryId: Id): Promise<Handed[]> {
  const rows = await handedInTrajectory(tx, { trajectoryId })
  return rows.map(({ offerId, handedOn, name, what, reach }) => ({
    ...{ offerId, name, what, reach },
    handedOn: day(handedOn),
  }))
}
