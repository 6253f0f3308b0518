import type { Answers } from '../cases/event.ts'
import { keptAnswers } from '../forms/pages.ts'
import { codesIn } from '../programmes/asked.ts'
import { type Change, type Condition, type Conditions, PARTS, type Step, type StepPlan } from './definition.ts'

/** Whether one of these sets of conditions holds; without conditions it does. */
export const holds = (conditions: Conditions | undefined, answers: Answers): boolean =>
  conditions === undefined || conditions.some((all) => all.every((one) => isMet(one, answers)))

function isMet({ question, is, isNot }: Condition, answers: Answers): boolean {
  const given = codesIn(answers[question])
  if (is !== undefined && !is.some((code) => given.includes(code))) return false
  return isNot === undefined || !isNot.some((code) => given.includes(code))
}

/** Whether somebody said not to be safe; then everything is done alone, and nothing is kept unasked. */
export const isAfraid = ({ safety }: Pick<StepPlan, 'safety'>, answers: Answers): boolean =>
  codesIn(answers[safety.question]).some((code) => safety.is.includes(code))

/** Whether somebody may not be safe: then nothing is kept unasked, and whom to call stands first. */
export const mayBeUnsafe = ({ safety }: Pick<StepPlan, 'safety'>, answers: Answers): boolean =>
  isAfraid({ safety }, answers) ||
  codesIn(answers[safety.question]).some((code) => safety.unsure?.includes(code) === true)

/** Whether the danger is now: then calling comes before any other page. */
export const isInDangerNow = ({ safety }: Pick<StepPlan, 'safety'>, answers: Answers): boolean =>
  codesIn(answers[safety.question]).some((code) => safety.now.includes(code))

/**
 * The steps of whoever answered this, in order: those of this week first, each as it stands in the plan. Somebody who is
 * afraid gets no step that two people do together, whatever its conditions say.
 */
export function stepsFor(plan: Pick<StepPlan, 'steps' | 'safety'>, answers: Answers): Step[] {
  const isAlone = isAfraid(plan, answers)
  const held = plan.steps.filter((step) => holds(step.if, answers) && !(isAlone && step.isJoint === true))
  return held
    .map((step) => ({
      ...step,
      pages: step.pages.filter((page) => holds(page.if, answers)),
      ...(step.documents && { documents: step.documents.filter((document) => holds(document.if, answers)) }),
    }))
    .toSorted((a, b) => PARTS.indexOf(a.at) - PARTS.indexOf(b.at))
}

/** What can change from here, as somebody would say it. */
export const changesFrom = (plan: StepPlan, answers: Answers): Change[] =>
  plan.changes.filter((change) => holds(change.if, answers))

/** The answers after a change; undefined for a change that nobody knows, or that does not fit. */
export function afterChange(plan: StepPlan, answers: Answers, code: string): Answers | undefined {
  const change = changesFrom(plan, answers).find((one) => one.code === code)
  return change === undefined ? undefined : keptAnswers(plan, { ...answers, ...change.set })
}

/** What a change of answers brought and took away. */
export function differenceIn(plan: StepPlan, before: Answers, now: Answers): { added: Step[]; gone: Step[] } {
  const [old, fresh] = [stepsFor(plan, before), stepsFor(plan, now)]
  const lacks = (steps: readonly Step[], step: Step) => !steps.some(({ code }) => code === step.code)
  return { added: fresh.filter((step) => lacks(old, step)), gone: old.filter((step) => lacks(fresh, step)) }
}
