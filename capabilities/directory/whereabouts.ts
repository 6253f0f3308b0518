import type { Day } from '../../foundation/day.ts'
import { freshness } from './freshness.ts'
import { isAhead, isShown, type Offer } from './offer.ts'

/**
 * Where each programme is found, by its code: one public card of the whole municipality that says so and that somebody can go
 * to or call. A card that was not checked for too long is left out, as in print: nobody should stand before a closed door.
 */
export function whereabouts(offers: readonly Offer[], today: Day): ReadonlyMap<string, Offer> {
  const usable = offers.filter(
    (offer) =>
      isShown(offer, today) &&
      !isAhead(offer, today) &&
      freshness(offer.confirmedOn, today) !== 'stale' &&
      offer.card.villages.length === 0 &&
      (offer.card.place !== undefined || offer.card.phone !== undefined),
  )
  const sorted = usable.toSorted(
    (one, other) =>
      rank(one) - rank(other) || one.card.name.localeCompare(other.card.name) || (one.id < other.id ? -1 : 1),
  )
  const found = new Map<string, Offer>()
  for (const offer of sorted)
    if (offer.card.programme !== undefined && !found.has(offer.card.programme)) found.set(offer.card.programme, offer)
  return found
}

/** Where one can walk in comes first, then where there is a door at all. */
const rank = ({ card }: Offer): number => (card.isWalkIn ? 0 : card.place === undefined ? 2 : 1)
