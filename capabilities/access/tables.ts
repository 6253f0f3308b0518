import { boolean, date, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0001_access.sql.

const moment = (name: string) => timestamp(name, { withTimezone: true })

export const regions = pgTable('regions', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  code: text().notNull(),
})

export const municipalities = pgTable('municipalities', {
  id: uuid().primaryKey(),
  regionId: uuid('region_id'),
  code: text().notNull(),
  name: text().notNull(),
  slug: text().notNull(),
  countsMigrationBackground: boolean('counts_migration_background').notNull().default(false),
  sharingDays: integer('sharing_days').notNull().default(90),
  createdAt: moment('created_at').notNull().defaultNow(),
})

export const villages = pgTable(
  'villages',
  {
    municipalityId: uuid('municipality_id').notNull(),
    code: text().notNull(),
    name: text().notNull(),
    position: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.code] })],
)

export const organisations = pgTable('organisations', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
})

export const teams = pgTable('teams', {
  id: uuid().primaryKey(),
  organisationId: uuid('organisation_id').notNull(),
  name: text().notNull(),
  closedOn: date('closed_on'),
})

export const provisions = pgTable('provisions', {
  municipalityId: uuid('municipality_id').notNull(),
  id: uuid().primaryKey(),
  organisationId: uuid('organisation_id').notNull(),
  teamId: uuid('team_id'),
  programmeCode: text('programme_code').notNull(),
  startsOn: date('starts_on'),
  endsOn: date('ends_on'),
  createdAt: moment('created_at').notNull().defaultNow(),
})

export const people = pgTable('people', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  email: text(),
  kind: text({ enum: ['person', 'built-in', 'service'] })
    .notNull()
    .default('person'),
  language: text({ enum: ['nl', 'en'] })
    .notNull()
    .default('nl'),
  isActive: boolean('is_active').notNull().default(true),
  createdAt: moment('created_at').notNull().defaultNow(),
})

export const roleRights = pgTable('role_rights', {
  role: text().notNull(),
  kind: text().notNull(),
  action: text().notNull(),
})

export const grants = pgTable('grants', {
  id: uuid().primaryKey(),
  personId: uuid('person_id').notNull(),
  role: text().notNull(),
  everywhere: boolean().notNull().default(false),
  regionId: uuid('region_id'),
  municipalityId: uuid('municipality_id'),
  organisationId: uuid('organisation_id'),
  teamId: uuid('team_id'),
  programmeCode: text('programme_code'),
  ownMatches: boolean('own_matches').notNull().default(false),
  startsOn: date('starts_on').notNull(),
  endsOn: date('ends_on'),
  grantedBy: uuid('granted_by'),
  grantedAt: moment('granted_at').notNull().defaultNow(),
  /** Given because of a group of the organisation's provider; null when somebody gave it. */
  providerId: uuid('provider_id'),
})

export const invitations = pgTable('invitations', {
  id: uuid().primaryKey(),
  personId: uuid('person_id').notNull(),
  municipalityId: uuid('municipality_id'),
  organisationId: uuid('organisation_id'),
  tokenHash: text('token_hash').notNull(),
  expiresAt: moment('expires_at').notNull(),
  usedAt: moment('used_at'),
  needsCode: boolean('needs_code').notNull().default(false),
  createdBy: uuid('created_by').notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
})

export const installation = pgTable('installation', {
  onlyRow: boolean('only_row').primaryKey().default(true),
  purpose: text({ enum: ['empty', 'demo', 'real'] })
    .notNull()
    .default('empty'),
})
