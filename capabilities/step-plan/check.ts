import { type Answer, allow, refuse } from '../../foundation/result.ts'
import type { Answers } from '../cases/event.ts'
import { formFaults } from '../forms/form-check.ts'
import { type FormPage, keptAnswers, pagesOf } from '../forms/pages.ts'
import { changeFaults } from './change-faults.ts'
import { areTooMany, peopleToldApart, withAsked } from './combinations.ts'
import { type Conditions, formOf, type Step, type StepPlan, stepPlanFormat } from './definition.ts'
import { exampleFaults } from './examples.ts'
import { inText, type PlanFault, shapeFaults } from './faults.ts'
import { answersKnown, safetyFaults } from './safety.ts'
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
 * Checks a parsed JSON document: its shape, what it names, that no two steps of one kind meet, that the route of somebody
 * who is afraid stands apart, and that every example person gets the steps that were written down. Each fault names its
 * place; with a fault the plan is not published.
 */
export function checkStepPlan(json: unknown, known: Known): Answer<StepPlan> {
  const shaped = stepPlanFormat.safeParse(json)
  const faults = shaped.success ? planFaults(shaped.data, known) : shapeFaults(shaped.error, json)
  if (faults.length > 0 || !shaped.success) return refuse('step-plan-faulty', { faults: faults.map(inText).join('; ') })
  return allow(shaped.data)
}

/** Every fault of a plan in the making, also of one with texts that are still empty; each at its thing and field. */
export function faultsOfDraft(plan: StepPlan, known: Known): PlanFault[] {
  const shaped = stepPlanFormat.safeParse(plan)
  if (shaped.success) return planFaults(plan, known)
  const inShape = shapeFaults(shaped.error, plan)
  const isTold = ({ part, code }: PlanFault) => inShape.some((one) => one.part === part && one.code === code)
  // A step without conditions holds for nobody: that is said once.
  return [...inShape, ...planFaults(plan, known).filter((fault) => fault.why !== 'plan-nobody' || !isTold(fault))]
}

function planFaults(plan: StepPlan, known: Known): PlanFault[] {
  const inForm = [...questionFaults(plan), ...answerFaults(plan)]
  // With a fault in the questions nothing else can be worked out.
  if (inForm.length > 0) return inForm
  return [
    ...twice(plan, 'steps'),
    ...twice(plan, 'changes'),
    ...twice(plan, 'examples'),
    ...tooMany(plan),
    ...safetyFaults(plan),
    ...plan.steps.flatMap((step) =>
      stepFaults(plan, step, known).map((fault) => ({ part: 'steps' as const, code: step.code, ...fault })),
    ),
    ...meetings(plan),
    ...changeFaults(plan),
    ...exampleFaults(plan),
  ]
}

function twice(plan: StepPlan, part: 'steps' | 'changes' | 'examples'): PlanFault[] {
  const codes = plan[part].map(({ code }) => code)
  return codes.filter((code, at) => codes.indexOf(code) !== at).map((code) => ({ part, code, why: 'plan-twice' }))
}

/** What a form may not be, and conditions of questions on what is not there or comes later. */
function questionFaults(plan: StepPlan): PlanFault[] {
  const codes = plan.questions.map(({ code }) => code)
  const conditions = plan.questions.flatMap(({ code, when }, at): PlanFault[] => {
    if (when === undefined) return []
    const place = { part: 'questions', code, field: 'when/is' } as const
    const isLater = codes.includes(when.question) && !codes.slice(0, at).includes(when.question)
    if (isLater) return [{ ...place, why: 'plan-condition-later', with: { question: when.question } }]
    return codeFaults(plan, when).map((fault) => ({ ...place, ...fault }))
  })
  const said = formFaults(formOf(plan)).filter((text) => !OWN_WORDS.some((one) => text.includes(one)))
  return [
    ...conditions,
    ...said.map((text): PlanFault => {
      const [, code = '', what = text] = /^([a-z0-9-]+): (.*)$/.exec(text) ?? []
      return { part: 'questions', ...(code !== '' && { code }), why: 'plan-form', with: { what } }
    }),
  ]
}

/** What the check of a form says of conditions; said here at their field. */
const OWN_WORDS = ['is no answer to', 'the condition is about no earlier question']

/** Every question and answer that a condition or a change names exists. */
function answerFaults(plan: StepPlan): PlanFault[] {
  const { question, is, now } = plan.safety
  const at = (part: 'steps' | 'changes', code: string, field: string, conditions: Conditions = []): PlanFault[] =>
    conditions.flatMap((set, nth) =>
      set.flatMap((one, row) =>
        codeFaults(plan, { question: one.question, is: [...(one.is ?? []), ...(one.isNot ?? [])] }).map((fault) => ({
          ...{ part, code, field: `${field}/${nth}/${row}/is` },
          ...fault,
        })),
      ),
    )
  return [
    ...codeFaults(plan, { question, is: [...is, ...now] }).map((fault): PlanFault => ({ part: 'plan', ...fault })),
    ...plan.steps.flatMap((step) => [
      ...at('steps', step.code, 'if', step.if),
      ...(step.documents ?? []).flatMap((one, nth) => at('steps', step.code, `documents/${nth}/if`, one.if)),
      ...step.pages.flatMap((one, nth) => at('steps', step.code, `pages/${nth}/if`, one.if)),
    ]),
    ...plan.changes.flatMap((change) => [
      ...at('changes', change.code, 'if', change.if),
      ...Object.entries(change.set).flatMap(([of, answer]) =>
        codeFaults(plan, { question: of, is: [answer].flat() }).map(
          (fault): PlanFault => ({ part: 'changes', code: change.code, field: `set/${of}`, ...fault }),
        ),
      ),
    ]),
  ]
}

function codeFaults(plan: StepPlan, { question, is }: { question: string; is: readonly string[] }) {
  const known = answersKnown(plan, question)
  if (known === undefined) return [{ why: 'plan-question-unknown' as const, with: { question } }]
  return is
    .filter((one) => !known.includes(one))
    .map((answer) => ({ why: 'plan-answer-unknown' as const, with: { question, answer } }))
}

function tooMany(plan: StepPlan): PlanFault[] {
  const pages = mostPages(plan)
  if (pages === undefined) return [{ part: 'plan', why: 'plan-tangled' }]
  const [found, most] = [pages.length, MOST_QUESTIONS]
  // The first that is one too many for somebody: there it is put right.
  const code = pages[most]?.code
  return code === undefined
    ? []
    : [{ part: 'questions', code, field: 'when/nieuw', why: 'plan-questions-many', with: { found, most } }]
}

/** The questions of whoever is asked the most; undefined when there are too many ways through them to try. */
export function mostPages(plan: Pick<StepPlan, 'questions'>): readonly FormPage[] | undefined {
  const asked = [plan.questions.flatMap(({ when }) => when ?? [])]
  if (areTooMany(plan, asked)) return undefined
  return peopleToldApart(plan, asked)
    .map((answers) => pagesOf(plan, answers))
    .reduce((longest, pages) => (pages.length > longest.length ? pages : longest), [])
}

type InStep = Omit<PlanFault, 'part' | 'code'>

function stepFaults(plan: StepPlan, step: Step, known: Known): InStep[] {
  const facts = (['nl', 'en'] as const).flatMap((lang): InStep[] =>
    [...(step.term?.[lang] ?? '').matchAll(/\{\{feit:([a-z0-9-]+)\}\}/g)]
      .map(([, code = '']) => code)
      .filter((code) => !known.facts.includes(code))
      .map((fact) => ({ field: `term/${lang}`, why: 'plan-fact-unknown', with: { fact } })),
  )
  return [
    ...step.pages.flatMap(({ slug }, at): InStep[] =>
      known.pages.has(slug) ? [] : [{ field: `pages/${at}/slug`, why: 'plan-page-unknown', with: { page: slug } }],
    ),
    ...facts,
    ...step.offers.flatMap((code, at): InStep[] =>
      known.programmes.includes(code)
        ? []
        : [{ field: `offers/${at}`, why: 'plan-programme-unknown', with: { programme: code } }],
    ),
    ...peopleFaults(plan, step, known),
  ]
}

/** What can be said only of the people for whom a step holds. */
function peopleFaults(plan: StepPlan, step: Step, known: Known): InStep[] {
  const { question, is } = plan.safety
  const looked: Conditions = [...step.if, [{ question, is }]]
  if (areTooMany(plan, looked)) return [{ field: 'if', why: 'plan-tangled' }]
  const people = peopleToldApart(plan, looked).filter((one) => holds(step.if, one))
  if (people.length === 0) return [{ field: 'if', why: 'plan-nobody' }]
  if (!isReached(plan, step)) return [{ field: 'if', why: 'plan-unasked' }]
  const isMet = people.some((answers) => isAfraid(plan, answers))
  if (!isMet) return []
  return [
    ...(step.isJoint === true ? [{ field: 'isJoint', why: 'plan-joint-afraid' as const }] : []),
    // History stays: what somebody who is afraid is sent to has a title that tells nothing.
    ...step.pages.flatMap(({ slug }, at): InStep[] =>
      known.pages.get(slug)?.isNeutral === false
        ? [{ field: `pages/${at}/slug`, why: 'plan-page-tells', with: { page: slug } }]
        : [],
    ),
  ]
}

/** Whether somebody who is asked all that a step looks at can get it; what cannot be tried counts as reached. */
function isReached(plan: StepPlan, step: Step): boolean {
  const looked = withAsked(plan, step.if)
  if (areTooMany(plan, looked)) return true
  const isAsked = (answers: Answers) => Object.keys(keptAnswers(plan, answers)).length === Object.keys(answers).length
  return peopleToldApart(plan, looked).some((answers) => holds(step.if, answers) && isAsked(answers))
}

/** Steps of one kind that would stand in one plan. */
function meetings(plan: StepPlan): PlanFault[] {
  const kinds = new Set(plan.steps.flatMap(({ oneOf }) => oneOf ?? []))
  return [...kinds].flatMap((kind): PlanFault[] => {
    const steps = plan.steps.filter(({ oneOf }) => oneOf === kind)
    const conditions = steps.flatMap((step) => step.if)
    const at = { part: 'steps', code: steps[0]?.code ?? '', field: 'oneOf' } as const
    if (areTooMany(plan, conditions)) return [{ ...at, why: 'plan-tangled' }]
    const met = peopleToldApart(plan, conditions)
      .map((answers) => steps.filter((step) => holds(step.if, answers)).map(({ code }) => code))
      .filter((codes) => codes.length > 1)
    return [...new Map(met.map((codes) => [codes.join(' and '), codes]))].map(([together, [first = '']]) => ({
      ...{ ...at, code: first, why: 'plan-meet' },
      with: { kind, steps: together },
    }))
  })
}
