import { bigint, boolean, customType, integer, pgSchema, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

// The columns as the house rules compare them. Keys, checks and row-level policies stand in database/migrations (0002, 0061).

const logs = pgSchema('logs')
const moment = (name: string) => timestamp(name, { withTimezone: true })
const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })
const number = (name: string) => bigint(name, { mode: 'number' })

export const auditBlocks = logs.table('audit_blocks', {
  number: number('number').primaryKey(),
  minute: moment('minute').notNull(),
  rowCount: integer('row_count').notNull(),
  rowsHash: bytes('rows_hash').notNull(),
  previousHash: bytes('previous_hash').notNull(),
  hash: bytes('hash').notNull(),
  sealedAt: moment('sealed_at').notNull().defaultNow(),
  destroyedAt: moment('destroyed_at'),
})

export const auditRows = logs.table('audit_rows', {
  id: uuid().primaryKey(),
  beganAt: moment('began_at').notNull().defaultNow(),
  at: moment('at').notNull().defaultNow(),
  traceId: text('trace_id').notNull(),
  actorId: uuid('actor_id').notNull(),
  actingRoles: text('acting_roles').array().notNull(),
  act: text().notNull(),
  kind: text().notNull(),
  subjectIds: uuid('subject_ids').array().notNull(),
  objectIds: text('object_ids').array().notNull(),
  municipalityIds: uuid('municipality_ids').array().notNull(),
  result: text({ enum: ['done', 'refused', 'failed'] }).notNull(),
  reason: text(),
  origin: text().notNull(),
  route: text(),
  blockNumber: number('block_number'),
})

export const auditChecks = logs.table('audit_checks', {
  id: uuid().primaryKey(),
  checkedAt: moment('checked_at').notNull().defaultNow(),
  upTo: number('up_to').notNull(),
  upToAt: moment('up_to_at'),
  head: bytes('head'),
  rowsAfter: number('rows_after').notNull(),
  rowCount: number('row_count').notNull(),
  brokenWhy: text('broken_why'),
  brokenBlock: number('broken_block'),
  brokenAt: moment('broken_at'),
})

export const processingLines = logs.table(
  'processing_lines',
  {
    traceId: text('trace_id').notNull(),
    spanId: text('span_id').notNull(),
    parentSpanId: text('parent_span_id'),
    status: text({ enum: ['Unset', 'Ok', 'Error'] }).notNull(),
    name: text().notNull(),
    startedAt: moment('started_at').notNull(),
    endedAt: moment('ended_at').notNull(),
    processingActivityId: text('processing_activity_id').notNull(),
    dataSubjectId: text('data_subject_id').notNull(),
    dataSubjectIdType: text('data_subject_id_type').notNull(),
    municipalityIds: uuid('municipality_ids').array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.traceId, table.spanId] })],
)

export const processingCursor = logs.table('processing_cursor', {
  onlyRow: boolean('only_row').primaryKey().default(true),
  blockNumber: number('block_number').notNull().default(0),
})
