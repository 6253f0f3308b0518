import { date, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Day } from '../../../foundation/day.ts'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0037_numbers_to_call.sql.

export const provisionPhones = pgTable(
  'provision_phones',
  {
    municipalityId: uuid('municipality_id').notNull(),
    provisionId: uuid('provision_id').notNull(),
    number: text().notNull(),
    openNl: text('open_nl').notNull(),
    openEn: text('open_en').notNull(),
    source: text().notNull(),
    checkedOn: date('checked_on').$type<Day>().notNull(),
    rowVersion: integer('row_version').notNull().default(1),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.provisionId] })],
)
