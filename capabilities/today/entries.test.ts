import fc from 'fast-check'
import { expect, test } from 'vitest'
import { after, day } from '../../foundation/day.ts'
import { type Entry, grouped, horizon } from './entries.ts'

const TODAY = day('2026-11-26')

const entry = (given: Partial<Entry> & { id: string }): Entry => ({
  ...{ kind: 'milestone', about: undefined, what: undefined, from: TODAY, until: TODAY },
  ...given,
})

const entries = fc.uniqueArray(
  fc
    .record({ id: fc.uuid(), from: fc.integer({ min: -400, max: 400 }), length: fc.integer({ min: 0, max: 60 }) })
    .map(({ id, from, length }) => {
      const start = after(TODAY, { days: from })
      return entry({ id, from: start, until: after(start, { days: length }) })
    }),
  { selector: (one) => one.id, maxLength: 40 },
)

test('[R-110] late is what can no longer be done in time, now is what may be done today, this week is what comes up', () => {
  const { late, today, week } = grouped(
    [
      entry({ id: 'a', until: after(TODAY, { days: -1 }) }),
      entry({ id: 'b', from: after(TODAY, { days: -9 }), until: after(TODAY, { days: 30 }) }),
      entry({ id: 'c', from: after(TODAY, { days: 7 }), until: after(TODAY, { days: 7 }) }),
      entry({ id: 'd', from: after(TODAY, { days: 8 }), until: after(TODAY, { days: 9 }) }),
    ],
    TODAY,
  )
  expect([late, today, week].map((group) => group.map((one) => one.id))).toEqual([['a'], ['b'], ['c']])
})

test('everything up to the horizon stands in one group, once, by its last day, in whatever order it came', () => {
  fc.assert(
    fc.property(entries, (given) => {
      const groups = grouped(given, TODAY)
      const shown = [...groups.late, ...groups.today, ...groups.week]
      const expected = given.filter((one) => one.from <= horizon(TODAY) || one.until < TODAY)
      expect(shown.map((one) => one.id).sort()).toEqual(expected.map((one) => one.id).sort())
      for (const group of Object.values(groups))
        expect(group.map((one) => one.until)).toEqual(group.map((one) => one.until).toSorted())
      expect(grouped(given.toReversed(), TODAY)).toEqual(groups)
    }),
  )
})
