import { integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Said, TermCode } from './term.ts'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0071_names_per_municipality.sql.

export const termNames = pgTable('term_names', {
  id: uuid().primaryKey(),
  code: text().$type<TermCode>().notNull(),
  regionId: uuid('region_id'),
  municipalityId: uuid('municipality_id'),
  version: integer().notNull(),
  said: jsonb().$type<Said>(),
  recordedBy: uuid('recorded_by').notNull(),
  recordedAt: timestamp('recorded_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
})
