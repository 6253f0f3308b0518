import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { builtOnce } from '../../../database/built-once.ts'
import type { Tx } from '../../../database/connect.ts'
import { day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import type { Note } from './note.ts'
import { noteNamed, notes } from './tables.ts'

/** Of a note that is sent twice at the same moment, the second waits for the first. */
export const oneAtATime = (tx: Tx, key: Id) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 7204511657))`)

export async function insertNote(tx: Tx, row: typeof notes.$inferInsert): Promise<void> {
  await tx.insert(notes).values(row)
}

export async function insertNamed(tx: Tx, municipalityId: Id, noteId: Id, accountIds: readonly Id[]): Promise<void> {
  for (const accountId of accountIds) await tx.insert(noteNamed).values({ municipalityId, noteId, accountId })
}

const asNote = ({ municipalityId: _, ...row }: typeof notes.$inferSelect): Note => ({
  ...row,
  holdsOn: day(row.holdsOn),
})

const notesFrom = builtOnce(['personId'], (from, { personId }) =>
  from.select().from(notes).where(eq(notes.personId, personId)).orderBy(asc(notes.recordedAt), asc(notes.id)),
)

/** The notes of a file that the database lets this actor see, in the order of recording. */
export async function notesOf(tx: Tx, personId: Id): Promise<Note[]> {
  const rows = await notesFrom(tx, { personId })
  return rows.map(asNote)
}

/** What these children told in their own words, as far as the database lets this actor see it. */
export async function voicesOf(tx: Tx, childIds: readonly Id[]): Promise<Note[]> {
  if (childIds.length === 0) return []
  const rows = await tx
    .select()
    .from(notes)
    .where(and(inArray(notes.personId, [...childIds]), eq(notes.kind, 'child-voice')))
    .orderBy(asc(notes.holdsOn), asc(notes.id))
  return rows.map(asNote)
}

/** Notes on which the actor is named, in whichever file. */
export async function notesById(tx: Tx, ids: readonly Id[]): Promise<(Note & { municipalityId: Id })[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .select()
    .from(notes)
    .where(inArray(notes.id, [...ids]))
  return rows.map((row) => ({ ...asNote(row), municipalityId: row.municipalityId }))
}

const withStems = builtOnce(['text', 'most'], (from, { text, most }) =>
  from
    .select()
    .from(notes)
    .where(
      and(
        // What the policy says as well; said here, an index finds these few before any text is read.
        sql`(${notes.personId} = any(array(select access.works_on('read') union select access.own_persons()
          union select access.glass_broken())) or ${notes.id} = any(array(select access.named_on())))`,
        sql`to_tsvector('dutch', ${notes.body}) @@ websearch_to_tsquery('dutch', ${text})`,
      ),
    )
    .orderBy(desc(notes.holdsOn), desc(notes.id))
    .limit(most),
)

/** Notes whose words have these stems, newest first, as far as the database lets this actor see them. */
export async function notesWith(tx: Tx, text: string, most: number): Promise<Note[]> {
  return (await withStems(tx, { text, most })).map(asNote)
}

const replacing = builtOnce(['ids'], (from, { ids }) =>
  from.select({ id: notes.replaces }).from(notes).where(sql`${notes.replaces} = any(${ids}::uuid[])`),
)

/** Which of these notes another one took the place of. */
export async function replacedAmong(tx: Tx, ids: readonly Id[]): Promise<Set<Id>> {
  if (ids.length === 0) return new Set()
  const rows = await replacing(tx, { ids })
  return new Set(rows.flatMap(({ id }) => (id === null ? [] : [id])))
}

export async function replacementOf(tx: Tx, noteId: Id): Promise<Note | undefined> {
  const [row] = await tx.select().from(notes).where(eq(notes.replaces, noteId))
  return row && asNote(row)
}

const named = builtOnce(['noteIds'], (from, { noteIds }) =>
  from.select().from(noteNamed).where(sql`${noteNamed.noteId} = any(${noteIds}::uuid[])`),
)

export async function namedOn(tx: Tx, noteIds: readonly Id[]): Promise<Map<Id, Set<Id>>> {
  const found = new Map<Id, Set<Id>>()
  if (noteIds.length === 0) return found
  const rows = await named(tx, { noteIds })
  for (const { noteId, accountId } of rows) found.set(noteId, (found.get(noteId) ?? new Set()).add(accountId))
  return found
}

export async function namesOf(tx: Tx, accountId: Id): Promise<Id[]> {
  const rows = await tx.select({ id: noteNamed.noteId }).from(noteNamed).where(eq(noteNamed.accountId, accountId))
  return rows.map((row) => row.id)
}

/** Removes the notes of these persons; for the end of a file only. */
export async function destroyNotes(tx: Tx, personIds: readonly Id[]): Promise<void> {
  if (personIds.length === 0) return
  const ids = tx
    .select({ id: notes.id })
    .from(notes)
    .where(inArray(notes.personId, [...personIds]))
  await tx.delete(noteNamed).where(inArray(noteNamed.noteId, ids))
  await tx.delete(notes).where(inArray(notes.personId, [...personIds]))
}
