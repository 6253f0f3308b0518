import type { Day } from '../../../foundation/day.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { FIRST_DISCLOSURE, isNoteDisclosure, type NoteDisclosure } from '../disclosure.ts'

export const NOTE_KINDS = ['note', 'contact', 'child-voice'] as const
export type NoteKind = (typeof NOTE_KINDS)[number]

/** One note in the file of one person. Never changed: a better wording takes its place, and the first stays. */
export type Note = {
  readonly id: Id
  readonly personId: Id
  readonly trajectoryId: Id | null
  readonly kind: NoteKind
  readonly disclosure: NoteDisclosure
  readonly holdsOn: Day
  readonly recordedAt: Date
  readonly writtenBy: Id
  readonly body: string
  readonly replaces: Id | null
}

export type NewNote = {
  readonly personId: Id
  readonly trajectoryId?: Id | undefined
  readonly kind?: NoteKind | undefined
  /** Closed when not said (`own-file`). */
  readonly disclosure?: string | undefined
  readonly holdsOn: Day
  readonly body: string
  /** Of a safety record: the accounts that may read it, beside who writes it. */
  readonly named?: readonly Id[] | undefined
}

const LONGEST = 10_000

/**
 * A note as it may be kept. Refuses an empty or endless text, a day still to come, a disclosure that notes do not have
 * (`shared-plan` takes goals, actions and agreements only), and names on anything but a safety record.
 */
export function noteOf(
  given: NewNote,
  today: Day,
): Answer<{ body: string; disclosure: NoteDisclosure; named: readonly Id[] }> {
  const body = given.body.replace(/\r\n?/g, '\n').trim()
  if (body === '') return refuse('note-empty')
  if (body.length > LONGEST) return refuse('note-long', { most: LONGEST })
  if (given.holdsOn > today) return refuse('day-in-future')
  const disclosure = given.disclosure ?? FIRST_DISCLOSURE
  if (!isNoteDisclosure(disclosure)) return refuse('note-disclosure')
  const named = [...new Set(given.named ?? [])]
  if (named.length > 0 && disclosure !== 'safety') return refuse('note-names-nobody')
  if (!named.every(isId)) return refuse('not-found')
  return allow({ body, disclosure, named })
}

/** The notes that stand: those that no other took the place of, newest day first. */
export function standing(notes: readonly Note[]): Note[] {
  const replaced = new Set(notes.flatMap((one) => (one.replaces === null ? [] : [one.replaces])))
  return notes
    .filter((one) => !replaced.has(one.id))
    .toSorted((a, b) =>
      a.holdsOn === b.holdsOn ? b.recordedAt.getTime() - a.recordedAt.getTime() : a.holdsOn < b.holdsOn ? 1 : -1,
    )
}
