import { after, type Day, type Span } from '../../foundation/day.ts'
import { type Answer, allow, type Refused, refuse } from '../../foundation/result.ts'

/** The days of a provision that a new trajectory has to do with; null is without an end. */
export type ProvisionDays = { readonly endsOn: string | null }

/** How long a trajectory may take; without it no end is planned. */
export type Length = Span | undefined

/** The day on which a trajectory ends that begins on this day and takes as long as it may. */
export const plannedEnd = (start: Day, length: Span): Day => after(start, length)

/**
 * Whether a trajectory may begin on this day. Refused after the last day of the provision: the intake has stopped.
 * With a warning when it may last beyond that day: how long it takes is not known yet, and help is not refused for it.
 */
export function mayBegin(start: Day, { endsOn }: ProvisionDays, length: Length): Answer<{ warning?: Refused }> {
  if (endsOn === null) return allow({})
  if (start > endsOn) return refuse('provision-ended', { endsOn })
  if (length === undefined || plannedEnd(start, length) <= endsOn) return allow({})
  return allow({ warning: refuse('ends-after-provision', { endsOn, plannedEnd: plannedEnd(start, length) }) })
}
