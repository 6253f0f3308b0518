import { date, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { PAGE_LANGUAGES } from '../front-matter.ts'
import { OPINIONS, WAYS } from './visit.ts'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations, 0054_visits.sql.

export const visitCounts = pgTable('visit_counts', {
  month: date().notNull(),
  municipalityId: uuid('municipality_id'),
  what: text().notNull(),
  slug: text().notNull(),
  language: text({ enum: PAGE_LANGUAGES }).notNull(),
  kind: text({ enum: [...WAYS, ...OPINIONS] }).notNull(),
  n: integer().notNull(),
})
