import { parseDay } from '../../foundation/day.ts'
import type { Hours, Span } from './hours.ts'

/** What somebody types about opening hours: a line for each day of the week, and one for each single day. */
export type TypedHours = {
  /** From Monday to Sunday, such as `9.30-12.00, 13.00-16.00`; empty is closed. */
  readonly week: readonly string[]
  /** Lines such as `2026-12-24 9.30-12.00`, or with `dicht` or `closed` for a day on which the door stays shut. */
  readonly single: string
}

/** The field that cannot be read: a day of the week (`d1` to `d7`) or the single days. */
export type HoursFault = { readonly field: string }

/** The hours that these lines say, or the first line that is not understood. */
export function hoursTyped(typed: TypedHours, isClosedOnHolidays: boolean): Hours | HoursFault {
  const regular: Hours['regular'] = []
  for (const [nth, line] of typed.week.entries()) {
    const spans = spansTyped(line)
    if (spans === undefined) return { field: `d${nth + 1}` }
    regular.push(...spans.map((one) => ({ weekday: nth + 1, ...one })))
  }
  const exceptions: Hours['exceptions'] = []
  for (const line of typed.single.split(/\r?\n/).filter((one) => one.trim() !== '')) {
    const [, day = '', rest = ''] = line.trim().match(/^(\S+)\s+(.+)$/) ?? []
    const on = parseDay(day)
    const spans = /^(dicht|closed)$/i.test(rest.trim()) ? [] : spansTyped(rest)
    const [span, ...more] = spans ?? []
    if (on === undefined || spans === undefined || more.length > 0) return { field: 'single' }
    exceptions.push(span === undefined ? { on } : { on, ...span })
  }
  return { regular, exceptions, isClosedOnHolidays }
}

function spansTyped(line: string): Span[] | undefined {
  if (line.trim() === '') return []
  const spans = line.split(/,|;|\ben\b|\band\b/).map((part) => {
    const [, opens, closes] =
      part.trim().match(/^(\d{1,2}[.:]\d{2})\s*(?:uur)?\s*(?:-|–|tot|to)\s*(\d{1,2}[.:]\d{2})\s*(?:uur)?$/i) ?? []
    return opens === undefined || closes === undefined ? undefined : { opens: clock(opens), closes: clock(closes) }
  })
  return spans.some((one) => one === undefined) ? undefined : spans.flatMap((one) => one ?? [])
}

const clock = (text: string): string => text.replace('.', ':').padStart(5, '0')
const typed = ({ opens, closes }: Span): string => `${bare(opens)}-${bare(closes)}`
const bare = (time: string): string => `${Number(time.slice(0, 2))}.${time.slice(3)}`

/** The same hours as somebody would type them. */
export const typedHours = ({ regular, exceptions }: Hours, closed: string): TypedHours => ({
  week: [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
    regular
      .filter((one) => one.weekday === weekday)
      .map(typed)
      .join(', '),
  ),
  single: exceptions.map((one) => `${one.on} ${'opens' in one ? typed(one) : closed}`).join('\n'),
})
