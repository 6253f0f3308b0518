import { expect, test } from 'vitest'
import { day } from '../../../foundation/day.ts'
import { reviewState } from './review.ts'

test.each([
  ['2026-10-01', '2026-12-31', 'reviewed'],
  ['2026-12-31', '2027-01-01', 'due'],
  ['2026-10-01', '2027-03-31', 'due'],
  ['2026-12-31', '2027-04-01', 'overdue'],
  ['2025-12-31', '2026-12-31', 'overdue'],
  ['2027-01-01', '2026-12-31', 'reviewed'],
] as const)('a right last looked at on %s is on %s %s', (seenOn, today, expected) => {
  expect(reviewState(day(seenOn), day(today))).toBe(expected)
})
