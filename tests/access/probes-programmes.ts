import { newId } from '../../foundation/id.ts'
import { insertInto, type Probe, type Row, type Sample, type Sight } from './probe.ts'
import { importAt, MUNICIPALITY_PLACES, municipalityAt, personAt, samplesAt } from './records.ts'
import { id, type PlaceName, WORLD } from './seats.ts'

type Expected = NonNullable<Probe['read']>

const sets: Expected = ({ can }, { place }) => can('setting', 'change', place)
const readsSetting: Expected = ({ can }, { place }) => can('setting', 'read', place)

const definition = (version: number, given: Row = {}): Row => {
  const { code = 'first-help' } = given
  return {
    ...{ code, version, definition: `{"code":"${code}","version":"${version}"}`, published_by: personAt('own') },
    ...given,
  }
}

const OF_A_REGION = 'of-a-region'
const OF_A_MUNICIPALITY = 'of-a-municipality'
const ofMunicipality: Row = { municipality_id: WORLD.municipality }

/** Whoever reaches another municipality of the region reaches the region as a whole. */
function owns({ can, everywhere }: Sight, { variant, place }: Pick<Sample, 'variant' | 'place'>): boolean {
  if (variant === OF_A_MUNICIPALITY) return can('programme', 'change', place)
  if (variant === OF_A_REGION) return can('programme', 'change', 'other-municipality')
  return everywhere('programme', 'change')
}

const setting = (place: PlaceName) => ({
  municipality_id: municipalityAt(place),
  id: importAt(place),
  programme_code: 'first-help',
  rule_code: 'rule',
  recorded_by: personAt('own'),
})

const draft = (number: number, given: Row): Row => ({
  ...{ id: id(45, number), code: 'in-the-making', definition: '{}', created_by: personAt('own') },
  ...{ changed_by: personAt('own'), ...given },
})

const draftSamples: readonly Sample[] = [
  ...MUNICIPALITY_PLACES.map((place, at) => ({
    ...{ place, key: id(45, at + 1), variant: OF_A_MUNICIPALITY },
    row: draft(at + 1, { municipality_id: municipalityAt(place) }),
  })),
  { place: 'own', key: id(45, 8), variant: OF_A_REGION, row: draft(8, { region_id: WORLD.region }) },
  { place: 'own', key: id(45, 9), variant: 'of the platform', row: draft(9, {}) },
]

export const programmeProbes: readonly Probe[] = [
  {
    table: 'programmes',
    key: 'code || version',
    samples: [
      { place: 'own', key: 'first-help1', row: definition(1) },
      { place: 'own', key: 'first-help2', variant: 'retired', row: definition(2, { retired_at: '2099-01-01' }) },
      {
        ...{ place: 'own', key: 'own-help1', variant: OF_A_MUNICIPALITY },
        row: definition(1, { code: 'own-help', ...ofMunicipality }),
      },
    ],
    read: ({ can }) => can('programme', 'read', 'own'),
    add: {
      fresh: ({ variant, row }, me) => ({
        ...definition(9, { code: row.code ?? null, published_by: me }),
        ...(variant === 'retired' && { retired_at: '2099-01-01' }),
      }),
      may: (sight, sample) => owns(sight, sample) && sample.variant !== 'retired',
    },
    change: {
      set: "retired_at = '2098-01-01'",
      mark: "retired_at = '2098-01-01'",
      may: (sight, sample) => owns(sight, sample) && sample.variant !== 'retired',
    },
    tries: [
      { statement: () => insertInto('programmes', definition(8)), passes: () => false },
      { statement: () => 'update programmes set retired_at = null', passes: () => false },
      {
        // A programme of the whole platform is nobody's to go on with as its own.
        statement: (me) => insertInto('programmes', definition(8, { published_by: me, ...ofMunicipality })),
        passes: () => false,
      },
      {
        statement: (me) => insertInto('programmes', definition(8, { code: 'own-help', published_by: me })),
        passes: () => false,
      },
      { statement: () => `update programmes set municipality_id = '${WORLD.municipality}'`, passes: () => false },
    ],
  },
  {
    table: 'programme_drafts',
    key: 'id::text',
    samples: draftSamples,
    read: owns,
    add: { fresh: (_, me) => ({ id: newId(), created_by: me, changed_by: me }), may: owns },
    change: {
      set: "row_version = 7, changed_by = nullif(current_setting('app.actor_id', true), '')::uuid",
      mark: 'row_version = 7',
      may: owns,
    },
    remove: { may: ({ can }) => can('programme', 'change', 'own') },
    tries: [
      {
        statement: () => insertInto('programme_drafts', draft(20, { id: newId(), ...ofMunicipality })),
        passes: () => false,
      },
      {
        statement: () => `update programme_drafts set municipality_id = '${WORLD.farMunicipality}'`,
        passes: () => false,
      },
      { statement: () => `update programme_drafts set changed_by = '${personAt('own')}'`, passes: () => false },
    ],
  },
  {
    table: 'fit_settings',
    key: 'id::text',
    samples: samplesAt(MUNICIPALITY_PLACES, (place) => ({ key: importAt(place), row: setting(place) })),
    read: readsSetting,
    add: { fresh: (_, me) => ({ id: newId(), recorded_by: me }), may: sets },
    tries: [{ statement: () => insertInto('fit_settings', { ...setting('own'), id: newId() }), passes: () => false }],
  },
]
