import fc from 'fast-check'
import { expect, test } from 'vitest'
import { after, type Day, day, daysBetween } from '../../foundation/day.ts'
import { homeStart, stranger } from '../../tests/support/programmes.ts'
import { longestDay, milestoneDays, milestoneState } from './milestones.ts'

const definition = homeStart()

/** `earliest` or `earliest/latest` by code, for a match meeting on this day. */
const daysFrom = (matchMeeting: string) =>
  Object.fromEntries(
    milestoneDays(definition, { 'match-meeting': day(matchMeeting) }).map(({ code, earliest, latest }) => [
      code,
      earliest === latest ? earliest : `${earliest}/${latest}`,
    ]),
  )

test('[R-109] [F-18] [R-112] the milestones of a match meeting on 1 March 2021', () => {
  expect(daysFrom('2021-03-01')).toEqual({
    confirmation: '2021-03-04',
    'first-call': '2021-03-29',
    'first-evaluation': '2021-08-01',
    'second-evaluation': '2022-01-01/2022-02-01',
    'final-evaluation': '2022-05-01/2022-07-01',
    longest: '2022-09-01',
  })
})

test('[F-19] a match meeting on 31 August 2020: a month without a 31st ends on its last day', () => {
  expect(daysFrom('2020-08-31')).toEqual({
    confirmation: '2020-09-03',
    'first-call': '2020-09-28',
    'first-evaluation': '2021-01-31',
    'second-evaluation': '2021-06-30/2021-07-31',
    'final-evaluation': '2021-10-31/2021-12-31',
    longest: '2022-02-28',
  })
})

test('in a leap year the last day of February is the 29th', () => {
  expect(daysFrom('2022-08-31').longest).toBe('2024-02-29')
  expect(daysFrom('2023-09-30')['first-evaluation']).toBe('2024-02-29')
  expect(daysFrom('2024-02-29')['second-evaluation']).toBe('2024-12-29/2025-01-29')
})

test('a day stays a day when the clock goes forward or back', () => {
  expect(daysFrom('2021-03-27').confirmation).toBe('2021-03-30')
  expect(daysFrom('2021-10-30').confirmation).toBe('2021-11-02')
  expect(daysFrom('2021-10-04')['first-call']).toBe('2021-11-01')
})

test('[X-14] all milestones count from the match meeting, also when the call was late', () => {
  const matchMeeting = day('2021-03-01')
  // The call was a month late; nothing but the anchor is asked, so nothing else moves.
  const lateCall = { 'match-meeting': matchMeeting, 'first-call': day('2021-04-29') }
  expect(milestoneDays(definition, lateCall)).toEqual(milestoneDays(definition, { 'match-meeting': matchMeeting }))
})

test('without its anchor a milestone has no days', () => {
  expect(milestoneDays(definition, {})).toEqual([])
  expect(longestDay(definition.longest, {})).toBeUndefined()
})

test('a programme without a longest duration runs on', () => {
  const days = milestoneDays(stranger(), { 'first-walk': day('2024-01-31') })
  expect(days).toEqual([{ code: 'look-back', earliest: '2024-03-13', latest: '2024-03-27' }])
})

const anyDay = fc
  .integer({ min: 0, max: daysBetween(day('2000-01-01'), day('2101-01-01')) })
  .map((days) => after(day('2000-01-01'), { days }))
const lastDaysOfMonths = fc
  .record({ year: fc.integer({ min: 2000, max: 2100 }), month: fc.integer({ min: 0, max: 11 }) })
  .map(({ year, month }) => after(after(day(`${year}-01-01`), { months: month + 1 }), { days: -1 }))
const summerTime = fc.constantFrom('2021-03-28', '2021-10-31', '2024-03-31', '2024-10-27').map(day)
const anchors = fc.oneof(anyDay, lastDaysOfMonths, summerTime)

const daysOf = (anchor: Day) => milestoneDays(definition, { 'match-meeting': anchor })

test('[R-110] [F-19] whatever the anchor, days stand in order: none before it, no window backwards, no milestone after the cap', () => {
  fc.assert(
    fc.property(anchors, (anchor) => {
      const days = daysOf(anchor)
      const cap = days.at(-1)?.latest ?? anchor
      for (const { earliest, latest } of days) {
        expect(anchor < earliest && earliest <= latest && latest <= cap).toBe(true)
      }
      expect(days.map(({ earliest }) => earliest)).toEqual(days.map(({ earliest }) => earliest).toSorted())
    }),
  )
})

test('[F-19] a span of months keeps the day of the month, or takes the last day of a shorter month', () => {
  fc.assert(
    fc.property(anchors, (anchor) => {
      for (const { code, earliest } of daysOf(anchor)) {
        if (code === 'confirmation' || code === 'first-call') continue
        const isLast = after(earliest, { days: 1 }).endsWith('-01')
        expect(earliest.slice(8) === anchor.slice(8) || (isLast && earliest.slice(8) < anchor.slice(8))).toBe(true)
      }
    }),
  )
})

test('a later match meeting never brings a milestone forward', () => {
  fc.assert(
    fc.property(anchors, fc.integer({ min: 1, max: 40 }), (anchor, days) => {
      const [first, second] = [daysOf(anchor), daysOf(after(anchor, { days }))]
      for (const [index, { earliest, latest }] of first.entries()) {
        expect(earliest <= (second[index]?.earliest ?? '') && latest <= (second[index]?.latest ?? '')).toBe(true)
      }
    }),
  )
})

test('spans of days and weeks are exactly that long, over summer time and leap days alike', () => {
  fc.assert(
    fc.property(anchors, (anchor) => {
      const [confirmation, call] = daysOf(anchor)
      expect(confirmation && daysBetween(anchor, confirmation.earliest)).toBe(3)
      expect(call && daysBetween(anchor, call.earliest)).toBe(28)
    }),
  )
})

test('[R-110] a window shows its first and last day; what is not done by the last day is overdue', () => {
  const window = { earliest: day('2022-01-01'), latest: day('2022-02-01') }
  const stateOn = (today: string, isDone = false) => milestoneState(window, isDone, day(today))
  expect(['2021-12-31', '2022-01-01', '2022-02-01', '2022-02-02'].map((today) => stateOn(today))).toEqual([
    'early',
    'due',
    'due',
    'overdue',
  ])
  expect(stateOn('2022-03-01', true)).toBe('done')
})
