import { and, desc, eq, getTableColumns, gt, inArray, sql } from 'drizzle-orm'
import { builtOnce } from '../../../database/built-once.ts'
import type { Tx } from '../../../database/connect.ts'
import type { Id } from '../../../foundation/id.ts'
import { glassBreaks } from './tables.ts'

/** The municipality of a file that the actor may open by breaking the glass; undefined for every other file. */
export async function breakableIn(tx: Tx, personId: Id): Promise<Id | undefined> {
  const { rows } = await tx.execute<{ id: Id }>(
    sql`select municipality_id as id from access.breakable() where person_id = ${personId} limit 1`,
  )
  return rows[0]?.id
}

export async function insertBreak(
  tx: Tx,
  row: Omit<typeof glassBreaks.$inferInsert, 'closesAt'>,
  hours: number,
): Promise<void> {
  // Both moments by the clock of the database, which is also the one that closes it.
  await tx.insert(glassBreaks).values({
    ...row,
    brokenAt: sql`date_trunc('milliseconds', now())`,
    closesAt: sql`date_trunc('milliseconds', now()) + make_interval(hours => ${hours})`,
  })
}

const openBreaks = builtOnce(['accountId'], (from, { accountId }) =>
  from
    .select({ personId: glassBreaks.personId })
    .from(glassBreaks)
    .where(and(eq(glassBreaks.accountId, accountId), gt(glassBreaks.closesAt, sql`now()`))),
)

export async function openOver(tx: Tx, accountId: Id): Promise<Id[]> {
  const rows = await openBreaks(tx, { accountId })
  return rows.map((row) => row.personId)
}

/** Newest first, with the name of who did it as far as the actor may see people. */
export const allInReach = (tx: Tx) =>
  tx
    .select({
      ...getTableColumns(glassBreaks),
      accountName: sql<string | null>`(select name from people where id = ${glassBreaks.accountId})`,
    })
    .from(glassBreaks)
    .orderBy(desc(glassBreaks.brokenAt))
    .limit(200)

export async function destroyBreaks(tx: Tx, personIds: readonly Id[]): Promise<void> {
  if (personIds.length > 0) await tx.delete(glassBreaks).where(inArray(glassBreaks.personId, [...personIds]))
}
