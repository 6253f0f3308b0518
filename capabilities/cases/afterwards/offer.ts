import type { Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'

/** What a municipality offers to whoever leaves a programme: public knowledge, with the days on which it holds. */
export type Offer = {
  readonly id: Id
  readonly municipalityId: Id
  readonly name: string
  readonly what: string
  readonly reach: string
  /** Where it was found or who told it. */
  readonly source: string
  readonly validFrom: Day
  readonly validUntil: Day | null
  readonly programmeCodes: readonly string[]
  readonly rowVersion: number
}

export type ToldOffer = Omit<Offer, 'id' | 'municipalityId' | 'rowVersion' | 'validFrom'> & {
  readonly validFrom: Day | undefined
}

/** What was handed to somebody, in the words of that day. */
export type Handed = {
  readonly offerId: Id
  readonly handedOn: Day
  readonly name: string
  readonly what: string
  readonly reach: string
}

/** Only what holds on that day, in that municipality, for that programme. */
export const mayBeHanded = (
  offer: Offer,
  to: { readonly municipalityId: Id; readonly programmeCode: string; readonly on: Day },
): boolean =>
  offer.municipalityId === to.municipalityId &&
  offer.validFrom <= to.on &&
  (offer.validUntil === null || offer.validUntil >= to.on) &&
  offer.programmeCodes.includes(to.programmeCode)

const LONGEST = { name: 120, what: 400, reach: 300, source: 200 } as const

/** Names of the fields that are not right yet, by reason. */
export function offerOf(given: ToldOffer, programmes: readonly string[]): Answer<ToldOffer & { validFrom: Day }> {
  const tidy = (text: string) => text.trim().replace(/\s+/g, ' ')
  const texts = { name: tidy(given.name), what: tidy(given.what), reach: tidy(given.reach), source: tidy(given.source) }
  for (const field of ['name', 'what', 'reach', 'source'] as const) {
    if (texts[field] === '') return refuse('offer-empty', { field })
    if (texts[field].length > LONGEST[field]) return refuse('offer-long', { field, most: LONGEST[field] })
  }
  const { validFrom, validUntil } = given
  if (validFrom === undefined) return refuse('offer-days', { field: 'validFrom' })
  if (validUntil !== null && validUntil < validFrom) return refuse('offer-days', { field: 'validUntil' })
  const programmeCodes = programmes.filter((code) => given.programmeCodes.includes(code))
  if (programmeCodes.length === 0) return refuse('offer-programmes', { field: 'programmes' })
  return allow({ ...texts, validFrom, validUntil, programmeCodes })
}
