import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answers } from '../cases/event.ts'
import type { FormQuestion } from '../forms/form.ts'
import { keptAnswers, pagesOf } from '../forms/pages.ts'
import { checkStepPlan, type Known, MOST_QUESTIONS } from './check.ts'
import { questionsOf } from './combinations.ts'
import { type StepPlan, stepPlanFormat } from './definition.ts'
import { afterChange, changesFrom, differenceIn, holds, isAfraid, stepsFor } from './steps.ts'
import { termIn } from './terms.ts'

const json: unknown = JSON.parse(readFileSync('content/step-plans/apart.json', 'utf8'))
const plan: StepPlan = stepPlanFormat.parse(json)
const codes = (answers: Answers): string[] => stepsFor(plan, answers).map(({ code }) => code)

/** Everything that the plan names, as if it were there. */
const known: Known = {
  pages: new Map(plan.steps.flatMap(({ pages }) => pages.map(({ slug }) => [slug, { isNeutral: true }] as const))),
  facts: [...JSON.stringify(plan).matchAll(/feit:([a-z0-9-]+)/g)].map(([, code = '']) => code),
  programmes: plan.steps.flatMap(({ offers }) => offers),
}

function answerTo({ type, options = [] }: FormQuestion): fc.Arbitrary<string | string[] | undefined> {
  const all = type === 'yes-no-unknown' ? ['yes', 'no', 'unknown'] : options.map(({ code }) => code)
  const one: fc.Arbitrary<string | string[]> = type === 'many' ? fc.subarray(all) : fc.constantFrom(...all)
  return fc.option(one, { nil: undefined })
}

/** Whatever somebody may have answered, also what no path of questions leads to. */
const anybody: fc.Arbitrary<Answers> = fc
  .record(Object.fromEntries(plan.questions.map((question) => [question.code, answerTo(question)])))
  .map((given) =>
    Object.fromEntries(Object.entries(given).flatMap(([code, one]) => (one === undefined ? [] : [[code, one]]))),
  )

const afraid = (answers: Answers, how: 'yes' | 'now' = 'yes'): Answers => ({ ...answers, afraid: how })

describe('[R-004] the steps of somebody', () => {
  test('whoever is afraid is never given a step that two people do together', () => {
    fc.assert(
      fc.property(anybody, fc.constantFrom('yes', 'now'), (answers, how) => {
        expect(stepsFor(plan, afraid(answers, how)).filter(({ isJoint }) => isJoint === true)).toEqual([])
      }),
    )
  })

  test('not even when a plan that nobody checked says so', () => {
    const careless = {
      ...plan,
      steps: plan.steps.map((step) => ({ ...step, if: [[{ question: 'afraid', isNot: ['x'] }]] })),
    }
    fc.assert(
      fc.property(anybody, (answers) => {
        expect(stepsFor(careless, afraid(answers)).some(({ isJoint }) => isJoint === true)).toBe(false)
      }),
    )
  })

  test('no step stands there without its condition, and none is left out whose condition holds', () => {
    fc.assert(
      fc.property(anybody, (answers) => {
        const got = new Set(codes(answers))
        for (const step of plan.steps) {
          const isHeldBack = step.isJoint === true && isAfraid(plan, answers)
          expect(got.has(step.code)).toBe(holds(step.if, answers) && !isHeldBack)
        }
      }),
    )
  })

  test('no two steps that contradict each other stand in one plan', () => {
    fc.assert(
      fc.property(anybody, (answers) => {
        const kinds = stepsFor(plan, answers).flatMap(({ oneOf }) => oneOf ?? [])
        expect(kinds).toEqual([...new Set(kinds)])
      }),
    )
  })

  test('an answer that a step does not ask after neither brings nor removes it', () => {
    fc.assert(
      fc.property(anybody, anybody, fc.constantFrom(...plan.questions), (answers, others, { code }) => {
        const other = { ...answers }
        delete other[code]
        const changed: Answers = others[code] === undefined ? other : { ...other, [code]: others[code] }
        const concerned = (one: string) => {
          const step = plan.steps.find((each) => each.code === one)
          const asked = questionsOf(step?.if ?? [])
          return asked.has(code) || (step?.isJoint === true && code === plan.safety.question)
        }
        const rest = (given: Answers) => codes(given).filter((one) => !concerned(one))
        expect(rest(changed)).toEqual(rest(answers))
      }),
    )
  })

  test('what is for this week comes first, and nothing stands there twice', () => {
    fc.assert(
      fc.property(anybody, (answers) => {
        const parts = stepsFor(plan, answers).map(({ at }) => ['now', 'month', 'later'].indexOf(at))
        expect(parts).toEqual(parts.toSorted((a, b) => a - b))
        expect(codes(answers)).toEqual([...new Set(codes(answers))])
      }),
    )
  })

  test('nobody is asked more than eight questions, and everybody who answers gets a step for now', () => {
    fc.assert(
      fc.property(anybody, (answers) => {
        expect(pagesOf(plan, answers).length).toBeLessThanOrEqual(MOST_QUESTIONS)
        const kept = keptAnswers(plan, answers)
        const isWhole = pagesOf(plan, kept).every(({ questions }) =>
          questions.every(({ code, required }) => required !== true || kept[code] !== undefined),
        )
        if (isWhole) expect(stepsFor(plan, kept)[0]?.at).toBe('now')
      }),
    )
  })

  test('a change in life makes the plan that somebody gets who answers so from the start', () => {
    fc.assert(
      fc.property(anybody, (given) => {
        const answers = keptAnswers(plan, given)
        for (const { code, set } of changesFrom(plan, answers)) {
          const after = afterChange(plan, answers, code) ?? {}
          expect(codes(after)).toEqual(codes(keptAnswers(plan, { ...answers, ...set })))
          const { added, gone } = differenceIn(plan, answers, after)
          const expected = new Set([...codes(answers), ...added.map((step) => step.code)])
          for (const { code: left } of gone) expected.delete(left)
          expect(new Set(codes(after))).toEqual(expected)
        }
      }),
    )
  })

  test('a change that does not fit changes nothing', () => {
    expect(afterChange(plan, { afraid: 'no', agree: 'yes' }, 'agreed')).toBeUndefined()
    expect(afterChange(plan, {}, 'constructor')).toBeUndefined()
  })
})

describe('a plan is not published', () => {
  const faultsOf = (changed: (copy: StepPlan) => void): string => {
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

  test('[R-004] as it comes with the product it has no fault', () => expect(faultsOf(() => undefined)).toBe(''))

  test.each<[string, (copy: StepPlan) => void, string]>([
    [
      'when an example person gets other steps',
      (copy) => copy.examples[0]?.steps.reverse(),
      'examples/rented-two-children: step 1 is',
    ],
    [
      'when an example person answers what is not asked',
      (copy) => Object.assign(copy.examples[0]?.answers ?? {}, { device: 'no' }),
      'device is not asked',
    ],
    [
      'when an example person lacks an answer',
      (copy) => delete copy.examples[0]?.answers.home,
      'home: answer-not-chosen',
    ],
    [
      'when a step done together meets somebody who is afraid',
      (copy) => {
        stepNamed(copy, 'v-plan').isJoint = true
      },
      'steps/v-plan: is done together',
    ],
    [
      'when two steps of one kind meet',
      (copy) => {
        stepNamed(copy, 'rented').oneOf = 'route'
      },
      'oneOf route: ',
    ],
    [
      'when a page is not there',
      (copy) => stepNamed(copy, 'papers').pages.push({ slug: 'weg' }),
      'steps/papers: no page weg',
    ],
    [
      'when a fact is not there',
      (copy) => {
        stepNamed(copy, 'papers').term = { nl: '{{feit:weg}}', en: '{{feit:weg}}' }
      },
      'steps/papers: no fact weg',
    ],
    [
      'when a programme is not there',
      (copy) => stepNamed(copy, 'papers').offers.push('weg'),
      'steps/papers: no programme weg',
    ],
    [
      'when a condition names no question',
      (copy) => stepNamed(copy, 'papers').if.push([{ question: 'weg', is: ['ja'] }]),
      'steps/papers: weg is no question',
    ],
    [
      'when a condition names no answer',
      (copy) => stepNamed(copy, 'papers').if.push([{ question: 'home', is: ['boat'] }]),
      'boat is no answer to home',
    ],
    [
      'when a step holds for nobody',
      (copy) => {
        stepNamed(copy, 'papers').if = [[{ question: 'home', is: ['rented'], isNot: ['rented'] }]]
      },
      'steps/papers: holds for nobody',
    ],
    [
      'when there are nine questions',
      (copy) => {
        for (const one of copy.questions) delete one.when
      },
      'are asked of somebody',
    ],
    [
      'when two steps have one code',
      (copy) => {
        stepNamed(copy, 'papers').code = 'school'
      },
      'steps/school: twice',
    ],
  ])('%s', (_, changed, said) => expect(faultsOf(changed)).toContain(said))

  test('when a page with a title that tells would meet somebody who is afraid', () => {
    const telling = { ...known, pages: new Map([...known.pages].map(([slug]) => [slug, { isNeutral: false }])) }
    const checked = checkStepPlan(plan, telling)
    expect(checked.ok ? '' : checked.with?.faults).toContain('has a title that tells')
  })

  test('when it is no plan at all', () => {
    expect(checkStepPlan({ format: 2 }, known).ok).toBe(false)
    expect(checkStepPlan(null, known).ok).toBe(false)
  })
})

test('a term names what holds, and is left out when something in it does not', () => {
  const fact = { code: 'x', from: '2026-01-01', source: 'a', value: { nl: 'twee jaar', en: 'two years' } } as const
  const text = { nl: 'Binnen {{feit:x}}.', en: 'Within {{feit:x}}.' }
  expect(termIn(text, 'nl', new Map([['x', fact as never]]))?.text).toBe('Binnen twee jaar.')
  expect(termIn(text, 'nl', new Map())).toBeUndefined()
})
