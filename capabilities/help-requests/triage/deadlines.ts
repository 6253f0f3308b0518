import { z } from 'zod'
import { type Day, dayAt } from '../../../foundation/day.ts'
import { isoDay } from '../../programmes/definition-basics.ts'
import type { HelpRequest } from '../request.ts'
import type { Grade } from './weighing.ts'

const hours = z.int().min(1).max(1000)
const perGrade = z
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

const HOUR = 3_600_000

/** Until when a request may wait: for somebody, or taken up for contact; by the term that held on the day it came in. */
export function waitsUntil(
  { terms }: WaitingTerms,
  { receivedAt, state }: Pick<HelpRequest, 'receivedAt' | 'state'>,
  grade: Grade | undefined,
): Date {
  const on: Day = dayAt(receivedAt)
  const sorted = [...terms].sort((one, other) => (one.from < other.from ? -1 : 1))
  const inForce = sorted.findLast(({ from }) => from <= on) ?? sorted[0]
  const given = state === 'taken' ? inForce?.contactHours : inForce?.hours
  return new Date(receivedAt.getTime() + (given?.[grade ?? 'none'] ?? 0) * HOUR)
}

/** Late is what nobody took up in time. */
export const isLate = (until: Date, now: Date): boolean => now.getTime() > until.getTime()
