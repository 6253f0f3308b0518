import { isDeepStrictEqual } from 'node:util'
import { asList, asPiece, asText, codeOf, isList, listAt, type Piece, pieceAt, valueAt } from './document.ts'
import type { Field } from './fields.ts'
import { fieldsOf, isCoded, PART_NAMES, type PartName } from './parts.ts'

/** One thing that differs between two versions. */
export type Difference = {
  readonly part: PartName
  /** The thing it is about, as it was and as it is: undefined when it was not there, or is not there any more. */
  readonly before: Piece | undefined
  readonly after: Piece | undefined
  /** What of it differs; undefined when the thing itself came or went. */
  readonly field?: Field
  /** Of a list inside the thing, such as an option of a question: which row came, went, or changed. */
  readonly inner?: Difference
}

/** Everything that differs, in the order of the parts. Things are the same when their codes are, whatever their names. */
export function differencesBetween(before: Piece, after: Piece): Difference[] {
  return PART_NAMES.flatMap((part) => {
    if (!isList(part)) return ofThing(part, pieceAt(before, { part }), pieceAt(after, { part }), fieldsOf(part))
    return ofLists({ part, fields: fieldsOf(part), isCoded: isCoded(part) }, listAt(before, part), listAt(after, part))
  })
}

type Among = { readonly part: PartName; readonly fields: readonly Field[]; readonly isCoded: boolean }

function ofLists({ part, fields, isCoded }: Among, before: readonly Piece[], after: readonly Piece[]): Difference[] {
  const keyOf = (piece: Piece, at: number) => (isCoded ? codeOf(piece) : keyWithout(piece, at))
  const byKey = (list: readonly Piece[]) => new Map(list.map((one, at) => [keyOf(one, at), one]))
  const [was, is] = [byKey(before), byKey(after)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => ofThing(part, was.get(key), is.get(key), fields))
}

/** A step is known by where it leads, a track by its answer. */
const keyWithout = (piece: Piece, at: number): string => asText(piece.to) || codeOf(piece) || String(at)

function ofThing(
  part: PartName,
  before: Piece | undefined,
  after: Piece | undefined,
  fields: readonly Field[],
): Difference[] {
  if (before === undefined && after === undefined) return []
  if (before === undefined || after === undefined) return [{ part, before, after }]
  return fields.flatMap((field) => ofField({ part, before, after, field }))
}

function ofField(difference: Difference & { readonly before: Piece; readonly after: Piece; readonly field: Field }) {
  const { part, before, after, field } = difference
  const [was, is] = [valueAt(before, field.key), valueAt(after, field.key)]
  if (isDeepStrictEqual(was, is) || (isNothing(was) && isNothing(is))) return []
  if (field.kind !== 'items') return [difference]
  const among = { part, fields: field.fields, isCoded: field.isCoded }
  return ofLists(among, asList(was).map(asPiece), asList(is).map(asPiece)).map((inner) => ({ ...difference, inner }))
}

/** A list left out and an empty one say the same, as no and nothing do. */
const isNothing = (value: unknown): boolean =>
  value === undefined || value === false || (Array.isArray(value) && value.length === 0)
