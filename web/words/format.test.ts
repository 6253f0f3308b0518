import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../../foundation/day.ts'
import {
  formatCount,
  formatDay,
  formatList,
  formatMoment,
  formatMoney,
  formatMonth,
  formatNumber,
  formatPercent,
  formatTime,
} from './format.ts'

const tuesday = day('2026-03-03')

test('numbers have a point between thousands and a comma before decimals in Dutch', () => {
  expect(formatNumber('nl', 1234)).toBe('1.234')
  expect(formatNumber('nl', 1234567.891, 1)).toBe('1.234.567,9')
  expect(formatNumber('en', 1234.5, 2)).toBe('1,234.50')
  expect(formatNumber('nl', -0)).toBe('0')
})

test('money is written with EUR before it and always two decimals', () => {
  expect(formatMoney('nl', 123450)).toBe('EUR\u00a01.234,50')
  expect(formatMoney('en', 5)).toBe('EUR\u00a00.05')
})

test('money keeps every cent', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e11, max: 1e11 }), (cents) => {
      const digits = formatMoney('nl', cents).replace(/[^\d-]/g, '')
      expect(Number(digits)).toBe(cents === 0 ? 0 : cents)
    }),
  )
})

test('days are written as people say them', () => {
  expect(formatDay('nl', tuesday)).toBe('dinsdag 3 maart')
  expect(formatDay('nl', tuesday, 'year')).toBe('dinsdag 3 maart 2026')
  expect(formatDay('nl', tuesday, 'plain')).toBe('3 maart 2026')
  expect(formatDay('nl', tuesday, 'short')).toBe('di 3 mrt')
  expect(formatDay('en', tuesday, 'year')).toBe('Tuesday 3 March 2026')
  expect(formatMonth('nl', tuesday)).toBe('maart 2026')
  expect(formatMonth('nl', tuesday, 'short')).toBe('mrt')
})

test('a clock time is 9.30 uur and never half tien, in winter and in summer', () => {
  expect(formatTime('nl', new Date('2026-01-03T08:30:00Z'))).toBe('9.30\u00a0uur')
  expect(formatTime('nl', new Date('2026-07-03T07:30:00Z'))).toBe('9.30\u00a0uur')
  expect(formatTime('nl', new Date('2026-07-02T22:05:00Z'))).toBe('0.05\u00a0uur')
  expect(formatTime('en', new Date('2026-01-03T15:00:00Z'))).toBe('16.00')
})

test('a moment belongs to the Dutch day, also just before midnight in London', () => {
  expect(formatMoment('nl', new Date('2026-03-02T23:30:00Z'))).toBe('dinsdag 3 maart 2026, 0.30\u00a0uur')
})

test('shares, lists and counts read as words', () => {
  expect(formatPercent('nl', 0.976)).toBe('98\u00a0%')
  expect(formatPercent('en', 0.5)).toBe('50%')
  expect(formatList('nl', ['Dorp', 'Oosterveld', 'De Hoef'])).toBe('Dorp, Oosterveld en De Hoef')
  expect(formatList('en', ['a', 'b'])).toBe('a and b')
  const families = { one: 'gezin', many: 'gezinnen' }
  expect(formatCount('nl', 1, families)).toBe('1\u00a0gezin')
  expect(formatCount('nl', 1200, families)).toBe('1.200\u00a0gezinnen')
})
