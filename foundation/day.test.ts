import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { after, day, dayAt, daysBetween, endOf, parseDay } from './day.ts'

const someDay = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2150-12-31'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)))

test('a day that does not exist is no day', () => {
  expect(parseDay('2023-02-29')).toBeUndefined()
  expect(parseDay('2024-02-29')).toBe('2024-02-29')
  expect(parseDay('29-02-2024')).toBeUndefined()
  expect(parseDay('1899-12-31')).toBeUndefined()
})

test('a month later than the 31st is the last day of a shorter month', () => {
  expect(after(day('2021-01-31'), { months: 1 })).toBe('2021-02-28')
  expect(after(day('2020-01-31'), { months: 1 })).toBe('2020-02-29')
})

test('midnight is midnight in Amsterdam, in winter and in summer', () => {
  expect(dayAt(new Date('2026-01-15T23:30:00Z'))).toBe('2026-01-16')
  expect(dayAt(new Date('2026-07-15T21:30:00Z'))).toBe('2026-07-15')
  expect(endOf(day('2026-03-29')).toISOString()).toBe('2026-03-29T22:00:00.000Z')
  expect(endOf(day('2026-10-25')).toISOString()).toBe('2026-10-25T23:00:00.000Z')
})

test('the end of a day is the first moment of the next, across the change of the clock', () => {
  fc.assert(
    fc.property(someDay, (on) => {
      expect(dayAt(endOf(on))).toBe(after(on, { days: 1 }))
      expect(dayAt(new Date(endOf(on).getTime() - 1))).toBe(on)
    }),
  )
})

test('days between two days add up', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: -5000, max: 5000 }), (on, days) => {
      expect(daysBetween(on, after(on, { days }))).toBe(days)
    }),
  )
})

test('[F-19] a span later is what the calendar of the language says', () => {
  const whole = fc.record({
    years: fc.integer({ min: 0, max: 40 }),
    months: fc.integer({ min: 0, max: 40 }),
    weeks: fc.integer({ min: 0, max: 60 }),
    days: fc.integer({ min: 0, max: 800 }),
  })
  fc.assert(
    fc.property(someDay, whole, fc.constantFrom(1, -1), (on, { years, months, weeks, days }, sign) => {
      const span = { years: years * sign, months: months * sign, weeks: weeks * sign, days: days * sign }
      expect(after(on, span)).toBe(Temporal.PlainDate.from(on).add(span).toString())
    }),
    { numRuns: 2_000 },
  )
})
