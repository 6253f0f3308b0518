import { after, type Day, day } from '../../../foundation/day.ts'

/**
 * The four quarters that are over: from their first day to their last. Everyone sees the same period until the next quarter is
 * over, so that of two days after each other no small number follows by subtracting.
 */
export function lastFourQuarters(today: Day): { readonly from: Day; readonly to: Day } {
  const month = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1
  const begin = day(`${today.slice(0, 4)}-${String(month).padStart(2, '0')}-01`)
  return { from: after(begin, { years: -1 }), to: after(begin, { days: -1 }) }
}
