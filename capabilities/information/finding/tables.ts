import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { LANGUAGES } from '../front-matter.ts'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0052_finding_pages.sql
// and 0071_names_per_municipality.sql.

export const pageSynonyms = pgTable('page_synonyms', {
  id: uuid().primaryKey(),
  language: text({ enum: LANGUAGES }).notNull(),
  word: text().notNull(),
  means: text().notNull(),
  regionId: uuid('region_id'),
  municipalityId: uuid('municipality_id'),
  recordedBy: uuid('recorded_by').notNull(),
  recordedAt: timestamp('recorded_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  removedAt: timestamp('removed_at', { withTimezone: true, precision: 3 }),
  removedBy: uuid('removed_by'),
})
