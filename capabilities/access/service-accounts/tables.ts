import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0029_service_accounts.sql.

const moment = (name: string) => timestamp(name, { withTimezone: true })

export const serviceTokens = pgTable('service_tokens', {
  id: uuid().primaryKey(),
  accountId: uuid('account_id').notNull(),
  label: text().notNull(),
  tokenHash: text('token_hash').notNull(),
  scopes: text().array().notNull(),
  expiresAt: moment('expires_at').notNull(),
  createdBy: uuid('created_by').notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
  lastUsedAt: moment('last_used_at'),
  revokedAt: moment('revoked_at'),
  revokedBy: uuid('revoked_by'),
})
