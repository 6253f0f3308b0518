import { boolean, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0076_online_referrals.sql.

export const onlineReferrals = pgTable(
  'online_referrals',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    trajectoryId: uuid('trajectory_id').notNull(),
    childId: uuid('child_id').notNull(),
    organisation: text().notNull(),
    isAgreed: boolean('is_agreed').notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
    recordedBy: uuid('recorded_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)
