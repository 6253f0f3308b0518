import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import type { Id } from '../../../foundation/id.ts'
import type { Mapping } from '../columns.ts'
import { savedMappings } from '../tables.ts'
import type { SavedMapping } from './saved-mapping.ts'

const COLUMNS = {
  id: savedMappings.id,
  provisionId: savedMappings.provisionId,
  name: savedMappings.name,
  mapping: savedMappings.mapping,
  savedBy: savedMappings.savedBy,
  savedAt: savedMappings.savedAt,
}

/** The mapping last chosen for these columns, in the own provision before that of another. */
export async function savedMapping(
  tx: Tx,
  { own, shared }: { readonly own: Id; readonly shared: readonly Id[] },
  hash: string,
): Promise<SavedMapping | undefined> {
  const [row] = await tx
    .select(COLUMNS)
    .from(savedMappings)
    .where(and(eq(savedMappings.headerHash, hash), inArray(savedMappings.provisionId, [own, ...shared])))
    .orderBy(desc(eq(savedMappings.provisionId, own)), desc(savedMappings.savedAt))
    .limit(1)
  return row
}

/** The mappings saved in these provisions, by name. */
export async function mappingsOf(tx: Tx, provisionIds: readonly Id[], most: number): Promise<SavedMapping[]> {
  if (provisionIds.length === 0) return []
  return tx
    .select(COLUMNS)
    .from(savedMappings)
    .where(inArray(savedMappings.provisionId, [...provisionIds]))
    .orderBy(sql`lower(${savedMappings.name})`, desc(savedMappings.savedAt), savedMappings.id)
    .limit(most)
}

export async function mappingWithId(tx: Tx, id: Id): Promise<SavedMapping | undefined> {
  const [row] = await tx.select(COLUMNS).from(savedMappings).where(eq(savedMappings.id, id))
  return row
}

export type NewMapping = {
  readonly municipalityId: Id
  readonly provisionId: Id
  readonly headerHash: string
  readonly mapping: Mapping
  readonly savedBy: Id
}

/** Keeps a mapping; the one there was for these columns goes, and its name with it when another is given. */
export async function saveMapping(
  tx: Tx,
  row: NewMapping,
  names: { readonly given: string | undefined; readonly otherwise: string },
): Promise<void> {
  const { mapping, savedBy } = row
  await tx
    .insert(savedMappings)
    .values({ ...row, name: names.given ?? names.otherwise })
    .onConflictDoUpdate({
      target: [savedMappings.municipalityId, savedMappings.provisionId, savedMappings.headerHash],
      set: {
        ...{ mapping, savedBy, savedAt: sql`clock_timestamp()` },
        ...(names.given !== undefined && { name: names.given }),
      },
    })
}

export async function renameMapping(tx: Tx, id: Id, name: string): Promise<void> {
  await tx.update(savedMappings).set({ name }).where(eq(savedMappings.id, id))
}

export async function removeMapping(tx: Tx, id: Id): Promise<void> {
  await tx.delete(savedMappings).where(eq(savedMappings.id, id))
}
