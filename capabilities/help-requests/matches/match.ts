import type { Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import type { Alike } from './alike.ts'

/**
 * What a request turns out to be. Of the same person it goes to who helps that person; of somebody else of the family it
 * stays where it is, for that helper is the other side (decision 14).
 */
export const DECISIONS = ['same-person', 'same-family', 'not-same'] as const
export type Decision = (typeof DECISIONS)[number]

/** That a request looks like another request, or like a person of a family with an open trajectory. */
export type Match = {
  readonly requestId: Id
  readonly otherId: Id
  readonly otherRequestId: Id | null
  readonly personId: Id | null
  readonly familyId: Id | null
  readonly alike: readonly string[]
  readonly decision: Decision | null
  readonly decidedOn: Day | null
}

/** How the actor stands to what a request looks like. */
export type Standing = {
  /** Watches over the requests of both, as coordinator or director there. */
  readonly isWatching: boolean
  /** May take up requests there, and this one is free or the actor's own. */
  readonly mayTakeUp: boolean
  /** Serves somebody of a family that this request looks like, or has a request that it looks like. */
  readonly isOnASide: boolean
  /** The person it looks like is closed to the actor, who serves somebody else of that family. */
  readonly isOpposed: boolean
  /** The other request waits for anybody, or there is none. */
  readonly isOtherFree: boolean
  /** Has this request because it is of a person whom the actor helps. */
  readonly isJoined: boolean
}

/** who may know that a request looks like something known. The policies in `0017_triage_whole.sql` say the same. */
export const maySeeMatch = (given: Standing): boolean =>
  (given.isWatching && !given.isOpposed) || (given.mayTakeUp && !given.isOnASide && given.isOtherFree) || given.isJoined

/** A decision on a match, once: what somebody decided stands, and the same once more changes nothing. */
export function decisionOn(
  match: Match,
  asked: string,
): Answer<{ readonly decision: Decision; readonly isNew: boolean }> {
  const decision = DECISIONS.find((one) => one === asked)
  if (decision === undefined) return refuse('match-decision-missing')
  if (match.decision === decision) return allow({ decision, isNew: false })
  return match.decision === null ? allow({ decision, isNew: true }) : refuse('match-decided-meanwhile')
}

type Compared<T> = { readonly of: T; readonly alike: readonly Alike[] }

/** Those that are alike in anything, those with most in common first, so that of very many the best are kept. */
export const bestOf = <T>(all: readonly Compared<T>[], most: number): Compared<T>[] =>
  all
    .filter(({ alike }) => alike.length > 0)
    .toSorted((one, other) => weight(other.alike) - weight(one.alike))
    .slice(0, most)

/** A number or an address says more than a name. */
const weight = (alike: readonly Alike[]): number => alike.reduce((sum, one) => sum + (one === 'name' ? 1 : 2), 0)
