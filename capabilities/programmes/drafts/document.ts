import type { Target } from './fields.ts'
import { PARTS, type PartName } from './parts.ts'

/** A definition in the making, or a piece of one: any JSON, for a draft may be wrong. */
export type Piece = Readonly<Record<string, unknown>>

export const asPiece = (value: unknown): Piece =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Piece) : {} // an object: any key may be there

export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
export const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

const own = (piece: unknown, key: string): unknown =>
  Object.hasOwn(Object(piece), key) ? (piece as Piece)[key] : undefined // it has the key

/** What stands at `needs/answers` in a piece; undefined when nothing does. */
export const valueAt = (piece: unknown, key: string): unknown => key.split('/').reduce(own, piece)

/** The piece with something else at this place; undefined takes it away, and whatever is left empty around it. */
export function withValue(piece: Piece, key: string, value: unknown): Piece {
  const [first = '', ...rest] = key.split('/')
  const inner = rest.length === 0 ? value : nonEmpty(withValue(asPiece(own(piece, first)), rest.join('/'), value))
  const { [first]: _, ...others } = piece
  return inner === undefined ? others : { ...piece, [first]: inner }
}

const nonEmpty = (piece: Piece): Piece | undefined => (Object.keys(piece).length === 0 ? undefined : piece)

/** Where somebody is at work in a draft: a part, and in a list the number of the thing, from 0. */
export type Spot = { readonly part: PartName; readonly at?: number }

/** What stands there; the first part is spread over the document itself. */
export function pieceAt(document: Piece, { part, at }: Spot): Piece | undefined {
  if (part === 'basics') return document
  const value = own(document, part)
  const found = at === undefined ? value : asList(value)[at]
  return found === undefined ? undefined : asPiece(found)
}

export const listAt = (document: Piece, part: PartName): readonly Piece[] => asList(own(document, part)).map(asPiece)

/** The document with a piece put there; undefined takes it out. A number behind the last one adds it. */
export function withPiece(document: Piece, { part, at }: Spot, piece: Piece | undefined): Piece {
  if (part === 'basics') return piece ?? document
  if (at === undefined) return withValue(document, part, piece)
  const list = listAt(document, part)
  const next =
    piece === undefined
      ? list.filter((_, index) => index !== at)
      : at < list.length
        ? list.map((one, index) => (index === at ? piece : one))
        : [...list, piece]
  return next.length === 0 && OPTIONAL_LISTS.has(part)
    ? withValue(document, part, undefined)
    : { ...document, [part]: next }
}

/** Lists that the format leaves out when there is nothing in them. */
const OPTIONAL_LISTS: ReadonlySet<PartName> = new Set(['rhythms', 'shares'])

/** Everything with a code that a field of this kind can point at. */
export const targetsIn = (document: Piece, to: Target): readonly Piece[] =>
  to === 'tracks' ? asList(valueAt(document, 'tracks/each')).map(asPiece) : listAt(document, to)

export const codeOf = (piece: unknown): string => asText(own(piece, 'code'))

/** The answers to a question of the draft, each with its code and name. */
export function answersTo(document: Piece, code: string): readonly Piece[] {
  const question = listAt(document, 'questions').find((one) => codeOf(one) === code)
  if (question?.type === 'yes-no-unknown') return YES_NO_UNKNOWN
  return [...asList(question?.options).map(asPiece), ...(question?.other === true ? [OTHER] : [])]
}

const OTHER = { code: 'other', name: { nl: 'Anders', en: 'Other' } }
const YES_NO_UNKNOWN = [
  { code: 'yes', name: { nl: 'Ja', en: 'Yes' } },
  { code: 'no', name: { nl: 'Nee', en: 'No' } },
  { code: 'unknown', name: { nl: 'Onbekend', en: 'Unknown' } },
]

/** What a thing is called: by its name, or a question by what it asks; its code when it has neither. */
export function nameOf(piece: Piece, lang: 'nl' | 'en'): string {
  const name = asText(valueAt(piece, `name/${lang}`)) || asText(valueAt(piece, `ask/${lang}`))
  return name || asText(valueAt(piece, 'name/nl')) || asText(valueAt(piece, 'ask/nl')) || codeOf(piece)
}

export const isList = (part: PartName): boolean => PARTS[part].holds === 'list'
