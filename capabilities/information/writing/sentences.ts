/** One sentence as it is read, without marks of the format. */
export type Sentence = { readonly text: string; readonly words: readonly string[] }

/**
 * The sentences of a text, plain or in the format of pages. A title, a line of a list and an empty line end a sentence too; a
 * full stop behind an abbreviation does not.
 */
export const sentencesIn = (text: string): Sentence[] => blocksIn(text).flatMap(sentencesOf)

/** Words as they are counted: whatever stands between spaces and holds a letter or a figure. */
export const wordsIn = (text: string): string[] => text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word))

const MARKER = /^\s*(?:#{1,6}\s+|[-*•]\s+|\d+[.)]\s+|>\s*)+/

/** The lines that belong together, each without its marks. */
function blocksIn(text: string): string[] {
  const blocks: string[] = []
  let isOpen = false
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    const plain = withoutMarks(line.replace(MARKER, ''))
    const begins = MARKER.test(line)
    if (plain.trim() !== '') {
      if (isOpen && !begins) blocks.push(`${blocks.pop() ?? ''} ${plain}`)
      else blocks.push(plain)
    }
    isOpen = plain.trim() !== '' && !/^\s*#/.test(line)
  }
  return blocks
}

/** A fact or helpline that is filled in later counts as one word; of a link only its words are read. */
const withoutMarks = (line: string): string =>
  line
    .replace(/\{\{[^{}]*\}\}/g, '…x')
    .replace(/\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/\*\*|__/g, '')

/** What ends with a full stop and no sentence; compared without any full stop. */
const SHORT = new Set(
  'aub bijv bijvb blz bv ca dd dhr dmv dr drs dwz evt ing ir ivm jl ll mbt mevr mr mw nl nr oa obv pag plm prof resp sr st tav tbv tel tgv tnv vb vgl zg zgn zoz'.split(
    ' ',
  ),
)

const ENDS = /[.?!…]+['"’”»)\]]*$/u

const isEnd = (token: string): boolean =>
  ENDS.test(token) && !SHORT.has(token.replace(/[.'"’”»()[\]‘“«]/gu, '').toLowerCase())

function sentencesOf(block: string): Sentence[] {
  const sentences: string[][] = [[]]
  for (const token of block.split(/\s+/).filter((one) => one !== '')) {
    sentences.at(-1)?.push(token)
    if (isEnd(token)) sentences.push([])
  }
  return sentences
    .map((tokens) => ({ text: tokens.join(' ').replaceAll('…x', '…'), words: wordsIn(tokens.join(' ')) }))
    .filter(({ words }) => words.length > 0)
}
