import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkStepPlan, faultsOfDraft, type Known } from '../check.ts'
import { PARTS, type Step, type StepPlan, stepPlanFormat } from '../definition.ts'
import { outcomeOf } from '../examples.ts'
import { fitting } from '../fitting.ts'
import { isAfraid, stepsFor } from '../steps.ts'
import { EDITED, moved, sealOf, thingAt, withExampleAdded, withStepAdded, withThing } from './changes.ts'
import { differencesBetween } from './differences.ts'
import { asItComes, toldExample, toldQuestion, toldStep } from './told.ts'

const plan: StepPlan = stepPlanFormat.parse(JSON.parse(readFileSync('content/step-plans/apart.json', 'utf8')))
const known: Known = {
  pages: new Map(plan.steps.flatMap(({ pages }) => pages.map(({ slug }) => [slug, { isNeutral: true }] as const))),
  facts: [...JSON.stringify(plan).matchAll(/feit:([a-z0-9-]+)/g)].map(([, code = '']) => code),
  programmes: plan.steps.flatMap(({ offers }) => offers),
}
const words = { nl: 'Iets nieuws', en: 'Something new' }

/** The form of a step as it is shown, to change a field of and send. */
function formOfStep(step: Step): FormData {
  const form = new FormData()
  const both = (name: string, value: { nl: string; en: string } | undefined) => {
    for (const lang of ['nl', 'en'] as const) form.set(`${name}/${lang}`, value?.[lang] ?? '')
  }
  const conditions = (name: string, sets: Step['if'] = []) => {
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

type Edit = (copy: StepPlan) => StepPlan

const inForm = (pick: (copy: StepPlan) => Step | undefined, change: (form: FormData) => void, doing = '') =>
  ((copy) => {
    const step = pick(copy)
    if (step === undefined) return copy
    const form = formOfStep(step)
    change(form)
    return withThing(copy, { part: 'steps', code: step.code }, toldStep(form, step, doing))
  }) satisfies Edit

/** Anything that somebody can do on screen. */
const anEdit: fc.Arbitrary<Edit> = fc.oneof(
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
  fc.tuple(aQuestion, fc.nat(4)).map(([code, at]) => (copy: StepPlan) => {
    const question = thingAt(copy, { part: 'questions', code })
    if (question === undefined) return copy
    const form = new FormData()
    for (const [nth, { code: option, name }] of (question.options ?? []).entries()) {
      form.set(`options/${nth}/code`, option)
      form.set(`options/${nth}/name/nl`, name.nl)
    }
    return withThing(copy, { part: 'questions', code }, toldQuestion(form, question, `weg:options/${at}`))
  }),
  fc.constantFrom(...PARTS).map((at) => (copy: StepPlan) => withStepAdded(copy, { title: words, at }).plan),
  fc.constant((copy: StepPlan) => withExampleAdded(copy, words).plan),
  fc.nat(20).map((n) => (copy: StepPlan) => {
    const example = copy.examples[n % Math.max(1, copy.examples.length)]
    if (example === undefined) return copy
    return withThing(copy, { part: 'examples', code: example.code }, asItComes(copy, example))
  }),
)

describe('[R-004] whatever somebody does on screen', () => {
  test('gives a plan without faults, or faults with a place that is there', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.array(anEdit, { minLength: 1, maxLength: 6 }), (edits) => {
        const draft = edits.reduce((copy, edit) => edit(copy), plan)
        const faults = faultsOfDraft(draft, known)
        expect(faults.length === 0).toBe(checkStepPlan(draft, known).ok)
        for (const { part, code = '' } of faults)
          if (EDITED.some((one) => one === part)) expect(thingAt(draft, { part: part as 'steps', code })).toBeDefined()
      }),
      { numRuns: 25 },
    )
  })

  test('a plan that may be published never gives somebody who is afraid a step that is not for who is afraid', {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(fc.array(anEdit, { maxLength: 4 }), fc.constantFrom('yes', 'now'), (edits, afraid) => {
        const draft = edits.reduce((copy, edit) => edit(copy), plan)
        if (!checkStepPlan(draft, known).ok) return
        const answers = { afraid, together: 'married', home: 'rented' }
        expect(isAfraid(draft, answers)).toBe(true)
        expect(stepsFor(draft, answers).filter(({ at }) => at === 'now').length).toBeGreaterThan(0)
        const calm = new Set(stepsFor(draft, { ...answers, afraid: 'no', stage: 'going' }).map(({ code }) => code))
        for (const { code, isJoint } of stepsFor(draft, answers)) {
          expect(isJoint).toBeUndefined()
          expect(calm.has(code)).toBe(false)
        }
      }),
      { numRuns: 25 },
    )
  })
})

test('a form that is sent as it was shown changes nothing', () => {
  for (const step of plan.steps) expect(toldStep(formOfStep(step), step, 'bewaar')).toEqual(step)
  expect(differencesBetween(plan, structuredClone(plan))).toEqual([])
})

test('a condition is begun with a question, and taken away with its set when it was the last', () => {
  const step = thingAt(plan, { part: 'steps', code: 'school' })
  if (step === undefined) throw new Error('no step')
  const form = formOfStep(step)
  form.set('if/nieuw', 'home')
  const more = toldStep(form, step, 'rij')
  expect(more.if).toEqual([...step.if, [{ question: 'home', is: [] }]])
  expect(toldStep(formOfStep(more), more, 'weg:if/1/0').if).toEqual(step.if)
})

test('an answer that is new gets a code of its own, and one that is renamed keeps it', () => {
  const question = thingAt(plan, { part: 'questions', code: 'home' })
  if (question === undefined) throw new Error('no question')
  const form = new FormData()
  const rows = [
    ['rented', 'Huur'],
    ['', 'Op een boot'],
    ['weg', 'Huur'],
    ['', ''],
  ] as const
  for (const [at, [code, name]] of rows.entries()) {
    form.set(`options/${at}/code`, code)
    form.set(`options/${at}/name/nl`, name)
  }
  expect(toldQuestion(form, question, '').options?.map(({ code }) => code)).toEqual(['rented', 'op-een-boot', 'huur'])
})

test('an expected step that is new comes where it stands in the plan; the others keep their order', () => {
  const example = plan.examples[0]
  if (example === undefined) throw new Error('no example')
  const form = new FormData()
  for (const code of [...example.steps.filter((one) => one !== 'school'), 'debts']) form.append('steps', code)
  form.set('answers/home', 'rented')
  form.append('answers/money', 'tight')
  const told = toldExample(form, example, plan)
  expect(told.steps.slice(0, 5)).toEqual(['someone', 'first-week', 'tell-children', 'papers', 'debts'])
  expect(told.answers).toEqual({ home: 'rented', money: ['tight'] })
})

test('what differs is told per thing, and an outcome says what is missing, what is extra and what stands elsewhere', () => {
  const school = { part: 'steps', code: 'school' } as const
  const other = moved(withThing(plan, school, undefined), { part: 'steps', code: 'papers' })
  expect(differencesBetween(plan, other)).toEqual([
    { part: 'steps', code: 'school', how: 'went', fields: [] },
    { part: 'steps', how: 'order', fields: [] },
  ])
  const [example] = plan.examples
  if (example === undefined) throw new Error('no example')
  expect(outcomeOf(other, example)).toEqual({ missing: ['school'], extra: [], isOtherOrder: false })
  expect(outcomeOf(moved(plan, { part: 'steps', code: 'papers' }), example).isOtherOrder).toBe(true)
  expect(sealOf(plan, school)).not.toBe(sealOf(other, school))
})

test('[R-004] answers given to an earlier version are brought along as far as they fit', () => {
  const given = { afraid: 'no', together: 'gone', stage: 'going', children: ['under-12', 'gone'], gone: 'yes' }
  expect(fitting(plan, given)).toEqual({ afraid: 'no', stage: 'going' })
  const [, example] = plan.examples
  expect(fitting(plan, example?.answers ?? {})).toEqual(example?.answers)
})
