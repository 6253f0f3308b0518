import type { Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { oneLine } from '../../../foundation/one-line.ts'
import { type Answer, allow, type Refused, refuse } from '../../../foundation/result.ts'
import { checkAnswers, type Given } from '../../forms/answer.ts'
import { holdsBsn } from '../../imports/bsn.ts'
import type { ProgrammeDefinition, Question } from '../../programmes/definition.ts'
import type { Answers, Fact } from '../event.ts'

type Asks = Pick<ProgrammeDefinition, 'questions'>
type Made = Extract<Fact, { type: 'referral-made' }>
type Followed = Extract<Fact, { type: 'referral-followed' }>

/** What a programme asks when a child is referred to somebody online; none in a programme that refers nobody. */
export const referralQuestions = ({ questions }: Asks): readonly Question[] =>
  questions.filter(({ asked, special }) => asked === 'referral' && special !== true)

/** What it asks once one knows what came of it. */
export const afterQuestions = ({ questions }: Asks): readonly Question[] =>
  questions.filter(({ asked, special }) => asked === 'after-referral' && special !== true)

export type ToldReferral = {
  readonly on: Day | undefined
  readonly organisation: string
  /** The child said that it wants this. */
  readonly isAgreed: boolean
  readonly given: Given
}

/** What is not right yet, by field: `dag`, `organisatie` and `mee-eens` beside the codes of the questions. */
export type ReferralFaults = Readonly<Record<string, Refused>>

type Checked<T> = { readonly answer: Answer<T>; readonly faults: ReferralFaults }

const LONGEST = 120

/**
 * A referral as it may be recorded, under its own number. Refuses what the child did not agree to, no organisation, no day or
 * a day still to come, and answers that are missing or not offered.
 */
export function referralOf(
  definition: Asks,
  told: ToldReferral,
  { referral, today }: { readonly referral: Id; readonly today: Day },
): Checked<{ readonly fact: Made; readonly organisation: string }> {
  const questions = referralQuestions(definition)
  if (questions.length === 0) return { answer: refuse('not-found'), faults: {} }
  const { answers, faults: wrong } = checkAnswers(questions, told.given)
  const organisation = oneLine(told.organisation)
  const faults: ReferralFaults = {
    ...wrong,
    ...dayFaults(told.on, today),
    ...organisationFaults(organisation),
    ...(!told.isAgreed && { 'mee-eens': refuse('referral-not-agreed') }),
  }
  const [first] = Object.values(faults)
  if (first !== undefined || told.on === undefined) return { answer: first ?? refuse('answer-no-day'), faults }
  const fact: Made = { type: 'referral-made', holdsOn: told.on, referral, answers }
  return { answer: allow({ fact, organisation }), faults }
}

function organisationFaults(organisation: string): ReferralFaults {
  if (organisation === '' || organisation.length > LONGEST)
    return { organisatie: refuse('referral-organisation', { most: LONGEST }) }
  return holdsBsn(organisation) ? { organisatie: refuse('answer-holds-bsn') } : {}
}

function dayFaults(on: Day | undefined, today: Day): ReferralFaults {
  if (on === undefined) return { dag: refuse('answer-no-day') }
  return on > today ? { dag: refuse('day-in-future') } : {}
}

export type ToldResult = { readonly on: Day | undefined; readonly given: Given }

/** What came of a referral, as it may be recorded. Refuses a day before the referral or still to come, and no answer. */
export function resultOf(
  definition: Asks,
  told: ToldResult,
  { referral, madeOn, today }: { readonly referral: Id; readonly madeOn: Day; readonly today: Day },
): Checked<Followed> {
  const { answers, faults: wrong } = checkAnswers(afterQuestions(definition), told.given)
  const isEarly = told.on !== undefined && told.on < madeOn
  const faults: ReferralFaults = {
    ...wrong,
    ...dayFaults(told.on, today),
    ...(isEarly && { dag: refuse('referral-result-early') }),
  }
  const [first] = Object.values(faults)
  if (first !== undefined || told.on === undefined) return { answer: first ?? refuse('answer-no-day'), faults }
  return { answer: allow({ type: 'referral-followed', holdsOn: told.on, referral, answers }), faults }
}

/** One referral of a trajectory with what came of it, as the history says. */
export type Referral = {
  readonly id: Id
  readonly on: Day
  readonly answers: Answers
  /** The last that was said of it. */
  readonly result: { readonly on: Day; readonly answers: Answers } | undefined
}

/** The referrals in facts that stand and are in order, the latest first. */
export function referralsIn(facts: readonly Fact[]): Referral[] {
  const made = facts.filter((fact) => fact.type === 'referral-made')
  const followed = facts.filter((fact) => fact.type === 'referral-followed')
  return made
    .map(({ referral, holdsOn, answers }): Referral => {
      const last = followed.findLast((one) => one.referral === referral)
      return { id: referral, on: holdsOn, answers, result: last && { on: last.holdsOn, answers: last.answers } }
    })
    .reverse()
}
