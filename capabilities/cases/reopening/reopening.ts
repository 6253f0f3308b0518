import type { Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import type { ProgrammeDefinition } from '../../programmes/definition.ts'
import type { TrajectoryEvent } from '../event.ts'
import { factsKnown, fold, NO_WORKERS, type Workers } from '../timeline.ts'

type Phases = Pick<ProgrammeDefinition, 'phases'>

const kindOf = ({ phases }: Phases, phase: string) => phases.find(({ code }) => code === phase)?.kind

/** Whether a step ends the support, by the kind of the phase it leads to. */
export const closes = (definition: Phases, to: string): boolean => kindOf(definition, to) === 'closed'

/** Whether a step opens again what was closed; only a step that the definition has leads there. */
export const reopens = (definition: Phases, step: { readonly from: string; readonly to: string }): boolean =>
  closes(definition, step.from) && !closes(definition, step.to)

/** Who worked on a trajectory when last something was told of it. */
export function workersOf({ events }: { readonly events: readonly TrajectoryEvent[] }): Workers {
  const facts = factsKnown(events)
  const last = facts.at(-1)
  return (last && fold(facts, last.holdsOn)?.workers) ?? NO_WORKERS
}

/** Who goes on with what is opened again. */
export type GoesOn = { readonly stay: readonly Id[]; readonly joins: Id | undefined }

/**
 * A trajectory goes back to who worked on it. When nobody of them works here any more, somebody else is asked for; refuses
 * whoever does not work here. Where nobody was ever told of, such as in a file brought in, nobody is needed.
 */
export function whoGoesOn(
  { present, came }: Pick<Workers, 'present' | 'came'>,
  { here, chosen }: { readonly here: readonly Id[]; readonly chosen: Id | undefined },
): Answer<GoesOn> {
  const stay = present.filter((one) => here.includes(one))
  if (stay.length > 0) return allow({ stay, joins: undefined })
  if (chosen === undefined) return came === 0 ? allow({ stay, joins: undefined }) : refuse('worker-gone')
  return here.includes(chosen) ? allow({ stay, joins: chosen }) : refuse('colleague-unknown')
}

/** One line of the log: closed or opened again, when, by whom and why. */
export type Turn = {
  readonly what: 'closed' | 'reopened'
  readonly on: Day
  readonly by: Id
  readonly reason: string | undefined
}
