import { date, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0018_closing.sql.

export const childVoiceReasons = pgTable(
  'child_voice_reasons',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    trajectoryId: uuid('trajectory_id').notNull(),
    provisionId: uuid('provision_id').notNull(),
    childId: uuid('child_id').notNull(),
    because: text().notNull(),
    statedOn: date('stated_on').notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
    recordedBy: uuid('recorded_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)
