import { codeFrom } from './coding.ts'
import { asList, asPiece, asText, codeOf, type Piece, valueAt, withValue } from './document.ts'
import type { Field } from './fields.ts'
import { clean, type Typed, text, texts } from './typed.ts'

const MOST_LINES = 80

/** The piece as somebody filled it in: what was not asked stays as it was, and what is wrong is kept as it was typed. */
export function toldPiece(fields: readonly Field[], typed: Typed, before: Piece, name = ''): Piece {
  const told = fields.reduce((piece, field) => {
    if (isLeftOut(field, piece, before))
      return field.only === undefined ? piece : withValue(piece, field.key, undefined)
    return withValue(piece, field.key, toldValue(field, typed, valueAt(before, field.key), name + field.key))
  }, before)
  // Counting everything is an empty condition, which the format wants to see.
  return fields.some(({ key }) => key.startsWith('where/')) && told.where === undefined ? { ...told, where: {} } : told
}

/** A field that depends on another one is asked once that one was kept. */
function isLeftOut({ only, ...field }: Field, told: Piece, before: Piece): boolean {
  if (only !== undefined) return valueAt(told, only.key) !== only.is || valueAt(before, only.key) !== only.is
  return (
    (field.kind === 'answer' || field.kind === 'answers') && !field.of.startsWith('/') && !hasAsked(field.of, before)
  )
}

const hasAsked = (of: string, before: Piece): boolean => asText(valueAt(before, of)) !== ''

function toldValue(field: Field, typed: Typed, before: unknown, name: string): unknown {
  const empty = field.isAlways === true ? [] : undefined
  switch (field.kind) {
    case 'words':
      return toldWords(typed, name, field)
    case 'lines':
      return listOr(toldLines(typed, name), empty)
    case 'flag':
      return text(typed, name) !== '' || (field.isAlways === true ? false : undefined)
    case 'number':
      return toldNumber(text(typed, name))
    case 'span':
      return toldSpan(typed, name)
    case 'some-of':
    case 'points':
    case 'answers':
      return listOr(inOrder(texts(typed, name), asList(before)), empty)
    case 'pairs':
      return listOr(toldPairs(typed, name, asList(before).length), empty)
    case 'items':
      return listOr(toldItems(field, typed, asList(before), name), empty)
    default:
      return text(typed, name) || undefined
  }
}

const listOr = <T>(list: readonly T[], empty: readonly T[] | undefined) => (list.length === 0 ? empty : list)

/** Words that a programme can do without; the others stand there empty, so that the fault tells. */
const SPARE_WORDS = ['help', 'note', 'passport/denominator']

function toldWords(typed: Typed, name: string, { key }: Field) {
  const said = { nl: text(typed, `${name}/nl`), en: text(typed, `${name}/en`) }
  return said.nl === '' && said.en === '' && SPARE_WORDS.includes(key) ? undefined : said
}

const toldLines = (typed: Typed, name: string): string[] =>
  String(typed.getAll(name)[0] ?? '')
    .split(/\r?\n/)
    .map(clean)
    .filter((line) => line !== '')
    .slice(0, MOST_LINES)

/** A whole number, or the words that are none. */
function toldNumber(said: string): number | string | undefined {
  if (said === '') return undefined
  return /^-?\d{1,9}([.,]\d{1,3})?$/.test(said) ? Number(said.replace(',', '.')) : said
}

const LENGTHS = ['days', 'weeks', 'months', 'years'] as const

function toldSpan(typed: Typed, name: string): Piece | undefined {
  const told = LENGTHS.flatMap((length) => {
    const amount = toldNumber(text(typed, `${name}/${length}`))
    return amount === undefined ? [] : [[length, amount] as const]
  })
  return told.length === 0 ? undefined : Object.fromEntries(told)
}

/** What was chosen, in the order it had; what came after that behind it. */
function inOrder(chosen: readonly string[], before: readonly unknown[]): string[] {
  const kept = before.filter((one): one is string => typeof one === 'string' && chosen.includes(one))
  return [...kept, ...new Set(chosen.filter((one) => one !== '' && !kept.includes(one)))].slice(0, MOST_LINES)
}

/** How many empty rows a list on screen ends with. */
export const BLANK_ROWS = 2

function toldPairs(typed: Typed, name: string, count: number): (readonly [string, string])[] {
  return Array.from({ length: count + BLANK_ROWS }, (_, row) => row).flatMap((row) => {
    const [one, other] = [text(typed, `${name}/${row}/0`), text(typed, `${name}/${row}/1`)]
    return one === '' && other === '' ? [] : [[one, other] as const]
  })
}

type Items = Extract<Field, { kind: 'items' }>

function toldItems({ fields, isCoded }: Items, typed: Typed, before: readonly unknown[], name: string): Piece[] {
  const rows = Array.from({ length: before.length + BLANK_ROWS }, (_, row) => row)
  const told = rows.flatMap((row) => {
    const at = `${name}/${row}`
    if (typed.has(`${at}/_weg`)) return []
    const piece = toldPiece(fields, typed, asPiece(before[row]), `${at}/`)
    return before[row] === undefined && isBlank(piece) ? [] : [piece]
  })
  return isCoded ? withCodes(told) : told
}

/** Nothing was said in a row: no word, no choice, no number. */
const isBlank = (value: unknown): boolean =>
  typeof value === 'object' && value !== null
    ? Object.values(value).every(isBlank)
    : value === undefined || value === '' || value === false

/** Gives each thing without a code one from its name. */
function withCodes(list: readonly Piece[]): Piece[] {
  const taken = list.map(codeOf)
  return list.map((piece) => {
    if (codeOf(piece) !== '') return piece
    const code = codeFrom(asText(valueAt(piece, 'name/nl')), taken)
    taken.push(code)
    return { code, ...piece }
  })
}
