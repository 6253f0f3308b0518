import { type Answer, allow, refuse } from '../../foundation/result.ts'
import { ACCESSES, type Card, DOMAINS, type LifeDomain } from './card.ts'
import type { Offer } from './offer.ts'

/** What somebody narrows the list to; what is absent does not narrow. */
export type Choice = {
  readonly village?: string
  readonly domain?: LifeDomain
  readonly age?: number
  readonly access?: Card['access']
}

const OLDEST = 120

/** The age that was typed; none where the field was left empty. */
export function ageAsked(typed: string): Answer<number | undefined> {
  if (typed === '') return allow(undefined)
  const isAge = /^\d{1,3}$/.test(typed) && Number(typed) <= OLDEST
  return isAge ? allow(Number(typed)) : refuse('offer-age-wrong', { oldest: OLDEST })
}

/** What was typed or chosen, without what is no choice. */
export function choiceOf(text: (name: string) => string, villages: readonly string[]): Choice {
  const village = villages.find((one) => one === text('village'))
  const domain = DOMAINS.find((one) => one === text('domain'))
  const access = ACCESSES.find((one) => one === text('access'))
  const read = ageAsked(text('age'))
  const age = read.ok ? read.value : undefined
  return {
    ...(village !== undefined && { village }),
    ...(domain !== undefined && { domain }),
    ...(age !== undefined && { age }),
    ...(access !== undefined && { access }),
  }
}

/** Whether an offer is for this village: it takes place there, or it is meant for it or for the whole municipality. */
export function isFor({ village, card }: Pick<Offer, 'village' | 'card'>, asked: string): boolean {
  if (village === asked || card.villages.includes(asked)) return true
  return card.villages.length === 0 && village === null
}

/** the offers that suit what was chosen. */
export const suiting = <T extends Pick<Offer, 'village' | 'card'>>(offers: readonly T[], choice: Choice): T[] =>
  offers.filter((offer) => {
    const { card } = offer
    return (
      (choice.village === undefined || isFor(offer, choice.village)) &&
      (choice.domain === undefined || card.domains.includes(choice.domain)) &&
      (choice.access === undefined || card.access === choice.access) &&
      (choice.age === undefined || (choice.age >= (card.minAge ?? 0) && choice.age <= (card.maxAge ?? OLDEST)))
    )
  })

export type VillageGroup<T> = { readonly village: string | null; readonly offers: readonly T[] }

/** Per village in the order of the municipality, each offer once where it takes place; what is everywhere comes last. */
export function byVillage<T extends Pick<Offer, 'village' | 'card'>>(
  offers: readonly T[],
  villages: readonly string[],
): VillageGroup<T>[] {
  const at = (village: string | null) => offers.filter((offer) => placeOf(offer, villages) === village)
  return [...villages, null].map((village) => ({ village, offers: at(village) })).filter((one) => one.offers.length > 0)
}

/** What takes place nowhere in particular and is for one village only stands with that village. */
function placeOf({ village, card }: Pick<Offer, 'village' | 'card'>, villages: readonly string[]): string | null {
  const [only] = card.villages
  const place = village ?? (card.villages.length === 1 ? only : undefined)
  return place !== undefined && villages.includes(place) ? place : null
}
