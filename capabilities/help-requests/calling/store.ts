import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import { day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import type { ProvisionPhone } from './phone.ts'
import { provisionPhones } from './tables.ts'

/** The number of the provision that has the request with this code. */
export async function phoneForCode(tx: Tx, codeHash: string) {
  const { rows } = await tx.execute<{ number: string; openNl: string; openEn: string; checkedOn: string }>(sql`
    select number, open_nl as "openNl", open_en as "openEn", checked_on::text as "checkedOn"
    from access.phone_for_code(${codeHash})`)
  const [row] = rows
  if (row === undefined) return undefined
  return { number: row.number, open: { nl: row.openNl, en: row.openEn }, checkedOn: day(row.checkedOn) }
}

export async function phonesIn(tx: Tx, municipalityId: Id): Promise<ProvisionPhone[]> {
  const rows = await tx.select().from(provisionPhones).where(eq(provisionPhones.municipalityId, municipalityId))
  return rows.map(({ provisionId, number, openNl, openEn, source, checkedOn, rowVersion }) => ({
    ...{ provisionId, number, source, rowVersion },
    open: { nl: openNl, en: openEn },
    checkedOn: day(checkedOn),
  }))
}

/** Stores a first number; says whether there was none. */
export async function insertPhone(tx: Tx, row: typeof provisionPhones.$inferInsert): Promise<boolean> {
  const added = await tx
    .insert(provisionPhones)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: provisionPhones.provisionId })
  return added.length > 0
}

type Change = Pick<
  typeof provisionPhones.$inferInsert,
  'number' | 'openNl' | 'openEn' | 'source' | 'checkedOn' | 'recordedBy'
>

/** Changes a number that still has this version; says whether it did. */
export async function updatePhone(
  tx: Tx,
  { provisionId, rowVersion }: Pick<ProvisionPhone, 'provisionId' | 'rowVersion'>,
  change: Change,
): Promise<boolean> {
  const changed = await tx
    .update(provisionPhones)
    .set({ ...change, rowVersion: rowVersion + 1, recordedAt: sql`date_trunc('milliseconds', clock_timestamp())` })
    .where(and(eq(provisionPhones.provisionId, provisionId), eq(provisionPhones.rowVersion, rowVersion)))
    .returning({ id: provisionPhones.provisionId })
  return changed.length > 0
}
