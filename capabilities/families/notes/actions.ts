import { inScope, noteShown } from '../../../database/transaction.ts'
import { dayAt } from '../../../foundation/day.ts'
import { type Id, isId, newId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import type { Actor } from '../../access/actor.ts'
import { mayRead } from '../disclosure.ts'
import { personFile, readerOf } from '../files/queries.ts'
import { type NewNote, noteOf, type VoiceForm, voiceOf } from './note.ts'
import * as store from './store.ts'

/**
 * Writes a note in the file of a person on whom the actor works. It starts closed unless said otherwise; a safety record
 * always names who writes it. Refuses what `noteOf` refuses.
 */
export async function writeNote(actor: Actor, given: NewNote): Promise<Answer<{ noteId: Id }>> {
  return write(actor, given, null)
}

/**
 * Puts another wording in the place of a note; the first stays in the history. Refuses when somebody else replaced it
 * meanwhile, so that no wording is lost: the page shows both.
 */
export async function replaceNote(
  actor: Actor,
  noteId: Id,
  given: Pick<NewNote, 'body' | 'holdsOn'>,
): Promise<Answer<{ noteId: Id }>> {
  return inScope(actor, async (tx) => {
    const [note] = isId(noteId) ? await store.notesById(tx, [noteId]) : []
    if (note === undefined) return refuse('not-found')
    const named = (await store.namedOn(tx, [noteId])).get(noteId) ?? new Set<Id>()
    if (!mayRead(await readerOf(actor), { ...note, named })) return refuse('not-found')
    if ((await store.replacementOf(tx, noteId)) !== undefined) return refuse('changed-meanwhile')
    const { personId, kind, disclosure } = note
    const { voiceForm: form, heardBy } = note
    const again = {
      ...{ personId, trajectoryId: note.trajectoryId ?? undefined, kind, disclosure, ...given },
      contactId: note.contactId ?? undefined,
      ...(form !== null && heardBy !== null && { voice: { form, heardBy } }),
    }
    return write(actor, { ...again, ...(disclosure === 'safety' && { named: [...named] }) }, noteId)
  })
}

/**
 * Records what a child wants, in the child's own words, in the file of that child and nowhere else: when, how and to whom
 * the child told it. By who works on the child. Refuses an adult, and what `noteOf` and `voiceOf` refuse.
 */
export async function recordChildVoice(
  actor: Actor,
  given: Omit<NewNote, 'kind' | 'voice'> & Required<Pick<NewNote, 'voice'>>,
): Promise<Answer<{ noteId: Id }>> {
  return inScope(actor, async () => {
    const file = await personFile(actor, given.personId)
    if (file === undefined || file.person.kind === 'adult') return refuse('not-found')
    return write(actor, { ...given, kind: 'child-voice' }, null)
  })
}

async function write(actor: Actor, given: NewNote, replaces: Id | null): Promise<Answer<{ noteId: Id }>> {
  return inScope(actor, async (tx) => {
    if (given.key !== undefined) await store.oneAtATime(tx, given.key)
    const { worksOn } = await readerOf(actor)
    const file = worksOn.has(given.personId) ? await personFile(actor, given.personId) : undefined
    if (file === undefined) return refuse('not-found')
    const checked = noteOf(given, dayAt(new Date()))
    if (!checked.ok) return checked
    const voice = told(given)
    if (!voice.ok) return voice
    const { body, disclosure, named } = checked.value
    const { municipalityId } = file.person
    const id = given.key ?? newId()
    const [sent] = given.key === undefined ? [] : await store.notesById(tx, [id])
    if (sent !== undefined)
      return sent.writtenBy === actor.personId && sent.personId === given.personId
        ? allow({ noteId: id })
        : refuse('not-found')
    await store.insertNote(tx, {
      ...{ municipalityId, id, personId: given.personId, trajectoryId: given.trajectoryId ?? null },
      ...{ kind: given.kind ?? 'note', disclosure, holdsOn: given.holdsOn, writtenBy: actor.personId, body, replaces },
      ...{ contactId: given.contactId ?? null, voiceForm: voice.value?.form ?? null },
      heardBy: voice.value?.heardBy ?? null,
    })
    if (disclosure === 'safety')
      await store.insertNamed(tx, municipalityId, id, [...new Set([actor.personId, ...named])])
    noteShown('file', [given.personId])
    noteShown('note', [id])
    return allow({ noteId: id })
  })
}

/** How the child told it: always with a child's own words, and with nothing else unless it is said. */
function told({ kind, voice }: NewNote): Answer<{ form: VoiceForm; heardBy: string } | null> {
  if (voice !== undefined) return voiceOf(voice)
  return kind === 'child-voice' ? refuse('voice-form') : allow(null)
}
