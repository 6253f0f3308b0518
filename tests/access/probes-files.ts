import { newId } from '../../foundation/id.ts'
import type { Probe, Sample, Sight } from './probe.ts'
import {
  at,
  familyAt,
  farProvision,
  fileSamples,
  importOf,
  municipalityAt,
  personAt,
  provisionColumns,
  RECORD_PLACES,
  samplesAt,
  trajectoryAt,
  type Variant,
} from './records.ts'
import { id, PLACES, type PlaceName } from './seats.ts'

// What hangs on a trajectory: for workers of the provision, for those assigned to it, and, when it came by a file, for
// who brings in files there.

type Expected = NonNullable<Probe['read']>

const bringsIn = ({ can }: Sight, { place, variant }: Sample) =>
  variant === 'imported' && can('import', 'change', place)
const readsFile: Expected = (sight, sample) => sight.can('trajectory', 'read', sample.place) || bringsIn(sight, sample)
const changesFile: Expected = (sight, sample) =>
  sight.can('trajectory', 'change', sample.place) || bringsIn(sight, sample)
const readsTyped: Expected = (sight, { place }) => sight.can('trajectory', 'read', place)
const changesTyped: Expected = (sight, { place }) => sight.can('trajectory', 'change', place)
const destroys: Expected = (sight) => sight.everywhere('trajectory', 'change')
const changesFar = (sight: Sight) =>
  sight.can('trajectory', 'change', 'other-region') || sight.can('import', 'change', 'other-region')

/** Not only the own matches of it. */
const changesWholly = (sight: Sight, place: PlaceName) =>
  sight.can('trajectory', 'change', place) && sight.seat.scope.ownMatches !== true

/** A family belongs to an organisation in a municipality, not to one of its teams or programmes. */
const opensFamily: Expected = (sight, { place }) =>
  RECORD_PLACES.filter(
    (other) =>
      municipalityAt(other) === municipalityAt(place) && PLACES[other].organisationId === PLACES[place].organisationId,
  ).some((other) => sight.can('trajectory', 'change', other) || sight.can('import', 'change', other))

const numberOf = (place: PlaceName, variant: Variant) => at(place) + (variant === 'imported' ? 100 : 0)
const withFile = (place: PlaceName, variant: Variant) => ({
  ...provisionColumns(place),
  trajectory_id: trajectoryAt(place, variant),
  import_id: importOf(place, variant),
})

export const fileProbes: readonly Probe[] = [
  {
    table: 'families',
    key: 'id::text',
    samples: fileSamples((place, variant) => ({
      key: familyAt(place, variant),
      row: {
        municipality_id: municipalityAt(place),
        id: familyAt(place, variant),
        organisation_id: PLACES[place].organisationId,
        village_code: 'spare',
      },
    })),
    read: readsFile,
    add: { fresh: () => ({ id: newId() }), may: opensFamily },
    change: {
      set: 'village_code = null',
      mark: 'village_code is null',
      may: (sight, { place }) => changesWholly(sight, place),
    },
    remove: { may: destroys },
  },
  {
    table: 'family_children',
    key: 'family_id::text',
    samples: fileSamples((place, variant) => ({
      key: familyAt(place, variant),
      row: {
        municipality_id: municipalityAt(place),
        family_id: familyAt(place, variant),
        position: 0,
        age_years: 4,
        stated_on: '2026-01-01',
      },
    })),
    read: readsFile,
    add: { fresh: () => ({ position: 7 }), may: changesFile },
    remove: { may: destroys },
  },
  {
    table: 'trajectories',
    key: 'id::text',
    samples: fileSamples((place, variant) => ({
      key: trajectoryAt(place, variant),
      row: {
        ...provisionColumns(place),
        id: trajectoryAt(place, variant),
        organisation_id: PLACES[place].organisationId,
        programme_code: PLACES[place].programmeCode,
        programme_version: 1,
        family_id: familyAt(place, variant),
        import_id: importOf(place, variant),
        registered_on: '2026-01-01',
        phase: 'active',
      },
    })),
    read: readsFile,
    // A new file is assigned to nobody yet, so who reaches own matches only opens none.
    add: {
      fresh: () => ({ id: newId() }),
      may: (sight, sample) => changesWholly(sight, sample.place) || bringsIn(sight, sample),
    },
    change: { set: "phase = 'marked'", mark: "phase = 'marked'", may: changesFile },
    remove: { may: destroys },
    tries: [{ statement: () => `update trajectories set provision_id = '${farProvision}'`, passes: changesFar }],
  },
  {
    table: 'trajectory_events',
    key: 'id::text',
    samples: fileSamples((place, variant) => ({
      key: id(21, numberOf(place, variant)),
      row: {
        ...withFile(place, variant),
        id: id(21, numberOf(place, variant)),
        holds_on: '2026-01-01',
        recorded_at: '2026-01-01',
        recorded_by: personAt('own'),
        payload: '{"type":"registered"}',
      },
    })),
    read: readsFile,
    add: { fresh: () => ({ id: newId() }), may: changesFile },
    remove: { may: destroys },
  },
  {
    table: 'original_words',
    key: 'trajectory_id::text',
    samples: fileSamples((place, variant) => ({
      key: trajectoryAt(place, variant),
      row: { ...withFile(place, variant), question: 'referrer', word: 'word' },
    })),
    read: readsFile,
    add: { fresh: () => ({ word: newId() }), may: changesFile },
    remove: { may: destroys },
  },
  {
    table: 'assignments',
    key: 'id::text',
    samples: samplesAt(RECORD_PLACES, (place) => ({
      key: id(14, at(place)),
      row: {
        ...provisionColumns(place),
        id: id(14, at(place)),
        trajectory_id: trajectoryAt(place, 'typed'),
        person_id: personAt('own'),
        role: 'volunteer',
        from_on: '2026-01-01',
      },
    })),
    read: readsTyped,
    add: { fresh: () => ({ id: newId() }), may: changesTyped },
    change: { set: "role = 'marked'", mark: "role = 'marked'", may: changesTyped },
    remove: { may: destroys },
    tries: [
      {
        statement: () => `update assignments set provision_id = '${farProvision}'`,
        passes: (sight) => sight.can('trajectory', 'change', 'other-region'),
      },
    ],
  },
  {
    table: 'recorded_moments',
    key: 'municipality_id::text',
    samples: [
      {
        place: 'own',
        key: municipalityAt('own'),
        row: { municipality_id: municipalityAt('own'), last_recorded_at: '2026-01-01' },
      },
    ],
  },
]

const cell = (place: PlaceName, isSpecial: boolean) => ({
  key: `${place}-${isSpecial}`,
  row: {
    ...provisionColumns(place),
    programme_code: PLACES[place].programmeCode,
    measure: `${place}-${isSpecial}`,
    grouping: 'all',
    key: 'all',
    holds_on: '2026-01-01',
    recorded_at: '2026-01-01',
    n: 1,
    families: 1,
    is_special: isSpecial,
  },
})

/** Jumps are counted per provision, so who works on one match there counts it. */
const counts: Expected = ({ can }, { place, variant }) =>
  variant !== 'special' &&
  (can('trajectory', 'change', place === 'unassigned' ? 'own' : place) || can('import', 'change', place))

const published = (
  key: string,
  audience: 'policy' | 'public',
  where: { region_id?: string; municipality_id?: string },
) => ({
  key,
  row: { question: key, audience, answer: '{}', ...where },
})
const readsFigure: Expected = ({ can }, { place, variant }) => {
  if (variant === 'public') return true
  // A figure over a region needs all of the region, of which the other municipality stands for the rest.
  return can('figure', 'read', variant === 'region' && place === 'own' ? 'other-municipality' : place)
}

export const figureProbes: readonly Probe[] = [
  {
    table: 'figure_cells',
    key: 'measure',
    samples: [
      ...samplesAt(RECORD_PLACES, (place) => cell(place, false)),
      ...samplesAt(RECORD_PLACES, (place) => cell(place, true)).map((sample) => ({ ...sample, variant: 'special' })),
    ],
    read: ({ can }, { place, variant }) => variant !== 'special' && can('own-figure', 'read', place),
    add: { fresh: () => ({}), may: counts },
  },
  {
    table: 'special_answers',
    key: 'trajectory_id::text',
    samples: samplesAt(RECORD_PLACES, (place) => ({
      key: trajectoryAt(place, 'typed'),
      row: {
        municipality_id: municipalityAt(place),
        trajectory_id: trajectoryAt(place, 'typed'),
        question: 'special',
        answer: 'yes',
      },
    })),
  },
  {
    table: 'audience_settings',
    key: 'audience || hide_below',
    samples: [{ place: 'own', key: 'policy7', row: { audience: 'policy', hide_below: 7, round_to: 1 } }],
    read: () => true,
    add: { fresh: (_, me) => ({ recorded_by: me }), may: (sight) => sight.everywhere('setting', 'change') },
    tries: [
      {
        statement: () =>
          `insert into audience_settings (audience, hide_below, round_to, recorded_by) values ('policy', 8, 1, '${personAt('own')}')`,
        passes: () => false,
      },
    ],
  },
  {
    table: 'published_figures',
    key: 'question',
    samples: [
      ...(['own', 'other-municipality', 'other-region'] as const).map(
        (place): Sample => ({
          place,
          ...published(place, 'policy', { municipality_id: municipalityAt(place) }),
        }),
      ),
      ...(['own', 'other-region'] as const).map(
        (place): Sample => ({
          place,
          variant: 'region',
          ...published(`region-${place}`, 'policy', { region_id: PLACES[place].regionId }),
        }),
      ),
      {
        place: 'other-region',
        variant: 'public',
        ...published('public', 'public', { municipality_id: municipalityAt('other-region') }),
      },
    ],
    read: readsFigure,
    add: { fresh: () => ({ question: newId() }), may: readsFigure },
  },
]
