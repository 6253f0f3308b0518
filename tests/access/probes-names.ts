import { newId } from '../../foundation/id.ts'
import { insertInto, type Probe, type Row, type Sample, type Sight } from './probe.ts'
import { MUNICIPALITY_PLACES, municipalityAt, personAt } from './records.ts'
import { id, WORLD } from './seats.ts'

// What a place calls things, and the words by which search finds its pages: kept by who keeps its public pages.

const OF_A_REGION = 'of-a-region'
const OF_EVERYONE = 'of-everyone'

const keeps = ({ can, everywhere }: Sight, { variant = '', place }: Pick<Sample, 'variant' | 'place'>): boolean => {
  if (variant === OF_EVERYONE) return everywhere('page', 'change')
  return variant === OF_A_REGION ? can('page', 'change', 'other-municipality') : can('page', 'change', place)
}

const REGION: Row = { region_id: WORLD.region }
/** A row in every municipality, one of a region and one of everyone. */
const placed = (group: number, row: Row): readonly Sample[] => [
  ...MUNICIPALITY_PLACES.map((place, at) => ({
    ...{ place, key: id(group, at + 1) },
    row: { id: id(group, at + 1), municipality_id: municipalityAt(place), ...row },
  })),
  { place: 'own', variant: OF_A_REGION, key: id(group, 8), row: { id: id(group, 8), ...REGION, ...row } },
  { place: 'own', variant: OF_EVERYONE, key: id(group, 9), row: { id: id(group, 9), ...row } },
]

const name: Row = { code: 'local-team', version: 1, said: '{}', recorded_by: personAt('own') }
const synonym: Row = { language: 'nl', word: 'poen', means: 'geld', recorded_by: personAt('own') }
const HERE: Row = { municipality_id: WORLD.municipality }
const ME = "nullif(current_setting('app.actor_id', true), '')::uuid"

export const nameProbes: readonly Probe[] = [
  {
    table: 'term_names',
    key: 'id::text',
    // A name is of a region or of a municipality; those for everyone come with the product.
    samples: placed(81, name).filter(({ variant }) => variant !== OF_EVERYONE),
    read: () => true,
    add: { fresh: (_, me) => ({ id: newId(), version: 2, recorded_by: me }), may: keeps },
    tries: [
      // Not in the name of somebody else, and nothing of what was said before changes.
      { statement: () => insertInto('term_names', { ...name, ...HERE, id: newId(), version: 3 }), passes: () => false },
      { statement: () => "update term_names set said = '{}'", passes: () => false },
      { statement: () => 'delete from term_names', passes: () => false },
    ],
  },
  {
    table: 'page_synonyms',
    key: 'id::text',
    samples: placed(82, synonym),
    read: () => true,
    add: { fresh: (_, me) => ({ id: newId(), word: 'centen', recorded_by: me }), may: keeps },
    change: {
      set: `removed_at = now(), removed_by = ${ME}`,
      mark: 'removed_at is not null',
      may: keeps,
    },
    tries: [
      {
        statement: () => insertInto('page_synonyms', { ...synonym, ...HERE, id: newId(), word: 'duiten' }),
        passes: () => false,
      },
      {
        statement: () => `update page_synonyms set removed_at = now(), removed_by = '${personAt('own')}'`,
        passes: () => false,
      },
      { statement: () => "update page_synonyms set means = 'iets anders'", passes: () => false },
      { statement: () => 'delete from page_synonyms', passes: () => false },
    ],
  },
]
