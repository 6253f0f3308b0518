import { pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0008_families.sql.
const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

export const glassBreaks = pgTable(
  'glass_breaks',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    personId: uuid('person_id').notNull(),
    accountId: uuid('account_id').notNull(),
    reason: text().notNull(),
    brokenAt: moment('broken_at').notNull().defaultNow(),
    closesAt: moment('closes_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)
