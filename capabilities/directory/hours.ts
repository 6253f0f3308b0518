import { z } from 'zod'
import { after, type Day } from '../../foundation/day.ts'
import { isoDay } from '../programmes/definition-basics.ts'
import { isHoliday } from './holidays.ts'

/** Hours and minutes as `09:30`; sorts as text. */
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const span = { opens: clockTime, closes: clockTime }
const isForward = ({ opens, closes }: { opens: string; closes: string }) => opens < closes

const MOST_SPANS = 21
const MOST_EXCEPTIONS = 60

/** When a place is open: by the days of the week, with single days on which it is otherwise. */
export const hoursFormat = z.strictObject({
  /** 1 is Monday, 7 is Sunday. */
  regular: z
    .array(z.strictObject({ weekday: z.int().min(1).max(7), ...span }).refine(isForward))
    .max(MOST_SPANS)
    .refine(doNotTouch),
  /** Single days: with hours of their own, or closed. */
  exceptions: z
    .array(z.union([z.strictObject({ on: isoDay }), z.strictObject({ on: isoDay, ...span }).refine(isForward)]))
    .max(MOST_EXCEPTIONS)
    .refine((given) => new Set(given.map(({ on }) => on)).size === given.length),
  isClosedOnHolidays: z.boolean(),
})

export type Hours = z.infer<typeof hoursFormat>
export type Span = { readonly opens: string; readonly closes: string }

export const NO_HOURS: Hours = { regular: [], exceptions: [], isClosedOnHolidays: true }

/** Two spans of one day stand apart: who reads "until four" must not find the door open at half past. */
function doNotTouch(given: readonly (Span & { weekday: number })[]): boolean {
  const sorted = inOrder(given)
  return sorted.every((one, at) => {
    const next = sorted[at + 1]
    return next === undefined || next.weekday !== one.weekday || one.closes < next.opens
  })
}

export const inOrder = <T extends Span & { weekday: number }>(spans: readonly T[]): T[] =>
  spans.toSorted((a, b) => a.weekday - b.weekday || (a.opens < b.opens ? -1 : 1))

/** A moment as the wall says it, in the Netherlands. */
export type Wall = { readonly on: Day; readonly time: string }

export type OpenToday =
  /** The door is open, until this time. */
  | { readonly state: 'open'; readonly until: string }
  /** It opens later today. */
  | ({ readonly state: 'later' } & Span)
  /** Closed, or over for today; with the next time, when there is one within reach. */
  | { readonly state: 'closed' | 'over'; readonly next: ({ readonly on: Day } & Span) | undefined }

/** Further ahead nobody plans a visit, and a list of exceptions holds a year at most. */
const DAYS_AHEAD = 60

/** From when until when something runs; no bound is for ever. */
export type Running = { readonly startsOn: Day | null; readonly endsOn: Day | null }
const FOR_EVER: Running = { startsOn: null, endsOn: null }

/**
 * Whether a place is open at this moment, opens later today, or when it opens next. A single day stands before the days of
 * the week, also on a public holiday. Undefined for what has no hours.
 */
export function openToday(hours: Hours, now: Wall, running: Running = FOR_EVER): OpenToday | undefined {
  if (hours.regular.length === 0 && !hours.exceptions.some(isOpening)) return undefined
  const today = spansOn(hours, now.on, running)
  const current = today.find(({ opens, closes }) => opens <= now.time && now.time < closes)
  if (current !== undefined) return { state: 'open', until: current.closes }
  const later = today.find(({ opens }) => now.time < opens)
  if (later !== undefined) return { state: 'later', ...later }
  return { state: today.length > 0 ? 'over' : 'closed', next: nextAfter(hours, now.on, running) }
}

/** The spans of one day, in order. */
export function spansOn(hours: Hours, on: Day, { startsOn, endsOn }: Running = FOR_EVER): Span[] {
  if ((startsOn !== null && on < startsOn) || (endsOn !== null && on > endsOn)) return []
  const exception = hours.exceptions.find((one) => one.on === on)
  if (exception !== undefined) return isOpening(exception) ? [{ opens: exception.opens, closes: exception.closes }] : []
  if (hours.isClosedOnHolidays && isHoliday(on)) return []
  return inOrder(hours.regular)
    .filter(({ weekday }) => weekday === weekdayOf(on))
    .map(({ opens, closes }) => ({ opens, closes }))
}

const isOpening = (one: Hours['exceptions'][number]): one is { on: Day } & Span => 'opens' in one

function nextAfter(hours: Hours, today: Day, running: Running): ({ on: Day } & Span) | undefined {
  for (let ahead = 1; ahead <= DAYS_AHEAD; ahead++) {
    const on = after(today, { days: ahead })
    const [first] = spansOn(hours, on, running)
    if (first !== undefined) return { on, ...first }
  }
  return undefined
}

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (on: Day): number => new Date(`${on}T00:00:00Z`).getUTCDay() || 7

export type WeekdaysTogether = { readonly from: number; readonly to: number; readonly spans: readonly Span[] }

/** Days of the week one after the other with the same hours, told at once: Monday to Friday from nine to five. */
export function togetherByHours({ regular }: Hours): WeekdaysTogether[] {
  const told: { from: number; to: number; spans: Span[] }[] = []
  for (let weekday = 1; weekday <= 7; weekday++) {
    const spans = inOrder(regular)
      .filter((one) => one.weekday === weekday)
      .map(({ opens, closes }) => ({ opens, closes }))
    const last = told.at(-1)
    if (spans.length === 0) continue
    if (last?.to === weekday - 1 && JSON.stringify(last.spans) === JSON.stringify(spans)) last.to = weekday
    else told.push({ from: weekday, to: weekday, spans })
  }
  return told
}
