import { oneLine } from '../../../foundation/one-line.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { LANGUAGES, type Language } from '../front-matter.ts'
import type { Synonym } from './asked.ts'

export type ToldSynonym = { readonly language: string; readonly word: string; readonly means: string }

/** Characters of a word for search, and how many a place may keep; more would slow every question down. */
const LONGEST_SYNONYM = 60
export const MOST_SYNONYMS = 300
const SHORTEST_SYNONYM = 2

/**
 * What people call it and what the pages call it, tidied: on one line, in small letters. Refuses at its field what is empty,
 * too long or holds no letter or figure, a language that search does not know, and a word for itself.
 */
export function synonymFrom(told: ToldSynonym): Answer<Synonym & { readonly language: Language }> {
  const language = LANGUAGES.find((one) => one === told.language)
  if (language === undefined) return refuse('synonym-language', { field: 'language' })
  const [word, means] = [tidy(told.word), tidy(told.means)]
  for (const [field, text] of [
    ['word', word],
    ['means', means],
  ] as const) {
    if (text.length < SHORTEST_SYNONYM || !/[\p{L}\p{N}]/u.test(text)) return refuse('synonym-empty', { field })
    if (text.length > LONGEST_SYNONYM) return refuse('synonym-long', { field, most: LONGEST_SYNONYM })
  }
  return word === means ? refuse('synonym-same', { field: 'means' }) : allow({ language, word, means })
}

const tidy = (text: string): string => oneLine(text).toLowerCase()
