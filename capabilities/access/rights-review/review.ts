import type { Day } from '../../../foundation/day.ts'
import type { Role } from '../roles.ts'

/**
 * Roles that give rights to others, look at who did what, or open every file of an organisation or a family: looked at again
 * each quarter (BIO2 5.18).
 */
export const STRONG_ROLES: readonly Role[] = [
  'platform-manager',
  'manager',
  'privacy-officer',
  'coordinator',
  'director',
]

/** `reviewed` for the rest of this quarter, `due` in it, `overdue` once a whole quarter went by without. */
export type ReviewState = 'reviewed' | 'due' | 'overdue'

/** Where a right stands that was given, or last looked at, on `seenOn`. */
export function reviewState(seenOn: Day, today: Day): ReviewState {
  const passed = quarterOf(today) - quarterOf(seenOn)
  if (passed <= 0) return 'reviewed'
  return passed === 1 ? 'due' : 'overdue'
}

/** Quarters counted from year nought, so that they can be subtracted. */
function quarterOf(day: Day): number {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return year * 4 + Math.floor((month - 1) / 3)
}
