import { parseDay } from '../../foundation/day.ts'
import type { Refused } from '../../foundation/result.ts'
import { formatCount, formatDay, formatNumber } from './format.ts'
import type { Lang } from './words.ts'

/** What a refusal carries to fill in its sentence: codes, numbers and days, never a name of a person. */
export type Given = Readonly<Record<string, string | number>>

/** One refusal in words: what happened, what to do, and whether anything was lost. */
export type RefusalSentence = Readonly<Record<Lang, (given: Given) => string>>

/** Sentences by reason code. */
export type RefusalWords = Readonly<Record<string, RefusalSentence>>

/** The sentences of one room, each reason once. */
export const defineRefusals = <const Reason extends string>(
  words: Readonly<Record<Reason, RefusalSentence>>,
): Readonly<Record<Reason, RefusalSentence>> => words

/** For a reason nobody has worded yet: true for every refusal, and a house-rule test finds the gap. */
const unworded: RefusalSentence = {
  nl: () => 'Dit kan nu niet. Er is niets veranderd en niets verloren.',
  en: () => 'This cannot be done now. Nothing changed and nothing is lost.',
}

/** The sentence for a refusal out of all sentences of the rooms. */
export function sentenceFor(all: RefusalWords, lang: Lang, refused: Refused): string {
  const sentence = Object.hasOwn(all, refused.reason) ? all[refused.reason] : undefined
  return (sentence ?? unworded)[lang](asWritten(lang, refused.with ?? {}))
}

/** Days and large numbers as people write them; a small number stays one, as a sentence may ask whether it is 1. */
function asWritten(lang: Lang, given: Given): Given {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, written(lang, value)]))
}

function written(lang: Lang, value: string | number): string | number {
  if (typeof value === 'number') return value < 1000 ? value : formatNumber(lang, value)
  const day = parseDay(value)
  return day === undefined ? value : formatDay(lang, day, 'plain')
}

const MINUTES = { nl: { one: 'minuut', many: 'minuten' }, en: { one: 'minute', many: 'minutes' } }

/** `1 minuut` or `15 minuten`. */
export const minutesInWords = (lang: Lang, minutes: string | number | undefined): string =>
  formatCount(lang, Number(minutes), MINUTES[lang])
