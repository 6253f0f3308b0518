import type { Id } from '../../../foundation/id.ts'
import type { Owner } from '../owner.ts'
import { codeFrom } from './coding.ts'
import { asText, codeOf, listAt, type Piece, pieceAt, type Spot, valueAt } from './document.ts'
import { fieldsOf, isCoded } from './parts.ts'
import { sealOfSeen } from './seal.ts'

/** A definition that somebody is still writing. */
export type Draft = Owner & {
  readonly id: Id
  readonly code: string
  readonly definition: Piece
  readonly rowVersion: number
  readonly changedBy: Id
  readonly changedAt: Date
}

/** A seal of what somebody saw, so that a later save notices that it changed meanwhile. */
export function sealOf(document: Piece, spot: Spot): string {
  const piece = pieceAt(document, spot)
  const seen = spot.part === 'basics' ? fieldsOf('basics').map(({ key }) => piece?.[key]) : piece
  return sealOfSeen(seen)
}

/** The thing with a code from its name, when it has none; figures carry the name of their programme in front. */
export function withCode(document: Piece, { part }: Spot, piece: Piece): Piece {
  if (!isCoded(part) || codeOf(piece) !== '') return piece
  const lists = CODED_TOGETHER.find((group) => group.includes(part)) ?? [part]
  const taken = lists.flatMap((one) =>
    one === 'longest' ? [pieceAt(document, { part: one }) ?? {}] : listAt(document, one),
  )
  const name = asText(valueAt(piece, 'name/nl')) || asText(valueAt(piece, 'ask/nl'))
  const start = part === 'measures' || part === 'shares' ? `${codeOf(document)}-` : ''
  return { code: codeFrom(name, taken.map(codeOf), start), ...piece }
}

/** What stands in one list for whoever asks by code. */
const CODED_TOGETHER: readonly (readonly Spot['part'][])[] = [
  ['milestones', 'longest'],
  ['measures', 'shares'],
]
