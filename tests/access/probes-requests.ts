import { newId } from '../../foundation/id.ts'
import { isOpposed } from './family.ts'
import { insertInto, type Probe, type Row, type Sample, type Sight } from './probe.ts'
import { at, hash, PROVISION_PLACES, personAt, provisionAt, provisionColumns } from './records.ts'
import { id, PLACES, type PlaceName, WORLD } from './seats.ts'

type Expected = NonNullable<Probe['read']>
/** A request that waits, and one that a colleague took up. */
const VARIANTS = ['waiting', 'taken'] as const
export type Variant = (typeof VARIANTS)[number]

export const requestAt = (place: PlaceName, variant: Variant) => id(31, at(place) + (variant === 'taken' ? 100 : 0))
export const looks: Expected = ({ can }, { place }) => can('help-request', 'read', place)
export const enters: Expected = ({ can }, { place }) => can('help-request', 'change', place)
export const watches = ({ seat }: Sight): boolean => seat.role === 'coordinator' || seat.role === 'director'
/** In the own place it looks like a child: whoever helps another of that family, and does not watch, sees it as taken up. */
const isWaitingFor = (sight: Sight, { place, variant }: Sample): boolean =>
  variant === 'waiting' && !(place === 'own' && isOpposed(sight, 'child'))
/** As own words: all who take up requests while it waits for them, then who took it and who watches. */
export const seesWeighing: Expected = (sight, sample) =>
  looks(sight, sample) && (isWaitingFor(sight, sample) || watches(sight))
export const weighs: Expected = (sight, sample) => enters(sight, sample) && sample.variant === 'taken' && watches(sight)
const isVisitor = ({ seat }: Sight): boolean => seat.role === 'visitor'

export const samples = (make: (place: PlaceName, variant: Variant) => { key: string; row: Row }): Sample[] =>
  VARIANTS.flatMap((variant) => PROVISION_PLACES.map((place) => ({ place, variant, ...make(place, variant) })))

const code = (place: PlaceName, variant: Variant) => `${at(place)}${variant === 'taken' ? 'a' : 'b'}`.padEnd(64, '0')

const requestRow = (place: PlaceName, variant: Variant): Row => ({
  ...provisionColumns(place),
  id: requestAt(place, variant),
  organisation_id: PLACES[place].organisationId,
  programme_code: PLACES[place].programmeCode,
  channel: 'web',
  asker: 'parent',
  language: 'nl',
  form_code: 'ask',
  form_version: 1,
  code_hash: code(place, variant),
  ...(variant === 'taken' && { state: 'taken', taken_by: personAt('own') }),
})

/** The programme of the own provision receives requests from now on. */
const receives = `update programmes set definition = jsonb_set(definition, '{receivesRequests}', 'true') where code = '${WORLD.programme}'`
const unknownCode = { sql: 'md5(random()::text) || md5(random()::text)' }

/** Somebody who is on no seat weighed a request; what was weighed never changes. */
export const weighingProbe = (table: string, given: Row): Probe => ({
  table,
  key: 'request_id::text',
  samples: samples((place, variant) => ({
    key: requestAt(place, variant),
    row: { ...weighingRow(place, variant), ...given },
  })),
  read: seesWeighing,
  add: { fresh: (_, me) => ({ number: 2, recorded_by: me }), may: weighs },
  tries: [
    {
      statement: () => insertInto(table, { ...weighingRow('own', 'taken'), ...given, number: 2 }),
      passes: () => false,
    },
  ],
})
const weighingRow = (place: PlaceName, variant: Variant): Row => ({
  ...provisionColumns(place),
  request_id: requestAt(place, variant),
  number: 1,
  holds_on: '2026-11-01',
  recorded_by: personAt('own'),
})

/** Without words an answer that could not be given is refused, and so is a grade. */
const unsaid = (table: string, given: Row): NonNullable<Probe['tries']>[number] => ({
  statement: (me) => insertInto(table, { ...weighingRow('own', 'taken'), ...given, number: 3, recorded_by: me }),
  passes: () => false,
})
const grades = weighingProbe('triage_grades', { grade: 'B', reason: 'Licht' })
const estimates = weighingProbe('triage_estimates', { harm: 'concern', violence: 'none-seen' })

/** What is unsafe waits to be seen in the request that waits, and was seen by somebody on no seat in the one that was taken. */
const alertRow = (place: PlaceName, variant: Variant): Row => ({
  ...provisionColumns(place),
  request_id: requestAt(place, variant),
  number: 1,
  raised_at: '2026-11-01 10:00:00+01',
  raised_by: personAt('own'),
  ...(variant === 'taken' && { seen_at: '2026-11-01 11:00:00+01', seen_by: personAt('own') }),
})
const newAlert = { number: 2, raised_at: '2026-11-02 10:00:00+01', seen_at: null, seen_by: null }
const alerts: Probe = {
  table: 'triage_alerts',
  key: 'request_id::text',
  samples: samples((place, variant) => ({ key: requestAt(place, variant), row: alertRow(place, variant) })),
  read: seesWeighing,
  add: { fresh: (_, me) => ({ ...newAlert, raised_by: me }), may: weighs },
  change: {
    set: 'seen_at = now(), seen_by = (select access.actor())',
    mark: `seen_by <> '${personAt('own')}'`,
    may: (sight, sample) => looks(sight, sample) && sample.variant === 'waiting' && sight.seat.role === 'director',
  },
  tries: [
    { statement: () => insertInto('triage_alerts', { ...alertRow('own', 'taken'), ...newAlert }), passes: () => false },
    {
      // What nobody saw yet cannot come in as seen.
      statement: (me) =>
        insertInto('triage_alerts', { ...alertRow('own', 'taken'), number: 2, raised_by: me, seen_by: me }),
      passes: () => false,
    },
    {
      statement: () =>
        `update triage_alerts set seen_at = now(), seen_by = '${personAt('own')}' where request_id = '${requestAt('own', 'waiting')}'`,
      passes: () => false,
    },
  ],
}

export const requestProbes: readonly Probe[] = [
  alerts,
  { ...grades, tries: [...(grades.tries ?? []), unsaid('triage_grades', { grade: 'B' })] },
  {
    ...estimates,
    tries: [...(estimates.tries ?? []), unsaid('triage_estimates', { harm: 'not-judged', violence: 'concern' })],
  },
  {
    table: 'help_requests',
    key: 'id::text',
    samples: samples((place, variant) => ({ key: requestAt(place, variant), row: requestRow(place, variant) })),
    read: looks,
    add: { fresh: () => ({ id: newId(), code_hash: unknownCode }), may: enters },
    change: {
      set: 'row_version = 77',
      mark: 'row_version = 77',
      may: (sight, sample) => enters(sight, sample) && (isWaitingFor(sight, sample) || watches(sight)),
    },
    tries: [
      {
        first: receives,
        statement: () =>
          insertInto('help_requests', { ...requestRow('own', 'waiting'), id: newId(), code_hash: unknownCode }),
        passes: (sight) => isVisitor(sight) || sight.can('help-request', 'change', 'own'),
      },
      {
        first: receives,
        statement: () =>
          insertInto('help_requests', {
            ...requestRow('own', 'waiting'),
            id: newId(),
            code_hash: unknownCode,
            channel: 'phone',
          }),
        passes: ({ can }) => can('help-request', 'change', 'own'),
      },
      {
        // A worker takes up for oneself; who watches may hand it to a colleague.
        statement: () =>
          `update help_requests set state = 'taken', taken_by = '${personAt('other-team')}' where id = '${requestAt('own', 'waiting')}'`,
        passes: (sight) => sight.can('help-request', 'change', 'own') && watches(sight),
      },
    ],
  },
  {
    table: 'help_request_details',
    key: 'request_id::text',
    samples: samples((place, variant) => ({
      key: requestAt(place, variant),
      row: { ...provisionColumns(place), request_id: requestAt(place, variant), reach: 'none' },
    })),
    read: seesWeighing,
    add: { fresh: () => ({ request_id: newId() }), may: enters },
    change: {
      set: "forget_on = '2030-01-01'",
      mark: "forget_on = '2030-01-01'",
      may: enters,
    },
    tries: [
      {
        first: receives,
        statement: () =>
          insertInto('help_request_details', { ...provisionColumns('own'), request_id: newId(), reach: 'none' }),
        passes: (sight) => isVisitor(sight) || sight.can('help-request', 'change', 'own'),
      },
    ],
  },
  {
    table: 'help_request_events',
    key: 'request_id::text',
    samples: samples((place, variant) => ({
      key: requestAt(place, variant),
      row: {
        ...provisionColumns(place),
        request_id: requestAt(place, variant),
        number: 1,
        type: 'received',
        recorded_by: personAt('own'),
      },
    })),
    read: looks,
    add: { fresh: (_, me) => ({ request_id: newId(), recorded_by: me }), may: enters },
    tries: [
      {
        first: receives,
        statement: (me) => insertInto('help_request_events', { ...eventRow(me), number: 1, type: 'received' }),
        passes: (sight) => isVisitor(sight) || sight.can('help-request', 'change', 'own'),
      },
      {
        statement: () => insertInto('help_request_events', { ...eventRow(personAt('own')), number: 2, type: 'taken' }),
        passes: () => false,
      },
    ],
  },
  {
    table: 'advice_counts',
    key: 'provision_id::text',
    samples: PROVISION_PLACES.map((place) => ({
      place,
      key: provisionAt(place),
      row: { ...provisionColumns(place), month: '2026-11-01', channel: 'phone', asker: 'parent', count: 1 },
    })),
    read: looks,
    add: { fresh: () => ({ month: '2026-10-01' }), may: enters },
    change: { set: 'count = 7', mark: 'count = 7', may: enters },
  },
  {
    table: 'drafts',
    key: 'owner_id::text',
    samples: [
      {
        place: 'own',
        key: personAt('own'),
        row: {
          owner_id: personAt('own'),
          page: '/werk/hulpvragen/nieuw',
          content: `\\x${hash('0')}`,
          expires_at: { sql: "now() + interval '7 days'" },
        },
      },
    ],
    // A draft is its author's alone: nobody on any seat wrote this one.
    read: () => false,
    add: { fresh: (_, me) => ({ owner_id: me }), may: () => true },
    change: { set: "content = '\\x01'", mark: "content = '\\x01'", may: () => false },
    remove: { may: () => false },
    tries: [
      {
        statement: () =>
          `insert into drafts (owner_id, page, content, expires_at) values ('${personAt('own')}', '/werk', '\\x${hash('0')}', now())`,
        passes: () => false,
      },
    ],
  },
]

const eventRow = (me: string): Row => ({ ...provisionColumns('own'), request_id: newId(), recorded_by: me })
