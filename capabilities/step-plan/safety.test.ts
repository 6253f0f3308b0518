import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkStepPlan, type Known } from './check.ts'
import { type StepPlan, stepPlanFormat } from './definition.ts'
import { routesOf } from './safety.ts'

const plan: StepPlan = stepPlanFormat.parse(JSON.parse(readFileSync('content/step-plans/apart.json', 'utf8')))

const known: Known = {
  pages: new Map(plan.steps.flatMap(({ pages }) => pages.map(({ slug }) => [slug, { isNeutral: true }] as const))),
  facts: [...JSON.stringify(plan).matchAll(/feit:([a-z0-9-]+)/g)].map(([, code = '']) => code),
  programmes: plan.steps.flatMap(({ offers }) => offers),
}

function faultsOf(changed: (copy: StepPlan) => void): string {
  const copy = structuredClone(plan)
  changed(copy)
  const checked = checkStepPlan(copy, known)
  return checked.ok ? '' : String(checked.with?.faults)
}

const stepNamed = (copy: StepPlan, code: string) => {
  const step = copy.steps.find((one) => one.code === code)
  if (step === undefined) throw new Error(`no step ${code}`)
  return step
}

describe('[R-004] [R-017] what keeps somebody who is afraid safe cannot be edited away', () => {
  test.each<[string, (copy: StepPlan) => void, string]>([
    [
      'a step that no longer says for whom it is',
      (copy) => {
        stepNamed(copy, 'school').if = [[{ question: 'children', is: ['under-12'] }]]
      },
      'steps/school: does not say',
    ],
    [
      'a step done together, made one that is not, for everybody',
      (copy) => {
        const step = stepNamed(copy, 'doubt-talk')
        delete step.isJoint
        step.if = [[{ question: 'stage', isNot: ['apart'] }]]
      },
      'steps/doubt-talk: does not say',
    ],
    [
      'a set that lets one answer of fear through',
      (copy) => {
        stepNamed(copy, 'school').if = [[{ question: 'afraid', isNot: ['now'] }]]
      },
      'steps/school: does not say',
    ],
    [
      'one step for who is afraid and for who is not',
      (copy) => stepNamed(copy, 'v-plan').if.push([{ question: 'afraid', is: ['no'] }]),
      'steps/v-plan: does not say',
    ],
    [
      'a step done together for who is afraid',
      (copy) => {
        stepNamed(copy, 'v-plan').isJoint = true
      },
      'steps/v-plan: is done together',
    ],
    [
      'the question after fear asked second',
      (copy) => copy.questions.splice(0, 2, ...copy.questions.slice(0, 2).toReversed()),
      'afraid is asked first',
    ],
    [
      'the question after fear that can be skipped',
      (copy) => {
        for (const one of copy.questions.slice(0, 1)) one.required = false
      },
      'afraid is asked first',
    ],
    ['an answer of fear that is taken out', (copy) => copy.questions[0]?.options?.pop(), 'now is no answer to afraid'],
    [
      'nothing in the first week for who is afraid',
      (copy) => {
        copy.steps = copy.steps.filter(({ code }) => code !== 'v-tell-one' && code !== 'v-not-yet')
      },
      'nothing is there in the first week for who answers yes',
    ],
    [
      'no example person in danger',
      (copy) => {
        copy.examples = copy.examples.filter(({ code }) => code !== 'danger-now')
      },
      'no example answers now',
    ],
    [
      'a change that takes the fear back',
      (copy) => copy.changes.push({ ...copy.changes[0], code: 'fine', set: { afraid: 'no' } } as never),
      'changes/fine: takes back',
    ],
    [
      'a step that looks at everything at once',
      (copy) => {
        const asked = copy.questions.filter(({ options = [] }) => options.length > 2)
        stepNamed(copy, 'school').if = [
          asked.map(({ code, options = [] }) => ({ question: code, isNot: options.slice(1).map((one) => one.code) })),
        ]
        for (const one of asked) one.type = 'many'
      },
      'steps/school: looks at too many',
    ],
  ])('%s', (_, changed, said) => expect(faultsOf(changed)).toContain(said))
})

test('a set that contradicts itself is for nobody who is not afraid', () => {
  const is = (...codes: string[]) => ({ question: 'afraid', is: codes })
  expect([...routesOf(plan, [[is('yes', 'no')], [is('yes'), is('no')], [is('no', 'unsure')]])]).toEqual([
    ...['unsaid', 'afraid', 'not-afraid'],
  ])
})
