import { newId } from '../../foundation/id.ts'
import { insertInto, type Probe, type Row, type Sight } from './probe.ts'
import { at, hash, MUNICIPALITY_PLACES, municipalityAt, samplesAt } from './records.ts'
import { id, PLACE_NAMES, type PlaceName } from './seats.ts'

const TRACE = '0'.repeat(32)
const isJobs = ({ seat }: Sight) => seat.role === 'job-runner'
const readsAudit: NonNullable<Probe['read']> = (sight, { place, variant }) =>
  variant === 'nowhere' ? sight.everywhere('audit', 'read') : sight.can('audit', 'read', place)

const auditRow = (actor: string): Row => ({
  id: newId(),
  trace_id: TRACE,
  actor_id: actor,
  acting_roles: '{}',
  act: 'look.one',
  kind: 'look',
  result: 'done',
  origin: 'test',
})

const places = (place: PlaceName): Row => ({ municipality_ids: `{${municipalityAt(place)}}` })

export const logProbes: readonly Probe[] = [
  {
    table: 'logs.audit_rows',
    key: 'id::text',
    samples: [
      ...samplesAt(MUNICIPALITY_PLACES, (place) => ({
        key: id(20, at(place)),
        row: { ...auditRow(id(99, 1)), ...places(place), id: id(20, at(place)) },
      })),
      { place: 'own', variant: 'nowhere', key: id(20, 9), row: { ...auditRow(id(99, 1)), id: id(20, 9) } },
    ],
    read: readsAudit,
    add: { fresh: (_, me) => ({ id: newId(), actor_id: me }), may: () => true },
    tries: [
      { statement: () => insertInto('logs.audit_rows', auditRow(id(99, 1))), passes: () => false },
      {
        statement: (me) => insertInto('logs.audit_rows', { ...auditRow(me), trace_id: '1'.repeat(32) }),
        passes: () => false,
      },
    ],
  },
  {
    table: 'logs.audit_blocks',
    key: 'number::text',
    samples: [
      {
        place: 'own',
        key: '1',
        row: {
          number: 1,
          minute: '2026-01-01 00:00:00+00',
          row_count: 1,
          rows_hash: `\\x${hash('a')}`,
          previous_hash: `\\x${hash('0')}`,
          hash: `\\x${hash('b')}`,
        },
      },
    ],
    read: (sight) => sight.everywhere('audit', 'read'),
  },
  {
    table: 'logs.audit_checks',
    key: 'id::text',
    samples: [{ place: 'own', key: id(21, 1), row: { id: id(21, 1), up_to: 1, rows_after: 0, row_count: 1 } }],
    read: (sight) => PLACE_NAMES.some((place) => sight.can('audit', 'read', place)),
    add: { fresh: () => ({ id: newId() }), may: isJobs },
  },
  {
    table: 'logs.processing_lines',
    key: 'span_id',
    samples: samplesAt(MUNICIPALITY_PLACES, (place) => ({
      key: `000000000000000${at(place)}`,
      row: {
        trace_id: TRACE,
        span_id: `000000000000000${at(place)}`,
        status: 'Ok',
        name: 'Look',
        started_at: '2026-01-01',
        ended_at: '2026-01-01',
        processing_activity_id: 'urn:a',
        data_subject_id: hash('c'),
        data_subject_id_type: 'urn:b',
        ...places(place),
      },
    })),
    read: readsAudit,
    add: { fresh: () => ({ span_id: newId().replaceAll('-', '').slice(16) }), may: isJobs },
  },
  {
    table: 'logs.processing_cursor',
    key: 'only_row::text',
    samples: [{ place: 'own', key: 'true', row: { only_row: true } }],
    read: isJobs,
    change: { set: 'block_number = 7', mark: 'block_number = 7', may: isJobs },
  },
]
