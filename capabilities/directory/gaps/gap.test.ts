import fc from 'fast-check'
import { expect, test } from 'vitest'
import { after, day, daysBetween } from '../../../foundation/day.ts'
import { aCard } from '../../../tests/support/offers.ts'
import { findingOf, isGap, offersFor, together } from './gap.ts'
import { lastFourQuarters } from './period.ts'

test.each([
  [0, 12, 'much-without-offer'],
  [0, 9, 'some-without-offer'],
  [1, 20, 'much-for-offer'],
  [2, 20, 'both'],
  [3, 0, 'offer-only'],
  [0, 0, 'nothing'],
  [0, null, 'hidden'],
  [0, undefined, 'not-counted'],
])('[R-146] %j offers beside %j questions say: %s', (offers, demand, finding) => {
  expect(findingOf({ offers, demand })).toBe(finding)
})

test('[R-146] [R-265] of a hidden number nothing is said, whatever the offer', () => {
  fc.assert(
    fc.property(fc.nat(50), (offers) => {
      expect(findingOf({ offers, demand: null })).toBe('hidden')
      expect(isGap(findingOf({ offers, demand: null }))).toBe(false)
    }),
  )
})

test('[R-265] a sum with a hidden part is hidden, and one of nothing is not counted', () => {
  const values = fc.array(fc.option(fc.nat(50)), { minLength: 1 })
  fc.assert(
    fc.property(values, (given) => {
      const known = given.filter((one) => one !== null)
      expect(together(given)).toBe(known.length < given.length ? null : known.reduce((sum, one) => sum + one, 0))
    }),
  )
  expect(together([])).toBeUndefined()
})

test('[R-146] an offer for the whole municipality counts in each village, one in a village there alone', () => {
  const offers = [
    { village: null, card: aCard({ domains: ['housing'] }) },
    { village: 'oost', card: aCard({ domains: ['housing', 'income'] }) },
  ]
  expect([undefined, 'oost', 'west'].map((village) => offersFor(offers, 'housing', village))).toEqual([2, 2, 1])
  expect(offersFor(offers, 'income', 'west')).toBe(0)
})

test('[R-265] the period is four whole quarters that are over, the same on every day of a quarter', () => {
  expect(lastFourQuarters(day('2026-11-27'))).toEqual({ from: '2025-10-01', to: '2026-09-30' })
  expect(lastFourQuarters(day('2026-01-01'))).toEqual({ from: '2025-01-01', to: '2025-12-31' })
  fc.assert(
    fc.property(fc.nat(3_000), (days) => {
      const today = after(day('2024-01-01'), { days })
      const { from, to } = lastFourQuarters(today)
      expect(to < today && after(to, { days: 1 }) <= today).toBe(true)
      expect(daysBetween(from, to)).toBeGreaterThanOrEqual(364)
      expect(daysBetween(to, today)).toBeLessThanOrEqual(92)
    }),
  )
})
