import { newId } from '../../foundation/id.ts'
import { insertInto, type Probe, type Row, type Sample, type Sight } from './probe.ts'
import { at, MUNICIPALITY_PLACES, municipalityAt, personAt, samplesAt } from './records.ts'
import { id, type PlaceName } from './seats.ts'

const recorder = personAt('own')
const DAY = '2026-03-02'

const round = (place: PlaceName): Row => ({
  ...{ municipality_id: municipalityAt(place), id: id(67, at(place)), title: 'Ronde', subject: 'site' },
  ...{ site_version: '0.1', from_on: DAY, to_on: DAY, state: 'running', recorded_by: recorder },
  ...{ parents: 3, young_people: 2, ambassadors: 1, others: 0 },
})
const finding = (place: PlaceName): Row => ({
  ...{ municipality_id: municipalityAt(place), id: id(68, at(place)), round_id: id(67, at(place)) },
  ...{ testers: 'parents', task: 'Zoek hulp', finding: 'Te ver naar onder.', decision: 'open', recorded_by: recorder },
})
const recommendation = (place: PlaceName): Row => ({
  ...{ municipality_id: municipalityAt(place), id: id(69, at(place)), advice: 'Korter.', state: 'open' },
  recorded_by: recorder,
})
const gathered = (place: PlaceName): Row => ({
  ...{ municipality_id: municipalityAt(place), id: id(70, at(place)), held_on: DAY, way: 'talk' },
  ...{ people_group: 'young-people', people: 4, theme: 'talking', said: 'Vraag ons ook iets.', recorded_by: recorder },
})

const mayIn =
  (action: 'read' | 'change') =>
  ({ can }: Sight, { place }: Pick<Sample, 'place'>): boolean =>
    can('participation', action, place)
const nobody = () => false

const probe = (table: string, make: (place: PlaceName) => Row): Probe => ({
  table,
  key: 'id::text',
  samples: samplesAt(MUNICIPALITY_PLACES, (place) => {
    const row = make(place)
    return { key: String(row.id), row }
  }),
  read: mayIn('read'),
  add: { fresh: (_, me) => ({ id: newId(), recorded_by: me }), may: mayIn('change') },
  change: {
    set: 'recorded_by = access.actor(), row_version = 9',
    mark: 'row_version = 9',
    may: mayIn('change'),
  },
  tries: [
    // In the name of another, and to another place.
    { statement: () => insertInto(table, { ...make('own'), id: newId() }), passes: nobody },
    {
      statement: () => `update ${table} set row_version = 9 where recorded_by <> access.actor()`,
      passes: nobody,
    },
    {
      statement: () =>
        `update ${table} set municipality_id = '${municipalityAt('other-region')}', recorded_by = access.actor()
          where municipality_id = '${municipalityAt('own')}'`,
      passes: ({ can }) => can('participation', 'change', 'own') && can('participation', 'change', 'other-region'),
    },
  ],
})

export const participationProbes: readonly Probe[] = [
  probe('test_rounds', round),
  probe('test_findings', finding),
  probe('recommendations', recommendation),
  probe('gathered', gathered),
]
