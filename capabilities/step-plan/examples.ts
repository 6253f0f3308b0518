import { checkAnswers } from '../forms/answer.ts'
import { asGiven } from '../forms/given.ts'
import { askedIn } from '../forms/pages.ts'
import type { StepPlan } from './definition.ts'
import type { PlanFault } from './faults.ts'
import { stepsFor } from './steps.ts'

type Example = StepPlan['examples'][number]
type Wrong = Omit<PlanFault, 'part' | 'code'>

/** What is wrong with the example persons: an answer that nobody could give, or other steps than were written down. */
export const exampleFaults = (plan: StepPlan): PlanFault[] =>
  plan.examples.flatMap((example) =>
    exampleFault(plan, example).map((fault) => ({ part: 'examples' as const, code: example.code, ...fault })),
  )

function exampleFault(plan: StepPlan, example: Example): Wrong[] {
  const { answers, steps } = example
  const asked = askedIn(plan, answers)
  const given = Object.fromEntries(asked.map(({ code }) => [code, asGiven(answers[code])]))
  const { faults } = checkAnswers(asked, given)
  const unasked = Object.keys(answers).filter((code) => !asked.some((question) => question.code === code))
  const at = (question: string) => `answers/${question}`
  if (unasked.length > 0)
    return unasked.map((question) => ({ field: at(question), why: 'plan-example-unasked', with: { question } }))
  const wrong = Object.entries(faults).map(([question, { reason }]): Wrong => {
    return { field: at(question), why: 'plan-example-answer', with: { question, reason } }
  })
  if (wrong.length > 0) return wrong
  const got = stepsFor(plan, answers).map(({ code }) => code)
  const nth = Array.from({ length: Math.max(got.length, steps.length) }, (_, at) => at).find(
    (at) => got[at] !== steps[at],
  )
  if (nth === undefined) return []
  const differs = { at: nth + 1, got: got[nth] ?? 'nothing', wanted: steps[nth] ?? 'nothing' }
  return [{ field: 'steps', why: 'plan-example-differs', with: differs }]
}

/** How the steps of an example person differ from what was written down. */
export type Outcome = {
  readonly missing: readonly string[]
  readonly extra: readonly string[]
  /** The same steps, in another order. */
  readonly isOtherOrder: boolean
}

/** What an example person lacks, gets beside it, or gets in another order than was written down. */
export function outcomeOf(plan: StepPlan, { answers, steps }: Example): Outcome {
  const got = stepsFor(plan, answers).map(({ code }) => code)
  const missing = steps.filter((code) => !got.includes(code))
  const extra = got.filter((code) => !steps.includes(code))
  const isOther = got.some((code, at) => code !== steps[at])
  return { missing, extra, isOtherOrder: missing.length + extra.length === 0 && isOther }
}
