import { checkAnswers } from '../forms/answer.ts'
import { asGiven } from '../forms/given.ts'
import { askedIn } from '../forms/pages.ts'
import type { StepPlan } from './definition.ts'
import { stepsFor } from './steps.ts'

/** What is wrong with the example persons: an answer that nobody could give, or other steps than were written down. */
export const exampleFaults = (plan: StepPlan): string[] =>
  plan.examples.flatMap((example) => exampleFault(plan, example).map((fault) => `examples/${example.code}: ${fault}`))

function exampleFault(plan: StepPlan, { answers, steps }: StepPlan['examples'][number]): string[] {
  const asked = askedIn(plan, answers)
  const given = Object.fromEntries(asked.map(({ code }) => [code, asGiven(answers[code])]))
  const { faults } = checkAnswers(asked, given)
  const unasked = Object.keys(answers).filter((code) => !asked.some((question) => question.code === code))
  if (unasked.length > 0) return unasked.map((code) => `${code} is not asked of this person`)
  const wrong = Object.entries(faults).map(([code, { reason }]) => `${code}: ${reason}`)
  if (wrong.length > 0) return wrong
  const got = stepsFor(plan, answers).map(({ code }) => code)
  const at = Array.from({ length: Math.max(got.length, steps.length) }, (_, nth) => nth).find(
    (nth) => got[nth] !== steps[nth],
  )
  return at === undefined ? [] : [`step ${at + 1} is ${got[at] ?? 'nothing'}, and should be ${steps[at] ?? 'nothing'}`]
}
