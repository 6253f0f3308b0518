import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { LANGUAGES } from '../front-matter.ts'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0052_finding_pages.sql.

export const pageSynonyms = pgTable(
  'page_synonyms',
  {
    language: text({ enum: LANGUAGES }).notNull(),
    word: text().notNull(),
    means: text().notNull(),
    recordedBy: uuid('recorded_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.language, table.word, table.means] })],
)
