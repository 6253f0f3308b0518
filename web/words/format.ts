import { type Day, TIME_ZONE } from '../../foundation/day.ts'
import type { Lang } from './words.ts'

/** Space that never breaks: a number stays beside its unit. */
const NBSP = '\u00a0'

const locale = { nl: 'nl-NL', en: 'en-GB' } as const satisfies Record<Lang, string>

/** `1.234` or `1.234,5` in Dutch, `1,234` or `1,234.5` in English; `decimals` are always shown. */
export function formatNumber(lang: Lang, n: number, decimals = 0): string {
  return numbers(lang, decimals).format(n === 0 ? 0 : n)
}

/** A share between 0 and 1 as whole per cents: `98 %` in Dutch, `98%` in English. */
export function formatPercent(lang: Lang, share: number): string {
  return formatNumber(lang, share * 100) + (lang === 'nl' ? `${NBSP}%` : '%')
}

/** Whole cents as `EUR 1.234,50`. */
export function formatMoney(lang: Lang, cents: number): string {
  return `EUR${NBSP}${formatNumber(lang, cents / 100, 2)}`
}

/** How a day is written: `dinsdag 3 maart`, with its year `dinsdag 3 maart 2026`, plain `3 maart 2026`, or short `di 3 mrt`. */
export type DayForm = 'long' | 'year' | 'plain' | 'short'

const written = new Map<string, string>()
const MOST_WRITTEN = 5_000

export function formatDay(lang: Lang, day: Day, form: DayForm = 'long'): string {
  const asked = `${lang} ${form} ${day}`
  const known = written.get(asked)
  if (known !== undefined) return known
  const text = days(lang, form)
    .format(new Date(`${day}T12:00:00Z`))
    .replaceAll('.', '')
    .replaceAll(',', '')
  // A list shows the same days as the one before it, and writing one costs more than the line it stands on.
  if (written.size >= MOST_WRITTEN) written.clear()
  written.set(asked, text)
  return text
}

/** The month of a day: `maart 2026`, or short `mrt`. */
export function formatMonth(lang: Lang, day: Day, form: 'long' | 'short' = 'long'): string {
  return months(lang, form)
    .format(new Date(`${day}T12:00:00Z`))
    .replaceAll('.', '')
}

/** The Dutch clock: `9.30 uur`, in English `9.30`. */
export function formatTime(lang: Lang, moment: Date): string {
  const { hour, minute } = Object.fromEntries(clock.formatToParts(moment).map((part) => [part.type, part.value]))
  return `${Number(hour)}.${minute}${lang === 'nl' ? `${NBSP}uur` : ''}`
}

/** Day and clock of a moment: `dinsdag 3 maart 2026, 9.30 uur`. */
export function formatMoment(lang: Lang, moment: Date): string {
  return `${moments(lang).format(moment).replaceAll(',', '')}, ${formatTime(lang, moment)}`
}

/** `a, b en c`. */
export function formatList(lang: Lang, items: readonly string[]): string {
  return lists(lang).format(items)
}

/** `1 gezin` or `1.234 gezinnen`. */
export function formatCount(lang: Lang, n: number, unit: { one: string; many: string }): string {
  return `${formatNumber(lang, n)}${NBSP}${n === 1 ? unit.one : unit.many}`
}

// Intl objects are slow to make and safe to keep.
function kept<K extends string | number, F>(make: (lang: Lang, form: K) => F): (lang: Lang, form: K) => F {
  const made = new Map<string, F>()
  return (lang, form) => {
    const key = `${lang} ${form}`
    const known = made.get(key) ?? make(lang, form)
    made.set(key, known)
    return known
  }
}

const numbers = kept(
  (lang, decimals: number) =>
    new Intl.NumberFormat(locale[lang], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      useGrouping: 'always',
    }),
)

const dayParts = {
  long: { weekday: 'long', day: 'numeric', month: 'long' },
  year: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  plain: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { weekday: 'short', day: 'numeric', month: 'short' },
} as const satisfies Record<DayForm, Intl.DateTimeFormatOptions>

const days = kept(
  (lang, form: DayForm) => new Intl.DateTimeFormat(locale[lang], { ...dayParts[form], timeZone: 'UTC' }),
)

const monthParts = {
  long: { month: 'long', year: 'numeric' },
  short: { month: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const months = kept(
  (lang, form: keyof typeof monthParts) =>
    new Intl.DateTimeFormat(locale[lang], { ...monthParts[form], timeZone: 'UTC' }),
)

const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: TIME_ZONE,
})

const momentsOf = kept(
  (lang, _form: 'year') => new Intl.DateTimeFormat(locale[lang], { ...dayParts.year, timeZone: TIME_ZONE }),
)
const moments = (lang: Lang) => momentsOf(lang, 'year')

const listsOf = kept((lang, _form: 'and') => new Intl.ListFormat(locale[lang], { type: 'conjunction' }))
const lists = (lang: Lang) => listsOf(lang, 'and')
