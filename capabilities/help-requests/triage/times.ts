import { type Day, daysBetween } from '../../../foundation/day.ts'

/** The days on which somebody who asked got further; absent is not yet, or never. */
export type Milestones = {
  readonly requestedOn: Day
  readonly firstContactOn?: Day | undefined
  readonly startedOn?: Day | undefined
  readonly planOn?: Day | undefined
}

/** how many days each way took; undefined while one of its ends is missing, or when they stand the wrong way round. */
export type Times = {
  readonly requestToContact: number | undefined
  readonly contactToStart: number | undefined
  readonly requestToPlan: number | undefined
}

export function timesOf({ requestedOn, firstContactOn, startedOn, planOn }: Milestones): Times {
  return {
    requestToContact: daysFrom(requestedOn, firstContactOn),
    contactToStart: daysFrom(firstContactOn, startedOn),
    requestToPlan: daysFrom(requestedOn, planOn),
  }
}

function daysFrom(from: Day | undefined, to: Day | undefined): number | undefined {
  if (from === undefined || to === undefined || to < from) return undefined
  return daysBetween(from, to)
}
