import fc from 'fast-check'
import { expect, test } from 'vitest'
import { after, day } from '../../foundation/day.ts'
import { isByQuarter, isQuarterEnd, lastQuarterEnd, quarterBegin } from './special-days.ts'

const anyDay = fc.integer({ min: 0, max: 12_000 }).map((days) => after(day('2010-01-01'), { days }))

test.each([
  ['2026-11-27', '2026-09-30', '2026-10-01'],
  ['2026-09-30', '2026-09-30', '2026-07-01'],
  ['2026-10-01', '2026-09-30', '2026-10-01'],
  ['2026-01-01', '2025-12-31', '2026-01-01'],
  ['2024-02-29', '2023-12-31', '2024-01-01'],
])('on %s the last quarter ended on %s and its own began on %s', (on, ended, began) => {
  expect([lastQuarterEnd(day(on)), quarterBegin(day(on))]).toEqual([ended, began])
})

test('[R-264] of all the days of a quarter special groups are told for one only, so no two days beside each other', () => {
  fc.assert(
    fc.property(anyDay, (on) => {
      const ended = lastQuarterEnd(on)
      expect(ended <= on && isQuarterEnd(ended)).toBe(true)
      expect(lastQuarterEnd(ended)).toBe(ended)
      expect(isQuarterEnd(after(quarterBegin(on), { days: -1 }))).toBe(true)
      const told = Array.from({ length: 80 }, (_, days) => after(on, { days })).filter((asOf) => isByQuarter({ asOf }))
      expect(told.length).toBeLessThanOrEqual(1)
      expect(isByQuarter({ asOf: ended, from: after(quarterBegin(ended), { days: 1 }) })).toBe(false)
      expect(isByQuarter({ asOf: ended, from: quarterBegin(ended) })).toBe(true)
    }),
  )
})
