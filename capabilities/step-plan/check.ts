import { type Answer, allow, refuse } from '../../foundation/result.ts'
import { formFaults } from '../forms/form-check.ts'
import { pagesOf } from '../forms/pages.ts'
import { peopleToldApart } from './combinations.ts'
import { type Conditions, formOf, type Step, type StepPlan, stepPlanFormat } from './definition.ts'
import { exampleFaults } from './examples.ts'
import { holds, isAfraid } from './steps.ts'

/** What a plan may name: pages with whether their window title and address tell nothing, facts, and programmes. */
export type Known = {
  readonly pages: ReadonlyMap<string, { readonly isNeutral: boolean }>
  readonly facts: readonly string[]
  readonly programmes: readonly string[]
}

/** nobody is asked more than eight questions, one per page. */
export const MOST_QUESTIONS = 8

/**
 * Checks a parsed JSON document: its shape, what it names, that no two steps of one kind meet, that nothing done together
 * meets somebody who is afraid, and that every example person gets the steps that were written down. Each fault names its
 * place; with a fault the plan is not published.
 */
export function checkStepPlan(json: unknown, known: Known): Answer<StepPlan> {
  const shaped = stepPlanFormat.safeParse(json)
  const faults = shaped.success
    ? planFaults(shaped.data, known)
    : shaped.error.issues.map(({ path, message }) => `${path.join('/')}: ${message}`)
  if (faults.length > 0 || !shaped.success) return refuse('step-plan-faulty', { faults: faults.join('; ') })
  return allow(shaped.data)
}

function planFaults(plan: StepPlan, known: Known): string[] {
  const inForm = [...formFaults(formOf(plan)), ...answerFaults(plan)]
  // With a fault in the questions nothing else can be worked out.
  if (inForm.length > 0) return inForm
  return [
    ...twice(plan.steps, 'steps'),
    ...twice(plan.changes, 'changes'),
    ...twice(plan.examples, 'examples'),
    ...tooMany(plan),
    ...plan.steps.flatMap((step) => stepFaults(plan, step, known).map((fault) => `steps/${step.code}: ${fault}`)),
    ...plan.changes.flatMap(({ code, set }) => setFaults(plan, set).map((fault) => `changes/${code}: ${fault}`)),
    ...meetings(plan),
    ...exampleFaults(plan),
  ]
}

function twice(all: readonly { readonly code: string }[], where: string): string[] {
  const codes = all.map(({ code }) => code)
  return codes.filter((code, at) => codes.indexOf(code) !== at).map((code) => `${where}/${code}: twice`)
}

/** Every question and answer that a condition names exists. */
function answerFaults(plan: StepPlan): string[] {
  const all: [string, Conditions | undefined][] = [
    ...plan.steps.flatMap((step): [string, Conditions | undefined][] => [
      [`steps/${step.code}`, step.if],
      ...[...step.pages, ...(step.documents ?? [])].map((one): [string, Conditions | undefined] => [
        `steps/${step.code}`,
        one.if,
      ]),
    ]),
    ...plan.changes.map((change): [string, Conditions] => [`changes/${change.code}`, change.if]),
  ]
  const { question, is, now } = plan.safety
  return [
    ...codeFaults(plan, question, [...is, ...now]).map((fault) => `safety: ${fault}`),
    ...now.filter((code) => !is.includes(code)).map((code) => `safety: ${code} is danger now, and no fear`),
    ...all.flatMap(([place, conditions = []]) =>
      conditions
        .flat()
        .flatMap((one) => codeFaults(plan, one.question, [...(one.is ?? []), ...(one.isNot ?? [])]))
        .map((fault) => `${place}: ${fault}`),
    ),
  ]
}

function codeFaults({ questions }: StepPlan, code: string, answers: readonly string[]): string[] {
  const question = questions.find((one) => one.code === code)
  if (question === undefined) return [`${code} is no question`]
  const known = question.type === 'yes-no-unknown' ? ['yes', 'no', 'unknown'] : question.options?.map((one) => one.code)
  return answers.filter((one) => known?.includes(one) !== true).map((one) => `${one} is no answer to ${code}`)
}

const setFaults = (plan: StepPlan, set: Readonly<Record<string, string | readonly string[]>>): string[] =>
  Object.entries(set).flatMap(([code, answer]) => codeFaults(plan, code, [answer].flat()))

function tooMany(plan: StepPlan): string[] {
  const asked = [plan.questions.flatMap(({ when }) => when ?? [])]
  const most = Math.max(...peopleToldApart(plan, asked).map((answers) => pagesOf(plan, answers).length))
  return most > MOST_QUESTIONS ? [`questions: ${most} are asked of somebody, ${MOST_QUESTIONS} at most`] : []
}

function stepFaults(plan: StepPlan, step: Step, known: Known): string[] {
  const named = [step.term?.nl, step.term?.en].flatMap((text = '') =>
    [...text.matchAll(/\{\{feit:([a-z0-9-]+)\}\}/g)].map(([, code = '']) => code),
  )
  const { question, is } = plan.safety
  const people = peopleToldApart(plan, [...step.if, [{ question, is }]]).filter((one) => holds(step.if, one))
  const forAfraid = people.filter((answers) => isAfraid(plan, answers))
  return [
    ...step.pages.filter(({ slug }) => !known.pages.has(slug)).map(({ slug }) => `no page ${slug}`),
    ...named.filter((code) => !known.facts.includes(code)).map((code) => `no fact ${code}`),
    ...step.offers.filter((code) => !known.programmes.includes(code)).map((code) => `no programme ${code}`),
    ...(people.length === 0 ? ['holds for nobody'] : []),
    ...(step.isJoint === true && forAfraid.length > 0 ? ['is done together, and meets somebody who is afraid'] : []),
    // History stays: what somebody who is afraid is sent to has a title that tells nothing.
    ...(forAfraid.length > 0
      ? step.pages
          .filter(({ slug }) => known.pages.get(slug)?.isNeutral === false)
          .map(({ slug }) => `${slug} has a title that tells, and meets somebody who is afraid`)
      : []),
  ]
}

/** Steps of one kind that would stand in one plan. */
function meetings(plan: StepPlan): string[] {
  const kinds = new Set(plan.steps.flatMap(({ oneOf }) => oneOf ?? []))
  return [...kinds].flatMap((kind) => {
    const steps = plan.steps.filter(({ oneOf }) => oneOf === kind)
    const conditions = steps.flatMap((step) => step.if)
    const met = peopleToldApart(plan, conditions)
      .map((answers) => steps.filter((step) => holds(step.if, answers)).map(({ code }) => code))
      .filter((codes) => codes.length > 1)
    return [...new Set(met.map((codes) => `oneOf ${kind}: ${codes.join(' and ')} meet`))]
  })
}
