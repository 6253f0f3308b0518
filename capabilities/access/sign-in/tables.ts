import { boolean, integer, pgSchema, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

// Columns for typed queries and for the sign-in library, which asks for these property names.
// Keys, checks and rights stand in database/migrations/0007_sign_in.sql, 0010_mail.sql, 0026_single_sign_on.sql and 0042_odd_sign_ins.sql.

const signIn = pgSchema('sign_in')
const moment = (name: string) => timestamp(name, { withTimezone: true })
const moments = {
  createdAt: moment('created_at').notNull().defaultNow(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
}

export const users = signIn.table('users', {
  id: uuid().primaryKey(),
  email: text().notNull(),
  name: text().notNull().default(''),
  emailVerified: boolean('email_verified').notNull().default(true),
  image: text(),
  twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
  renewSince: moment('renew_since'),
  ...moments,
})

export const accounts = signIn.table('accounts', {
  id: uuid().primaryKey(),
  userId: uuid('user_id').notNull(),
  accountId: text('account_id').notNull(),
  providerId: text('provider_id').notNull(),
  password: text().notNull(),
  ...moments,
})

export const sessions = signIn.table('sessions', {
  id: uuid().primaryKey(),
  userId: uuid('user_id').notNull(),
  token: text().notNull(),
  ipAddress: text('ip_address'),
  userAgent: text('user_agent'),
  expiresAt: moment('expires_at').notNull(),
  lastSeenAt: moment('last_seen_at').notNull().defaultNow(),
  secondFactorBy: text('second_factor_by', { enum: ['provider', 'passkey'] }),
  ...moments,
})

export const verifications = signIn.table('verifications', {
  id: uuid().primaryKey(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: moment('expires_at').notNull(),
  ...moments,
})

export const secondFactors = signIn.table('second_factors', {
  id: uuid().primaryKey(),
  userId: uuid('user_id').notNull(),
  secret: text().notNull(),
  backupCodes: text('backup_codes').notNull(),
  verified: boolean().notNull().default(false),
  failedVerificationCount: integer('failed_verification_count').notNull().default(0),
  lockedUntil: moment('locked_until'),
  codesSeen: boolean('codes_seen').notNull().default(false),
})

export const attempts = signIn.table('attempts', {
  key: text().primaryKey(),
  points: integer().notNull(),
  expire: moment('expire'),
})

export const devices = signIn.table(
  'devices',
  {
    userId: uuid('user_id').notNull(),
    device: text().notNull(),
    firstSeenAt: moment('first_seen_at').notNull().defaultNow(),
    lastSeenAt: moment('last_seen_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.device] })],
)

export const tries = signIn.table('tries', {
  id: uuid().primaryKey(),
  at: moment('at').notNull().defaultNow(),
  isDone: boolean('is_done').notNull(),
  way: text({ enum: ['password', 'code', 'passkey', 'provider'] }).notNull(),
  userId: uuid('user_id'),
  typed: text(),
  network: text(),
  isNewNetwork: boolean('is_new_network').notNull().default(false),
  device: text().notNull(),
  organisationIds: uuid('organisation_ids').array().notNull(),
  municipalityIds: uuid('municipality_ids').array().notNull(),
  isOfResident: boolean('is_of_resident').notNull(),
  lookedAt: moment('looked_at'),
})

export const networks = signIn.table(
  'networks',
  {
    userId: uuid('user_id').notNull(),
    network: text().notNull(),
    firstSeenAt: moment('first_seen_at').notNull().defaultNow(),
    lastSeenAt: moment('last_seen_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.network] })],
)
