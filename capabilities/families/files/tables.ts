import { boolean, date, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { AUTHORITY_SOURCES, AUTHORITY_VALUES, MEMBER_ROLES, PERSON_KINDS, type SafeContact } from './person.ts'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0008_families.sql.
const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

export const persons = pgTable(
  'persons',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    organisationId: uuid('organisation_id').notNull(),
    kind: text({ enum: PERSON_KINDS }).notNull(),
    name: text(),
    ageYears: integer('age_years'),
    weeksPregnant: integer('weeks_pregnant'),
    statedOn: date('stated_on'),
    fileOpenedOn: date('file_opened_on'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)

export const familyMembers = pgTable(
  'family_members',
  {
    municipalityId: uuid('municipality_id').notNull(),
    familyId: uuid('family_id').notNull(),
    personId: uuid('person_id').notNull(),
    organisationId: uuid('organisation_id').notNull(),
    role: text({ enum: MEMBER_ROLES }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.familyId, table.personId] })],
)

export const personDetails = pgTable(
  'person_details',
  {
    municipalityId: uuid('municipality_id').notNull(),
    personId: uuid('person_id').notNull(),
    phone: text(),
    email: text(),
    address: text(),
    villageCode: text('village_code'),
    safeContact: jsonb('safe_contact').$type<SafeContact>().notNull().default({}),
    isShielded: boolean('is_shielded').notNull().default(false),
    accountId: uuid('account_id'),
    rowVersion: integer('row_version').notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.personId] })],
)

export const childHomes = pgTable(
  'child_homes',
  {
    municipalityId: uuid('municipality_id').notNull(),
    childId: uuid('child_id').notNull(),
    adultId: uuid('adult_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.childId, table.adultId] })],
)

export const authority = pgTable(
  'authority',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    childId: uuid('child_id').notNull(),
    parentId: uuid('parent_id').notNull(),
    value: text({ enum: AUTHORITY_VALUES }).notNull(),
    source: text({ enum: AUTHORITY_SOURCES }).notNull(),
    checkedOn: date('checked_on').notNull(),
    validFrom: date('valid_from'),
    recordedAt: moment('recorded_at').notNull().defaultNow(),
    recordedBy: uuid('recorded_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)

export const fileWorkers = pgTable(
  'file_workers',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    personId: uuid('person_id').notNull(),
    provisionId: uuid('provision_id').notNull(),
    accountId: uuid('account_id').notNull(),
    role: text().notNull(),
    fromOn: date('from_on').notNull(),
    untilOn: date('until_on'),
    standsIn: uuid('stands_in'),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)

export const bothSidesDecisions = pgTable(
  'both_sides_decisions',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    familyId: uuid('family_id').notNull(),
    accountId: uuid('account_id').notNull(),
    reason: text().notNull(),
    decidedBy: uuid('decided_by').notNull(),
    decidedAt: moment('decided_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)
