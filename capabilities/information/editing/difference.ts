import { diffWordsWithSpace } from 'diff'

/** A piece of a text that stayed, went or came. */
export type Piece = { readonly kind: 'same' | 'gone' | 'fresh'; readonly text: string }

/** Two texts that share little are told as a whole: looking for what they share would take long. */
const MOST_MS = 500

/**
 * What changed between two texts, word by word, in order: what stayed and went together is the text that was, what stayed
 * and came the one that is.
 */
export function differenceOf(was: string, is: string): Piece[] {
  const changes = diffWordsWithSpace(was, is, { timeout: MOST_MS })
  if (changes === undefined)
    return [
      { kind: 'gone', text: was },
      { kind: 'fresh', text: is },
    ]
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'fresh' : removed ? 'gone' : 'same',
    text: value,
  }))
}
