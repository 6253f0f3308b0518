import { z } from 'zod'
import { after, type Day } from '../../../foundation/day.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { type HoursPerGrade, perGrade, type WaitingTerm } from '../triage/deadlines.ts'
import { GRADES } from '../triage/weighing.ts'

/** What a municipality said from a day on: hours of its own until a day, or that the term of the product holds again. */
export type OwnTerm = {
  readonly from: Day
  readonly source: string
  readonly term: (WaitingTerm & { readonly until: Day }) | undefined
  /** That nothing is said for that day after all. */
  readonly isTakenAway?: boolean
}

/** What counts of all that was said, newest first: of one first day what was said last, and nothing that was taken away. */
export const counted = (said: readonly OwnTerm[]): readonly OwnTerm[] =>
  said.filter((one, at) => one.isTakenAway !== true && said.findIndex(({ from }) => from === one.from) === at)

/**
 * What a municipality itself says for this day: of all that counts and holds then, what begins last. Undefined when nothing does, when
 * it is past its last day, or when the municipality went back to the term of the product.
 */
export const ownTermOn = (own: readonly OwnTerm[], on: Day): OwnTerm['term'] =>
  counted(own).find(({ from, term }) => from <= on && (term === undefined || on <= term.until))?.term

/** Somebody looks at it again at least every two years (working agreement of this product, no law). */
const LONGEST_MONTHS = 24
const LONGEST_SOURCE = 300
export const KEYS = ['none', ...GRADES] as const

export type ToldTerm = {
  readonly from: Day | undefined
  readonly until: Day | undefined
  readonly source: string
  /** Hours as they were typed, by what they are for and the grade. */
  readonly hours: (kind: 'hours' | 'contactHours', key: (typeof KEYS)[number]) => string
}

/**
 * What a manager typed as the own term. Refuses a day that has begun (what was promised stays), one that ends before it begins or
 * after more than two years, no source, what is no number of hours, a higher grade that waits longer, and a grade by which
 * contact comes later than what whoever asks was promised.
 */
export function ownTermOf(told: ToldTerm, today: Day): Answer<OwnTerm> {
  const { from, until } = told
  if (from === undefined || from <= today) return refuse('waiting-begins', { field: 'vanaf' })
  if (until === undefined || until < from || until > after(from, { months: LONGEST_MONTHS }))
    return refuse('waiting-ends', { field: 'tot', months: LONGEST_MONTHS })
  const source = told.source.trim().replace(/\s+/g, ' ')
  if (source === '' || source.length > LONGEST_SOURCE || /\p{Cc}/u.test(source) || !source.isWellFormed())
    return refuse('waiting-source', { field: 'besluit', most: LONGEST_SOURCE })
  const hours = hoursTold(told, 'hours')
  if (!hours.ok) return hours
  const contactHours = hoursTold(told, 'contactHours')
  if (!contactHours.ok) return contactHours
  const late = GRADES.find((grade) => contactHours.value[grade] > contactHours.value.none)
  if (late !== undefined) return refuse('waiting-promise', { field: `contactHours-${late}`, grade: late })
  return allow({ from, source, term: { hours: hours.value, contactHours: contactHours.value, until } })
}

const typedHours = z
  .string()
  .trim()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(1000))

function hoursTold(told: ToldTerm, kind: 'hours' | 'contactHours'): Answer<HoursPerGrade> {
  const given: Record<string, number> = {}
  for (const key of KEYS) {
    const read = typedHours.safeParse(told.hours(kind, key))
    if (!read.success) return refuse('waiting-hours', { field: `${kind}-${key}` })
    given[key] = read.data
  }
  const all = perGrade.safeParse(given)
  return all.success ? allow(all.data) : refuse('waiting-order', { field: `${kind}-A` })
}
