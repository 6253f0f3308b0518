import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCard } from '../../tests/support/offers.ts'
import { hoursFormat, inOrder } from './hours.ts'
import { hoursTyped, typedHours } from './typed-hours.ts'

const week = (first: string) => [first, '', '', '', '', '', '']

test.each([
  ['9.30-12.00', [['09:30', '12:00']]],
  [
    '09:30 - 12:00, 13.00–16.00',
    [
      ['09:30', '12:00'],
      ['13:00', '16:00'],
    ],
  ],
  [
    '9.30 tot 12.00 uur en 13.00 tot 16.00 uur',
    [
      ['09:30', '12:00'],
      ['13:00', '16:00'],
    ],
  ],
  [
    '9.30 to 12.00 and 13.00 to 16.00',
    [
      ['09:30', '12:00'],
      ['13:00', '16:00'],
    ],
  ],
  ['  ', []],
])('an editor types “%s”', (typed, spans) => {
  expect(hoursTyped({ week: week(typed), single: '' }, true)).toEqual({
    regular: spans.map(([opens, closes]) => ({ weekday: 1, opens, closes })),
    exceptions: [],
    isClosedOnHolidays: true,
  })
})

test.each(['half tien', '9-12', '9.30', '9.30-12.00-13.00', '<script>', 'x'.repeat(5_000)])(
  '“%s” is not understood, and the field is told',
  (typed) => {
    expect(hoursTyped({ week: week(typed), single: '' }, true)).toEqual({ field: 'd1' })
  },
)

test.each(['24-12-2026 dicht', '2026-02-30 dicht', '2026-12-24', '2026-12-24 9.30-10.00, 11.00-12.00'])(
  'a single day “%s” is not understood',
  (single) => {
    expect(hoursTyped({ week: week(''), single }, true)).toEqual({ field: 'single' })
  },
)

test('a time that is none is left to the format, which refuses it', () => {
  expect(hoursFormat.safeParse(hoursTyped({ week: week('25.00-26.00'), single: '' }, true)).success).toBe(false)
  expect(hoursFormat.safeParse(hoursTyped({ week: week('12.00-9.00'), single: '' }, true)).success).toBe(false)
})

test('whatever the hours, typed out and read again they are the same', () => {
  fc.assert(
    fc.property(anyCard, ({ hours }) => {
      const again = hoursTyped(typedHours(hours, 'dicht'), hours.isClosedOnHolidays)
      expect(again).toEqual({ ...hours, regular: inOrder(hours.regular) })
    }),
  )
})
