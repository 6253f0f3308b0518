import { expect, test } from 'vitest'
import type { Measured } from './load.ts'
import { gatesMissed, type Line, report } from './report.ts'

const measured = (perSecond: number, p95 = 10): Measured => ({
  ...{ perSecond, p95, p50: 5, p99: 20 },
  ...{ answers: 100, kilobytes: 1 },
})

const line = (given: Partial<Line>): Line => ({
  ...{ name: 'worklist', product: measured(100), appMs: 1, databaseMs: 1, memoryMib: 200 },
  ...{ bare: measured(400), honest: measured(150) },
  ...given,
})

test('a gate that holds is not told', () => {
  expect(gatesMissed(line({ atLeast: 0.5, p95Below: 100 }))).toEqual([])
})

test.each([
  ['half of the honest floor', { atLeast: 0.5, honest: measured(201) }, 'worklist: 0.50 of the honest floor'],
  ['the 95th in a hundred', { p95Below: 9 }, 'worklist: p95 10 ms'],
  ['memory', { memoryMib: 251 }, 'worklist: 251 MiB'],
])('a gate on %s that is missed is told', (_, given, told) => {
  expect(gatesMissed(line(given))).toEqual([expect.stringContaining(told)])
})

test('a scenario without floors has no share of them', () => {
  const alone = line({ bare: undefined, honest: undefined, atLeast: 0.5 })
  expect(gatesMissed(alone)).toEqual([])
  expect(report({ lines: [alone], size: 10, users: 1, seconds: 1 })).toContain('Every gate held.')
})
