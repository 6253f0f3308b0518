import type { Day } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'

/** The age of a child on the day it was told; never a birth date. */
export type Age = { readonly years: number } | { readonly weeksPregnant: number }

/** A code (choice, village, yes-no-unknown, day or text), a number, codes (many) or ages. Never a name. */
export type AnswerValue = string | number | readonly string[] | readonly Age[]

/** By question code. Answers to special questions (AVG article 9) are never among them. */
export type Answers = Readonly<Record<string, AnswerValue>>

/** What can be true of a trajectory from a day on. */
export type Fact = { readonly holdsOn: Day } & (
  | {
      readonly type: 'registered'
      /** First phase of the definition, kept here so that history reads without it. */
      readonly phase: string
      readonly answers: Answers
      /** The source named no day; this one was assumed. */
      readonly approximateDay?: boolean
    }
  | {
      readonly type: 'moved'
      readonly to: string
      readonly reason?: string
      /** Anchors that this step sets to its day, or lifts: those that the definition ties to a phase. */
      readonly sets?: readonly string[]
      readonly lifts?: readonly string[]
    }
  | { readonly type: 'answered'; readonly answers: Answers }
  | { readonly type: 'anchor-set'; readonly anchor: string }
  | { readonly type: 'milestone-done'; readonly milestone: string; readonly outcome?: string }
  /** One contact, with the answers to the questions asked at every contact, such as the kind of service. */
  | {
      readonly type: 'contact-made'
      readonly answers: Answers
      readonly minutes?: number
      /** Somebody called or came and met nobody. */
      readonly reached?: boolean
    }
  /** Somebody was referred to somebody online, with the answers to what is asked then; where to is kept elsewhere. */
  | { readonly type: 'referral-made'; readonly referral: Id; readonly answers: Answers }
  /** What came of it, as far as it was told on that day; said again, the last holds. */
  | { readonly type: 'referral-followed'; readonly referral: Id; readonly answers: Answers }
  | { readonly type: 'worker-assigned' | 'worker-left'; readonly personId: Id }
)

/** What can be said later of an event recorded earlier. */
export type Afterthought = { readonly holdsOn: Day } & (
  | { readonly type: 'corrected'; readonly corrects: Id; readonly by: Fact }
  | { readonly type: 'withdrawn'; readonly withdraws: Id }
)

/** A fact or afterthought without the moment the database gives it. */
export type Happening = Fact | Afterthought

/**
 * One line of the append-only history of a trajectory: the day it holds for and the moment it was recorded.
 * Codes and ids only.
 */
export type TrajectoryEvent = {
  readonly id: Id
  /** ISO 8601 in UTC with milliseconds, so that it sorts as text. */
  readonly recordedAt: string
} & Happening

export const isFact = (event: TrajectoryEvent): event is TrajectoryEvent & Fact =>
  event.type !== 'corrected' && event.type !== 'withdrawn'

/** Later than every moment: asks what is known by now. */
export const EVERYTHING = '9999-12-31T23:59:59.999Z'
