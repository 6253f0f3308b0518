import type { Option, Phase, ProgrammeDefinition, Question, ReasonList } from './definition.ts'

/** A word as it is compared: without capitals, accents, double spaces and marks at its ends. */
export function normaliseWord(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD') // lower case may bring an accent of its own
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[’‘`´]/g, "'")
    .replace(/[\s_-]+/gu, ' ')
    .replace(EDGES, '')
}

/** Spaces, quotes, brackets and sentence marks around a word; a question mark alone means unknown, so it stays. */
const EDGES = /^[\s.,;:!'"“”„()[\]•*]+|[\s.,;:!'"“”„()[\]•*]+$/gu

/** Answers to a yes-no-unknown question; their words are the same in every programme. */
const YES_NO_UNKNOWN: readonly Option[] = [
  { code: 'yes', name: { nl: 'Ja', en: 'Yes' }, synonyms: ['j', 'y', 'wel', 'waar', 'true', 'x'] },
  { code: 'no', name: { nl: 'Nee', en: 'No' }, synonyms: ['n', 'geen', 'niet', 'neen', 'onwaar', 'false'] },
  {
    code: 'unknown',
    name: { nl: 'Onbekend', en: 'Unknown' },
    synonyms: ['?', 'nvt', 'n.v.t.', 'weet niet', 'niet bekend', 'niet gevraagd', 'onduidelijk'],
  },
]

/** The answers that a question offers; none where people answer in a number, a day or words of their own. */
export const optionsOf = ({ type, options = [] }: Pick<Question, 'type' | 'options'>): readonly Option[] =>
  type === 'yes-no-unknown' ? YES_NO_UNKNOWN : options

/**
 * The option of a question that somebody means by a word in a file, or undefined when none or more than one fits.
 * The same word fits; so does a longer text in which the word of one option stands as whole words:
 * ‘Gemeente Akkerveen’ is the option with the word ‘gemeente’. After ‘geen’ or ‘niet’ only the same word fits.
 */
export function optionFor(question: Pick<Question, 'type' | 'options'>, word: string): string | undefined {
  return codeFor(optionsOf(question), word, question.type !== 'yes-no-unknown')
}

/** The phase that a status word in a file means; only the same word, as ‘niet actief’ is not ‘actief’. */
export const phaseFor = (definition: Pick<ProgrammeDefinition, 'phases'>, word: string): string | undefined =>
  codeFor<Phase>(definition.phases, word, false)

/** The reason that a word in a file means, by the same rule as `optionFor`. */
export const reasonFor = (list: Pick<ReasonList, 'options'>, word: string): string | undefined =>
  codeFor(list.options, word, true)

/** Every word that stands for one option, normalised: its code, names and synonyms. */
export const wordsOf = (one: Pick<Option, 'code' | 'name' | 'synonyms'>): readonly string[] => [
  ...new Set([one.code, one.name.nl, one.name.en, ...one.synonyms].map(normaliseWord)),
]

function codeFor<T extends Pick<Option, 'code' | 'name' | 'synonyms'>>(
  options: readonly T[],
  word: string,
  alsoWithin: boolean,
): string | undefined {
  const asked = normaliseWord(word)
  if (asked === '') return undefined
  const same = options.find((one) => wordsOf(one).includes(asked))
  if (same !== undefined || !alsoWithin || /\b(geen|niet|zonder|no|not|without)\b/.test(asked)) return same?.code
  const within = options.filter((one) => wordsOf(one).some((own) => standsIn(own, asked)))
  return within.length === 1 ? within[0]?.code : undefined
}

/** Short words say too little to be recognised inside a longer text. */
const SHORTEST_WITHIN = 3

const standsIn = (own: string, text: string): boolean =>
  own.length >= SHORTEST_WITHIN &&
  ` ${text.replace(/[^\p{Letter}\p{Number}]+/gu, ' ')} `.includes(
    ` ${own.replace(/[^\p{Letter}\p{Number}]+/gu, ' ').trim()} `,
  )
