import { and, desc, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import type { Tx } from '../../database/connect.ts'
import type { Id } from '../../foundation/id.ts'
import type { Brought } from './brought.ts'
import type { ColumnSynonym } from './columns.ts'
import type { Correction } from './corrections.ts'
import type { Findings } from './findings.ts'
import type { EarlierRow } from './matching.ts'
import type { ImportState } from './steps.ts'
import { columnSynonyms, importFiles, importKeys, importProgress, imports } from './tables.ts'

export type Import = typeof imports.$inferSelect
/** Where the rows of an import stand. */
type Here = Pick<Import, 'municipalityId' | 'id' | 'provisionId'>

/** Rows per statement. */
const CHUNK = 10_000

const isHere = (here: Pick<Here, 'municipalityId' | 'id'>) =>
  and(eq(imports.municipalityId, here.municipalityId), eq(imports.id, here.id))

export async function insertImport(tx: Tx, row: typeof imports.$inferInsert, { kept, sheet }: Brought): Promise<void> {
  await tx.insert(imports).values(row)
  const { municipalityId, provisionId, id } = row
  await tx.insert(importFiles).values({ municipalityId, provisionId, importId: id, bytes: kept, sheet })
}

export async function byId(tx: Tx, id: Id): Promise<Import | undefined> {
  const [row] = await tx.select().from(imports).where(eq(imports.id, id))
  return row
}

/**
 * The import, with others who want to change it waiting until this transaction ends. Without `mayWait` undefined is also
 * the answer while somebody else has it.
 */
export async function lock(tx: Tx, id: Id, { mayWait = true } = {}): Promise<Import | undefined> {
  const query = tx.select().from(imports).where(eq(imports.id, id))
  const [row] = await (mayWait ? query.for('no key update') : query.for('no key update', { skipLocked: true }))
  return row
}

/** Imports into one provision go one after the other, from here to the end of this transaction. */
export async function lockProvision(tx: Tx, provisionId: Id): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${provisionId}, 7204511651))`)
}

export const newestFirst = (tx: Tx, most: number): Promise<Import[]> =>
  tx.select().from(imports).orderBy(desc(imports.createdAt), desc(imports.id)).limit(most)

/** An import of exactly this file into this provision that stands in one of these states. */
export async function withFile(
  tx: Tx,
  provisionId: Id,
  fileHash: string,
  states: readonly ImportState[],
): Promise<Import | undefined> {
  const [row] = await tx
    .select()
    .from(imports)
    .where(
      and(eq(imports.provisionId, provisionId), eq(imports.fileHash, fileHash), inArray(imports.state, [...states])),
    )
    .orderBy(desc(imports.createdAt))
    .limit(1)
  return row
}

export async function update(tx: Tx, here: Here, change: Partial<typeof imports.$inferInsert>): Promise<void> {
  await tx.update(imports).set(change).where(isHere(here))
}

/* ---- the file while it is being worked on -------------------------------------------------------------------------- */

export async function fileOf(tx: Tx, id: Id) {
  const [row] = await tx
    .select({ kept: importFiles.bytes, sheet: importFiles.sheet, corrections: importFiles.corrections })
    .from(importFiles)
    .where(eq(importFiles.importId, id))
  return row
}

/** Another sheet is another table: what was found and put right in the first goes. */
export async function saveSheet(tx: Tx, here: Here, sheet: string): Promise<void> {
  await tx.update(importFiles).set({ sheet, findings: null, corrections: [] }).where(eq(importFiles.importId, here.id))
}

export async function findingsOf(tx: Tx, id: Id): Promise<Findings | undefined> {
  const [row] = await tx
    .select({ findings: importFiles.findings })
    .from(importFiles)
    .where(eq(importFiles.importId, id))
  return row?.findings ?? undefined
}

export async function saveFindings(
  tx: Tx,
  here: Here,
  findings: Findings,
  corrections: readonly Correction[],
): Promise<void> {
  await tx.update(importFiles).set({ findings, corrections }).where(eq(importFiles.importId, here.id))
}

/** Removes the file and how far it was: the import is over. */
export async function removeFile(tx: Tx, here: Here): Promise<void> {
  await tx.delete(importFiles).where(eq(importFiles.importId, here.id))
  await tx.delete(importProgress).where(eq(importProgress.importId, here.id))
}

/** Imports that nobody finished since `before`, and running ones of which nothing was seen since `silentSince`. */
export const leftBehind = (tx: Tx, before: Date, silentSince: Date): Promise<Import[]> =>
  tx
    .select({ import: imports })
    .from(imports)
    .leftJoin(importProgress, eq(importProgress.importId, imports.id))
    .where(
      or(
        and(inArray(imports.state, ['uploaded', 'checked']), lt(imports.createdAt, before)),
        and(eq(imports.state, 'running'), or(isNull(importProgress.seenAt), lt(importProgress.seenAt, silentSince))),
      ),
    )
    .then((rows) => rows.map((row) => row.import))

/** Imports that somebody undid and that are still to be taken back. */
export const toTakeBack = (tx: Tx): Promise<Import[]> => tx.select().from(imports).where(eq(imports.state, 'undoing'))

/* ---- progress -------------------------------------------------------------------------------------------------------- */

export async function startProgress(tx: Tx, here: Here, total: number): Promise<void> {
  const { municipalityId, provisionId, id } = here
  await tx.delete(importProgress).where(eq(importProgress.importId, id))
  await tx.insert(importProgress).values({ municipalityId, provisionId, importId: id, total })
}

export async function saveProgress(tx: Tx, here: Here, done: number): Promise<void> {
  await tx
    .update(importProgress)
    .set({ done: sql`least(${done}::integer, ${importProgress.total})`, seenAt: sql`clock_timestamp()` })
    .where(eq(importProgress.importId, here.id))
}

/** Asks whoever brings the rows in at this moment to stop; says whether anybody is doing so. */
export async function askStop(tx: Tx, id: Id): Promise<boolean> {
  const asked = await tx
    .update(importProgress)
    .set({ stopAskedAt: sql`clock_timestamp()` })
    .where(eq(importProgress.importId, id))
    .returning({ id: importProgress.importId })
  return asked.length > 0
}

export async function isStopAsked(tx: Tx, id: Id): Promise<boolean> {
  const progress = await progressOf(tx, id)
  return progress !== undefined && progress.stopAskedAt !== null
}

export type ProgressSoFar = { readonly done: number; readonly total: number; readonly stopAskedAt: Date | null }

export async function progressOf(tx: Tx, id: Id): Promise<ProgressSoFar | undefined> {
  const [row] = await tx
    .select({ done: importProgress.done, total: importProgress.total, stopAskedAt: importProgress.stopAskedAt })
    .from(importProgress)
    .where(eq(importProgress.importId, id))
  return row
}

/* ---- marks by which rows are known again ------------------------------------------------------------------------------ */

export type EarlierMark = EarlierRow<Id> & { readonly occurrence: number }

/** All marks of a provision, first brought in first. */
export async function marksIn(tx: Tx, provisionId: Id): Promise<EarlierMark[]> {
  const rows = await tx
    .select()
    .from(importKeys)
    .where(eq(importKeys.provisionId, provisionId))
    .orderBy(importKeys.contentHash, importKeys.occurrence)
  return rows.map((row) => ({
    ...{ id: row.trajectoryId, key: row.keyHash ?? undefined, content: row.contentHash },
    ...{ state: row.stateHash, occurrence: row.occurrence },
  }))
}

/** One statement per so many rows, sent as one value: binding each cell by itself takes longer than the database does. */
export async function insertMarks(tx: Tx, here: Here, marks: readonly EarlierMark[]): Promise<void> {
  for (let at = 0; at < marks.length; at += CHUNK) {
    const rows = JSON.stringify(marks.slice(at, at + CHUNK))
    await tx.execute(sql`insert into import_keys
      (municipality_id, provision_id, import_id, trajectory_id, key_hash, content_hash, occurrence, state_hash)
      select ${here.municipalityId}::uuid, ${here.provisionId}::uuid, ${here.id}::uuid, r.id, r.key, r.content, r.occurrence, r.state
      from jsonb_to_recordset(${rows}::jsonb) as r (id uuid, key text, content text, occurrence integer, state text)`)
  }
}

export async function removeMarks(tx: Tx, here: Here): Promise<void> {
  await tx
    .delete(importKeys)
    .where(and(eq(importKeys.municipalityId, here.municipalityId), eq(importKeys.importId, here.id)))
}

/* ---- words --------------------------------------------------------------------------------------------------------------- */

const isOf = (municipalityId: Id, programmeCode: string) =>
  and(eq(columnSynonyms.municipalityId, municipalityId), eq(columnSynonyms.programmeCode, programmeCode))

export const synonymsIn = (tx: Tx, municipalityId: Id, programmeCode: string): Promise<ColumnSynonym[]> =>
  tx
    .select({ word: columnSynonyms.word, target: columnSynonyms.target })
    .from(columnSynonyms)
    .where(isOf(municipalityId, programmeCode))
    .orderBy(columnSynonyms.word)

export async function insertSynonym(tx: Tx, row: typeof columnSynonyms.$inferInsert): Promise<void> {
  await removeSynonym(tx, row.municipalityId, row.programmeCode, row.word)
  await tx.insert(columnSynonyms).values(row)
}

export async function removeSynonym(tx: Tx, municipalityId: Id, programmeCode: string, word: string): Promise<void> {
  await tx.delete(columnSynonyms).where(and(isOf(municipalityId, programmeCode), eq(columnSynonyms.word, word)))
}
