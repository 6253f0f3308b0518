import { type Answer, allow, type Refused, refuse } from '../../../foundation/result.ts'
import { checkAnswers } from '../../forms/answer.ts'
import type { FormQuestion, Offered } from '../../forms/form.ts'
import { asGiven } from '../../forms/given.ts'
import { isAsked } from '../../programmes/asked.ts'
import type { ProgrammeDefinition, Question } from '../../programmes/definition.ts'
import { keptWith } from '../../programmes/moments.ts'
import type { Answers } from '../event.ts'

type Asks = Pick<ProgrammeDefinition, 'questions'>

/** Special personal data (AVG article 9) goes by no system; what a contact or referral asks goes with that one. */
const isForSystems = ({ special, asked }: Question): boolean => special !== true && keptWith(asked) === undefined

/** Answers as a system reads them: never special ones, and no free words, which are a note. */
export const answersShown = ({ questions }: Asks, answers: Answers): Answers => {
  const shown = questions.filter((one) => isForSystems(one) && one.type !== 'text').map(({ code }) => code)
  return Object.fromEntries(Object.entries(answers).filter(([code]) => shown.includes(code)))
}

export type AnswerFaults = Readonly<Record<string, Refused>>

export type AnswersTold = {
  readonly answers: Answers
  /** Answered before, such as what a condition looks at. */
  readonly before?: Answers
  /** The villages of the municipality. */
  readonly villages: Offered[string]
  /** Whether every question of the registration that counts must be answered. */
  readonly isWhole?: boolean
}

/**
 * Answers that a system sends, checked as a form checks what somebody typed. Refuses questions that the programme does not
 * have or that go by no system, and gives every fault at once, by question.
 */
export function answersChecked(
  definition: Asks,
  { answers, before = {}, villages, isWhole = false }: AnswersTold,
): Answer<Answers> & { readonly faults?: AnswerFaults } {
  const questions = definition.questions.filter(isForSystems)
  const unknown = Object.keys(answers).filter((code) => !questions.some((one) => one.code === code))
  const told = questions.filter(
    (one) => Object.hasOwn(answers, one.code) || (isWhole && one.asked === 'registration' && one.required === true),
  )
  const given = Object.fromEntries(told.map(({ code }) => [code, asGiven(answers[code])]))
  const offered = Object.fromEntries(told.filter(({ type }) => type === 'place').map(({ code }) => [code, villages]))
  const checked = checkAnswers(told.map(asked), given, offered)
  const all = { ...before, ...checked.answers }
  const counting = told.filter((one) => Object.hasOwn(answers, one.code) || isAsked(one, all)).map(({ code }) => code)
  const faults: AnswerFaults = Object.fromEntries([
    ...unknown.map((question) => [question, refuse('question-unknown', { question })] as const),
    ...Object.entries(checked.faults).filter(([code]) => counting.includes(code)),
  ])
  const [first] = Object.values(faults)
  return first === undefined ? allow(checked.answers) : { ...first, faults }
}

/** What is sent is meant; a word that is no option may have come in by a file, and then a system may send it too. */
function asked({ asked: _, columns: __, special: ___, other, options, ...question }: Question): FormQuestion {
  const all = [...(options ?? []), ...(other === true ? [{ code: 'other', name: OTHER }] : [])]
  return {
    ...question,
    required: true,
    ...(options !== undefined && { options: all.map(({ code, name }) => ({ code, name })) }),
  }
}

const OTHER = { nl: 'Anders', en: 'Other' }
