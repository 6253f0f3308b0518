import { date, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Day } from '../../../foundation/day.ts'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0017_triage_whole.sql.

export const requestHandovers = pgTable(
  'request_handovers',
  {
    municipalityId: uuid('municipality_id').notNull(),
    requestId: uuid('request_id').notNull(),
    provisionId: uuid('provision_id').notNull(),
    toProvisionId: uuid('to_provision_id').notNull(),
    toRequestId: uuid('to_request_id').notNull(),
    subject: text().notNull(),
    covers: text().array().notNull(),
    agreedOn: date('agreed_on').$type<Day>().notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull().defaultNow(),
    recordedBy: uuid('recorded_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.requestId, table.toProvisionId] })],
)
