import type { Refused } from '../../foundation/result.ts'
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
  return (sentence ?? unworded)[lang](refused.with ?? {})
}
