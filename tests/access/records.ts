import type { Row, Sample } from './probe.ts'
import { id, PLACES, type PlaceName, WORLD } from './seats.ts'

// Where each sample stands. Ids tell what they are: 5 provisions, 6 families, 7 trajectories, 8 imports.

export const PROVISION_PLACES = [
  'own',
  'other-programme',
  'other-team',
  'other-organisation',
  'other-municipality',
  'other-region',
] as const
export const RECORD_PLACES = [...PROVISION_PLACES, 'unassigned'] as const satisfies readonly PlaceName[]
export const MUNICIPALITY_PLACES = ['own', 'other-municipality', 'other-region'] as const satisfies readonly PlaceName[]

/** A number for each place; the unassigned record stands in the provision of the own one. */
export const at = (place: PlaceName): number => RECORD_PLACES.indexOf(place) + 1
const provisionNumber = (place: PlaceName): number => at(place === 'unassigned' ? 'own' : place)

export const provisionAt = (place: PlaceName) => id(5, provisionNumber(place))
export const municipalityAt = (place: PlaceName) => PLACES[place].municipalityId
export const farProvision = provisionAt('other-region')

/** Organisations and teams that work in one place only, beside those of the world. */
export const ORGANISATIONS = {
  own: WORLD.organisation,
  'other-organisation': WORLD.otherOrganisation,
  'other-municipality': id(3, 5),
  'other-region': id(3, 6),
} as const
export const TEAMS = {
  own: { id: WORLD.team, organisation: WORLD.organisation },
  'other-team': { id: WORLD.otherTeam, organisation: WORLD.organisation },
  'other-organisation': { id: id(4, 4), organisation: WORLD.otherOrganisation },
  'other-municipality': { id: id(4, 5), organisation: ORGANISATIONS['other-municipality'] },
  'other-region': { id: id(4, 6), organisation: ORGANISATIONS['other-region'] },
} as const

/** Somebody who works in a place. */
export const personAt = (place: PlaceName) => id(10, at(place))

/** Files typed in and files that came by an import: the second kind stand a hundred further. */
export type Variant = 'typed' | 'imported'
export const VARIANTS = ['typed', 'imported'] as const
const further = (variant: Variant): number => (variant === 'imported' ? 100 : 0)
export const familyAt = (place: PlaceName, variant: Variant) => id(6, at(place) + further(variant))
export const trajectoryAt = (place: PlaceName, variant: Variant) => id(7, at(place) + further(variant))
export const importAt = (place: PlaceName) => id(8, at(place))
export const importOf = (place: PlaceName, variant: Variant) => (variant === 'imported' ? importAt(place) : null)

/** One sample for each place, with a row and the key that names it. */
export const samplesAt = <Place extends PlaceName>(
  places: readonly Place[],
  make: (place: Place) => { key: string; row: Row },
): Sample[] => places.map((place) => ({ place, ...make(place) }))

/** Samples of records that hang on a trajectory, of both kinds. */
export const fileSamples = (make: (place: PlaceName, variant: Variant) => { key: string; row: Row }): Sample[] =>
  VARIANTS.flatMap((variant) => RECORD_PLACES.map((place) => ({ place, variant, ...make(place, variant) })))

export const provisionColumns = (place: PlaceName): Row => ({
  municipality_id: municipalityAt(place),
  provision_id: provisionAt(place),
})

export const hash = (letter: string) => letter.repeat(64)
