import { plain } from './plain-words.ts'

/** Names of columns that say they hold a citizen service number, in any spelling after `plain`. */
const NAMES = /bsn|burger ?service ?n|sofi ?n/

/**
 * Nine digits in a row, grouped as 123.456.789 or 1234.56.789, or as a spreadsheet shows a large number (1,23456789E+08); a
 * longer number is something else. With hyphens 1234-56-789 is more often a year, a month and a count.
 */
const NINE_DIGITS =
  /(?<!\d)(?:\d{9}|\d{3}[ .,/-]\d{3}[ .,/-]\d{3}|\d{4}[ .]\d{2}[ .]\d{3}|\d[.,]\d{8}(?=E\+?0?8))(?!\d)/gi

const EIGHT_DIGITS = /^\d{8}$/

export const namesBsn = (column: string): boolean => NAMES.test(plain(column))

/** Whether the text holds a number that can be a BSN: nine digits that pass the eleven-test. */
export function holdsBsn(text: string): boolean {
  if (text.length < 9) return false
  for (const [found] of text.normalize('NFKC').matchAll(NINE_DIGITS)) {
    if (passesElevenTest(found.replace(/\D/g, ''))) return true
  }
  return false
}

/**
 * Whether a whole column holds numbers that lost their leading zero in a spreadsheet: two or more of eight digits,
 * all of them passing. One alone says nothing: one in eleven dossier numbers passes by chance.
 */
export function holdsShortenedBsn(column: readonly string[]): boolean {
  const short = column.map((cell) => cell.normalize('NFKC')).filter((cell) => EIGHT_DIGITS.test(cell))
  return new Set(short).size >= 2 && short.every((cell) => passesElevenTest(`0${cell}`))
}

/** The check on a BSN: digits weighted 9 to 2 and minus 1 add up to a multiple of eleven. */
function passesElevenTest(digits: string): boolean {
  if (/^0+$/.test(digits)) return false
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at === 8 ? -1 : 9 - at), 0)
  return sum % 11 === 0
}
