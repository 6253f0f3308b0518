import { inScope } from '../../../database/transaction.ts'
import { dayAt } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import type { Actor } from '../../access/actor.ts'
import { readerOf } from '../../families/files/queries.ts'
import { writeNote } from '../../families/notes/actions.ts'
import type { Given } from '../../forms/answer.ts'
import type { ProgrammeDefinition, Question } from '../../programmes/definition.ts'
import { mayCompleteMilestone } from '../../programmes/milestone-outcome.ts'
import type { Fact } from '../event.ts'
import { type Open, record, type Told } from '../recording/actions.ts'
import { type ContactFaults, contactOf, contactQuestions, type ToldContact } from './contact.ts'

export type NewContact = Omit<ToldContact, 'given'> & {
  /** The answers to what the programme asks about a contact; from a form, they are read when it is known what that asks. */
  readonly given: Given | ((questions: readonly Question[]) => Given)
  /** Of the form: sent twice, it is still one contact. */
  readonly key: Id
  /** What was said, with who may read it chosen as for any note; empty when there is nothing to tell. */
  readonly note?: { readonly body: string; readonly disclosure?: string; readonly named?: readonly Id[] }
  /** The milestone that this contact was, such as a call afterwards. */
  readonly milestone?: { readonly code: string; readonly outcome?: string }
}

/**
 * Records a contact: what was done, how long it took, what was said and the milestone it was, in one go and all or
 * nothing. About one person it takes somebody who works on that person. What was said stands in that person's own
 * file; the event does not point to it, so it betrays nothing. `isLast` as for `record`.
 */
export async function logContact(
  actor: Actor,
  trajectoryId: Id,
  given: NewContact,
  { isLast = false }: { readonly isLast?: boolean } = {},
): Promise<Answer<{ readonly personId: Id | null }> & { readonly faults?: ContactFaults }> {
  return inScope(actor, async () => {
    let faults: ContactFaults = {}
    let personId: Id | null = null
    const decide = async (open: Open): Promise<Answer<Told[]>> => {
      if (!(await isTheirs(actor, open))) return refuse('not-found')
      personId = open.personId
      if (open.events.some(({ id }) => id === given.key)) return allow([])
      const told = { ...given, given: answersOf(given, open.definition) }
      const checked = contactOf(open.definition, told, dayAt(new Date()))
      faults = checked.faults
      if (!checked.contact.ok) return checked.contact
      const done = milestoneOf(open, given)
      if (!done.ok) return done
      const noted = await withNote(actor, open, given)
      return noted.ok ? allow([{ ...checked.contact.value, id: given.key }, ...done.value]) : noted
    }
    const logged = await record(actor, { trajectoryId }, decide, { isLast })
    return logged.ok ? allow({ personId }) : { ...logged, faults }
  })
}

const answersOf = ({ given }: NewContact, definition: ProgrammeDefinition): Given =>
  typeof given === 'function' ? given(contactQuestions(definition)) : given

const isTheirs = async (actor: Actor, { personId }: Open): Promise<boolean> =>
  personId === null || (await readerOf(actor)).worksOn.has(personId)

function milestoneOf({ definition, state }: Open, { milestone, on }: NewContact): Answer<Fact[]> {
  if (milestone === undefined) return allow([])
  const { code, outcome } = milestone
  const chosen = outcome === undefined ? {} : { outcome }
  const { answers, anchors } = state
  const done = mayCompleteMilestone(definition, { milestone: code, on, answers, anchors, ...chosen })
  return done.ok ? allow([{ type: 'milestone-done', holdsOn: on, milestone: code, ...chosen }]) : done
}

/** A family as a whole has no file of its own: what was said stands in the file of a person. */
async function withNote(actor: Actor, { personId, trajectoryId }: Open, given: NewContact): Promise<Answer<unknown>> {
  const { note, key, on } = given
  if (note === undefined || note.body.trim() === '') return allow()
  if (personId === null) return refuse('contact-text-nowhere')
  return writeNote(actor, { ...note, personId, trajectoryId, kind: 'contact', contactId: key, holdsOn: on })
}
