import fc from 'fast-check'
import { expect, test } from 'vitest'
import shipped from '../../content/helplines.json' with { type: 'json' }
import { after, day, dayAt, timeAt } from '../../foundation/day.ts'
import { chatLineOn, chatLines, childLines } from './child-lines.ts'
import { type Helplines, helplinesFormat } from './helplines.ts'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
const WEEK = Array.from({ length: 7 }, (_, days) => after(day('2026-11-23'), { days })) // a Monday to a Sunday
const file = helplinesFormat.parse(shipped)

/** The shipped file, as if somebody had checked its lines for children on this day, with these hours. */
const checked = (checkedOn: string, hours: Helplines['helplines'][number]['hours']): Helplines =>
  helplinesFormat.parse({
    ...file,
    helplines: file.helplines.map(({ hours: _, ...line }) =>
      line.forChildren === undefined
        ? line
        : { ...line, isVerified: true, checkedOn, ...(hours !== undefined && { hours }) },
    ),
  })

const hoursKnown = fc
  .record({ from: fc.integer({ min: 0, max: 22 }), length: fc.integer({ min: 1, max: 24 }), isDaily: fc.boolean() })
  .map(({ from, length, isDaily }) => ({
    ...{ from, to: Math.min(24, from + length) },
    ...(isDaily && { days: 'every-day' as const }),
  }))

test('[R-069] at every hour of a week, however old the file, a child finds somebody to talk to, somebody to chat with, and whom to call when all is closed', () => {
  const anyDay = fc.integer({ min: 0, max: 5000 }).map((days) => after(day('2026-11-27'), { days }))
  fc.assert(
    fc.property(fc.option(hoursKnown, { nil: undefined }), anyDay, fc.boolean(), (hours, from, isChecked) => {
      const known = isChecked ? checked('2026-11-27', hours) : file
      for (const days of [0, 1, 2, 3, 4, 5, 6])
        for (const hour of HOURS) {
          const { talk, chat, always } = childLines(known, { on: after(from, { days }), hour })
          for (const lines of [talk, chat])
            expect(lines.some((line) => line.number !== undefined || line.site !== undefined)).toBe(true)
          expect(always.map(({ code }) => code)).toEqual(['emergency', 'safe-home'])
        }
    }),
    { numRuns: 60 },
  )
})

test('[R-069] a line says that it is open in its hours only, and otherwise when it opens', () => {
  const known = checked('2026-11-01', { from: 11, to: 21, days: 'every-day' })
  for (const on of WEEK)
    for (const hour of HOURS) {
      const [line] = childLines(known, { on, hour }).talk
      const next = hour < 11 ? on : after(on, { days: 1 })
      expect(line?.state).toEqual(
        hour >= 11 && hour < 21
          ? { kind: 'open', until: 21 }
          : { kind: 'closed', opensOn: next, at: 11, isHolidayToday: false },
      )
    }
})

test('[R-069] a line of working days opens again after the weekend', () => {
  const known = checked('2026-11-01', { from: 9, to: 17 })
  const friday = childLines(known, { on: day('2026-11-27'), hour: 17 })
  expect(friday.chat[0]?.state).toEqual({ kind: 'closed', opensOn: '2026-11-30', at: 9, isHolidayToday: false })
  expect(friday.isAllClosed).toBe(true)
})

test('[R-069] a line of working days is closed on a public holiday, says so, and names the first day on which it is open', () => {
  const known = checked('2026-11-01', { from: 9, to: 17 })
  // Christmas Day of 2026 is a Friday, and the day after it is a Saturday.
  const christmas = childLines(known, { on: day('2026-12-25'), hour: 11 })
  expect(christmas.chat[0]?.state).toEqual({ kind: 'closed', opensOn: '2026-12-28', at: 9, isHolidayToday: true })
  expect(christmas.isAllClosed).toBe(true)
  const thursday = childLines(known, { on: day('2026-12-24'), hour: 17 })
  expect(thursday.chat[0]?.state).toEqual({ kind: 'closed', opensOn: '2026-12-28', at: 9, isHolidayToday: false })
})

test('[R-069] of a line of every day nobody knows whether it is there on a public holiday, unless it says so', () => {
  const hours = { from: 11, to: 21, days: 'every-day' } as const
  const stateOn = (known: Helplines, on: string, hour: number) =>
    childLines(known, { on: day(on), hour }).talk[0]?.state
  const known = checked('2026-11-01', hours)
  expect(stateOn(known, '2026-12-25', 12)).toEqual({ kind: 'ask-site' })
  expect(stateOn(known, '2026-12-24', 22)).toEqual({ kind: 'ask-site' })
  expect(stateOn(known, '2026-12-27', 12)).toEqual({ kind: 'open', until: 21 })
  const certain = checked('2026-11-01', { ...hours, onHolidays: 'open' })
  expect(stateOn(certain, '2026-12-25', 12)).toEqual({ kind: 'open', until: 21 })
})

test('[R-069] hours are those of the clock in the Netherlands, in winter and in summer', () => {
  const known = checked('2026-11-01', { from: 11, to: 21, days: 'every-day' })
  const stateAt = (moment: string) => {
    const now = new Date(moment)
    return childLines(known, { on: dayAt(now), hour: Number.parseInt(timeAt(now), 10) }).talk[0]?.state.kind
  }
  expect([stateAt('2026-12-01T09:59:00Z'), stateAt('2026-12-01T10:00:00Z')]).toEqual(['closed', 'open'])
  expect([stateAt('2027-07-01T08:59:00Z'), stateAt('2027-07-01T09:00:00Z')]).toEqual(['closed', 'open'])
})

test('[R-069] a number that nobody verified, or not for a year, is not told; its site says when somebody is there', () => {
  const old = checked('2025-01-01', { from: 11, to: 21, days: 'every-day' })
  for (const known of [file, old])
    for (const line of Object.values(childLines(known, { on: day('2026-11-27'), hour: 12 })).flat()) {
      if (typeof line !== 'object' || !('state' in line)) continue
      expect(line).toMatchObject({ number: undefined, state: { kind: 'ask-site' } })
      expect(line.site).toMatch(/^https:/)
    }
})

test('[R-069] a file that leaves children with nobody to chat with, or hides a number for danger, is refused', () => {
  const without = (change: (line: (typeof file.helplines)[number]) => object) =>
    helplinesFormat.safeParse({ ...file, helplines: file.helplines.map(change) }).success
  expect(without((line) => line)).toBe(true)
  expect(
    without(({ forChildren, ...line }) =>
      forChildren === 'chat' ? line : { ...line, ...(forChildren && { forChildren }) },
    ),
  ).toBe(false)
  expect(without((line) => (line.code === 'emergency' ? { ...line, isVerified: false } : line))).toBe(false)
})

test('[R-070] the lines for chatting each have a site to go on to, and only a site for chatting alone is one in a text', () => {
  expect(chatLines(file).map(({ code, site }) => [code, site])).toEqual([
    ['child-line-chat', 'https://www.kindertelefoon.nl/'],
    ['young-buddies', 'https://www.villapinedo.nl/'],
  ])
  const at = (address: string) => chatLineOn(file, address)
  expect(at('https://www.villapinedo.nl/forum?x=1')).toBe('young-buddies')
  for (const other of ['https://www.kindertelefoon.nl', 'https://villapinedo.nl.kwaad.example/', 'geen adres', ''])
    expect([other, at(other)]).toEqual([other, undefined])
})
