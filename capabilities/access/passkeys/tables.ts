import { bigint, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core'

// Columns for typed queries. Keys, checks and rights stand in database/migrations/0027_passkeys.sql.

const moment = (name: string) => timestamp(name, { withTimezone: true })

export const passkeys = pgSchema('sign_in').table('passkeys', {
  id: uuid().primaryKey(),
  userId: uuid('user_id').notNull(),
  credentialId: text('credential_id').notNull(),
  publicKey: text('public_key').notNull(),
  counter: bigint({ mode: 'number' }).notNull().default(0),
  name: text().notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
  lastUsedAt: moment('last_used_at'),
})
