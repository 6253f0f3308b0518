import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../../foundation/day.ts'
import { readDay } from './days.ts'

const today = day('2026-11-24')

test.each([
  ['01-03-2021', '2021-03-01'],
  ['1-3-2021', '2021-03-01'],
  ['1-3-21', '2021-03-01'],
  ['1/3/21', '2021-03-01'],
  ['1.3.2021', '2021-03-01'],
  ['2021-03-01', '2021-03-01'],
  ['2021-3-1', '2021-03-01'],
  ['2021-03-01T00:00:00', '2021-03-01'],
  ['1-3-2021 09:30', '2021-03-01'],
  ['1 maart 2021', '2021-03-01'],
  ['1 mrt. 2021', '2021-03-01'],
  ["1 mrt '21", '2021-03-01'],
  ['maandag 1 maart 2021', '2021-03-01'],
  ['za 29 feb 2020', '2020-02-29'],
  ['31-12-49', 'day-not-later'],
  ['1-1-50', '1950-01-01'],
  ['29-02-2021', 'day-that-exists'],
  ['31-4-2021', 'day-that-exists'],
  ['3-13-2021', 'day-that-exists'],
  ['25-11-2026', 'day-not-later'],
  ['24-11-2026', '2026-11-24'],
  ['maart 2021', 'day'],
  ['44256', 'day'],
  ['1-3/2021', 'day'],
  ['1 mars 2021', 'day'],
  ['gisteren', 'day'],
])('%s is %s', (text, expected) => {
  const read = readDay(text, today)
  expect('fault' in read ? read.fault.expected : read.value).toBe(expected)
})

test('every way of writing a day gives the same day', () => {
  const any = fc.date({ min: new Date('1950-01-01'), max: new Date('2026-11-24'), noInvalidDate: true })
  fc.assert(
    fc.property(any, (date) => {
      const iso = date.toISOString().slice(0, 10)
      const [year = '', month = '', on = ''] = iso.split('-')
      for (const text of [
        `${on}-${month}-${year}`,
        `${Number(on)}/${Number(month)}/${year}`,
        `${on}.${month}.${year.slice(2)}`,
        iso,
      ]) {
        expect(readDay(text, today)).toEqual({ value: iso })
      }
    }),
  )
})
