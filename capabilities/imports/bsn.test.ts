import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdsBsn } from './bsn.ts'

/** A number that passes the eleven-test, or undefined where no last digit makes it pass. */
function bsnFrom(first: readonly number[]): string | undefined {
  const last = first.reduce((total, digit, at) => total + digit * (9 - at), 0) % 11
  return last > 9 || first.every((digit) => digit === 0) ? undefined : [...first, last].join('')
}

test('every number that passes the eleven-test is found, in any text around it', () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 })
  const around = fc.string({ unit: fc.constantFrom('a', ' ', ':', ')'), maxLength: 5 })
  fc.assert(
    fc.property(digits, around, around, (first, before, after) => {
      const number = bsnFrom(first)
      fc.pre(number !== undefined)
      expect(holdsBsn(`${before}${number}${after}`)).toBe(true)
    }),
  )
})
