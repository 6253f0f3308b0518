import { date, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0004_cases.sql.

export const families = pgTable(
  'families',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    organisationId: uuid('organisation_id').notNull(),
    villageCode: text('village_code'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)

export const familyChildren = pgTable(
  'family_children',
  {
    municipalityId: uuid('municipality_id').notNull(),
    familyId: uuid('family_id').notNull(),
    position: integer().notNull(),
    ageYears: integer('age_years'),
    weeksPregnant: integer('weeks_pregnant'),
    statedOn: date('stated_on').notNull(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.familyId, table.position] })],
)
