import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Tx } from '../../database/connect.ts'
import type { Id } from '../../foundation/id.ts'
import { moneyContacts, moneyRules, moneySteps } from './tables.ts'

/** Until the end of the transaction nobody else writes the rules of a municipality: versions are numbered one after the other. */
export const lockRules = (tx: Tx, municipalityId: Id) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`money rules ${municipalityId}`}))`)

/** The public version and the draft of a municipality, as far as the actor may see them. */
export const rulesOf = (tx: Tx, municipalityId: Id) =>
  tx
    .select()
    .from(moneyRules)
    .where(and(eq(moneyRules.municipalityId, municipalityId), ne(moneyRules.state, 'retired')))

export async function lastVersion(tx: Tx, municipalityId: Id): Promise<number> {
  const [row] = await tx
    .select({ version: moneyRules.version })
    .from(moneyRules)
    .where(eq(moneyRules.municipalityId, municipalityId))
    .orderBy(desc(moneyRules.version))
    .limit(1)
  return row?.version ?? 0
}

export async function insertRules(tx: Tx, row: typeof moneyRules.$inferInsert): Promise<void> {
  await tx.insert(moneyRules).values(row)
}

/** Takes what is in these states out of sight. */
export async function retireRules(
  tx: Tx,
  municipalityId: Id,
  states: readonly ('draft' | 'public')[],
): Promise<number[]> {
  const rows = await tx
    .update(moneyRules)
    .set({ state: 'retired' })
    .where(and(eq(moneyRules.municipalityId, municipalityId), inArray(moneyRules.state, [...states])))
    .returning({ version: moneyRules.version })
  return rows.map(({ version }) => version)
}

/** Makes the draft with this version public; says whether it was one. */
export async function publishRules(
  tx: Tx,
  { municipalityId, version }: { readonly municipalityId: Id; readonly version: number },
  confirmed: string,
): Promise<boolean> {
  const those = and(
    ...[eq(moneyRules.municipalityId, municipalityId), eq(moneyRules.version, version), eq(moneyRules.state, 'draft')],
  )
  const rows = await tx
    .update(moneyRules)
    .set({ state: 'public', confirmed })
    .where(those)
    .returning({ version: moneyRules.version })
  return rows.length > 0
}

export async function insertSteps(tx: Tx, rows: readonly (typeof moneySteps.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(moneySteps).values([...rows])
}

export async function contactOf(tx: Tx, municipalityId: Id) {
  const [row] = await tx.select().from(moneyContacts).where(eq(moneyContacts.municipalityId, municipalityId))
  return row
}

type ContactRow = typeof moneyContacts.$inferInsert

/** Stores a first contact point; says whether there was none. */
export async function insertContact(tx: Tx, row: ContactRow): Promise<boolean> {
  const added = await tx
    .insert(moneyContacts)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: moneyContacts.municipalityId })
  return added.length > 0
}

/** Changes a contact point that still has this version; says whether it did. */
export async function updateContact(tx: Tx, row: ContactRow, rowVersion: number): Promise<boolean> {
  const { municipalityId, ...change } = row
  const changed = await tx
    .update(moneyContacts)
    .set({ ...change, rowVersion: rowVersion + 1, recordedAt: sql`date_trunc('milliseconds', clock_timestamp())` })
    .where(and(eq(moneyContacts.municipalityId, municipalityId), eq(moneyContacts.rowVersion, rowVersion)))
    .returning({ id: moneyContacts.municipalityId })
  return changed.length > 0
}

/** How many steps were taken so far: it changes with everything that becomes public or is taken back. */
export async function mark(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ mark: string }>(sql`select access.money_mark() as mark`)
  return Number(rows[0]?.mark ?? 0)
}
