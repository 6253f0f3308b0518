import type { Id } from '../../foundation/id.ts'
import type { Grant } from '../access/actor.ts'
import { type Chosen, type NamePlace, type Term, termsIn } from './chosen.ts'
import { type Speak, spokenIn } from './spoken.ts'
import type { NameLanguage, ShippedTerms } from './term.ts'

/** All names of an installation, as a request takes them along. */
export type NameBook = {
  readonly shipped: ShippedTerms
  readonly chosen: readonly Chosen[]
  readonly regionOf: ReadonlyMap<Id, Id | null>
}

/** A place as its texts are read: a municipality within its region. */
export const readAs = (
  { regionId, municipalityId }: NamePlace,
  { regionOf }: Pick<NameBook, 'regionOf'>,
): NamePlace => ({
  ...{
    municipalityId,
    regionId: regionId ?? (municipalityId === null ? null : (regionOf.get(municipalityId) ?? null)),
  },
})

/** Where somebody works, for the names on the screens: the one municipality of all grants, else the one region, else nowhere. */
export function workingIn(grants: readonly Grant[], { regionOf }: Pick<NameBook, 'regionOf'>): NamePlace {
  const municipalities = new Set(grants.map(({ municipalityId }) => municipalityId ?? null))
  const regions = new Set(
    grants.map(({ regionId, municipalityId }) => regionId ?? (municipalityId && regionOf.get(municipalityId)) ?? null),
  )
  const [municipalityId = null] = municipalities.size === 1 ? municipalities : []
  const [regionId = null] = regions.size === 1 ? regions : []
  return { municipalityId, regionId }
}

type Ready = { readonly terms: readonly Term[]; readonly speak: Readonly<Record<NameLanguage, Speak>> }
const ready = new WeakMap<NameBook, Map<string, Ready>>()

/** The names of a place and how texts are said with them; worked out once per book, because every text of a page asks. */
export function namesAt(book: NameBook, place: NamePlace): Ready {
  const known = ready.get(book) ?? new Map<string, Ready>()
  ready.set(book, known)
  const whole = readAs(place, book)
  const key = `${whole.regionId} ${whole.municipalityId}`
  const found = known.get(key)
  if (found !== undefined) return found
  const terms = termsIn(book.shipped, book.chosen, whole)
  const made = { terms, speak: { nl: spokenIn(terms, 'nl'), en: spokenIn(terms, 'en') } }
  known.set(key, made)
  return made
}
