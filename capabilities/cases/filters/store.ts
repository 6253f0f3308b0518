import { and, asc, eq } from 'drizzle-orm'
import { builtOnce } from '../../../database/built-once.ts'
import type { Tx } from '../../../database/connect.ts'
import type { Id } from '../../../foundation/id.ts'
import type { SavedFilter } from './filter.ts'
import { savedFilters } from './tables.ts'

const saved = builtOnce(['accountId'], (from, { accountId }) =>
  from
    .select()
    .from(savedFilters)
    .where(eq(savedFilters.accountId, accountId))
    .orderBy(asc(savedFilters.name), asc(savedFilters.id)),
)

export async function filtersOf(tx: Tx, accountId: Id): Promise<SavedFilter[]> {
  const rows = await saved(tx, { accountId })
  return rows.map(({ id, name, villageCode, phaseCode, teamId }) => ({ id, name, villageCode, phaseCode, teamId }))
}

export async function insertFilter(tx: Tx, row: typeof savedFilters.$inferInsert): Promise<void> {
  await tx.insert(savedFilters).values(row)
}

const own = (accountId: Id, id: Id) => and(eq(savedFilters.accountId, accountId), eq(savedFilters.id, id))

export async function renameFilter(tx: Tx, accountId: Id, id: Id, name: string): Promise<void> {
  await tx.update(savedFilters).set({ name }).where(own(accountId, id))
}

export async function removeFilter(tx: Tx, accountId: Id, id: Id): Promise<void> {
  await tx.delete(savedFilters).where(own(accountId, id))
}
