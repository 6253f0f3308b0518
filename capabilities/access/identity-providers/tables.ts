import { boolean, jsonb, pgSchema, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

// Columns for typed queries. Keys, checks and rights stand in database/migrations/0026_single_sign_on.sql.

const moment = (name: string) => timestamp(name, { withTimezone: true })

export const identityProviders = pgTable('identity_providers', {
  id: uuid().primaryKey(),
  organisationId: uuid('organisation_id').notNull(),
  name: text().notNull(),
  issuer: text().notNull(),
  clientId: text('client_id').notNull(),
  clientAuth: text('client_auth', { enum: ['client-secret-basic', 'client-secret-post', 'private-key'] }).notNull(),
  /** Encrypted; the application's role writes it and cannot read it. */
  secret: text().notNull(),
  publicKey: jsonb('public_key').$type<Readonly<Record<string, unknown>>>(),
  groupClaim: text('group_claim').notNull().default('groups'),
  acr: text(),
  mailDomains: text('mail_domains').array().notNull().default([]),
  admitsNew: boolean('admits_new').notNull().default(false),
  isOn: boolean('is_on').notNull().default(false),
  changedBy: uuid('changed_by').notNull(),
  changedAt: moment('changed_at').notNull().defaultNow(),
})

export const groupRights = pgTable('group_rights', {
  id: uuid().primaryKey(),
  providerId: uuid('provider_id').notNull(),
  groupName: text('group_name').notNull(),
  role: text().notNull(),
  municipalityId: uuid('municipality_id').notNull(),
  organisationId: uuid('organisation_id').notNull(),
  programmeCode: text('programme_code'),
  ownMatches: boolean('own_matches').notNull().default(false),
  mappedBy: uuid('mapped_by').notNull(),
  mappedAt: moment('mapped_at').notNull().defaultNow(),
})

export const identities = pgSchema('sign_in').table(
  'identities',
  {
    providerId: uuid('provider_id').notNull(),
    issuer: text().notNull(),
    subject: text().notNull(),
    userId: uuid('user_id').notNull(),
    linkedAt: moment('linked_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.providerId, table.issuer, table.subject] })],
)
