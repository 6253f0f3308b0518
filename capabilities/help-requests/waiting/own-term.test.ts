import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { after, day } from '../../../foundation/day.ts'
import { allow, refuse } from '../../../foundation/result.ts'
import { GRADES } from '../triage/weighing.ts'
import { counted, type OwnTerm, ownTermOf, ownTermOn, type ToldTerm } from './own-term.ts'

const today = day('2026-11-27')
const hours = { A: 96, B: 72, C: 24, D: 1, none: 24 }
const contactHours = { A: 72, B: 72, C: 48, D: 2, none: 72 }
const told = (more: Partial<Record<string, string>> = {}, days: Partial<ToldTerm> = {}): ToldTerm => ({
  ...{ from: day('2026-12-01'), until: day('2027-11-30'), source: ' College,  3 november 2026 ' },
  hours: (kind, key) => more[`${kind}-${key}`] ?? String((kind === 'hours' ? hours : contactHours)[key]),
  ...days,
})
const term = (from: string, until: string, none = 24): OwnTerm => ({
  ...{ from: day(from), source: 'college' },
  term: { hours: { ...hours, none }, contactHours, until: day(until) },
})

test('[R-018] what a municipality says holds from its first day until its last, and is never used before or after', () => {
  const own = [term('2026-12-01', '2027-11-30')]
  const holds = (on: string) => ownTermOn(own, day(on)) !== undefined
  expect([holds('2026-11-30'), holds('2026-12-01'), holds('2027-11-30'), holds('2027-12-01')]).toEqual([
    ...[false, true, true, false],
  ])
  fc.assert(
    fc.property(fc.nat(2_000), (days) => {
      const on = after(day('2026-01-01'), { days })
      expect(ownTermOn(own, on) !== undefined).toBe(on >= '2026-12-01' && on <= '2027-11-30')
    }),
  )
})

test('of two that hold the later one counts, after it the longer one again, and going back ends both', () => {
  const summer = term('2027-07-01', '2027-08-31', 48)
  const year = term('2026-12-01', '2027-11-30')
  const back: OwnTerm = { from: day('2027-10-01'), source: 'x', term: undefined }
  const none = (on: string) => ownTermOn([back, summer, year], day(on))?.hours.none
  expect([none('2027-06-30'), none('2027-07-01'), none('2027-09-01'), none('2027-10-01')]).toEqual([
    ...[24, 48, 24, undefined],
  ])
})

test('of one first day what was said last counts, also after it ended; taken away, all is as if nothing was said for that day', () => {
  const DAYS = ['2026-12-01', '2027-03-01', '2027-07-01', '2027-10-01'] as const
  const one = fc.record({
    from: fc.constantFrom(...DAYS),
    months: fc.integer({ min: 0, max: 14 }),
    none: fc.integer({ min: 24, max: 99 }),
  })
  const said = fc.array(fc.oneof(one, fc.record({ from: fc.constantFrom(...DAYS) })), { maxLength: 8 }).map((all) =>
    all
      .map(
        (told): OwnTerm =>
          'none' in told
            ? term(told.from, after(day(told.from), { months: told.months }), told.none)
            : { from: day(told.from), source: 'x', term: undefined },
      )
      // Newest first day first; of one day they stand in the order in which they were drawn.
      .toSorted((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0)),
  )
  fc.assert(
    fc.property(said, fc.constantFrom(...DAYS), fc.nat(900), (own, taken, days) => {
      const on = after(day('2026-11-28'), { days })
      const last = own.filter((each, at) => own.findIndex(({ from }) => from === each.from) === at)
      expect(ownTermOn(own, on)).toEqual(ownTermOn(last, on))
      const away: OwnTerm = { from: day(taken), source: 'x', term: undefined, isTakenAway: true }
      const at = own.findIndex(({ from }) => from <= away.from)
      const withIt = at < 0 ? [...own, away] : own.toSpliced(at, 0, away)
      expect(ownTermOn(withIt, on)).toEqual(
        ownTermOn(
          own.filter(({ from }) => from !== away.from),
          on,
        ),
      )
      expect(counted(withIt).map(({ from }) => from)).not.toContain(away.from)
    }),
  )
})

test('what is typed right is kept, tidied', () => {
  const kept = { hours, contactHours, until: day('2027-11-30') }
  expect(ownTermOf(told(), today)).toEqual(
    allow({ from: day('2026-12-01'), source: 'College, 3 november 2026', term: kept }),
  )
})

describe('refused is', () => {
  test.each<[string, ToldTerm, string, string]>([
    ['a day that has begun', told({}, { from: today }), 'waiting-begins', 'vanaf'],
    ['no first day', told({}, { from: undefined }), 'waiting-begins', 'vanaf'],
    ['no last day', told({}, { until: undefined }), 'waiting-ends', 'tot'],
    ['an end before the beginning', told({}, { until: day('2026-11-30') }), 'waiting-ends', 'tot'],
    ['more than two years', told({}, { until: day('2028-12-02') }), 'waiting-ends', 'tot'],
    ['nobody who decided', told({}, { source: ' ' }), 'waiting-source', 'besluit'],
    ['a source that is too long', told({}, { source: 'x'.repeat(301) }), 'waiting-source', 'besluit'],
    ['a sign that steers a screen', told({}, { source: 'a\u0000b' }), 'waiting-source', 'besluit'],
    ['no hours', told({ 'hours-B': '' }), 'waiting-hours', 'hours-B'],
    ['half an hour', told({ 'hours-D': '0.5' }), 'waiting-hours', 'hours-D'],
    ['no time at all', told({ 'contactHours-D': '0' }), 'waiting-hours', 'contactHours-D'],
    ['a number in letters', told({ 'hours-none': '1e3' }), 'waiting-hours', 'hours-none'],
    ['a heavier question that waits longer', told({ 'hours-D': '80' }), 'waiting-order', 'hours-A'],
    ['contact later than was promised', told({ 'contactHours-A': '73' }), 'waiting-promise', 'contactHours-A'],
  ])('%s', (_, typed, reason, field) =>
    expect(ownTermOf(typed, today)).toMatchObject({ ok: false, reason, with: { field } }),
  )

  test('every grade with contact later than was promised, by its letter', () => {
    for (const grade of GRADES) {
      const longer = Object.fromEntries(GRADES.map((one) => [`contactHours-${one}`, one <= grade ? '90' : '1']))
      expect(ownTermOf(told(longer), today)).toEqual(refuse('waiting-promise', { field: 'contactHours-A', grade: 'A' }))
    }
  })
})
