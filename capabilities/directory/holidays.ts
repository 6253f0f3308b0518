import { after, type Day, day } from '../../foundation/day.ts'

/** Once in five years most places close for Liberation Day. */
const LIBERATION_EVERY_YEARS = 5

/**
 * Whether this is a public holiday on which places usually close: New Year's Day, Easter, King's Day, Liberation Day once in
 * five years, Ascension Day, Whitsun and Christmas. What one place does otherwise is an exception of its own.
 */
export const isHoliday = (on: Day): boolean => holidaysIn(Number(on.slice(0, 4))).has(on)

const known = new Map<number, ReadonlySet<Day>>()

export function holidaysIn(year: number): ReadonlySet<Day> {
  const kept = known.get(year)
  if (kept !== undefined) return kept
  const at = (monthAndDay: string) => day(`${year}-${monthAndDay}`)
  const easter = easterIn(year)
  const made: ReadonlySet<Day> = new Set([
    at('01-01'),
    easter,
    after(easter, { days: 1 }),
    kingsDay(at('04-27')),
    ...(year % LIBERATION_EVERY_YEARS === 0 ? [at('05-05')] : []),
    after(easter, { days: 39 }),
    after(easter, { days: 49 }),
    after(easter, { days: 50 }),
    at('12-25'),
    at('12-26'),
  ])
  known.set(year, made)
  return made
}

/** On a Sunday it is kept the day before. */
const kingsDay = (on: Day): Day => (new Date(`${on}T00:00:00Z`).getUTCDay() === 0 ? after(on, { days: -1 }) : on)

/** The first Sunday after the first full moon of spring, by the Gregorian computus of Meeus, Jones and Butcher. */
export function easterIn(year: number): Day {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const leap = Math.floor((century + 8) / 25)
  const correction = Math.floor((century - leap + 1) / 3)
  const moon = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * moon + 22 * toSunday) / 451)
  const sum = moon + toSunday - 7 * late + 114
  const pad = (n: number) => String(n).padStart(2, '0')
  return day(`${year}-${pad(Math.floor(sum / 31))}-${pad((sum % 31) + 1)}`)
}
