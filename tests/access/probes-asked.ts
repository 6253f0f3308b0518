import { newId } from '../../foundation/id.ts'
import { insertInto, type Probe, type Row } from './probe.ts'
import { at, PROVISION_PLACES, personAt, provisionAt, provisionColumns } from './records.ts'
import { id, PLACES, type PlaceName } from './seats.ts'

const phoneRow = (place: PlaceName): Row => ({
  ...provisionColumns(place),
  ...{ number: '0999 000 111', open_nl: 'altijd', open_en: 'always', source: 'balie', checked_on: '2026-11-01' },
  recorded_by: personAt('own'),
})

const hoursPerGrade = JSON.stringify({ A: 9, B: 8, C: 7, D: 1, none: 9 })
const waitingAt = (place: PlaceName) => id(97, at(place))
const waitingRow = (place: PlaceName): Row => ({
  ...{ id: waitingAt(place), municipality_id: PLACES[place].municipalityId, source: 'college' },
  ...{ from_on: '2026-11-02', until_on: '2027-11-01', hours: hoursPerGrade, contact_hours: hoursPerGrade },
  ...{ recorded_by: personAt('own'), recorded_at: '2026-11-01' },
})

/** What a manager sets for who asks something: a number to call, and by when a question is read. */
export const askedProbes: readonly Probe[] = [
  {
    // A number to call is public; who sets up the municipality keeps it.
    table: 'provision_phones',
    key: 'provision_id::text',
    samples: PROVISION_PLACES.map((place) => ({ place, key: provisionAt(place), row: phoneRow(place) })),
    read: () => true,
    add: {
      fresh: (_, me) => ({ provision_id: { sql: 'gen_random_uuid()' }, recorded_by: me }),
      may: ({ can }, { place }) => can('setting', 'change', place),
    },
    change: {
      set: "number = '0999 999', recorded_by = access.actor()",
      mark: "number = '0999 999'",
      may: ({ can }, { place }) => can('setting', 'change', place),
    },
    tries: [
      {
        statement: () => insertInto('provision_phones', { ...phoneRow('own'), provision_id: newId() }),
        passes: () => false,
      },
      {
        // In the name of somebody else.
        statement: () => `update provision_phones set recorded_by = '${personAt('other-team')}'`,
        passes: () => false,
      },
    ],
  },
  {
    // By when a question is read is public; who sets up the municipality says it, and nothing of it changes.
    table: 'waiting_terms',
    key: 'id::text',
    samples: PROVISION_PLACES.map((place) => ({ place, key: waitingAt(place), row: waitingRow(place) })),
    read: () => true,
    add: {
      fresh: (_, me) => ({ id: { sql: 'gen_random_uuid()' }, recorded_by: me }),
      may: ({ can }, { place }) => can('setting', 'change', place),
    },
    tries: [
      {
        // From a day that has begun: what was promised stays.
        statement: () => insertInto('waiting_terms', { ...waitingRow('own'), id: newId(), from_on: '2026-01-01' }),
        passes: () => false,
      },
    ],
  },
]
