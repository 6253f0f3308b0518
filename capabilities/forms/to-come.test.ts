import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answers } from '../cases/event.ts'
import { formOf, stepPlanFormat } from '../step-plan/definition.ts'
import { type FormDefinition, formFormat } from './form.ts'
import { pagesOf } from './pages.ts'
import { pagesToCome } from './to-come.ts'

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const steps = formOf(stepPlanFormat.parse(read('content/step-plans/apart.json')))
const forms: FormDefinition[] = [
  steps,
  ...readdirSync('content/forms').map((name) => formFormat.parse(read(`content/forms/${name}`))),
]

/** Answers to every question, some left open; those of what is not asked are looked at by nobody. */
const answersTo = ({ questions }: FormDefinition): fc.Arbitrary<Answers> =>
  fc
    .tuple(
      ...questions.map(({ code, type, required, options = [] }) => {
        const codes = type === 'yes-no-unknown' ? ['yes', 'no', 'unknown'] : options.map((one) => one.code)
        if (codes.length === 0) return fc.constant([code, undefined] as const)
        const one: fc.Arbitrary<string | string[]> =
          type === 'many' ? fc.subarray(codes, { minLength: 1 }) : fc.constantFrom(...codes)
        return (required === true ? one : fc.option(one, { nil: undefined })).map((answer) => [code, answer] as const)
      }),
    )
    .map((all) => Object.fromEntries(all.flatMap(([code, answer]) => (answer === undefined ? [] : [[code, answer]]))))

describe.each(forms.map((form) => [form.code, form] as const))('%s', (_, form) => {
  test('whoever goes on is never told of more pages than before, and gets no more and no fewer than was told', () => {
    fc.assert(
      fc.property(answersTo(form), (answers) => {
        const pages = pagesOf(form, answers)
        const told = pages.map(({ code }) => pagesToCome(form, answers, code))
        for (const [nth, { least, most }] of told.entries()) {
          expect([least <= pages.length, pages.length <= most]).toEqual([true, true])
          expect(nth + 1).toBeLessThanOrEqual(least)
          if (nth > 0) {
            expect(most).toBeLessThanOrEqual(told[nth - 1]?.most ?? 0)
            expect(least).toBeGreaterThanOrEqual(told[nth - 1]?.least ?? 99)
          }
        }
        expect(told.at(-1)).toEqual({ least: pages.length, most: pages.length })
      }),
    )
  })
})

test('[R-004] the steps begin with eight at most, and say the number as soon as it is certain', () => {
  const at = (answers: Answers, code: string) => pagesToCome(steps, answers, code)
  expect(at({}, 'afraid')).toEqual({ least: 7, most: 8 })
  const calm = { afraid: 'no', together: 'married', stage: 'going' }
  expect(at(calm, 'children')).toEqual({ least: 7, most: 8 })
  expect(at({ ...calm, children: ['none'] }, 'home')).toEqual({ least: 7, most: 7 })
  expect(at({ ...calm, children: ['under-12'] }, 'authority')).toEqual({ least: 8, most: 8 })
  // Back at an earlier page, what comes after it may change.
  expect(at({ ...calm, children: ['none'] }, 'children')).toEqual({ least: 7, most: 8 })
})

test('a form with more ways than can be tried says its whole length', () => {
  const options = ['a', 'b', 'c'].map((code) => ({ code, name: { nl: code, en: code } }))
  const one = { ask: { nl: 'a', en: 'a' }, purpose: { nl: 'a', en: 'a' }, keepMonths: 1 }
  const questions = Array.from({ length: 40 }, (_, nth) => ({
    ...{ ...one, code: `q${nth}`, type: 'choice' as const, options },
    ...(nth > 0 && { when: { question: `q${nth - 1}`, is: ['a', 'b'] } }),
  }))
  expect(pagesToCome({ questions }, {}, 'q0').most).toBe(40)
})
