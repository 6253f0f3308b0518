import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0019_away_and_lists.sql.

export const savedFilters = pgTable('saved_filters', {
  id: uuid().primaryKey(),
  accountId: uuid('account_id').notNull(),
  name: text().notNull(),
  villageCode: text('village_code'),
  phaseCode: text('phase_code'),
  teamId: uuid('team_id'),
  savedAt: timestamp('saved_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
})
