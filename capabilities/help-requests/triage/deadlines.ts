import { z } from 'zod'
import { type Day, dayAt } from '../../../foundation/day.ts'
import { isoDay } from '../../programmes/definition-basics.ts'
import type { HelpRequest } from '../request.ts'
import type { Grade } from './weighing.ts'

const hours = z.int().min(1).max(1000)
/** Hours per grade, and for what has none yet. */
export const perGrade = z
  .strictObject({ A: hours, B: hours, C: hours, D: hours, none: hours })
  .refine(({ A, B, C, D }) => A >= B && B >= C && C >= D, 'a higher grade waits no longer than a lower one')
const term = z.strictObject({
  from: isoDay,
  source: z.string().max(300),
  /** After how many hours without anybody a request is late; sooner at a higher grade. */
  hours: perGrade,
  /** After how many hours since it came in whoever took it up is late to get in touch. */
  contactHours: perGrade,
})

export const waitingTermsFormat = z.strictObject({ terms: z.array(term).min(1) })
export type WaitingTerms = z.infer<typeof waitingTermsFormat>

export type HoursPerGrade = z.infer<typeof perGrade>
export type WaitingTerm = { readonly hours: HoursPerGrade; readonly contactHours: HoursPerGrade }
/** What holds on a day, in one place. */
export type TermOn = (on: Day) => WaitingTerm

const HOUR = 3_600_000

/** What comes with the product and holds on this day; a day before all of it has the first. */
export function shippedTermOn({ terms }: WaitingTerms, on: Day): WaitingTerm {
  const sorted = [...terms].sort((one, other) => (one.from < other.from ? -1 : 1))
  const found = sorted.findLast(({ from }) => from <= on) ?? sorted[0]
  if (found === undefined) throw new Error('the product comes with a waiting term')
  return found
}

/** On which days whoever asks may count on it at the latest: that it was taken up, and that somebody got in touch. */
export type Promised = { readonly readBy: Day; readonly contactBy: Day }

/** What is promised to whoever asks at this moment, before anybody gave it a grade; by the term that holds on that day. */
export function promisedTo(termOn: TermOn, receivedAt: Date): Promised {
  const at = (state: 'new' | 'taken') => dayAt(waitsUntil(termOn, { receivedAt, state }, undefined))
  const [readBy, contactBy] = [at('new'), at('taken')]
  return { readBy, contactBy: contactBy < readBy ? readBy : contactBy }
}

/** Until when a request may wait: for somebody, or taken up for contact; by the term that held on the day it came in. */
export function waitsUntil(
  termOn: TermOn,
  { receivedAt, state }: Pick<HelpRequest, 'receivedAt' | 'state'>,
  grade: Grade | undefined,
): Date {
  const { hours, contactHours } = termOn(dayAt(receivedAt))
  const given = state === 'taken' ? contactHours : hours
  return new Date(receivedAt.getTime() + given[grade ?? 'none'] * HOUR)
}

/** Late is what nobody took up in time. */
export const isLate = (until: Date, now: Date): boolean => now.getTime() > until.getTime()
