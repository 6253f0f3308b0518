import fc from 'fast-check'
import { expect, test } from 'vitest'
import { threePresses, WITHIN_MS } from './three-presses.ts'

const press = (...moments: number[]): boolean[] => moments.map(threePresses())

test('the third press in a row leaves the site', () => {
  expect(press(0, 200, 400)).toEqual([false, false, true])
})

test('three presses spread over a while do not leave the site', () => {
  expect(press(0, 2000, 4000)).toEqual([false, false, false])
})

test('a slow first press does not spoil three quick ones', () => {
  expect(press(0, 5000, 5200, 5400)).toEqual([false, false, false, true])
})

test('never before the third press, and always on three within the time', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: WITHIN_MS }), { minLength: 1, maxLength: 12 }), (gaps) => {
      const pressed = threePresses()
      let at = 0
      let since = 0
      for (const gap of gaps) {
        at += gap
        since += 1
        if (pressed(at)) {
          expect(since).toBeGreaterThanOrEqual(3)
          since = 0
        }
      }
    }),
  )
})
