import type { Sentence } from './sentences.ts'
import { syllablesIn } from './syllables.ts'

export type Scores = {
  readonly words: number
  readonly wordsPerSentence: number
  readonly syllablesPer100: number
  /** Flesch-Douma; higher is easier. */
  readonly fleschDouma: number
  /** Leesindex A of Brouwer; higher is easier. */
  readonly brouwer: number
}

/** Both formulas count per hundred words: of less they tell nothing. */
export const FEWEST_WORDS = 100

/**
 * Two scores of a Dutch text, as a warning and no more: they count words and syllables and do not measure B1, because they
 * know nothing of how hard a word is, of order or of headings. Undefined for a text of less than a hundred words.
 *
 * Flesch-Douma is 206.84 - 0.77 x (syllables per 100 words) - 0.93 x (words per sentence): W.H. Douma, De leesbaarheid van
 * landbouwbladen (1960), as dbnl.org gives it. Leesindex A is 195 - 2/3 x (syllables per 100 words) - 2 x (words per
 * sentence): R.H.M. Brouwer (1963), as later sources give it.
 */
export function scoresOf(sentences: readonly Sentence[]): Scores | undefined {
  const words = sentences.flatMap((sentence) => sentence.words)
  if (words.length < FEWEST_WORDS) return undefined
  const wordsPerSentence = words.length / sentences.length
  const syllablesPer100 = (100 * words.reduce((sum, word) => sum + syllablesIn(word), 0)) / words.length
  return {
    ...{ words: words.length, wordsPerSentence, syllablesPer100 },
    fleschDouma: 206.84 - 0.77 * syllablesPer100 - 0.93 * wordsPerSentence,
    brouwer: 195 - (2 / 3) * syllablesPer100 - 2 * wordsPerSentence,
  }
}

/** Below these a text is worth a second look: Flesch-Douma calls 60 to 70 normal, Brouwer 50 to 75. */
export const isHard = ({ fleschDouma, brouwer }: Scores): boolean => fleschDouma < 60 || brouwer < 50
