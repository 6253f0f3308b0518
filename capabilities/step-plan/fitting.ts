import type { Answers } from '../cases/event.ts'
import { checkAnswers } from '../forms/answer.ts'
import { asGiven } from '../forms/given.ts'
import { keptAnswers } from '../forms/pages.ts'
import type { StepPlan } from './definition.ts'

/**
 * What still holds of answers that were given to an earlier version of the plan: those to questions that are asked still,
 * with an answer that is there still. What is left open is asked again.
 */
export function fitting(plan: Pick<StepPlan, 'questions'>, answers: Answers): Answers {
  const known = plan.questions.filter(({ code }) => answers[code] !== undefined)
  const given = Object.fromEntries(known.map(({ code }) => [code, asGiven(answers[code])]))
  return keptAnswers(plan, checkAnswers(known, given).answers)
}
