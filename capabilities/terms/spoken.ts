import type { Term } from './chosen.ts'
import type { Named, NameLanguage } from './term.ts'

/** Puts the names of a place into a text. */
export type Speak = (text: string) => string

/** What is said in a place that calls everything as the product does. */
const asWritten: Speak = (text) => text

/** Words before a name that go with its article: how they are said with each. */
const BEFORE: Readonly<Record<NameLanguage, readonly (readonly [string, string])[]>> = {
  nl: [
    ['de', 'het'],
    ['deze', 'dit'],
    ['die', 'dat'],
    ['onze', 'ons'],
    ['elke', 'elk'],
  ],
  en: [['a', 'an']],
}

type Way = {
  readonly says: string
  readonly article: string
  readonly isPlural: boolean
  /** As it is written exactly: a short form in small letters can be another word. */
  readonly exactly?: string
}

/**
 * Says a text that was written in the names of the product with those of a place: whole words only, with the article
 * that goes with the new name and with a capital where the old name had one. A name that is used there already stays as it is,
 * so saying a text twice changes nothing more.
 */
export function spokenIn(terms: readonly Term[], language: NameLanguage): Speak {
  const ways = waysOf(terms, language)
  if (![...ways].some(([from, { says }]) => from !== says.toLowerCase())) return asWritten
  const names = [...ways.keys()].toSorted((a, b) => b.length - a.length).map(escaped)
  const before = BEFORE[language].flat().join('|')
  // A part of a longer word is another word; so is what comes behind “relatie- en”.
  const found = new RegExp(
    `(?<![\\p{L}\\p{N}-]|\\p{L}- (?:en|of|and|or) )(?:(${before})(\\s+))?(${names.join('|')})(?![\\p{L}\\p{N}]|-\\p{L})`,
    'giu',
  )
  return (text) =>
    text.replace(found, (whole, word: string | undefined, space: string | undefined, name: string) => {
      const way = ways.get(name.toLowerCase())
      if (way === undefined || way.says.toLowerCase() === name.toLowerCase()) return whole
      if (way.exactly !== undefined && way.exactly !== name) return whole
      const start = word === undefined ? '' : `${articled(word, way, language)}${space ?? ''}`
      return `${start}${way.exactly === undefined ? capitalLike(name, way.says) : way.says}`
    })
}

/**
 * Says everything of a thing that is told in both languages, such as a programme or a measure; what stands there in one language only (a
 * code, the words of a file) stays as it is.
 */
export function saidWhole<T>(thing: T, speak: Readonly<Record<NameLanguage, Speak>>): T {
  if (speak.nl === asWritten && speak.en === asWritten) return thing
  return said(thing, speak) as T // each part becomes a part of the same shape
}

function said(thing: unknown, speak: Readonly<Record<NameLanguage, Speak>>): unknown {
  if (Array.isArray(thing)) return thing.map((one) => said(one, speak))
  if (thing === null || typeof thing !== 'object') return thing
  if (isInBoth(thing)) return { nl: speak.nl(thing.nl), en: speak.en(thing.en) }
  return Object.fromEntries(Object.entries(thing).map(([part, one]) => [part, said(one, speak)]))
}

const isInBoth = (thing: object): thing is Record<NameLanguage, string> =>
  Object.keys(thing).length === 2 &&
  'nl' in thing &&
  'en' in thing &&
  typeof thing.nl === 'string' &&
  typeof thing.en === 'string'

/** Every name that a text can hold, in small letters, with what is said in its place. */
function waysOf(terms: readonly Term[], language: NameLanguage): ReadonlyMap<string, Way> {
  const ways = new Map<string, Way>()
  for (const { said, under } of terms) {
    // Only names of the product are distinct enough to be found in any text; what a region chose can be an everyday word.
    const [shipped = said] = under
    for (const [name, way] of namesOf(shipped[language], said[language])) ways.set(name, way)
  }
  // What is used in this place comes last: it is never said otherwise.
  for (const { said } of terms) for (const [name, way] of namesOf(said[language], said[language])) ways.set(name, way)
  return ways
}

function namesOf(from: Named, to: Named): Map<string, Way> {
  const { article } = to
  const ways = new Map<string, Way>()
  if (from.short !== null)
    ways.set(from.short.toLowerCase(), { says: to.short ?? to.name, article, isPlural: false, exactly: from.short })
  ways.set(from.plural.toLowerCase(), { says: to.plural, article, isPlural: true })
  return ways.set(from.name.toLowerCase(), { says: to.name, article, isPlural: false })
}

function articled(word: string, { article, isPlural }: Way, language: NameLanguage): string {
  // Of more than one, Dutch says “de”; a plural has that already.
  if (isPlural) return word
  const pair = BEFORE[language].find((ways) => ways.some((one) => one === word.toLowerCase()))
  const isSecond = article === 'het' || article === 'an'
  return pair === undefined ? word : capitalLike(word, pair[isSecond ? 1 : 0])
}

const capitalLike = (like: string, text: string): string =>
  /^\p{Lu}/u.test(like) ? text.slice(0, 1).toUpperCase() + text.slice(1) : text

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The things whose name stands in one of these texts, as they are called in this place. */
export function namedIn(terms: readonly Term[], language: NameLanguage, texts: readonly string[]): Term[] {
  return terms.filter(({ said }) => {
    const { name, plural, short } = said[language]
    const names = [name, plural, ...(short === null ? [] : [short])].map(escaped)
    const found = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${names.join('|')})(?![\\p{L}\\p{N}]|-\\p{L})`, 'iu')
    return texts.some((text) => found.test(text))
  })
}
