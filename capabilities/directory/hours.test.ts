import fc from 'fast-check'
import { expect, test } from 'vitest'
import { after, day } from '../../foundation/day.ts'
import { easterIn, holidaysIn, isHoliday } from './holidays.ts'
import { type Hours, hoursFormat, inOrder, openToday, spansOn, togetherByHours, weekdayOf } from './hours.ts'

const at = (on: string, time: string) => ({ on: day(on), time })
/** Tuesday morning and afternoon, Thursday evening. */
const hours: Hours = {
  regular: [
    { weekday: 2, opens: '09:30', closes: '12:00' },
    { weekday: 2, opens: '13:00', closes: '16:00' },
    { weekday: 4, opens: '19:00', closes: '21:00' },
  ],
  exceptions: [{ on: day('2026-12-08') }, { on: day('2026-12-09'), opens: '10:00', closes: '11:00' }],
  isClosedOnHolidays: true,
}

// 1 December 2026 is a Tuesday.
test('[R-011] a walk-in point says whether its door is open today, from when, or when it opens next', () => {
  expect(openToday(hours, at('2026-12-01', '08:00'))).toEqual({ state: 'later', opens: '09:30', closes: '12:00' })
  expect(openToday(hours, at('2026-12-01', '09:30'))).toEqual({ state: 'open', until: '12:00' })
  expect(openToday(hours, at('2026-12-01', '12:00'))).toEqual({ state: 'later', opens: '13:00', closes: '16:00' })
  expect(openToday(hours, at('2026-12-01', '15:59'))).toEqual({ state: 'open', until: '16:00' })
  const next = { on: day('2026-12-03'), opens: '19:00', closes: '21:00' }
  expect(openToday(hours, at('2026-12-01', '16:00'))).toEqual({ state: 'over', next })
  expect(openToday(hours, at('2026-12-02', '10:00'))).toEqual({ state: 'closed', next })
})

test('a single day stands before the days of the week', () => {
  const next = { on: day('2026-12-09'), opens: '10:00', closes: '11:00' }
  expect(openToday(hours, at('2026-12-08', '10:00'))).toEqual({ state: 'closed', next })
  expect(openToday(hours, at('2026-12-09', '10:30'))).toEqual({ state: 'open', until: '11:00' })
})

test('on a public holiday the door stays closed, unless the place is open then', () => {
  const friday: Hours = { ...hours, regular: [{ weekday: 5, opens: '10:00', closes: '12:00' }] }
  const christmas = at('2026-12-25', '10:30')
  expect(openToday(friday, christmas)?.state).toBe('closed')
  expect(openToday({ ...friday, isClosedOnHolidays: false }, christmas)?.state).toBe('open')
})

test('before it begins and after its last day nothing is open', () => {
  const running = { startsOn: day('2026-12-03'), endsOn: day('2026-12-03') }
  expect(openToday(hours, at('2026-12-01', '10:00'), running)).toMatchObject({
    state: 'closed',
    next: { on: '2026-12-03' },
  })
  expect(openToday(hours, at('2026-12-03', '22:00'), running)).toEqual({ state: 'over', next: undefined })
})

test('what has no hours is neither open nor closed', () => {
  expect(
    openToday(
      { regular: [], exceptions: [{ on: day('2026-12-08') }], isClosedOnHolidays: true },
      at('2026-12-01', '10:00'),
    ),
  ).toBeUndefined()
})

const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 })
const clock = (n: number) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`
const anyHours = fc
  .record({
    regular: fc.array(
      fc
        .record({ weekday: fc.integer({ min: 1, max: 7 }), from: minutes, to: minutes })
        .filter(({ from, to }) => from < to),
      { maxLength: 6 },
    ),
    isClosedOnHolidays: fc.boolean(),
  })
  .map(({ regular, isClosedOnHolidays }) => ({
    regular: regular.map(({ weekday, from, to }) => ({ weekday, opens: clock(from), closes: clock(to) })),
    exceptions: [],
    isClosedOnHolidays,
  }))
  .filter((one) => hoursFormat.safeParse(one).success)
const anyDay = fc.integer({ min: 0, max: 3_000 }).map((days) => after(day('2024-01-01'), { days }))

test('whatever the hours: open exactly when a span of the day holds this minute, and never past it', () => {
  fc.assert(
    fc.property(anyHours, anyDay, minutes, (given, on, minute) => {
      const time = clock(minute)
      const now = openToday(given, { on, time })
      const spans = spansOn(given, on)
      const inside = spans.find(({ opens, closes }) => opens <= time && time < closes)
      if (given.regular.length === 0) {
        expect(now).toBeUndefined()
        return
      }
      expect(now?.state === 'open').toBe(inside !== undefined)
      if (now?.state === 'open') expect(now.until > time).toBe(true)
      if (now?.state === 'later') expect(now.opens > time).toBe(true)
      if (now?.state === 'closed' || now?.state === 'over') {
        expect(spans.length > 0).toBe(now.state === 'over')
        // There is a next day within a week or two, and it is the first.
        for (let d = after(on, { days: 1 }); now.next !== undefined && d < now.next.on; d = after(d, { days: 1 }))
          expect(spansOn(given, d)).toEqual([])
        expect(now.next).toBeDefined()
      }
    }),
  )
})

test.each([
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
])('Easter of %s is on %s', (year, on) => {
  expect(easterIn(year)).toBe(on)
})

test('Easter is always a Sunday between 22 March and 25 April, and King’s Day is never on a Sunday', () => {
  for (let year = 1950; year < 2150; year++) {
    const easter = easterIn(year)
    expect(weekdayOf(easter)).toBe(7)
    expect(easter.slice(5) >= '03-22' && easter.slice(5) <= '04-25').toBe(true)
    const [king] = [...holidaysIn(year)].filter((one) => one.slice(5) === '04-26' || one.slice(5) === '04-27')
    expect(king === undefined || weekdayOf(king) !== 7 || king === easter).toBe(true)
  }
  expect([isHoliday(day('2025-05-05')), isHoliday(day('2026-05-05'))]).toEqual([true, false])
  expect([isHoliday(day('2025-04-26')), isHoliday(day('2025-04-27'))]).toEqual([true, false])
})

test.each([
  ['a time that is none', { regular: [{ weekday: 1, opens: '9:00', closes: '10:00' }] }],
  ['closing before opening', { regular: [{ weekday: 1, opens: '10:00', closes: '10:00' }] }],
  ['an eighth day', { regular: [{ weekday: 8, opens: '09:00', closes: '10:00' }] }],
  [
    'two spans that touch',
    {
      regular: [
        { weekday: 1, opens: '10:00', closes: '12:00' },
        { weekday: 1, opens: '09:00', closes: '10:00' },
      ],
    },
  ],
  ['the same single day twice', { exceptions: [{ on: '2026-12-08' }, { on: '2026-12-08' }] }],
  ['a day that is not there', { exceptions: [{ on: '2026-02-30' }] }],
])('hours with %s are refused', (_, given) => {
  expect(hoursFormat.safeParse({ ...hours, exceptions: [], regular: [], ...given }).success).toBe(false)
})

test('days with the same hours are told at once, and nothing is lost by it', () => {
  const nine = { opens: '09:00', closes: '17:00' }
  const given: Hours = { ...hours, regular: [1, 2, 3, 5].map((weekday) => ({ weekday, ...nine })) }
  expect(togetherByHours(given)).toEqual([
    { from: 1, to: 3, spans: [nine] },
    { from: 5, to: 5, spans: [nine] },
  ])
  fc.assert(
    fc.property(anyHours, (any) => {
      const again = togetherByHours(any).flatMap(({ from, to, spans }) =>
        Array.from({ length: to - from + 1 }, (_, nth) => spans.map((one) => ({ weekday: from + nth, ...one }))).flat(),
      )
      expect(again).toEqual(inOrder(any.regular))
    }),
  )
})
