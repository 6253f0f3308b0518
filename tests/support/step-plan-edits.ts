import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { Known } from '../../capabilities/step-plan/check.ts'
import { PARTS, type Step, type StepPlan, stepPlanFormat } from '../../capabilities/step-plan/definition.ts'
import {
  KINDS,
  moved,
  type Thing,
  thingAt,
  withChangeAdded,
  withExampleAdded,
  withQuestionAdded,
  withStepAdded,
  withThing,
} from '../../capabilities/step-plan/editing/changes.ts'
import {
  answersGone,
  referencesTo,
  sealOfReferences,
  withQuestionChanged,
  withQuestionRemoved,
} from '../../capabilities/step-plan/editing/references.ts'
import { asItComes, toldStep } from '../../capabilities/step-plan/editing/told.ts'
import { setField, toldChange, toldQuestion } from '../../capabilities/step-plan/editing/told-questions.ts'
import { answersKnown } from '../../capabilities/step-plan/safety.ts'

export const plan: StepPlan = stepPlanFormat.parse(JSON.parse(readFileSync('content/step-plans/apart.json', 'utf8')))
export const known: Known = {
  pages: new Map(plan.steps.flatMap(({ pages }) => pages.map(({ slug }) => [slug, { isNeutral: true }] as const))),
  facts: [...JSON.stringify(plan).matchAll(/feit:([a-z0-9-]+)/g)].map(([, code = '']) => code),
  programmes: plan.steps.flatMap(({ offers }) => offers),
}
export const words = { nl: 'Iets nieuws', en: 'Something new' }

function conditionsIn(form: FormData, name: string, sets: Step['if']): void {
  for (const [nth, set] of sets.entries()) {
    for (const [row, one] of set.entries()) {
      form.set(`${name}/${nth}/${row}/question`, one.question)
      form.set(`${name}/${nth}/${row}/hoe`, one.isNot === undefined ? 'is' : 'isNot')
      for (const code of one.is ?? one.isNot ?? []) form.append(`${name}/${nth}/${row}/is`, code)
    }
    form.set(`${name}/${nth}/nieuw`, '')
  }
  form.set(`${name}/nieuw`, '')
}

/** The form of a step as it is shown, to change a field of and send. */
export function formOfStep(step: Step): FormData {
  const form = new FormData()
  const both = (name: string, value: { nl: string; en: string } | undefined) => {
    for (const lang of ['nl', 'en'] as const) form.set(`${name}/${lang}`, value?.[lang] ?? '')
  }
  const conditions = (name: string, sets: Step['if'] = []) => conditionsIn(form, name, sets)
  for (const name of ['title', 'why', 'who', 'term'] as const) both(name, step[name])
  for (const [at, line] of [...(step.how ?? []), undefined].entries()) both(`how/${at}`, line)
  for (const [at, one] of [...(step.documents ?? []), undefined].entries()) {
    both(`documents/${at}/name`, one?.name)
    if (one !== undefined) conditions(`documents/${at}/if`, one.if)
  }
  for (const [at, one] of [...step.pages, undefined].entries()) {
    form.set(`pages/${at}/slug`, one?.slug ?? '')
    if (one !== undefined) conditions(`pages/${at}/if`, one.if)
  }
  for (const [at, one] of [...step.offers, ''].entries()) form.set(`offers/${at}`, one)
  conditions('if', step.if)
  form.set('at', step.at)
  if (step.isJoint === true) form.set('isJoint', 'ja')
  form.set('oneOf', step.oneOf ?? '')
  form.set('remindAfterDays', String(step.remindAfterDays ?? ''))
  return form
}

const aStep = fc.nat(200).map((n) => (copy: StepPlan) => copy.steps[n % copy.steps.length])
const aQuestion = fc.constantFrom(...plan.questions.map(({ code }) => code))
const aText = fc.constantFrom('', 'Korte tekst', 'x'.repeat(1500), '{{feit:weg}}')

export type Edit = (copy: StepPlan) => StepPlan

const inForm = (pick: (copy: StepPlan) => Step | undefined, change: (form: FormData) => void, doing = '') =>
  ((copy) => {
    const step = pick(copy)
    if (step === undefined) return copy
    const form = formOfStep(step)
    change(form)
    return withThing(copy, { part: 'steps', code: step.code }, toldStep(form, step, doing))
  }) satisfies Edit

/** The form of a question as it is shown. */
export function formOfQuestion({ ask, help, purpose, required, when, options = [] }: Thing<'questions'>): FormData {
  const form = new FormData()
  const both = (name: string, value: { nl: string; en: string } | undefined) => {
    for (const lang of ['nl', 'en'] as const) form.set(`${name}/${lang}`, value?.[lang] ?? '')
  }
  both('ask', ask)
  both('help', help)
  both('purpose', purpose)
  if (required === true) form.set('required', 'ja')
  if (when !== undefined) form.set('when/question', when.question)
  for (const code of when?.is ?? []) form.append('when/is', code)
  form.set('when/nieuw', '')
  for (const [at, one] of [...options, undefined].entries()) {
    form.set(`options/${at}/code`, one?.code ?? '')
    both(`options/${at}/name`, one?.name)
    if (one?.hint !== undefined) both(`options/${at}/hint`, one.hint)
  }
  return form
}

/** The form of a button as it is shown. */
export function formOfChange({ label, if: sets, set }: Thing<'changes'>): FormData {
  const form = new FormData()
  form.set('label/nl', label.nl)
  form.set('label/en', label.en)
  conditionsIn(form, 'if', sets)
  for (const [question, answer] of Object.entries(set)) {
    form.append('set/question', question)
    for (const one of [answer].flat()) form.append(setField(question), one)
  }
  form.set('set/nieuw', '')
  return form
}

/** A question filled in otherwise and kept, as whoever was told of every place where an answer is named. */
const inQuestion = (code: string, change: (form: FormData) => void, doing = '') =>
  ((copy) => {
    const question = thingAt(copy, { part: 'questions', code })
    if (question === undefined) return copy
    const form = formOfQuestion(question)
    change(form)
    const after = toldQuestion(form, { plan: copy, before: question, doing })
    const gone = answersGone(question, after)
    const kept = withQuestionChanged(
      copy,
      after,
      sealOfReferences(referencesTo(copy, { question: code, answers: gone })),
    )
    return kept.ok ? kept.value : copy
  }) satisfies Edit

const spotOf = (copy: StepPlan, n: number) =>
  ({ part: 'changes', code: copy.changes[n % Math.max(1, copy.changes.length)]?.code ?? '' }) as const

const inChange = (n: number, change: (form: FormData) => void, doing = '') =>
  ((copy) => {
    const spot = spotOf(copy, n)
    const before = thingAt(copy, spot)
    if (before === undefined) return copy
    const form = formOfChange(before)
    change(form)
    return withThing(copy, spot, toldChange(form, { plan: copy, before, doing }))
  }) satisfies Edit

/** Anything that somebody can do on screen. */
export const anEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .tuple(aStep, fc.constantFrom('title/nl', 'why/en', 'who/nl', 'term/nl', 'how/0/nl'), aText)
    .map(([step, name, text]) => inForm(step, (form) => form.set(name, text))),
  fc.tuple(aStep, aQuestion).map(([step, code]) => inForm(step, (form) => form.set('if/nieuw', code))),
  fc.tuple(aStep, aQuestion).map(([step, code]) => inForm(step, (form) => form.set('if/0/nieuw', code))),
  fc
    .tuple(
      aStep,
      fc.constantFrom('weg:if/0/0', 'weg:how/0', 'omhoog:how/1', 'weg:pages/0', 'weg:documents/0/if/0/0', 'weg:x/9'),
    )
    .map(([step, doing]) => inForm(step, () => undefined, doing)),
  fc
    .tuple(aStep, fc.boolean())
    .map(([step, isJoint]) => inForm(step, (form) => (isJoint ? form.set('isJoint', 'ja') : form.delete('isJoint')))),
  fc
    .tuple(aStep, fc.constantFrom('route', 'help', ''))
    .map(([step, kind]) => inForm(step, (form) => form.set('oneOf', kind))),
  fc.tuple(aStep, fc.constantFrom(...PARTS)).map(([step, at]) => inForm(step, (form) => form.set('at', at))),
  aStep.map((step) => (copy: StepPlan) => withThing(copy, { part: 'steps', code: step(copy)?.code ?? '' }, undefined)),
  aStep.map((step) => (copy: StepPlan) => moved(copy, { part: 'steps', code: step(copy)?.code ?? '' })),
  aQuestion.map((code) => (copy: StepPlan) => moved(copy, { part: 'questions', code })),
  fc.tuple(aQuestion, fc.nat(4)).map(([code, at]) => inQuestion(code, () => undefined, `weg:options/${at}`)),
  fc.tuple(aQuestion, aQuestion).map(([code, other]) => inQuestion(code, (form) => form.set('when/nieuw', other))),
  fc.tuple(aQuestion, aQuestion).map(([code, other]) =>
    inQuestion(code, (form) => {
      form.set('when/question', other)
      for (const answer of answersKnown(plan, other) ?? []) form.append('when/is', answer)
    }),
  ),
  fc.tuple(aQuestion, aText).map(([code, text]) => inQuestion(code, (form) => form.set('options/0/name/nl', text))),
  aQuestion.map((code) => (copy: StepPlan) => {
    const removed = withQuestionRemoved(copy, code, sealOfReferences(referencesTo(copy, { question: code })))
    return removed.ok ? removed.value : copy
  }),
  fc.constantFrom(...KINDS).map((type) => (copy: StepPlan) => withQuestionAdded(copy, { ask: words, type }).plan),
  fc.constant((copy: StepPlan) => withChangeAdded(copy, words).plan),
  fc.tuple(fc.nat(9), aQuestion).map(([n, code]) => inChange(n, (form) => form.set('set/nieuw', code))),
  fc.tuple(fc.nat(9), aQuestion, fc.boolean()).map(([n, code, isFirst]) =>
    inChange(n, (form) => {
      form.append('set/question', code)
      form.append(setField(code), (isFirst ? answersKnown(plan, code)?.[0] : undefined) ?? 'weg')
    }),
  ),
  fc.nat(9).map((n) => (copy: StepPlan) => withThing(copy, spotOf(copy, n), undefined)),
  fc.nat(9).map((n) => (copy: StepPlan) => moved(copy, spotOf(copy, n))),
  fc.constantFrom(...PARTS).map((at) => (copy: StepPlan) => withStepAdded(copy, { title: words, at }).plan),
  fc.constant((copy: StepPlan) => withExampleAdded(copy, words).plan),
  fc.nat(20).map((n) => (copy: StepPlan) => {
    const example = copy.examples[n % Math.max(1, copy.examples.length)]
    if (example === undefined) return copy
    return withThing(copy, { part: 'examples', code: example.code }, asItComes(copy, example))
  }),
)
