import type { Audience } from './audience.ts'

/** For the public no percentage of fewer than this: each unit would show. */
const PUBLIC_BASE = 50

/**
 * How many in a hundred of the whole are in its part, from two numbers as they are shown: to one decimal, for the public
 * whole, as its numbers are rounded before. Null when either is hidden, when there is nothing to divide by, and for the
 * public under a base of fifty.
 */
export function percentOf(part: number | null, whole: number | null, audience: Audience): number | null {
  if (part === null || whole === null || whole <= 0) return null
  if (audience !== 'public') return Math.round((part / whole) * 1000) / 10
  return whole < PUBLIC_BASE ? null : Math.round((part / whole) * 100)
}
