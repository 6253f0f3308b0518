import type { Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import type { HelpRequest } from '../request.ts'

/** A ends with information, B and C lead on, D opens the safety route. */
export const GRADES = ['A', 'B', 'C', 'D'] as const
export type Grade = (typeof GRADES)[number]

/** what can be said about harm to children and about violence at home. */
export const OUTCOMES = ['none-seen', 'concern', 'acute', 'not-judged'] as const
export type Outcome = (typeof OUTCOMES)[number]

type Recorded = { readonly number: number; readonly holdsOn: Day; readonly recordedAt: Date; readonly recordedBy: Id }

/** one weighing in the history; its reason is gone when the details of the request are. */
export type GradeGiven = Recorded & { readonly grade: Grade; readonly reason: string | null }

export type EstimateGiven = Recorded & {
  readonly harm: Outcome
  readonly violence: Outcome
  readonly because: string | null
}

const SHORTEST = 3
const LONGEST = 1000

function told(words: string): Answer<string> {
  const text = words.trim()
  if (text.length > LONGEST) return refuse('triage-words-long', { most: LONGEST })
  return text.length < SHORTEST ? refuse('triage-grade-reason-missing') : allow(text)
}

/** A grade with its reason, as it may be kept. */
export function gradeTold(given: { readonly grade: string; readonly reason: string }): Answer<{
  readonly grade: Grade
  readonly reason: string
}> {
  const grade = GRADES.find((one) => one === given.grade)
  if (grade === undefined) return refuse('triage-grade-missing')
  const reason = told(given.reason)
  return reason.ok ? allow({ grade, reason: reason.value }) : reason
}

export type EstimateTold = Pick<EstimateGiven, 'harm' | 'violence' | 'because'>

/** Both answers, and why when one of them could not be given; words that nobody asked for are not kept. */
export function estimateTold(given: {
  readonly harm: string
  readonly violence: string
  readonly because: string
}): Answer<EstimateTold> {
  const harm = OUTCOMES.find((one) => one === given.harm)
  const violence = OUTCOMES.find((one) => one === given.violence)
  if (harm === undefined || violence === undefined) return refuse('triage-estimate-incomplete')
  if (harm !== 'not-judged' && violence !== 'not-judged') return allow({ harm, violence, because: null })
  const because = told(given.because)
  if (!because.ok && because.reason === 'triage-grade-reason-missing') return refuse('triage-because-missing')
  return because.ok ? allow({ harm, violence, because: because.value }) : because
}

/** The topic in the forms for asking (`content/forms/ask*.json`) that is about a separation; the database knows it too. */
const SEPARATION = 'separation'

export const isAboutSeparation = ({ topics }: Pick<HelpRequest, 'topics'>): boolean => topics.includes(SEPARATION)

/** Whether an estimate is needed before a request ends: of what is about a separation, and of whatever is unsafe. */
export const needsEstimate = (request: Pick<HelpRequest, 'topics'>, grade: Grade | undefined): boolean =>
  isAboutSeparation(request) || grade === 'D'

/** what needs an estimate ends only with one, whichever way it ends. */
export function mayEnd(
  request: Pick<HelpRequest, 'topics'>,
  known: { readonly grade: Grade | undefined; readonly hasEstimate: boolean },
): Answer {
  return needsEstimate(request, known.grade) && !known.hasEstimate ? refuse('triage-estimate-missing') : allow()
}

/** information needs no case; whatever is heavier leads on. Refuses without a grade too. */
export function mayLeadOn(grade: Grade | undefined): Answer {
  if (grade === undefined) return refuse('triage-grade-first')
  return grade === 'A' ? refuse('triage-information-needs-no-case') : allow()
}

/** D always opens the safety route, and an acute danger does so whatever the grade. */
export const isUnsafe = (grade: Grade | undefined, estimate: EstimateTold | undefined): boolean =>
  grade === 'D' || estimate?.harm === 'acute' || estimate?.violence === 'acute'
