import { isWrittenAsDay } from './days.ts'
import { type Read, unreadable, value } from './fault.ts'

/** The age of a child on the day it was told, or the weeks of a pregnancy; never a birth date. */
export type Age = { readonly years: number } | { readonly weeksPregnant: number }

const OLDEST = 23
const LONGEST_PREGNANCY = 42
/** Ages in months beyond this are a slip: people count in years by then. */
const MOST_MONTHS = 47
const MOST_CHILDREN = 20

const SEPARATOR = /\s*[,;/&+\n]\s*|\s+en\s+|\s+and\s+/i
const YEARS = /^(\d{1,3})(?:\s*(?:j|jr|jaar|jaren|yr|years?)\.?(?:\s+oud)?)?$/i
const MONTHS = /^(\d{1,3})\s*(?:m|mn|mnd|mndn|maand|maanden|months?)\.?(?:\s+oud)?$/i
const WEEKS_OLD = /^(\d{1,2})\s*(?:w|wk|wkn|week|weken|weeks?)\.?\s+oud$/i
const PREGNANT = /zw\b|zwanger|ongeboren|pregnan|unborn/i
const WEEKS = /(\d{1,3})\s*(?:w|wk|wkn|week|weken|weeks?)\b/i
const WEEKS_ALONE = /^\d{1,3}\s*(?:w|wk|wkn|week|weken|weeks?)\.?$/i
const BIRTH_YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/
/** "3 jaar en 8 maanden" is one child or two; nobody can tell. */
const YEARS_AND_MONTHS = /(?:j|jr|jaar|years?)\.?\s+(?:en|and)\s+\d{1,2}\s*(?:m|mnd|maand|month)/i

/**
 * The ages of the children of one family as people write them: "2,7,9", "4 en 12", "3 jaar", "8 mnd", "28 weken zwanger".
 * A birth date is a fault, and so is anything that can be read in two ways.
 */
export function readAges(text: string): Read<readonly Age[]> {
  if (saysBirth(text)) return unreadable('ages-no-birth-date')
  if (YEARS_AND_MONTHS.test(text)) return unreadable('ages-one-by-one')
  const words = (/^[\d\s]+$/.test(text) ? text.trim().split(/\s+/) : text.split(SEPARATOR)).filter(
    (word) => word.trim() !== '',
  )
  if (words.length === 0) return unreadable('ages')
  if (words.length > MOST_CHILDREN) return unreadable('fewer-children', { most: MOST_CHILDREN })
  const ages: Age[] = []
  for (const word of words) {
    const age = readAge(word.trim())
    if ('fault' in age) return age
    ages.push(age.value)
  }
  return value(ages.sort(byAge))
}

/** Whether the text tells when somebody was born: a year, or a day in any of the ways people write one. */
export const saysBirth = (text: string): boolean =>
  BIRTH_YEAR.test(text) || isWrittenAsDay(text) || text.split(SEPARATOR).some((word) => isWrittenAsDay(word.trim()))

function readAge(word: string): Read<Age> {
  if (PREGNANT.test(word)) return readPregnancy(word)
  if (WEEKS_OLD.test(word)) return value({ years: 0 })
  if (WEEKS_ALONE.test(word)) return unreadable('pregnancy-weeks', { most: LONGEST_PREGNANCY })
  const months = MONTHS.exec(word)
  if (months !== null) return inMonths(Number(months[1]))
  const years = YEARS.exec(word)
  if (years === null) return unreadable('age-in-years')
  return Number(years[1]) <= OLDEST
    ? value({ years: Number(years[1]) })
    : unreadable('age-plausible', { oldest: OLDEST })
}

const inMonths = (months: number): Read<Age> =>
  months <= MOST_MONTHS ? value({ years: Math.floor(months / 12) }) : unreadable('age-in-years')

function readPregnancy(word: string): Read<Age> {
  const weeks = Number(WEEKS.exec(word)?.[1] ?? 0)
  return weeks >= 1 && weeks <= LONGEST_PREGNANCY
    ? value({ weeksPregnant: weeks })
    : unreadable('pregnancy-weeks', { most: LONGEST_PREGNANCY })
}

/** Unborn first, then young to old, so that "9,2" and "2,9" are the same family. */
const byAge = (one: Age, other: Age): number => sortKey(one) - sortKey(other)
const sortKey = (age: Age): number => ('years' in age ? age.years + 1 : age.weeksPregnant / (LONGEST_PREGNANCY + 1))
