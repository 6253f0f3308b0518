import { newId } from '../../foundation/id.ts'
import { insertInto, type Probe, type Row, type Sample, type Sight } from './probe.ts'
import { MUNICIPALITY_PLACES, municipalityAt, personAt, samplesAt } from './records.ts'
import { id, type PlaceName } from './seats.ts'

// What a municipality decided about schemes, and its contact point for money: kept by who keeps its public pages.

const keeps = ({ can }: Sight, { place }: Pick<Sample, 'place'>): boolean => can('page', 'change', place)
const numberOf = (place: PlaceName): number => MUNICIPALITY_PLACES.findIndex((one) => one === place) + 1

const STATES = ['draft', 'public'] as const
const rules = (place: PlaceName, state: (typeof STATES)[number], given: Row = {}): Row => ({
  ...{ municipality_id: municipalityAt(place), version: state === 'draft' ? 2 : 1, rules: '{}', state },
  ...{ confirmed: state === 'draft' ? null : '', written_by: personAt('own') },
  ...given,
})

const ruleSamples: readonly Sample[] = MUNICIPALITY_PLACES.flatMap((place) =>
  STATES.map((state) => {
    const row = rules(place, state)
    return { place, variant: state, key: `${municipalityAt(place)}/${row.version}`, row }
  }),
)

const contact = (place: PlaceName, given: Row = {}): Row => ({
  ...{
    municipality_id: municipalityAt(place),
    name: 'Geldloket',
    phone: '0999 000 111',
    open_nl: 'nu',
    open_en: 'now',
  },
  ...{ source: 'balie', checked_on: '2026-01-01', recorded_by: personAt('own') },
  ...given,
})

const step = (place: PlaceName, given: Row = {}): Row => ({
  ...{ municipality_id: municipalityAt(place), id: id(61, numberOf(place)), what: 'rules', version: 1, state: 'draft' },
  ...{ recorded_by: personAt('own') },
  ...given,
})

export const moneyProbes: readonly Probe[] = [
  {
    table: 'money_rules',
    key: "municipality_id || '/' || version",
    samples: ruleSamples,
    read: (sight, { variant, place }) => variant === 'public' || sight.can('page', 'read', place),
    add: { fresh: (_, me) => ({ version: 9, state: 'draft', confirmed: null, written_by: me }), may: keeps },
    change: { set: "state = 'retired'", mark: "state = 'retired'", may: keeps },
    tries: [
      {
        // Nothing is written as if it were public, or in the name of somebody else.
        statement: (me) => insertInto('money_rules', rules('own', 'public', { version: 8, written_by: me })),
        passes: () => false,
      },
      {
        statement: () => insertInto('money_rules', rules('own', 'draft', { version: 7 })),
        passes: () => false,
      },
      { statement: () => `update money_rules set rules = '{"x": 1}'`, passes: () => false },
    ],
  },
  {
    table: 'money_contacts',
    key: 'municipality_id::text',
    samples: samplesAt(MUNICIPALITY_PLACES, (place) => ({ key: municipalityAt(place), row: contact(place) })),
    read: () => true,
    add: { fresh: (_, me) => ({ recorded_by: me }), may: keeps },
    change: {
      set: "name = 'marked', recorded_by = (select access.actor())",
      mark: "name = 'marked'",
      may: keeps,
    },
    tries: [
      { statement: () => insertInto('money_contacts', contact('own')), passes: () => false },
      {
        statement: () => "update money_contacts set name = 'x', recorded_by = '00000000-0000-7000-8000-000000000001'",
        passes: () => false,
      },
    ],
  },
  {
    table: 'money_steps',
    key: 'id::text',
    samples: samplesAt(MUNICIPALITY_PLACES, (place) => ({ key: id(61, numberOf(place)), row: step(place) })),
    read: ({ can }, { place }) => can('page', 'read', place),
    add: { fresh: (_, me) => ({ id: newId(), recorded_by: me }), may: keeps },
    tries: [{ statement: () => insertInto('money_steps', step('own', { id: newId() })), passes: () => false }],
  },
]
