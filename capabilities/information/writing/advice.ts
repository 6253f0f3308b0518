import { type Scores, scoresOf } from './scores.ts'
import { type Sentence, sentencesIn } from './sentences.ts'

/** Office words, a bar between forms of one, each with the everyday word for it. */
export type EverydayWords = readonly (readonly [office: string, everyday: string])[]

/** Which languages a text can be in; of an English one only the length of sentences is looked at. */
export type TextLanguage = 'nl' | 'en'

/** Domain practice at B1: about twelve words on average, fifteen is long, and none above twenty. */
export const LONG = 15
export const TOO_LONG = 20

export type Remark =
  | { readonly kind: 'long' | 'too-long'; readonly sentence: string; readonly words: number }
  | { readonly kind: 'word'; readonly sentence: string; readonly word: string; readonly instead: string }
  /** Somebody does something here, and the sentence does not say who. */
  | { readonly kind: 'passive'; readonly sentence: string; readonly word: string }

export type Advice = {
  readonly sentences: number
  readonly longest: number
  /** In the order of the text. */
  readonly remarks: readonly Remark[]
  readonly scores: Scores | undefined
}

/** More is not read along with while somebody types. */
export const LONGEST_TEXT = 50_000

/**
 * What could be easier in a text: long sentences, office words with an everyday one, and passive sentences. Advice and no
 * refusal; nothing is kept. A text beyond `LONGEST_TEXT` is looked at up to there.
 */
export function adviceOn(text: string, language: TextLanguage, words: EverydayWords): Advice {
  const sentences = sentencesIn(text.slice(0, LONGEST_TEXT))
  const find = language === 'nl' ? finderOf(words) : () => []
  return {
    sentences: sentences.length,
    longest: Math.max(0, ...sentences.map((sentence) => sentence.words.length)),
    remarks: sentences.flatMap((sentence) => [
      ...lengthOf(sentence),
      ...find(sentence),
      ...(language === 'nl' ? passiveIn(sentence) : []),
    ]),
    scores: language === 'nl' ? scoresOf(sentences) : undefined,
  }
}

function lengthOf({ text, words }: Sentence): Remark[] {
  if (words.length <= LONG) return []
  return [{ kind: words.length > TOO_LONG ? 'too-long' : 'long', sentence: text, words: words.length }]
}

/** Every form with its everyday word, the longest first: “met betrekking tot” goes before what is inside it. */
function finderOf(list: EverydayWords): (sentence: Sentence) => Remark[] {
  const forms = list
    .flatMap(([office, instead]) => office.split('|').map((form) => ({ form: form.trim(), instead })))
    .sort((a, b) => b.form.length - a.form.length)
  const any = new RegExp(
    `(?<![\\p{L}\\d])(?:${forms.map(({ form }) => `(${patternOf(form)})`).join('|')})(?![\\p{L}\\d])`,
    'giu',
  )
  return ({ text }) => {
    const seen = new Set<string>()
    return [...text.matchAll(any)].flatMap((match): Remark[] => {
      const [word, ...groups] = match
      const instead = forms[groups.findIndex((group) => group !== undefined)]?.instead ?? ''
      if (seen.has(word.toLowerCase())) return []
      seen.add(word.toLowerCase())
      return [{ kind: 'word', sentence: text, word, instead }]
    })
  }
}

const patternOf = (form: string): string =>
  form
    .replace(/[.?+^$()[\]{}\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+')
    .replace(/\*$/, '\\p{L}*')

const BECOMES = /(?<!\p{L})(?:wordt|worden|werd|werden)(?!\p{L})/iu
/** A past participle by its form; some that are no participle pass too, which costs one remark too many. */
const DONE =
  /(?<!\p{L})(?:aan|af|be|bij|door|her|in|mee|na|om|ont|op|over|terug|toe|uit|ver|voor|weg)?ge\p{L}{2,}(?:d|t|en)(?!\p{L})/iu
const ALSO_DONE = /(?<!\p{L})(?:be|her|ont|ver)\p{L}{3,}(?:d|t)(?!\p{L})/iu

function passiveIn({ text }: Sentence): Remark[] {
  const becomes = BECOMES.exec(text)?.[0]
  const done = DONE.exec(text)?.[0] ?? ALSO_DONE.exec(text)?.[0]
  return becomes === undefined || done === undefined
    ? []
    : [{ kind: 'passive', sentence: text, word: `${becomes} … ${done}` }]
}
