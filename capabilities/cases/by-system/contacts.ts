import type { Id } from '../../../foundation/id.ts'
import type { ProgrammeDefinition } from '../../programmes/definition.ts'
import { type Answers, type Fact, isFact, type TrajectoryEvent } from '../event.ts'
import { factsKnown } from '../timeline.ts'

export type ContactTold = Extract<Fact, { type: 'contact-made' }> & { readonly id: Id }

/** The contacts of a history as a system reads them: as corrected, without what was withdrawn, and without free words. */
export function contactsTold(
  { questions }: Pick<ProgrammeDefinition, 'questions'>,
  events: readonly TrajectoryEvent[],
): ContactTold[] {
  const shown = questions
    .filter(({ asked, special, type }) => asked === 'contact' && special !== true && type !== 'text')
    .map(({ code }) => code)
  const only = (answers: Answers): Answers =>
    Object.fromEntries(Object.entries(answers).filter(([code]) => shown.includes(code)))
  return events
    .flatMap((event): ContactTold[] => {
      if (!isFact(event) || event.type !== 'contact-made') return []
      // This contact alone with all that was said later: the fact that holds of it now, if any.
      const [fact] = factsKnown(events.filter((one) => one === event || !isFact(one)))
      return fact?.type === 'contact-made' ? [{ ...fact, id: event.id, answers: only(fact.answers) }] : []
    })
    .toSorted((a, b) => (a.holdsOn < b.holdsOn ? -1 : 1))
}
