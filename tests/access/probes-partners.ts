import { newId } from '../../foundation/id.ts'
import { insertInto, type Probe, type Row, type Sample, type Sight } from './probe.ts'
import { at, MUNICIPALITY_PLACES, municipalityAt, personAt, samplesAt } from './records.ts'
import { id, type PlaceName } from './seats.ts'

const recorder = personAt('own')
const DAY = '2026-03-02'
const key = (place: PlaceName, what: number): Row => ({
  ...{ municipality_id: municipalityAt(place), id: id(what, at(place)), recorded_by: recorder },
})

const partner = (place: PlaceName): Row => ({
  ...{ ...key(place, 80), name: 'Basisschool', type: 'school', contact_role: 'intern begeleider' },
  ...{ domains: { sql: `array['parenting']` }, villages: { sql: `'{}'::text[]` } },
})
const agreement = (place: PlaceName): Row => ({
  ...{ ...key(place, 81), partner_id: id(80, at(place)), what: 'Elk kwartaal overleg.', since_on: DAY },
  cared_for_by: 'consulent',
})
const touch = (place: PlaceName): Row => ({
  ...{ ...key(place, 82), partner_id: id(80, at(place)), held_on: DAY, way: 'talk', about: 'Kennismaking.' },
  by_role: 'consulent',
})

const mayIn =
  (action: 'read' | 'change') =>
  ({ can }: Sight, { place }: Pick<Sample, 'place'>): boolean =>
    can('partner', action, place)
const nobody = () => false

const probe = (table: string, make: (place: PlaceName) => Row, isKept = false): Probe => ({
  table,
  key: 'id::text',
  samples: samplesAt(MUNICIPALITY_PLACES, (place) => {
    const row = make(place)
    return { key: String(row.id), row }
  }),
  read: mayIn('read'),
  add: { fresh: (_, me) => ({ id: newId(), recorded_by: me }), may: mayIn('change') },
  ...(!isKept && {
    change: {
      set: 'recorded_by = access.actor(), row_version = 9',
      mark: 'row_version = 9',
      may: mayIn('change'),
    },
  }),
  tries: [
    // In the name of another.
    { statement: () => insertInto(table, { ...make('own'), id: newId() }), passes: nobody },
    ...(isKept
      ? []
      : [
          {
            statement: () => `update ${table} set row_version = 9 where recorded_by <> access.actor()`,
            passes: nobody,
          },
        ]),
  ],
})

export const partnerProbes: readonly Probe[] = [
  probe('partners', partner),
  probe('partner_agreements', agreement),
  probe('partner_touches', touch, true),
]
