import { inScope, noteShown } from '../../../database/transaction.ts'
import type { Day } from '../../../foundation/day.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import type { Actor } from '../../access/actor.ts'
import { mayRead } from '../disclosure.ts'
import { readerOf } from '../files/queries.ts'
import { type Note, standing } from './note.ts'
import * as store from './store.ts'

/** A note with the accounts that a safety record names. */
export type ReadNote = Note & { readonly named: ReadonlySet<Id> }

/**
 * The notes of a file that this actor may read, newest day first: by the rule of disclosure, after the database said the
 * same. Nothing tells how many others there are.
 */
export async function notesIn(actor: Actor, personId: Id): Promise<ReadNote[]> {
  if (!isId(personId)) return []
  return inScope(actor, async (tx) => {
    const reader = await readerOf(actor)
    const all = await store.notesOf(tx, personId)
    const named = await store.namedOn(
      tx,
      all.map((one) => one.id),
    )
    const read = standing(all)
      .map((one): ReadNote => ({ ...one, named: named.get(one.id) ?? new Set() }))
      .filter((one) => mayRead(reader, one))
    if (read.length > 0) noteShown('file', [personId])
    noteShown(
      'note',
      read.map((one) => one.id),
    )
    return read
  })
}

/**
 * By child, the last day on which it was heard, as far as this actor may read that: a child that told somebody else is
 * not among them, and nothing shows the difference with a child that told nobody.
 */
export async function childrenHeard(actor: Actor, childIds: readonly Id[]): Promise<Map<Id, Day>> {
  if (childIds.length === 0) return new Map()
  return inScope(actor, async (tx) => {
    const reader = await readerOf(actor)
    const told = await store.voicesOf(tx, childIds.filter(isId))
    const named = await store.namedOn(
      tx,
      told.map((one) => one.id),
    )
    const read = told.filter((one) => mayRead(reader, { ...one, named: named.get(one.id) ?? new Set() }))
    noteShown('file', new Set(read.map((one) => one.personId)))
    return new Map(read.map((one) => [one.personId, one.holdsOn]))
  })
}

/** The safety records that name this actor in files that the actor does not work on; in the own files `notesIn` has them. */
export async function safetyRecordsNaming(actor: Actor): Promise<Note[]> {
  return inScope(actor, async (tx) => {
    const { worksOn } = await readerOf(actor)
    const found = await store.notesById(tx, await store.namesOf(tx, actor.personId))
    const read = standing(found).filter((one) => !worksOn.has(one.personId))
    noteShown('file', new Set(read.map((one) => one.personId)))
    noteShown(
      'note',
      read.map((one) => one.id),
    )
    return read
  })
}

/** A note and what took its place since; undefined when this actor may not read it. */
export async function noteWithReplacement(
  actor: Actor,
  noteId: Id,
): Promise<{ note: Note; replacement: Note | undefined } | undefined> {
  return inScope(actor, async (tx) => {
    const [note] = isId(noteId) ? await store.notesById(tx, [noteId]) : []
    if (note === undefined) return undefined
    const named = (await store.namedOn(tx, [noteId])).get(noteId) ?? new Set<Id>()
    if (!mayRead(await readerOf(actor), { ...note, named })) return undefined
    noteShown('note', [noteId])
    noteShown('file', [note.personId])
    return { note, replacement: await store.replacementOf(tx, noteId) }
  })
}

/** More notes than this nobody reads through. */
const MOST_FOUND = 100

/** The notes that this actor may read in which these words stand, by their stem, newest first; replaced ones left out. */
export async function notesAbout(actor: Actor, text: string): Promise<ReadNote[]> {
  return inScope(actor, async (tx) => {
    const reader = await readerOf(actor)
    const found = await store.notesWith(tx, text, MOST_FOUND)
    const ids = found.map((one) => one.id)
    const [named, replaced] = await Promise.all([store.namedOn(tx, ids), store.replacedAmong(tx, ids)])
    const read = found
      .filter((one) => !replaced.has(one.id))
      .map((one): ReadNote => ({ ...one, named: named.get(one.id) ?? new Set() }))
      .filter((one) => mayRead(reader, one))
    noteShown(
      'note',
      read.map((one) => one.id),
    )
    noteShown('file', new Set(read.map((one) => one.personId)))
    return read
  })
}
