import { newId } from '../../foundation/id.ts'
import { destroys, FAMILY, isOpposed, memberAt, worksInFamily } from './family.ts'
import { insertInto, type Probe, type Row, type Sample, type Sight } from './probe.ts'
import {
  enters,
  looks,
  requestAt,
  samples,
  seesWeighing,
  type Variant,
  watches,
  weighingProbe,
  weighs,
} from './probes-requests.ts'
import { at, personAt, provisionAt, provisionColumns } from './records.ts'
import { id, type PlaceName, WORLD } from './seats.ts'

// What triage adds to a request: what plays a part, the ladder, handing over, and what it looks like.

const circumstances: Row = { form_version: 1, domains: '{legal}', housing: '{}', no_help_before: '{}', words: 'Kort' }

/** The programme that another organisation of the municipality carries out takes money over from now on. */
const takes = `update programmes set definition = jsonb_set(definition, '{takesHandOver}', '["money"]') where code = '${WORLD.programme}'`

const handoverRow = (place: PlaceName, variant: Variant): Row => ({
  ...provisionColumns(place),
  request_id: requestAt(place, variant),
  to_provision_id: place === 'other-organisation' ? provisionAt('own') : provisionAt('other-organisation'),
  to_request_id: id(41, at(place) + (variant === 'taken' ? 100 : 0)),
  subject: 'money',
  covers: '{name}',
  agreed_on: '2026-11-01',
  recorded_by: personAt('own'),
})
const handsOver = (me: string, more: Row = {}) =>
  insertInto('request_handovers', {
    ...handoverRow('own', 'taken'),
    ...{ to_request_id: newId(), recorded_by: me, ...more },
  })
const own = { place: 'own', variant: 'taken', key: '', row: {} } as const

/** In the own place somebody of the family; in the others another request that waits as well. */
const otherOf = (place: PlaceName): Row =>
  place === 'own'
    ? { other_id: memberAt('child'), person_id: memberAt('child'), family_id: FAMILY }
    : { other_id: requestAt(place, 'waiting'), other_request_id: requestAt(place, 'waiting') }

const matchRow = (place: PlaceName, variant: Variant): Row => ({
  ...provisionColumns(place),
  request_id: requestAt(place, variant),
  alike: '{name}',
  ...otherOf(place),
})

const watchesMatch = (sight: Sight, sample: Sample): boolean =>
  looks(sight, sample) && watches(sight) && (sample.place !== 'own' || !isOpposed(sight, 'child'))
/** Who may take it up sees it while it waits, and in the own place only when on no side of that family. */
const takesUp = (sight: Sight, sample: Sample): boolean =>
  enters(sight, sample) && sample.variant === 'waiting' && (sample.place !== 'own' || !worksInFamily(sight))

export const triageProbes: readonly Probe[] = [
  weighingProbe('request_circumstances', circumstances),
  weighingProbe('request_ladders', { form_version: 1, network: 'used' }),
  {
    table: 'request_handovers',
    key: 'request_id::text',
    samples: samples((place, variant) => ({ key: requestAt(place, variant), row: handoverRow(place, variant) })),
    read: seesWeighing,
    // Nobody takes anything over yet.
    add: { fresh: (_, me) => ({ to_request_id: newId(), recorded_by: me }), may: () => false },
    tries: [
      { first: takes, statement: (me) => handsOver(me), passes: (sight) => weighs(sight, own) },
      { first: takes, statement: () => handsOver(personAt('own')), passes: () => false },
      { first: takes, statement: (me) => handsOver(me, { subject: 'housing' }), passes: () => false },
      {
        first: takes,
        statement: (me) => handsOver(me, { to_provision_id: provisionAt('other-municipality') }),
        passes: () => false,
      },
    ],
  },
  {
    table: 'request_comparisons',
    key: 'request_id::text',
    samples: samples((place, variant) => ({
      key: requestAt(place, variant),
      row: {
        municipality_id: String(provisionColumns(place).municipality_id),
        request_id: requestAt(place, variant),
        compared_at: '2026-11-01',
      },
    })),
    read: destroys,
    add: { fresh: () => ({ request_id: newId() }), may: destroys },
    change: { set: "compared_at = '2030-01-01'", mark: "compared_at = '2030-01-01'", may: destroys },
  },
  {
    table: 'request_matches',
    key: "request_id || ' ' || other_id",
    samples: samples((place, variant) => {
      const row = matchRow(place, variant)
      return { key: `${row.request_id} ${row.other_id}`, row }
    }),
    read: (sight, sample) => destroys(sight) || watchesMatch(sight, sample) || takesUp(sight, sample),
    add: { fresh: () => ({ request_id: newId() }), may: destroys },
    change: {
      set: "decision = 'not-same', decided_on = '2026-11-02', decided_by = access.actor()",
      mark: "decision = 'not-same'",
      may: (sight, sample) => watchesMatch(sight, sample) && enters(sight, sample),
    },
    tries: [
      {
        statement: () =>
          `update request_matches set decision = 'not-same', decided_on = '2026-11-02', decided_by = '${personAt('own')}'`,
        passes: () => false,
      },
    ],
  },
]
