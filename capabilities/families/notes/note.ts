import type { Day } from '../../../foundation/day.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { FIRST_DISCLOSURE, isNoteDisclosure, type NoteDisclosure } from '../disclosure.ts'

export const NOTE_KINDS = ['note', 'contact', 'child-voice'] as const
export type NoteKind = (typeof NOTE_KINDS)[number]

/** How a child told what it wants. */
export const VOICE_FORMS = ['talk', 'drawing', 'chat', 'letter'] as const
export type VoiceForm = (typeof VOICE_FORMS)[number]

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
  /** The contact in which this was said; the contact itself does not tell that there is a text. */
  readonly contactId: Id | null
  readonly voiceForm: VoiceForm | null
  readonly heardBy: string | null
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
  readonly contactId?: Id | undefined
  /** Of a child's own words: how the child told it, and to whom. */
  readonly voice?: { readonly form: string; readonly heardBy: string } | undefined
  /** Of the form: sent twice, it is still one note. */
  readonly key?: Id | undefined
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

const LONGEST_NAME = 120

/** How a child told something, and to whom. Refuses a form that is not on the list, and nobody who heard it. */
export function voiceOf({
  form,
  heardBy,
}: {
  form: string
  heardBy: string
}): Answer<{ form: VoiceForm; heardBy: string }> {
  const chosen = VOICE_FORMS.find((one) => one === form)
  if (chosen === undefined) return refuse('voice-form')
  const who = heardBy.trim().replace(/\s+/g, ' ')
  if (who === '' || who.length > LONGEST_NAME) return refuse('voice-heard-by', { most: LONGEST_NAME })
  return allow({ form: chosen, heardBy: who })
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
