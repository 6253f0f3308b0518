import { date, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Day } from '../../../foundation/day.ts'
import { KNOWN, LAWS } from './circumstances.ts'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0017_triage_whole.sql.

export const requestCircumstances = pgTable(
  'request_circumstances',
  {
    municipalityId: uuid('municipality_id').notNull(),
    requestId: uuid('request_id').notNull(),
    provisionId: uuid('provision_id').notNull(),
    number: integer().notNull(),
    formVersion: integer('form_version').notNull(),
    domains: text().array().notNull(),
    separating: text({ enum: KNOWN }),
    money: text({ enum: KNOWN }),
    housing: text().array().notNull(),
    noHelpBefore: text('no_help_before').array().notNull(),
    law: text({ enum: LAWS }),
    words: text(),
    holdsOn: date('holds_on').$type<Day>().notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull().defaultNow(),
    recordedBy: uuid('recorded_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.requestId, table.number] })],
)
