import type { Id } from '../../foundation/id.ts'
import type { Place } from '../access/access.ts'

/** Whose a programme is: of a municipality, of a region, or (both empty) of the whole platform. */
export type Owner = { readonly municipalityId: Id | null; readonly regionId: Id | null }

export const THE_PLATFORM: Owner = { municipalityId: null, regionId: null }

/** Where the right to change is asked for; a municipality stands in its region. */
export const placeOfOwner = ({ municipalityId, regionId }: Owner, regionOfMunicipality: Id | null): Place => ({
  municipalityId: municipalityId ?? undefined,
  regionId: regionId ?? regionOfMunicipality ?? undefined,
})

export const isSameOwner = (one: Owner, other: Owner): boolean =>
  one.municipalityId === other.municipalityId && one.regionId === other.regionId
