import type { Id } from '../../foundation/id.ts'
import { fits } from '../search/similar.ts'

/** A municipality as somebody finds it: by its name, one of its villages, or the four figures of a postcode. */
export type FindablePlace = {
  readonly id: Id
  readonly slug: string
  readonly name: string
  readonly villages: readonly string[]
  /** Ranges of the four figures, first and last. */
  readonly postcodes: readonly (readonly [number, number])[]
}

export type FoundPlace = { readonly slug: string; readonly name: string; readonly village: string | undefined }

/** From this on a name is so much the same that nobody needs to choose. */
const SURE = 1

/**
 * The municipalities that somebody can mean, the best first: those of a typed postcode, whatever its spaces and letters, or
 * those with a name or village that is alike, also when it is spelled a little wrong.
 */
export function placesMeant(places: readonly FindablePlace[], typed: string): FoundPlace[] {
  const figures = typed.trim().match(/^(\d{4})\s*[a-z]{0,2}$/i)?.[1]
  if (figures !== undefined) return withPostcode(places, Number(figures))
  const found = places
    .flatMap(({ slug, name, villages }) => {
      const [own, ...inside] = [name, ...villages].map((one) => ({ one, score: fits(one, typed) }))
      const village = inside.toSorted((a, b) => b.score - a.score)[0]
      const isVillage = village !== undefined && village.score > (own?.score ?? 0)
      const score = Math.max(own?.score ?? 0, village?.score ?? 0)
      return score > 0 ? [{ score, place: { slug, name, village: isVillage ? village.one : undefined } }] : []
    })
    .toSorted((a, b) => b.score - a.score)
  const sure = found.filter(({ score }) => score >= SURE)
  return (sure.length > 0 ? sure : found).map(({ place }) => place)
}

const withPostcode = (places: readonly FindablePlace[], figures: number): FoundPlace[] =>
  places
    .filter(({ postcodes }) => postcodes.some(([first, last]) => first <= figures && figures <= last))
    .map(({ slug, name }) => ({ slug, name, village: undefined }))
