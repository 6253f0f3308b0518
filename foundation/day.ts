import { Temporal } from 'temporal-polyfill'

/** A calendar day in the Netherlands, written as ISO 8601: `2021-03-01`. Sorts as text. */
export type Day = string & { readonly day: unique symbol }

const isoDay = /^\d{4}-\d{2}-\d{2}$/

/** Days and terms are Dutch days: a deadline at midnight is midnight in Amsterdam, in winter and in summer. */
export const TIME_ZONE = 'Europe/Amsterdam'

/** The day that `text` names, or undefined when it is not an existing ISO day (1 January 1900 to 31 December 2999). */
export function parseDay(text: string): Day | undefined {
  // Every row of a list holds days, so this is asked thousands of times, mostly of days that were seen before.
  if (seen.has(text)) return text as Day // looked at before
  if (!isoDay.test(text) || text < '1900-01-01' || text > '2999-12-31') return undefined
  // 30 February comes back as another day, or as none.
  const moment = new Date(`${text}T00:00:00Z`)
  if (Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== text) return undefined
  if (seen.size >= MOST_SEEN) seen.clear()
  seen.add(text)
  return text as Day // a day of the calendar, written as ISO
}

const seen = new Set<string>()
const MOST_SEEN = 10_000

/** The day that `text` names; throws on anything else, so only for text that was checked before or is written in code. */
export function day(text: string): Day {
  const parsed = parseDay(text)
  if (parsed === undefined) throw new RangeError(`not an ISO day: ${text}`)
  return parsed
}

/** The Dutch calendar day at this moment. */
export function dayAt(moment: Date): Day {
  const at = moment.getTime()
  // Since clocks keep whole hours no day begins within a quarter, and a page asks this of one moment many times.
  const quarter = at < 0 ? undefined : Math.floor(at / QUARTER_MS)
  if (quarter !== undefined && quarter === lastQuarter?.quarter) return lastQuarter.day
  const on = calendarDay(moment)
  if (quarter !== undefined) lastQuarter = { quarter, day: on }
  return on
}

const QUARTER_MS = 15 * 60 * 1_000
let lastQuarter: { readonly quarter: number; readonly day: Day } | undefined

function calendarDay(moment: Date): Day {
  return asDay(Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(TIME_ZONE).toPlainDate())
}

/** What a clock on the wall says at this moment in the Netherlands: `09:30`. */
export function timeAt(moment: Date): string {
  const wall = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(TIME_ZONE)
  return wall.toPlainTime().toString({ smallestUnit: 'minute' })
}

/** The first moment after this Dutch day: a fact recorded on the day was recorded before it. */
export function endOf(on: Day): Date {
  const next = Temporal.PlainDate.from(on).add({ days: 1 }).toZonedDateTime(TIME_ZONE)
  return new Date(next.epochMilliseconds)
}

export type Span = {
  readonly days?: number
  readonly weeks?: number
  readonly months?: number
  readonly years?: number
}

/**
 * The day a span later: first its years and months, then its weeks and days. 31 January plus a month is 28 or 29 February
 * (F-19). Written out, because lists and histories add thousands of spans.
 */
export function after(from: Day, { years = 0, months = 0, weeks = 0, days = 0 }: Span): Day {
  const start = new Date(`${from}T00:00:00Z`)
  const month = start.getUTCFullYear() * 12 + start.getUTCMonth() + 12 * years + months
  const [year, inYear] = [Math.floor(month / 12), month - 12 * Math.floor(month / 12)]
  const lastOfMonth = new Date(Date.UTC(year, inYear + 1, 0)).getUTCDate()
  const inMonth = Math.min(start.getUTCDate(), lastOfMonth)
  return new Date(Date.UTC(year, inYear, inMonth + 7 * weeks + days)).toISOString().slice(0, 10) as Day // a day of the calendar, written as ISO
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days
}

const asDay = (date: Temporal.PlainDate): Day => date.toString() as Day
