import { after, type Day } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import type { Words } from '../programmes/definition.ts'

/** What waits for the actor; `unsafe` is a request that a director has not seen yet, `sharing` what is offered from elsewhere. */
const OWN = ['unsafe', 'request-new', 'request-mine', 'request-away', 'sharing', 'milestone', 'action'] as const
/** What the actor sent on and somebody else has not done yet. */
const OF_OTHERS = ['unsafe-sent', 'sharing-sent', 'action-of-other'] as const

/** What can be done on the page itself, with the version that it shows. */
export type InPlace =
  | { readonly act: 'take'; readonly rowVersion: number }
  | { readonly act: 'see' }
  | { readonly act: 'done'; readonly milestone: string; readonly rowVersion: number }
  | { readonly act: 'tick'; readonly planId: Id; readonly rowVersion: number }

/** One thing that waits: a request, a sharing, a milestone of a trajectory, or an action in a plan. */
export type Entry = {
  readonly kind: (typeof OWN)[number] | (typeof OF_OTHERS)[number]
  readonly id: Id
  /** Whom it is about, by name where the actor knows it. */
  readonly about: string | undefined
  /** What is to be done, where the programme or the plan says so. */
  readonly what: Words | undefined
  /** The first and the last good day. */
  readonly from: Day
  readonly until: Day
  /** The trajectory or file to go to, where that is another than the entry itself. */
  readonly personId?: Id | undefined
  readonly milestone?: string | undefined
  readonly inPlace?: InPlace | undefined
  /** Unsafe, and who asked took back what was written. */
  readonly isTakenBack?: boolean
  /** Late by the hour, on its last day already. */
  readonly isLate?: boolean
}

export type Groups = {
  /** What nobody may leave lying, whatever its day. */
  readonly unsafe: readonly Entry[]
  readonly late: readonly Entry[]
  readonly today: readonly Entry[]
  readonly week: readonly Entry[]
  /** What waits for somebody else, whatever its day. */
  readonly others: readonly Entry[]
}

/** How far ahead "this week" looks. */
const DAYS_AHEAD = 7

/** The last day that the page looks at. */
export const horizon = (today: Day): Day => after(today, { days: DAYS_AHEAD })

/**
 * Unsafe first. Late: the last good moment is past. Today: it may be done now. This week: it comes up within seven days; what
 * comes later is left out. What waits for others stands apart. Within a group by last good day, then by what it is, so that
 * the order is always the same.
 */
export function grouped(entries: readonly Entry[], today: Day): Groups {
  const order = (a: Entry, b: Entry): number =>
    a.until === b.until ? (`${a.kind} ${a.id}` < `${b.kind} ${b.id}` ? -1 : 1) : a.until < b.until ? -1 : 1
  const sorted = entries.toSorted(order)
  const own = sorted.filter(({ kind }) => kind !== 'unsafe' && OWN.some((one) => one === kind))
  const isLate = (one: Entry): boolean => one.until < today || one.isLate === true
  return {
    unsafe: sorted.filter(({ kind }) => kind === 'unsafe'),
    late: own.filter(isLate),
    today: own.filter((one) => !isLate(one) && one.from <= today),
    week: own.filter((one) => !isLate(one) && one.from > today && one.from <= horizon(today)),
    others: sorted.filter(({ kind }) => OF_OTHERS.some((one) => one === kind)),
  }
}
