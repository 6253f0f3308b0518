import { boolean, pgTable, primaryKey, timestamp, uuid } from 'drizzle-orm/pg-core'

// Columns for typed queries. Keys and row-level policies stand in database/migrations/0023_own_sign_in.sql.
export const fileInvitations = pgTable(
  'file_invitations',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    personId: uuid('person_id').notNull(),
    isReadAlone: boolean('is_read_alone').notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
    recordedBy: uuid('recorded_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)
