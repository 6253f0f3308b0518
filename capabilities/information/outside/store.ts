import { eq, notInArray, sql } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import { pageVersions } from '../tables.ts'
import type { Asked, StandsIn } from './outside-link.ts'
import { outsideLinks } from './tables.ts'

/** The texts and sources of everything that is public. */
export const publicTexts = (tx: Tx) =>
  tx
    .select({ body: pageVersions.body, sources: pageVersions.sources })
    .from(pageVersions)
    .where(eq(pageVersions.state, 'approved'))

export const allLinks = (tx: Tx) => tx.select().from(outsideLinks).orderBy(outsideLinks.address)

/** Puts these addresses in place of those that were known; of one that stays, what was found stays too. */
export async function keepLinks(tx: Tx, rows: readonly { address: string; standsIn: StandsIn[] }[]): Promise<void> {
  const addresses = rows.map(({ address }) => address)
  await tx.delete(outsideLinks).where(addresses.length === 0 ? undefined : notInArray(outsideLinks.address, addresses))
  if (rows.length === 0) return
  await tx
    .insert(outsideLinks)
    .values([...rows])
    .onConflictDoUpdate({ target: outsideLinks.address, set: { standsIn: sql`excluded.stands_in` } })
}

export async function recordAsked(tx: Tx, address: string, found: Asked): Promise<void> {
  await tx.update(outsideLinks).set(found).where(eq(outsideLinks.address, address))
}
