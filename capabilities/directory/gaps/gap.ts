import type { LifeDomain } from '../card.ts'
import { isFor } from '../choosing.ts'
import type { Offer } from '../offer.ts'

/**
 * what stands beside each other in one village and part of life. `demand` is null when its number is hidden, and undefined
 * when no programme that counts is about this part of life.
 */
export type SideBySide = { readonly offers: number; readonly demand: number | null | undefined }

/** What supply and demand say beside each other. */
export type Finding = 'much-without-offer' | 'some-without-offer' | 'much-for-offer' | 'hidden' | 'not-counted' | Quiet
type Quiet = 'offer-only' | 'nothing' | 'both'

/** Decision 0037: from here on one speaks of many questions; so many for each offer is much for what there is. */
const MANY = 10
const MANY_FOR_ONE = 20

/** What the two numbers say. Nothing is said of a hidden one, also not that there is any. */
export function findingOf({ offers, demand }: SideBySide): Finding {
  if (demand === undefined) return 'not-counted'
  if (demand === null) return 'hidden'
  if (demand === 0) return offers === 0 ? 'nothing' : 'offer-only'
  if (offers === 0) return demand >= MANY ? 'much-without-offer' : 'some-without-offer'
  return demand >= MANY_FOR_ONE * offers ? 'much-for-offer' : 'both'
}

/** The gaps that are worth a look, in the order of how large they are. */
const GAPS: readonly Finding[] = ['much-without-offer', 'some-without-offer', 'much-for-offer']
export const isGap = (finding: Finding): boolean => GAPS.includes(finding)

/** How many offers about this part of life are there for a village; without one, in the whole municipality. */
export const offersFor = (
  offers: readonly Pick<Offer, 'village' | 'card'>[],
  domain: LifeDomain,
  village: string | undefined,
): number =>
  offers.filter((offer) => offer.card.domains.includes(domain) && (village === undefined || isFor(offer, village)))
    .length

/** What several figures are together: hidden when one of them is, and undefined without any. */
export function together(values: readonly (number | null)[]): number | null | undefined {
  if (values.length === 0) return undefined
  return values.reduce((so, one) => (so === null || one === null ? null : so + one), 0)
}
