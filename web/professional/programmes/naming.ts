import { isRole } from '../../../capabilities/access/roles.ts'
import {
  answersTo,
  asList,
  asPiece,
  asText,
  codeOf,
  nameOf,
  type Piece,
  targetsIn,
  valueAt,
} from '../../../capabilities/programmes/drafts/document.ts'
import type { Field } from '../../../capabilities/programmes/drafts/fields.ts'
import type { PartName } from '../../../capabilities/programmes/drafts/parts.ts'
import { formatList } from '../../words/format.ts'
import { roleWords } from '../../words/people.ts'
import { fieldChoices } from '../../words/programme-choices.ts'
import { fieldLabels } from '../../words/programme-fields.ts'
import { fieldHints } from '../../words/programme-hints.ts'
import { partWords } from '../../words/programme-parts.ts'
import { screenWords } from '../../words/programme-screens.ts'
import type { Lang } from '../../words/words.ts'

type Words = Readonly<Record<string, string>>

const found = (words: Words, part: PartName, key: string): string | undefined => words[`${part}.${key}`] ?? words[key]

/** What a field is called; inside a row by the key of the list it stands in. */
export const labelOf = (lang: Lang, part: PartName, key: string): string => found(fieldLabels[lang], part, key) ?? key

export const hintOf = (lang: Lang, part: PartName, key: string): string | undefined =>
  found(fieldHints[lang], part, key)

/** What a control on a form is called, by its name: `options/0/name/en`. */
export function controlOf(lang: Lang, part: PartName, name: string): string {
  const key = name.replace(/\/\d+(?=\/|$)/g, '')
  const label = labelOf(lang, part, key.replace(/\/(nl|en)$/, ''))
  if (key.endsWith('/nl')) return screenWords[lang].inDutch(label)
  return key.endsWith('/en') ? screenWords[lang].inEnglish(label) : label
}

/** A fixed answer in words. */
export function choiceOf(lang: Lang, key: string, value: string): string {
  const last = key.split('/').at(-1) ?? ''
  const words: Words = fieldChoices[lang]
  return words[`${last}.${value}`] ?? (isRole(value) ? roleWords[lang][value] : value)
}

const LENGTHS = ['days', 'weeks', 'months', 'years'] as const

/** What stands in a field, as people read it; empty when nothing does. */
export function valueInWords(lang: Lang, document: Piece, field: Field, thing: Piece): string {
  const value = valueAt(thing, field.key)
  switch (field.kind) {
    case 'words':
      return asText(valueAt(value, lang))
    case 'flag':
      return value === true ? screenWords[lang].yes : ''
    case 'span':
      return spanInWords(lang, value)
    case 'one-of':
      return value === undefined ? '' : choiceOf(lang, field.key, asText(value))
    case 'some-of':
      return formatList(
        lang,
        asList(value).map((one) => choiceOf(lang, field.key, asText(one))),
      )
    case 'pairs':
      return formatList(
        lang,
        asList(value).map((pair) => pairInWords(lang, document, field.to, pair)),
      )
    case 'point':
    case 'points':
      return formatList(
        lang,
        several(value).map((code) => pointed(lang, document, field.to, code)),
      )
    case 'answer':
    case 'answers':
      return formatList(
        lang,
        several(value).map((code) => answerName(lang, document, questionOf(field.of, thing), code)),
      )
    case 'items':
      return formatList(
        lang,
        asList(value).map((one) => rowName(lang, document, field, asPiece(one))),
      )
    default:
      return formatList(lang, several(value).map(asText))
  }
}

const pairInWords = (lang: Lang, document: Piece, to: Parameters<typeof targetsIn>[1], pair: unknown): string =>
  asList(pair)
    .map((code) => pointed(lang, document, to, code))
    .join(' × ')

const spanInWords = (lang: Lang, value: unknown): string =>
  formatList(
    lang,
    LENGTHS.flatMap((length) => {
      const amount = asText(valueAt(value, length))
      return amount === '' ? [] : [`${amount} ${screenWords[lang][length].toLowerCase()}`]
    }),
  )

const several = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]

const questionOf = (of: string, thing: Piece): string => asText(valueAt(thing, of.replace(/^\//, '')))

function pointed(lang: Lang, document: Piece, to: Parameters<typeof targetsIn>[1], code: unknown): string {
  const target = targetsIn(document, to).find((one) => codeOf(one) === code)
  return target === undefined ? asText(code) : nameOf(target, lang)
}

function answerName(lang: Lang, document: Piece, question: string, code: unknown): string {
  const answer = answersTo(document, question).find((one) => codeOf(one) === code)
  return answer === undefined ? asText(code) : nameOf(answer, lang)
}

/** A row is called by its name, a step by where it leads. */
export function rowName(lang: Lang, document: Piece, field: Field, row: Piece): string {
  if (field.kind === 'items' && field.key === 'steps') return pointed(lang, document, 'phases', row.to)
  return nameOf(row, lang)
}

/** What one row of a list is called in general. */
export function rowWord(lang: Lang, part: PartName, key: string): string {
  const words: Words = partWords[lang].row
  return part === 'reasons' && key === 'options' ? labelOf(lang, part, 'options/name') : (words[key] ?? key)
}
