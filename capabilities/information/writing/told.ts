import type { Advice, Remark } from './advice.ts'
import { isHard } from './scores.ts'

/** Sentences with places to fill in, such as {words}; the page and the browser tell the same. */
export type Sentences = {
  readonly long: string
  readonly tooLong: string
  readonly word: string
  readonly passive: string
  readonly nothing: string
  readonly noText: string
  readonly count: string
  readonly countOne: string
  readonly more: string
  readonly scores: string
  readonly scoresHard: string
  readonly limits: string
}

export type Told = {
  /** What is said first, and aloud. */
  readonly summary: string
  readonly lines: readonly { readonly says: string; readonly quote: string }[]
  /** How many remarks there are beyond the lines; empty when none. */
  readonly more: string
  /** The scores and what they do not tell; empty for a text that gets none. */
  readonly scores: string
  readonly limits: string
}

/** Who gets more at once begins with none. */
export const MOST_LINES = 12
const LONGEST_QUOTE = 120

/** Advice in sentences, the worst first: too long, office words, long, passive. */
export function tellAdvice({ remarks, scores, sentences }: Advice, say: Sentences): Told {
  const ordered = [...remarks].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
  const count = ordered.length === 1 ? say.countOne : fill(say.count, { n: String(ordered.length) })
  return {
    summary: sentences === 0 ? say.noText : ordered.length === 0 ? say.nothing : count,
    lines: ordered.slice(0, MOST_LINES).map((remark) => ({ says: says(remark, say), quote: quoted(remark.sentence) })),
    more: ordered.length > MOST_LINES ? fill(say.more, { n: String(ordered.length - MOST_LINES) }) : '',
    scores:
      scores === undefined
        ? ''
        : fill(isHard(scores) ? say.scoresHard : say.scores, {
            douma: String(Math.round(scores.fleschDouma)),
            brouwer: String(Math.round(scores.brouwer)),
            mean: String(Math.round(scores.wordsPerSentence)),
          }),
    limits: scores === undefined ? '' : say.limits,
  }
}

const ORDER: readonly Remark['kind'][] = ['too-long', 'word', 'long', 'passive']

function says(remark: Remark, say: Sentences): string {
  if (remark.kind === 'word') return fill(say.word, { word: remark.word, instead: remark.instead })
  if (remark.kind === 'passive') return fill(say.passive, { word: remark.word })
  return fill(remark.kind === 'long' ? say.long : say.tooLong, { n: String(remark.words) })
}

const quoted = (sentence: string): string =>
  sentence.length <= LONGEST_QUOTE ? sentence : `${sentence.slice(0, LONGEST_QUOTE).replace(/\s+\S*$/, '')} …`

const fill = (sentence: string, given: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => given[name] ?? whole)
