import { isDeepStrictEqual } from 'node:util'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { sealOfSeen } from '../../programmes/drafts/seal.ts'
import type { Condition, Conditions, Step, StepPlan } from '../definition.ts'
import { type Edited, type Thing, withThing } from './changes.ts'

/** One place of the plan that names a question, or an answer to it. */
export type Reference = { readonly part: Edited; readonly code: string; readonly field: string }

/** What is looked for: a question, and which of its answers; without answers, whatever names the question at all. */
export type Named = { readonly question: string; readonly answers?: readonly string[] }

/** Every place that names this question, or one of these answers to it, in the order of the plan. */
export function referencesTo(plan: StepPlan, named: Named): Reference[] {
  const { question, answers } = named
  const isMeant = (codes: readonly string[]) => answers === undefined || codes.some((one) => answers.includes(one))
  const inOne = (one: { question: string; is?: readonly string[]; isNot?: readonly string[] }) =>
    one.question === question && isMeant([...(one.is ?? []), ...(one.isNot ?? [])])
  const inAny = (conditions: Conditions | undefined) => conditions?.flat().some((one: Condition) => inOne(one)) === true
  const inAnswers = (given: Readonly<Record<string, string | readonly string[]>>) =>
    Object.hasOwn(given, question) && isMeant([given[question] ?? []].flat())
  const at = (part: Edited, code: string, fields: readonly string[]): Reference[] =>
    fields.map((field) => ({ part, code, field }))
  return [
    ...plan.questions.flatMap(({ code, when }) =>
      at('questions', code, when !== undefined && inOne(when) ? ['when/is'] : []),
    ),
    ...plan.steps.flatMap((step) => at('steps', step.code, fieldsOf(step, inAny))),
    ...plan.changes.flatMap((change) =>
      at('changes', change.code, [
        ...(inAny(change.if) ? ['if'] : []),
        ...(inAnswers(change.set) ? [`set/${question}`] : []),
      ]),
    ),
    ...plan.examples.flatMap(({ code, answers: given }) =>
      at('examples', code, inAnswers(given) ? [`answers/${question}`] : []),
    ),
  ]
}

const fieldsOf = (step: Step, inAny: (conditions: Conditions | undefined) => boolean): string[] => [
  ...(inAny(step.if) ? ['if'] : []),
  ...(step.documents?.some((one) => inAny(one.if)) === true ? ['documents'] : []),
  ...(step.pages.some((one) => inAny(one.if)) ? ['pages'] : []),
]

/** A seal of the places that somebody was told of, so that nothing goes of which a place was not told. */
export const sealOfReferences = (references: readonly Reference[]): string => sealOfSeen(references)

/** The answers that a question no longer has. */
export const answersGone = (before: Thing<'questions'>, after: Thing<'questions'>): string[] => {
  const left = after.options?.map(({ code }) => code) ?? []
  return (before.options ?? []).map(({ code }) => code).filter((code) => !left.includes(code))
}

/**
 * The plan with this question as it became. Refuses when an answer goes that something else names and of which `told` does not
 * say that this was seen; and any change of the question after fear but its words.
 */
export function withQuestionChanged(plan: StepPlan, after: Thing<'questions'>, told: string): Answer<StepPlan> {
  const before = plan.questions.find(({ code }) => code === after.code)
  if (before === undefined) return refuse('not-found')
  if (after.code === plan.safety.question && !isDeepStrictEqual(wordless(before), wordless(after)))
    return refuse('step-plan-safety-stays')
  const gone = answersGone(before, after)
  const references = gone.length === 0 ? [] : referencesTo(plan, { question: after.code, answers: gone })
  if (references.length > 0 && sealOfReferences(references) !== told) return refuse('step-plan-referred')
  return allow(withThing(plan, { part: 'questions', code: after.code }, after))
}

/** All of a question but its words. */
const wordless = ({ type, required, when, options }: Thing<'questions'>) => ({
  ...{ type, required, when },
  options: options?.map(({ code }) => code),
})

/**
 * The plan without a question, and without what example people answered to it. Refuses the question after fear, and
 * one that something names of which `told` does not say that this was seen.
 */
export function withQuestionRemoved(plan: StepPlan, question: string, told: string): Answer<StepPlan> {
  if (question === plan.safety.question) return refuse('step-plan-safety-stays')
  const references = referencesTo(plan, { question })
  if (references.length > 0 && sealOfReferences(references) !== told) return refuse('step-plan-referred')
  const without = withThing(plan, { part: 'questions', code: question }, undefined)
  const examples = without.examples.map(({ answers, ...one }) => {
    const { [question]: _, ...others } = answers
    return { ...one, answers: others }
  })
  return allow({ ...without, examples })
}

/** Whether the words of the question after fear differ, so that somebody has to read them again before they are public. */
export function isSafetyReworded(before: StepPlan, after: StepPlan): boolean {
  const words = ({ questions, safety }: StepPlan) => {
    const one = questions.find(({ code }) => code === safety.question)
    return [one?.ask, one?.help, one?.options, one?.purpose]
  }
  return !isDeepStrictEqual(words(before), words(after))
}

/** The answers to the question after fear, each with what it brings about. */
export const meaningOf = ({ safety }: Pick<StepPlan, 'safety'>, answer: string): 'now' | 'afraid' | 'not-afraid' => {
  if (safety.now.includes(answer)) return 'now'
  return safety.is.includes(answer) ? 'afraid' : 'not-afraid'
}
