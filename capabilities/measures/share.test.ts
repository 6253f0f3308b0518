import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS, rounded } from './audience.ts'
import { percentOf } from './share.ts'

test('a percentage is told to one decimal, and to the public in whole numbers', () => {
  expect(percentOf(123, 183, 'organisation')).toBe(67.2)
  expect(percentOf(123, 183, 'policy')).toBe(67.2)
  expect(percentOf(125, 185, 'public')).toBe(68)
})

test('[R-265] no percentage follows from a hidden number, of nothing, or for the public of fewer than fifty', () => {
  expect(percentOf(null, 183, 'policy')).toBeNull()
  expect(percentOf(60, null, 'policy')).toBeNull()
  expect(percentOf(0, 0, 'organisation')).toBeNull()
  expect([percentOf(20, 45, 'public'), percentOf(20, 50, 'public')]).toEqual([null, 40])
  expect(percentOf(20, 45, 'policy')).toBe(44.4)
})

test('[R-265] what the public reads lies between nothing and a hundred, also from rounded numbers', () => {
  fc.assert(
    fc.property(fc.nat(2_000), fc.nat(2_000), (a, b) => {
      const [part, whole] = [Math.min(a, b), Math.max(a, b)].map((n) => rounded(n, DEFAULT_SETTINGS.public.roundTo))
      const percent = percentOf(part ?? 0, whole ?? 0, 'public')
      expect(percent === null || (percent >= 0 && percent <= 100)).toBe(true)
    }),
  )
})
