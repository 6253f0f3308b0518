import { createHash } from 'node:crypto'
import type { Day } from '../../foundation/day.ts'
import { after } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import type { Step } from './definition.ts'

/** RFC 5545 §3.1: a line is at most this many octets, without its end. */
const LONGEST_LINE = 75

export type Reminder = { readonly code: string; readonly number: number; readonly on: Day }

/** The steps that somebody can be reminded of, each under the number that it has in the plan. */
export const remindersOf = (steps: readonly Step[], today: Day): Reminder[] =>
  steps.flatMap(({ code, remindAfterDays }, at) =>
    remindAfterDays === undefined ? [] : [{ code, number: at + 1, on: after(today, { days: remindAfterDays }) }],
  )

type Made = {
  readonly reminders: readonly Reminder[]
  /** What stands before the number, such as `Stap`; a calendar is read by others, so it says nothing else. */
  readonly word: string
  /** Whose plan it is: the same plan taken along again moves its reminders, and makes no second ones. */
  readonly planId: Id
  readonly madeAt: Date
}

/** A calendar of whole days (RFC 5545), in which each step is a number and nothing tells what it is about. */
export function calendarOf({ reminders, word, planId, madeAt }: Made): string {
  const stamp = `${madeAt.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Voorveld//1//NL',
    'CALSCALE:GREGORIAN',
    ...reminders.flatMap(({ code, number, on }) => [
      'BEGIN:VEVENT',
      `UID:${createHash('sha256').update(`${planId} ${code}`).digest('hex').slice(0, 32)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${on.replaceAll('-', '')}`,
      `SUMMARY:${escaped(`${word} ${number}`)}`,
      'CLASS:PRIVATE',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

/** RFC 5545 §3.3.11: what would end a text or its line stands behind a backslash. */
export const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n|\r|\n/g, '\\n')

/** RFC 5545 §3.1: a long line goes on after a line end and a space, never in the middle of a sign. */
export function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const sign of line) {
    const room = parts.length === 0 ? LONGEST_LINE : LONGEST_LINE - 1
    if (Buffer.byteLength(part + sign) > room) {
      parts.push(part)
      part = ''
    }
    part += sign
  }
  return [...parts, part].join('\r\n ')
}
