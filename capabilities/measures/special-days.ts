import { after, type Day, day } from '../../foundation/day.ts'

/** Months in which a quarter begins. */
const BEGINS: readonly string[] = ['01', '04', '07', '10']

/** Whether a quarter begins on this day. */
const isFirst = (on: Day): boolean => on.endsWith('-01') && BEGINS.includes(on.slice(5, 7))

/** Whether a quarter ends on this day. */
export const isQuarterEnd = (on: Day): boolean => isFirst(after(on, { days: 1 }))

/** The last day of the last quarter that was over on this day. */
export function lastQuarterEnd(on: Day): Day {
  if (isQuarterEnd(on)) return on
  const months = (Number(on.slice(5, 7)) - 1) % 3
  return after(after(day(`${on.slice(0, 7)}-01`), { months: -months }), { days: -1 })
}

/** The first day of the quarter in which this day lies. */
export const quarterBegin = (on: Day): Day => after(lastQuarterEnd(after(on, { days: -1 })), { days: 1 })

/**
 * special groups (AVG article 9) are told by whole quarters. Two days beside each other would say of the one family
 * that came between them, whose village the other breakdowns tell, what nobody may know of it.
 */
export const isByQuarter = ({ asOf, from }: { readonly asOf: Day; readonly from?: Day | undefined }): boolean =>
  isQuarterEnd(asOf) && (from === undefined || isFirst(from))
