import type { OpenToday, WeekdaysTogether } from '../../capabilities/directory/hours.ts'
import { after, type Day } from '../../foundation/day.ts'
import { formatDay, formatList } from './format.ts'
import { defineWords, type Lang } from './words.ts'

/** A clock as the wall says it (`09:30`), in words: `9.30 uur`. */
export const clock = (lang: Lang, time: string): string => `${bare(time)}${lang === 'nl' ? '\u00a0uur' : ''}`
const bare = (time: string): string => `${Number(time.slice(0, 2))}.${time.slice(3)}`
/** `9.30 tot 12.00 uur` */
export const span = (lang: Lang, { opens, closes }: { opens: string; closes: string }): string =>
  lang === 'nl' ? `${bare(opens)} tot ${clock(lang, closes)}` : `${bare(opens)} to ${bare(closes)}`

/** A language by its code, in words: `Arabisch`. */
export function languageName(lang: Lang, code: string): string {
  try {
    return new Intl.DisplayNames([lang], { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}

/** When a door is open, in words. */
export const hourWords = defineWords({
  nl: {
    openUntil: (time: string) => `Vandaag open tot ${clock('nl', time)}`,
    openLater: (hours: string) => `Vandaag open van ${hours}`,
    closedToday: 'Vandaag dicht',
    overToday: 'Voor vandaag dicht',
    tomorrow: (hours: string) => `morgen weer van ${hours}`,
    nextOn: (day: Day, hours: string) => `weer op ${formatDay('nl', day, 'long')} van ${hours}`,
    weekdays: {
      ...{ d1: 'maandag', d2: 'dinsdag', d3: 'woensdag', d4: 'donderdag', d5: 'vrijdag', d6: 'zaterdag', d7: 'zondag' },
    },
  },
  en: {
    openUntil: (time: string) => `Open today until ${clock('en', time)}`,
    openLater: (hours: string) => `Open today from ${hours}`,
    closedToday: 'Closed today',
    overToday: 'Closed for today',
    tomorrow: (hours: string) => `again tomorrow from ${hours}`,
    nextOn: (day: Day, hours: string) => `again on ${formatDay('en', day, 'long')} from ${hours}`,
    weekdays: {
      ...{ d1: 'Monday', d2: 'Tuesday', d3: 'Wednesday', d4: 'Thursday', d5: 'Friday', d6: 'Saturday', d7: 'Sunday' },
    },
  },
})

/** Whether a door is open today, in one or two short sentences: `Vandaag dicht, morgen weer van 9.30 tot 12.00 uur`. */
export function openInWords(lang: Lang, open: OpenToday, today: Day): string {
  const words = hourWords[lang]
  switch (open.state) {
    case 'open':
      return words.openUntil(open.until)
    case 'later':
      return words.openLater(span(lang, open))
    case 'closed':
    case 'over': {
      const now = open.state === 'closed' ? words.closedToday : words.overToday
      if (open.next === undefined) return now
      const hours = span(lang, open.next)
      return `${now}, ${open.next.on === after(today, { days: 1 }) ? words.tomorrow(hours) : words.nextOn(open.next.on, hours)}`
    }
  }
}

/** The name of a day of the week, 1 for Monday. */
export const weekdayName = (lang: Lang, weekday: number): string =>
  Object.values(hourWords[lang].weekdays)[weekday - 1] ?? ''

/** `maandag tot en met vrijdag 9.00 tot 17.00 uur` */
export function weekInWords(lang: Lang, { from, to, spans }: WeekdaysTogether): string {
  const until = lang === 'nl' ? 'tot en met' : 'to'
  const days = from === to ? weekdayName(lang, from) : `${weekdayName(lang, from)} ${until} ${weekdayName(lang, to)}`
  return `${days} ${formatList(
    lang,
    spans.map((one) => span(lang, one)),
  )}`
}
