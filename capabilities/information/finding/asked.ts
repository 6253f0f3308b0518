import { likeness, plainName } from '../../search/similar.ts'

/** What people call it, and what the pages call it. */
export type Synonym = { readonly word: string; readonly means: string }

/** One typed word with everything that is looked for in its place; words of one phrase stand together. */
export type Alternatives = readonly string[]

/** How a question to the pages is built; `instead` tells which words were read as others, because nobody writes them so. */
export type Built = {
  readonly groups: readonly Alternatives[]
  readonly instead: readonly { readonly typed: string; readonly read: string }[]
}

const MOST_WORDS = 8
/** Words of the longest phrase that is looked for as one, such as the name of a team. */
const LONGEST_PHRASE = 6
/** From this likeness (0 to 1) on a word is taken for another one with a slip in it. */
const CLOSE_ENOUGH = 0.5
const MOST_LIKE = 2

/** The words of a question, as they are compared. */
export const wordsOf = (typed: string): string[] =>
  plainName(typed)
    .split(' ')
    .filter((word) => word.length > 1)
    .slice(0, MOST_WORDS)

/**
 * Builds what is looked for: per typed word that word, its official words, and, for a word that stands nowhere, the words
 * that are most like it. A typed phrase can have an official word of its own; the longest phrase counts.
 */
export function builtFrom(typed: string, synonyms: readonly Synonym[], vocabulary: ReadonlySet<string>): Built {
  const words = wordsOf(typed)
  const meant = new Map<string, string[]>()
  for (const { word, means } of synonyms) meant.set(plainName(word), [...(meant.get(plainName(word)) ?? []), means])
  const instead: { typed: string; read: string }[] = []
  const groups: Alternatives[] = []
  for (let at = 0; at < words.length; at++) {
    const phrase = phraseAt(words, at, meant)
    if (phrase !== undefined) {
      groups.push([phrase, ...(meant.get(phrase) ?? [])])
      at += phrase.split(' ').length - 1
      continue
    }
    const word = words[at] ?? ''
    const known = vocabulary.has(word) || meant.has(word)
    const like = known ? [] : closest(word, [...vocabulary, ...meant.keys()])
    const [read] = like
    if (read !== undefined) instead.push({ typed: word, read })
    groups.push([word, ...like, ...[word, ...like].flatMap((one) => meant.get(one) ?? [])])
  }
  return { groups, instead }
}

/** The longest phrase that begins here and has an official word. */
function phraseAt(words: readonly string[], at: number, meant: ReadonlyMap<string, unknown>): string | undefined {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 1; length--) {
    const phrase = words.slice(at, at + length).join(' ')
    if (meant.has(phrase)) return phrase
  }
  return undefined
}

/** One slip of the fingers is nearer than any likeness. */
function closest(word: string, among: readonly string[]): string[] {
  const all = [...new Set(among)]
  const slips = all.filter((one) => isOneSlip(one, word))
  return (slips.length > 0 ? slips : all)
    .map((one) => ({ one, score: likeness(one, word) }))
    .filter(({ score }) => slips.length > 0 || score >= CLOSE_ENOUGH)
    .toSorted((a, b) => b.score - a.score || (a.one < b.one ? -1 : 1))
    .slice(0, MOST_LIKE)
    .map(({ one }) => one)
}

const SHORTEST_SLIP = 4

/** One letter too many, too few, wrong or changed places: what fingers do, and groups of three letters see too little of. */
export function isOneSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length < SHORTEST_SLIP || long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  const isChanged =
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
  return isChanged || short.slice(at + 1) === long.slice(at + 1)
}
