import type { Question } from '../programmes/definition.ts'
import { normaliseWord, optionFor, wordsOf } from '../programmes/option-words.ts'

/** The answer for a word that is none of the options; the word itself is kept beside it. */
export const OTHER = 'other'

/** Finds the options of one question. Cells repeat themselves, so each word is looked up once. */
export type OptionFinder = {
  /** The option that the word means, also when the option's name stands inside a longer text. */
  readonly meant: (word: string) => string | undefined
  /** The option with exactly this name or synonym. */
  readonly named: (word: string) => string | undefined
}

export function optionFinder(question: Pick<Question, 'type' | 'options'>): OptionFinder {
  const names = new Map<string, string>()
  for (const option of question.options ?? []) {
    for (const word of wordsOf(option)) if (!names.has(word)) names.set(word, option.code)
  }
  const seen = new Map<string, string | undefined>()
  return {
    meant: (word) => {
      if (!seen.has(word)) seen.set(word, optionFor(question, word))
      return seen.get(word)
    },
    named: (word) => names.get(normaliseWord(word)),
  }
}

export type Mentions = {
  /** Option codes in order of mention, each once; `other` when a word was none of the options. */
  readonly codes: readonly string[]
  /** The words that were none of the options, as written. */
  readonly unknown: readonly string[]
}

const SEPARATOR = /\s*[,;\n]\s*|\s*[/&+]\s*|\s+en\s+|\s+and\s+/giu
const HARD = /[,;\n]/

/** A piece of the text between separators, and whether a comma, semicolon or line end stands before it. */
type Piece = { readonly from: number; readonly to: number; readonly isAfterHard: boolean }

/**
 * The options mentioned in one cell. Words are parted at commas, semicolons, slashes and "en", but an option whose own
 * name holds such a separator wins; unknown words next to each other stay together unless a comma parts them.
 */
export function mentionsIn(finder: OptionFinder, text: string): Mentions {
  const pieces = piecesOf(text)
  const codes = new Set<string>()
  const unknown = new Set<string>()
  let at = 0
  while (at < pieces.length) {
    const known = longestKnown(finder, text, pieces, at)
    const last = known?.last ?? lastUnknown(finder, text, pieces, at)
    if (known === undefined) unknown.add(sliceOf(text, pieces, at, last))
    codes.add(known?.code ?? OTHER)
    at = last + 1
  }
  return { codes: [...codes], unknown: [...unknown] }
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  let isAfterHard = true
  for (const found of text.matchAll(SEPARATOR)) {
    const isPiece = found.index > from
    if (isPiece) pieces.push({ from, to: found.index, isAfterHard })
    isAfterHard = HARD.test(found[0]) || (!isPiece && isAfterHard)
    from = found.index + found[0].length
  }
  if (from < text.length) pieces.push({ from, to: text.length, isAfterHard })
  return pieces.filter((piece) => normaliseWord(text.slice(piece.from, piece.to)) !== '')
}

const sliceOf = (text: string, pieces: readonly Piece[], first: number, last: number): string =>
  text.slice(pieces[first]?.from, pieces[last]?.to)

/** More pieces than this are never one option. */
const LONGEST_OPTION = 6

function longestKnown(finder: OptionFinder, text: string, pieces: readonly Piece[], at: number) {
  for (let last = Math.min(at + LONGEST_OPTION, pieces.length) - 1; last > at; last--) {
    // Only its very name: inside a longer text any option would swallow the words around it.
    const code = finder.named(sliceOf(text, pieces, at, last))
    if (code !== undefined) return { code, last }
  }
  const code = finder.meant(sliceOf(text, pieces, at, at))
  return code === undefined ? undefined : { code, last: at }
}

function lastUnknown(finder: OptionFinder, text: string, pieces: readonly Piece[], at: number): number {
  let last = at
  while (pieces[last + 1]?.isAfterHard === false && longestKnown(finder, text, pieces, last + 1) === undefined) last++
  return last
}
