import { type Day, daysBetween } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'

/** Somebody is away and a colleague stands in, from a day to a day. */
export type StandIn = {
  readonly id: Id
  readonly provisionId: Id
  readonly awayId: Id
  readonly standInId: Id
  readonly fromOn: Day
  readonly untilOn: Day
  readonly endedAt: Date | null
}

export type NewStandIn = {
  readonly provisionId: Id
  readonly awayId: Id
  readonly standInId: Id
  readonly fromOn: Day | undefined
  readonly untilOn: Day | undefined
  /** Of the form: sent twice, it is one. */
  readonly key: Id
}

/** Longer than a season it is no standing in any more, but a hand-over. */
const LONGEST_DAYS = 92

/** The days somebody is away. Refuses days that are missing, past, backwards, or so long that it is a hand-over. */
export function daysAway(
  { fromOn, untilOn }: Pick<NewStandIn, 'fromOn' | 'untilOn'>,
  today: Day,
): Answer<{ fromOn: Day; untilOn: Day }> {
  if (fromOn === undefined || untilOn === undefined || fromOn < today || untilOn < fromOn) return refuse('away-days')
  return daysBetween(fromOn, untilOn) > LONGEST_DAYS
    ? refuse('away-long', { most: LONGEST_DAYS })
    : allow({ fromOn, untilOn })
}

/** By whoever will be away, or who leads the provision. Refuses standing in for oneself, and by who arranges it. */
export function mayArrange(
  actorId: Id,
  { awayId, standInId }: Pick<NewStandIn, 'awayId' | 'standInId'>,
  { leads }: { readonly leads: boolean },
): Answer {
  if (awayId !== actorId && !leads) return refuse('not-found')
  if (standInId === awayId) return refuse('stand-in-self')
  return standInId === actorId ? refuse('not-for-oneself') : allow()
}

export const isInForce = ({ fromOn, untilOn }: Pick<StandIn, 'fromOn' | 'untilOn'>, on: Day): boolean =>
  fromOn <= on && untilOn >= on

type Days = Pick<StandIn, 'fromOn' | 'untilOn'>
const overlaps = (a: Days, b: Days): boolean => a.fromOn <= b.untilOn && b.fromOn <= a.untilOn

/** Whoever is away already is not covered twice, and who is away oneself in those days stands in for nobody. */
export function isFree(all: readonly StandIn[], given: Days & Pick<StandIn, 'awayId' | 'standInId'>): Answer {
  const then = all.filter((one) => one.endedAt === null && overlaps(one, given))
  if (then.some(({ awayId }) => awayId === given.awayId)) return refuse('away-twice')
  return then.some(({ awayId }) => awayId === given.standInId) ? refuse('stand-in-cannot') : allow()
}
