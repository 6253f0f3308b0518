import { after, type Day } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import type { Words } from '../programmes/definition.ts'

/** One thing that waits: a request, a milestone of a trajectory, or an action in a plan. */
export type Entry = {
  readonly kind: 'request-new' | 'request-mine' | 'request-away' | 'milestone' | 'action'
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
}

export type Groups = {
  readonly late: readonly Entry[]
  readonly today: readonly Entry[]
  readonly week: readonly Entry[]
}

/** How far ahead "this week" looks. */
const DAYS_AHEAD = 7

/** The last day that the page looks at. */
export const horizon = (today: Day): Day => after(today, { days: DAYS_AHEAD })

/**
 * Late: the last good day is past. Today: it may be done now. This week: it comes up within seven days; what comes later
 * is left out. Within a group by last good day, then by what it is, so that the order is always the same.
 */
export function grouped(entries: readonly Entry[], today: Day): Groups {
  const order = (a: Entry, b: Entry): number =>
    a.until === b.until ? (`${a.kind} ${a.id}` < `${b.kind} ${b.id}` ? -1 : 1) : a.until < b.until ? -1 : 1
  const sorted = entries.toSorted(order)
  return {
    late: sorted.filter((one) => one.until < today),
    today: sorted.filter((one) => one.until >= today && one.from <= today),
    week: sorted.filter((one) => one.from > today && one.from <= horizon(today)),
  }
}
