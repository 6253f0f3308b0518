import { expect, test } from 'vitest'
import { homeStart } from '../../tests/support/programmes.ts'
import type { Age, Answers } from '../cases/event.ts'
import { type FitSettings, fitOf, inForce } from './fit.ts'
import { checkFitValue } from './municipal-fit.ts'

const definition = homeStart()
const child = (...years: number[]): Age[] => years.map((one) => ({ years: one }))
const family = (question: string[], children: Age[] = child(4)): Answers => ({ question, children })
const outcome = (answers: Answers, settings: FitSettings = {}) => fitOf(definition, settings, answers).outcome

/** One municipality counts practising Dutch and helps from 28 weeks of pregnancy to 18 years. */
const wide: FitSettings = {
  'practise-dutch': { fits: true },
  'child-age': { ages: { from: 0, to: 18, weeksPregnantFrom: 28 } },
}

test('a family with a child of a fitting age and a fitting question fits', () => {
  expect(fitOf(definition, {}, family(['listening-ear']))).toEqual({ outcome: 'fits', findings: [], open: [] })
})

test('[R-032] a question that does not fit gives the answer to store as its reason', () => {
  const fit = fitOf(definition, {}, family(['driving-children']))
  expect(fit.outcome).toBe('does-not-fit')
  expect(fit.findings).toEqual([
    { rule: 'driving-children', question: 'not-fitting', option: 'driving-children', isByDefault: true },
  ])
})

test('[R-032] beside a question that fits, one that does not is only noted', () => {
  const fit = fitOf(definition, {}, family(['buddy-for-children', 'listening-ear']))
  expect([fit.outcome, fit.findings.map(({ option }) => option)]).toEqual(['fits', ['buddy-for-children']])
})

test('two questions that do not fit do not make one that does', () => {
  expect(outcome(family(['buddy-for-children', 'driving-children']))).toBe('does-not-fit')
})

test('a question outside the list is for the coordinator to weigh', () => {
  expect(outcome(family(['other']))).toBe('fits')
})

test('[R-033] [X-13] practising Dutch fits in a municipality that says so, and not in one that keeps the default', () => {
  expect(outcome(family(['practise-dutch']))).toBe('does-not-fit')
  expect(outcome(family(['practise-dutch']), wide)).toBe('fits')
  const [finding] = fitOf(definition, { 'practise-dutch': { fits: false } }, family(['practise-dutch'])).findings
  expect(finding).toMatchObject({ option: 'improving-dutch', isByDefault: false })
})

test.each<[string, Age[], [byDefault: string, byWide: string]]>([
  ['0 years', child(0), ['fits', 'fits']],
  ['17 years', child(17), ['fits', 'fits']],
  ['18 years', child(18), ['does-not-fit', 'fits']],
  ['19 years', child(19), ['does-not-fit', 'does-not-fit']],
  ['19 and 6 years', child(19, 6), ['fits', 'fits']],
  ['27 weeks of pregnancy', [{ weeksPregnant: 27 }], ['does-not-fit', 'does-not-fit']],
  ['28 weeks of pregnancy', [{ weeksPregnant: 28 }], ['does-not-fit', 'fits']],
])('[R-034] [X-13] %s: by the default of 0 to 17, and where 0 to 18 or 28 weeks counts', (_, ages, expected) => {
  const answers = family(['listening-ear'], ages)
  expect([outcome(answers), outcome(answers, wide)]).toEqual(expected)
})

test('as long as ages or question are missing the fit is not known, unless what is known is refused already', () => {
  expect(fitOf(definition, {}, {})).toEqual({ outcome: 'not-known', findings: [], open: ['children', 'question'] })
  expect(fitOf(definition, {}, { question: [], children: child(4) }).open).toEqual(['question'])
  expect(outcome({ children: child(30) })).toBe('does-not-fit')
})

test('a setting for a rule that is the same everywhere, or of another kind, changes nothing', () => {
  const [age] = definition.fit
  if (age === undefined) throw new Error('the first rule is there')
  expect(inForce({ ...age, perMunicipality: false }, wide)).toMatchObject({ isByDefault: true })
  expect(inForce(age, { 'child-age': { fits: true } })).toMatchObject({ isByDefault: true })
})

test.each([
  ['another age', 'child-age', { ages: { from: 0, to: 6 } }],
  ['another question', 'practise-dutch', { fits: true }],
])('[R-034] a municipality may set %s', (_, rule, value) => {
  expect(checkFitValue(definition, rule, value)).toEqual({ ok: true, value })
})

test.each([
  ['ages backwards', 'child-age', { ages: { from: 7, to: 6 } }],
  ['yes to ages', 'child-age', { fits: true }],
  ['ages for a question', 'practise-dutch', { ages: { from: 0, to: 6 } }],
  ['nonsense', 'practise-dutch', 'yes'],
])('a municipality cannot set %s', (_, rule, value) => {
  expect(checkFitValue(definition, rule, value)).toMatchObject({ reason: 'fit-value-wrong' })
})

test('a rule that is not there, or is the same everywhere, cannot be set', () => {
  expect(checkFitValue(definition, 'income', { fits: true })).toMatchObject({ reason: 'fit-rule-unknown' })
  const fixed = { fit: definition.fit.map((rule) => ({ ...rule, perMunicipality: false })) }
  expect(checkFitValue(fixed, 'practise-dutch', { fits: true })).toMatchObject({ reason: 'fit-rule-fixed' })
})
