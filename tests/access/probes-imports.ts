import { newId } from '../../foundation/id.ts'
import { insertInto, type Probe, type Sight } from './probe.ts'
import {
  farProvision,
  hash,
  importAt,
  MUNICIPALITY_PLACES,
  municipalityAt,
  PROVISION_PLACES,
  personAt,
  provisionAt,
  provisionColumns,
  samplesAt,
  trajectoryAt,
} from './records.ts'
import { PLACES, type PlaceName } from './seats.ts'

type Expected = NonNullable<Probe['read']>
const looks: Expected = ({ can }, { place }) => can('import', 'read', place)
const bringsIn: Expected = ({ can }, { place }) => can('import', 'change', place)
const bringsInFar = ({ can }: Sight) => can('import', 'change', 'other-region')

const sets: Expected = ({ can }, { place }) => can('setting', 'change', place)
const readsSetting: Expected = ({ can }, { place }) => can('setting', 'read', place)
/** Column names of a municipality help whoever brings in a file there. */
const readsSynonym: Expected = (sight, sample) => readsSetting(sight, sample) || looks(sight, sample)

const ofImport = (place: PlaceName) => ({ ...provisionColumns(place), import_id: importAt(place) })
const ofCorrection = (place: PlaceName) => ({
  ...ofImport(place),
  ...{ id: importAt(place), row_number: 2, column_name: 'kern' },
})
const toFar = (table: string) => [
  { statement: () => `update ${table} set provision_id = '${farProvision}'`, passes: bringsInFar },
]

export const importProbes: readonly Probe[] = [
  {
    table: 'imports',
    key: 'id::text',
    samples: samplesAt(PROVISION_PLACES, (place) => ({
      key: importAt(place),
      row: {
        ...provisionColumns(place),
        id: importAt(place),
        organisation_id: PLACES[place].organisationId,
        programme_code: PLACES[place].programmeCode,
        programme_version: 1,
        file_hash: hash('a'),
        row_count: 1,
        mapping: '{}',
        holds_on: '2026-01-01',
        created_by: personAt('own'),
      },
    })),
    read: looks,
    add: { fresh: () => ({ id: newId() }), may: bringsIn },
    change: { set: 'row_count = 77', mark: 'row_count = 77', may: bringsIn },
    tries: toFar('imports'),
  },
  {
    table: 'import_files',
    key: 'import_id::text',
    samples: samplesAt(PROVISION_PLACES, (place) => ({
      key: importAt(place),
      row: { ...ofImport(place), bytes: '\\x00' },
    })),
    read: bringsIn,
    add: { fresh: () => ({ import_id: newId() }), may: bringsIn },
    change: { set: "bytes = '\\x01'", mark: "bytes = '\\x01'", may: bringsIn },
    remove: { may: bringsIn },
    tries: toFar('import_files'),
  },
  {
    table: 'import_progress',
    key: 'import_id::text',
    samples: samplesAt(PROVISION_PLACES, (place) => ({ key: importAt(place), row: { ...ofImport(place), total: 5 } })),
    read: looks,
    add: { fresh: () => ({ import_id: newId() }), may: bringsIn },
    change: { set: 'total = 9', mark: 'total = 9', may: bringsIn },
    remove: { may: bringsIn },
    tries: toFar('import_progress'),
  },
  {
    table: 'import_corrections',
    key: 'id::text',
    samples: samplesAt(PROVISION_PLACES, (place) => ({
      key: importAt(place),
      row: { ...ofCorrection(place), corrected_by: personAt('own') },
    })),
    read: bringsIn,
    add: { fresh: (_, me) => ({ id: newId(), corrected_by: me }), may: bringsIn },
    remove: { may: bringsIn },
    tries: [
      // In the name of another.
      {
        statement: () =>
          insertInto('import_corrections', { ...ofCorrection('own'), id: newId(), corrected_by: personAt('own') }),
        passes: () => false,
      },
    ],
  },
  {
    table: 'import_keys',
    key: 'trajectory_id::text',
    samples: samplesAt(PROVISION_PLACES, (place) => ({
      key: trajectoryAt(place, 'imported'),
      row: {
        ...ofImport(place),
        trajectory_id: trajectoryAt(place, 'imported'),
        content_hash: hash('a'),
        occurrence: 1,
        state_hash: hash('b'),
      },
    })),
    read: bringsIn,
    add: { fresh: () => ({ trajectory_id: newId(), occurrence: 7 }), may: bringsIn },
    remove: { may: bringsIn },
  },
  {
    table: 'saved_mappings',
    key: 'provision_id::text',
    samples: samplesAt(PROVISION_PLACES, (place) => ({
      key: provisionAt(place),
      row: { ...provisionColumns(place), header_hash: hash('a'), mapping: '{}', name: 'a' },
    })),
    read: bringsIn,
    add: { fresh: (_, me) => ({ header_hash: hash('b'), saved_by: me }), may: bringsIn },
    change: { set: `header_hash = '${hash('c')}'`, mark: `header_hash = '${hash('c')}'`, may: bringsIn },
    remove: { may: bringsIn },
    tries: [
      ...toFar('saved_mappings'),
      // In the name of another.
      {
        statement: () =>
          insertInto('saved_mappings', {
            ...provisionColumns('own'),
            ...{ header_hash: hash('d'), mapping: '{}', name: 'a', saved_by: personAt('own') },
          }),
        passes: () => false,
      },
    ],
  },
  {
    table: 'column_synonyms',
    key: 'municipality_id::text',
    samples: samplesAt(MUNICIPALITY_PLACES, (place) => ({
      key: municipalityAt(place),
      row: {
        municipality_id: municipalityAt(place),
        programme_code: 'first-help',
        word: 'kern',
        target: 'village',
        created_by: personAt('own'),
      },
    })),
    read: readsSynonym,
    add: { fresh: (_, me) => ({ word: newId(), created_by: me }), may: sets },
    remove: { may: sets },
    tries: [
      {
        statement: () =>
          insertInto('column_synonyms', {
            municipality_id: municipalityAt('own'),
            programme_code: 'first-help',
            word: newId(),
            target: 'village',
            created_by: personAt('own'),
          }),
        passes: () => false,
      },
    ],
  },
]
