import { oneLine } from '../../foundation/one-line.ts'
import { type Answer, allow, refuse } from '../../foundation/result.ts'
import type { Term } from './chosen.ts'
import { namesOf } from './sought.ts'
import {
  ARTICLES,
  LONGEST,
  MOST_SYNONYMS,
  NAME_LANGUAGES,
  type Named,
  type NameLanguage,
  type Said,
  type TermCode,
} from './term.ts'

/** What somebody typed about one thing, as the fields of a form: `name/nl` and so on. */
export type ToldTerm = (field: string) => string

/** Letters, figures and what stands inside names; nothing that is markup, an address or a field of its own. */
const A_NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} '’&.,()+/-]*$/u
const SHORTEST = 2
const SHORTEST_EXPLANATION = 10

/**
 * What somebody typed about a thing, tidied. Refuses, each at its field: what is empty, too long or no name; an article that
 * the language has not; too many other names; and a name by which this place calls something else already, because nobody
 * could tell the two apart.
 */
export function termFrom(told: ToldTerm, code: TermCode, others: readonly Term[]): Answer<Said> {
  const said: { nl?: Named; en?: Named } = {}
  for (const language of NAME_LANGUAGES) {
    const one = namedFrom(told, language)
    if (!one.ok) return one
    const taken = takenName(
      one.value,
      language,
      others.filter((other) => other.code !== code),
    )
    if (taken !== undefined) return refuse('term-taken', { field: `${taken.field}/${language}`, name: taken.name })
    said[language] = one.value
  }
  return allow(said as Said) // both languages were put in above
}

function namedFrom(told: ToldTerm, language: NameLanguage): Answer<Named> {
  const at = (field: string) => `${field}/${language}`
  const [name, plural, short] = ['name', 'plural', 'short'].map((field) => oneLine(told(at(field)))) as [
    string,
    string,
    string,
  ] // one for each
  for (const [field, text] of [
    ['name', name],
    ['plural', plural],
  ] as const) {
    if (isShort(text)) return refuse('term-empty', { field: at(field) })
    const fault = faultIn(text, LONGEST[field])
    if (fault !== undefined) return refuse(fault, { field: at(field), most: LONGEST[field] })
  }
  const fault = short === '' ? undefined : isShort(short) ? 'term-no-name' : faultIn(short, LONGEST.short)
  if (fault !== undefined) return refuse(fault, { field: at('short'), most: LONGEST.short })
  const article = told(at('article'))
  if (!(ARTICLES[language] as readonly string[]).includes(article))
    return refuse('term-article', { field: at('article') })
  const explanation = oneLine(told(at('explanation')))
  if (explanation.length < SHORTEST_EXPLANATION) return refuse('term-explanation', { field: at('explanation') })
  if (explanation.length > LONGEST.explanation)
    return refuse('term-long', { field: at('explanation'), most: LONGEST.explanation })
  const synonyms = synonymsFrom(told(at('synonyms')), [name, plural, short], at('synonyms'))
  if (!synonyms.ok) return synonyms
  // The article was looked up among those of this language.
  return allow({
    name,
    plural,
    article,
    short: short === '' ? null : short,
    explanation,
    synonyms: synonyms.value,
  } as Named)
}

/** A name on each line; what stands there twice, or is the name itself, is left out. */
function synonymsFrom(text: string, names: readonly string[], field: string): Answer<string[]> {
  const seen = new Set(names.map((one) => one.toLowerCase()))
  const synonyms: string[] = []
  for (const typed of text.split(/[\r\n]+/)) {
    const one = oneLine(typed)
    if (one === '' || seen.has(one.toLowerCase())) continue
    const fault = isShort(one) ? 'term-no-name' : faultIn(one, LONGEST.synonym)
    if (fault !== undefined) return refuse(fault, { field, most: LONGEST.synonym })
    seen.add(one.toLowerCase())
    synonyms.push(one)
    if (synonyms.length > MOST_SYNONYMS) return refuse('term-many', { field, most: MOST_SYNONYMS })
  }
  return allow(synonyms)
}

/** By letters, as the format counts: one letter can take two places. */
const isShort = (text: string): boolean => [...text].length < SHORTEST

const faultIn = (text: string, most: number): 'term-long' | 'term-no-name' | undefined =>
  text.length > most ? 'term-long' : A_NAME.test(text) ? undefined : 'term-no-name'

function takenName({ name, plural, short, synonyms }: Named, language: NameLanguage, others: readonly Term[]) {
  const taken = new Set(others.flatMap((other) => namesOf(other, language)))
  const mine = [
    ...([
      ['name', name],
      ['plural', plural],
    ] as const),
    ...(short === null ? [] : [['short', short] as const]),
    ...synonyms.map((one) => ['synonyms', one] as const),
  ]
  const found = mine.find(([, one]) => taken.has(one.toLowerCase()))
  return found && { field: found[0], name: found[1] }
}
