import { type Day, parseDay } from '../../foundation/day.ts'
import { type Read, unreadable, value } from './fault.ts'
import { plain } from './plain-words.ts'

const MONTHS: Readonly<Record<string, number>> = {
  ...{
    jan: 1,
    januari: 1,
    feb: 2,
    febr: 2,
    februari: 2,
    mrt: 3,
    maa: 3,
    maart: 3,
    apr: 4,
    april: 4,
    mei: 5,
    jun: 6,
    juni: 6,
  },
  ...{
    jul: 7,
    juli: 7,
    aug: 8,
    augustus: 8,
    sep: 9,
    sept: 9,
    september: 9,
    okt: 10,
    oktober: 10,
    nov: 11,
    november: 11,
  },
  ...{ dec: 12, december: 12 },
}

/** Two digits up to this are 20xx, above it 19xx. */
const LAST_YEAR_OF_2000 = 49

const WEEKDAY = /^(?:ma|di|wo|do|vr|za|zo)(?:\.|andag|nsdag|ensdag|nderdag|ijdag|terdag|ndag)?,?\s+/i
const TIME = /[t ]\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?:z| uur)?$/i
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
const IN_DIGITS = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/
const IN_WORDS = /^(\d{1,2})[\s.-]+(\p{L}+)[\s.-]+'?(\d{4}|\d{2})$/u

/**
 * A day as people write it in a file: 1-3-2021, 01/03/21, 1.3.2021, 2021-03-01, 3 maart 2021; a time behind it is left aside.
 * A day that does not exist, or is later than `today`, is a fault.
 */
export function readDay(text: string, today: Day): Read<Day> {
  const parts = dayParts(text)
  if (parts === undefined) return unreadable('day')
  const [year, month, date] = parts
  const read = parseDay(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
  if (read === undefined) return unreadable('day-that-exists')
  return read > today ? unreadable('day-not-later', { today }) : value(read)
}

/** Whether the text is written as a day, existing or not. */
export const isWrittenAsDay = (text: string): boolean => dayParts(text) !== undefined

function dayParts(text: string): [year: string, month: number, date: number] | undefined {
  const bare = text.trim().replace(WEEKDAY, '').replace(TIME, '')
  const iso = ISO.exec(bare)
  if (iso !== null) return [iso[1] ?? '', Number(iso[2]), Number(iso[3])]
  const digits = IN_DIGITS.exec(bare)
  if (digits !== null) return [fullYear(digits[4] ?? ''), Number(digits[3]), Number(digits[1])]
  const words = IN_WORDS.exec(bare)
  const month = words === null ? undefined : MONTHS[plain(words[2] ?? '')]
  return words === null || month === undefined ? undefined : [fullYear(words[3] ?? ''), month, Number(words[1])]
}

function fullYear(digits: string): string {
  if (digits.length === 4) return digits
  return Number(digits) <= LAST_YEAR_OF_2000 ? `20${digits}` : `19${digits}`
}

/** The day for rows that name none: `today` when nothing is given; undefined when it is no day, or later than today. */
export function readHoldsOn(text: string | undefined, today: Day): Day | undefined {
  const on = text === undefined || text === '' ? today : parseDay(text)
  return on === undefined || on > today ? undefined : on
}
