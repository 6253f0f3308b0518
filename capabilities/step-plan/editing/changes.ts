import { codeFrom } from '../../programmes/drafts/coding.ts'
import { sealOfSeen } from '../../programmes/drafts/seal.ts'
import { PARTS, type Step, type StepPlan } from '../definition.ts'

/** The lists of a plan that are edited on screen. */
export const EDITED = ['questions', 'steps', 'changes', 'examples'] as const
export type Edited = (typeof EDITED)[number]
/** One question, step, button for a change or example person, by its code. */
export type Spot<Part extends Edited = Edited> = { readonly part: Part; readonly code: string }
export type Thing<Part extends Edited> = StepPlan[Part][number]

export const thingAt = <Part extends Edited>(plan: StepPlan, { part, code }: Spot<Part>): Thing<Part> | undefined =>
  plan[part].find((one) => one.code === code)

/** A seal of what somebody saw, so that a later save notices that it changed meanwhile. */
export const sealOf = (plan: StepPlan, spot: Spot): string => sealOfSeen(thingAt(plan, spot))

/** The plan with this thing in the place of the one with its code; undefined takes it out. */
export function withThing<Part extends Edited>(
  plan: StepPlan,
  { part, code }: Spot<Part>,
  thing: Thing<Part> | undefined,
): StepPlan {
  const list: readonly Thing<Part>[] = plan[part]
  const next = list.flatMap((one) => (one.code === code ? (thing === undefined ? [] : [thing]) : [one]))
  return { ...plan, [part]: next }
}

/**
 * The plan with a thing one place nearer to the front; a step goes before the one before it in its own part, and nothing goes
 * before the question after fear.
 */
export function moved(plan: StepPlan, { part, code }: Spot): StepPlan {
  const list: readonly Thing<Edited>[] = plan[part]
  const at = list.findIndex((one) => one.code === code)
  const one = list[at]
  const isBeside = (other: Thing<Edited>) =>
    !('at' in other) || (one !== undefined && 'at' in one && other.at === one.at)
  const before = list.findLastIndex((other, nth) => nth < at && isBeside(other))
  const other = list[before]
  const isFirst = part === 'questions' && other?.code === plan.safety.question
  return one === undefined || other === undefined || isFirst
    ? plan
    : { ...plan, [part]: list.with(before, one).with(at, other) }
}

export type Words = Step['title']
export type Added = { readonly plan: StepPlan; readonly code: string }

/** The plan with a new step behind the others of its part; the same one told twice is one. */
export function withStepAdded(plan: StepPlan, { title, at }: Pick<Step, 'title' | 'at'>): Added {
  const there = plan.steps.find((one) => isCalled(one.title, title) && one.at === at)
  if (there !== undefined) return { plan, code: there.code }
  const code = codeFrom(
    title.nl,
    plan.steps.map((one) => one.code),
  )
  const step: Step = {
    ...{ code, at, title, if: [], why: { nl: '', en: '' }, who: { nl: 'Jij', en: 'You' }, pages: [], offers: [] },
  }
  const parts = PARTS.slice(0, PARTS.indexOf(at) + 1)
  const last = plan.steps.findLastIndex((one) => parts.includes(one.at))
  return { plan: { ...plan, steps: plan.steps.toSpliced(last + 1, 0, step) }, code }
}

/** The kinds of question that a plan can work with: those whose answers a condition can name. */
export const KINDS = ['choice', 'many', 'yes-no-unknown'] as const
export type Kind = (typeof KINDS)[number]

/** The plan with a new question behind the others, asked of everybody; the same one told twice is one. */
export function withQuestionAdded(plan: StepPlan, { ask, type }: { ask: Words; type: Kind }): Added {
  const there = plan.questions.find((one) => isCalled(one.ask, ask))
  if (there !== undefined) return { plan, code: there.code }
  const code = codeFrom(
    ask.nl,
    plan.questions.map((one) => one.code),
  )
  // Nothing of an answer is kept unasked; the form that a question is in wants to know all the same.
  const keepMonths = plan.questions[0]?.keepMonths ?? 1
  const question: Thing<'questions'> = {
    ...{ code, type, required: true, keepMonths, ask, purpose: { nl: '', en: '' } },
    ...(type !== 'yes-no-unknown' && { options: [] }),
  }
  return { plan: { ...plan, questions: [...plan.questions, question] }, code }
}

/** The plan with a new button for a change in a life, that changes nothing yet; for who is not afraid, as the others are. */
export function withChangeAdded(plan: StepPlan, label: Words): Added {
  const there = plan.changes.find((one) => isCalled(one.label, label))
  if (there !== undefined) return { plan, code: there.code }
  const code = codeFrom(
    label.nl,
    plan.changes.map((one) => one.code),
  )
  const { question, is } = plan.safety
  const change: Thing<'changes'> = { code, label, if: [[{ question, isNot: is }]], set: {} }
  return { plan: { ...plan, changes: [...plan.changes, change] }, code }
}

/** The plan with a new example person, of whom nothing is known yet; the same one told twice is one. */
export function withExampleAdded(plan: StepPlan, name: Words): Added {
  const there = plan.examples.find((one) => isCalled(one.name, name))
  if (there !== undefined) return { plan, code: there.code }
  const code = codeFrom(
    name.nl,
    plan.examples.map((one) => one.code),
  )
  return { plan: { ...plan, examples: [...plan.examples, { code, name, answers: {}, steps: [] }] }, code }
}

const isCalled = (one: Words, other: Words): boolean => one.nl === other.nl && one.en === other.en
