import { expect, test } from 'vitest'
import { day } from '../../foundation/day.ts'
import { areFactsSound, type Fact, factOn } from './facts.ts'

const fact = (given: Partial<Fact>): Fact => ({
  ...{ code: 'norm', from: day('2026-01-01'), until: day('2026-12-31'), status: 'verified', source: 'wet' },
  ...{ value: { nl: '1', en: '1' }, ...given },
})

test('a fact holds from its first day to its last', () => {
  const facts = [fact({}), fact({ from: day('2027-01-01'), until: null, value: { nl: '2', en: '2' } })]
  expect(factOn(facts, 'norm', day('2025-12-31'))).toBeUndefined()
  expect(factOn(facts, 'norm', day('2026-12-31'))?.value.nl).toBe('1')
  expect(factOn(facts, 'norm', day('2027-01-01'))?.value.nl).toBe('2')
})

test.each([
  ['verified', '2026-06-01', true],
  ['secondary', '2026-06-01', true],
  ['unverified', '2026-06-01', false],
  ['verified', '2027-01-01', false],
] as const)('a text with a fact that is %s on %s can be trusted: %s', (status, today, isSound) => {
  expect(areFactsSound([fact({ status })], ['norm'], day(today))).toBe(isSound)
})

test('a text with a fact that nobody knows cannot be trusted, one without facts can', () => {
  expect(areFactsSound([], ['norm'], day('2026-06-01'))).toBe(false)
  expect(areFactsSound([], [], day('2026-06-01'))).toBe(true)
})
