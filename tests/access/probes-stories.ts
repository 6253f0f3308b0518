import { newId } from '../../foundation/id.ts'
import { insertInto, type Probe, type Row, type Sample, type Sight } from './probe.ts'
import { hash, MUNICIPALITY_PLACES, municipalityAt, personAt } from './records.ts'
import { id, type PlaceName } from './seats.ts'

const AGREED = { agreed_on: '2026-01-01', until_on: '2027-12-31' }
const OVER = { agreed_on: '2024-01-01', until_on: '2025-12-31' }

/** Public, public but no longer agreed, being written: in every place one of each. */
const KINDS = [
  { variant: 'public', state: 'public', consent: AGREED },
  { variant: 'over', state: 'public', consent: OVER },
  { variant: 'draft', state: 'draft', consent: undefined },
] as const
const numberOf = (place: PlaceName, kind: number): number =>
  MUNICIPALITY_PLACES.findIndex((one) => one === place) * KINDS.length + kind + 1

const samples = (make: (place: PlaceName, nth: number) => Row): readonly Sample[] =>
  MUNICIPALITY_PLACES.flatMap((place) =>
    KINDS.map(({ variant }, kind) => {
      const row = make(place, kind)
      return { place, variant, row, key: String(row.id) }
    }),
  )

const ENTRANCES = { sql: "'{gevoel}'::text[]" }
const GIVEN = { sql: "'{teller}'::text[]" }
const [writer, approver] = [personAt('own'), personAt('other-organisation')]

const story = (place: PlaceName, kind: number): Row => ({
  ...{ municipality_id: municipalityAt(place), id: id(64, numberOf(place, kind)), language: 'nl' },
  ...{ words_nl: 'Het werd rustiger.', entrances: ENTRANCES, state: KINDS[kind]?.state ?? 'draft' },
  ...{ written_by: writer, changed_by: writer, readied_by: writer, approved_by: approver },
  ...(KINDS[kind]?.consent !== undefined && {
    consent_id: id(65, numberOf(place, kind)),
    until_on: KINDS[kind].consent.until_on,
  }),
})
const consent = (place: PlaceName, kind: number): Row => ({
  ...{ municipality_id: municipalityAt(place), id: id(65, numberOf(place, kind)), asked_by: 'Een collega' },
  ...{ story_id: id(64, numberOf(place, kind)), ...(KINDS[kind]?.consent ?? AGREED), teller: '16-and-older' },
  ...{ given_by: GIVEN, name_kind: 'none', recorded_by: writer },
  token_hash: hash('abcdef0123456789'[numberOf(place, kind)] ?? 'a'),
})
const step = (place: PlaceName, kind: number): Row => ({
  ...{ municipality_id: municipalityAt(place), id: id(66, numberOf(place, kind)), step: 'written' },
  ...{ story_id: id(64, numberOf(place, kind)), recorded_by: writer },
})

const keeps =
  (action: 'read' | 'change') =>
  ({ can }: Sight, { place }: Pick<Sample, 'place'>): boolean =>
    can('page', action, place)
const [reads, changes] = [keeps('read'), keeps('change')]
const nobody = () => false
const freshHash = (): string => newId().replaceAll('-', '').repeat(2)
const isOwn = `municipality_id = '${municipalityAt('own')}'`

export const storyProbes: readonly Probe[] = [
  {
    table: 'stories',
    key: 'id::text',
    samples: samples(story),
    read: (sight, sample) => sample.variant === 'public' || reads(sight, sample),
    add: {
      fresh: (_, me) => ({
        ...{ id: newId(), written_by: me, changed_by: me, state: 'draft' },
        ...{ consent_id: null, until_on: null, readied_by: null, approved_by: null },
      }),
      may: changes,
    },
    change: {
      set: "state = 'draft', changed_by = access.actor(), row_version = 9",
      mark: 'row_version = 9',
      may: changes,
    },
    tries: [
      // In the name of another, twice; public at once; in another place; and public by another than whoever acts.
      {
        statement: (me) => insertInto('stories', { ...story('own', 2), id: newId(), changed_by: me }),
        passes: nobody,
      },
      {
        statement: (me) => insertInto('stories', { ...story('own', 2), id: newId(), written_by: me }),
        passes: nobody,
      },
      {
        statement: (me) => insertInto('stories', { ...story('own', 0), id: newId(), written_by: me, changed_by: me }),
        passes: nobody,
      },
      { statement: () => `update stories set state = 'draft' where ${isOwn} and state = 'draft'`, passes: nobody },
      {
        statement: () => `update stories set municipality_id = '${municipalityAt('other-region')}'`,
        passes: nobody,
      },
      {
        statement: () =>
          `update stories set changed_by = access.actor(), row_version = 9 where ${isOwn} and state = 'public'`,
        passes: nobody,
      },
      {
        statement: () =>
          `update stories set approved_by = access.actor(), changed_by = access.actor() where ${isOwn} and state = 'public'`,
        passes: ({ can }) => can('page', 'change', 'own'),
      },
    ],
  },
  {
    table: 'story_consents',
    key: 'id::text',
    samples: samples(consent),
    read: reads,
    add: { fresh: (_, me) => ({ id: newId(), token_hash: freshHash(), recorded_by: me }), may: changes },
    tries: [
      {
        statement: () => insertInto('story_consents', { ...consent('own', 0), id: newId(), token_hash: freshHash() }),
        passes: nobody,
      },
      { statement: () => `update story_consents set until_on = until_on`, passes: nobody },
    ],
  },
  {
    table: 'story_steps',
    key: 'id::text',
    samples: samples(step),
    read: reads,
    add: { fresh: (_, me) => ({ id: newId(), recorded_by: me }), may: changes },
    tries: [{ statement: () => insertInto('story_steps', { ...step('own', 0), id: newId() }), passes: nobody }],
  },
]
