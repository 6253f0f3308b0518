import { customType, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0011_forms.sql.

const moment = (name: string) => timestamp(name, { withTimezone: true })
const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })

export const drafts = pgTable(
  'drafts',
  {
    ownerId: uuid('owner_id').notNull(),
    page: text().notNull(),
    content: bytea().notNull(),
    savedAt: moment('saved_at').notNull().defaultNow(),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.ownerId, table.page] })],
)
