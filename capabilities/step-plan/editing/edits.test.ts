import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  anEdit,
  formOfChange,
  formOfQuestion,
  formOfStep,
  known,
  plan,
} from '../../../tests/support/step-plan-edits.ts'
import { checkStepPlan, faultsOfDraft } from '../check.ts'
import { outcomeOf } from '../examples.ts'
import { fitting } from '../fitting.ts'
import { isAfraid, stepsFor } from '../steps.ts'
import { EDITED, moved, sealOf, thingAt, withThing } from './changes.ts'
import { differencesBetween } from './differences.ts'
import { toldExample, toldStep } from './told.ts'
import { toldChange, toldQuestion } from './told-questions.ts'

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
  for (const before of plan.questions)
    expect(toldQuestion(formOfQuestion(before), { plan, before, doing: 'bewaar' })).toEqual(before)
  for (const before of plan.changes)
    expect(toldChange(formOfChange(before), { plan, before, doing: 'bewaar' })).toEqual(before)
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
  const told = toldQuestion(form, { plan, before: question, doing: '' })
  expect(told.options?.map(({ code }) => code)).toEqual(['rented', 'op-een-boot', 'huur'])
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
