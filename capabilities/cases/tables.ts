import { boolean, date, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Day } from '../../foundation/day.ts'
import type { Answers, Happening } from './event.ts'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0004_cases.sql.

export const trajectories = pgTable(
  'trajectories',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    organisationId: uuid('organisation_id').notNull(),
    provisionId: uuid('provision_id').notNull(),
    programmeCode: text('programme_code').notNull(),
    programmeVersion: integer('programme_version').notNull(),
    familyId: uuid('family_id').notNull(),
    personId: uuid('person_id'),
    importId: uuid('import_id'),
    registeredOn: date('registered_on').notNull(),
    approximateDay: boolean('approximate_day').notNull().default(false),
    phase: text().notNull(),
    reason: text(),
    villageCode: text('village_code'),
    answers: jsonb().$type<Answers>().notNull().default({}),
    anchors: jsonb().$type<Readonly<Record<string, Day>>>().notNull().default({}),
    milestonesDone: text('milestones_done').array().notNull().default([]),
    isWithdrawn: boolean('is_withdrawn').notNull().default(false),
    rowVersion: integer('row_version').notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)

export const trajectoryEvents = pgTable(
  'trajectory_events',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    trajectoryId: uuid('trajectory_id').notNull(),
    provisionId: uuid('provision_id').notNull(),
    importId: uuid('import_id'),
    holdsOn: date('holds_on').notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true, precision: 3 }).notNull(),
    position: integer().notNull().default(0),
    recordedBy: uuid('recorded_by').notNull(),
    payload: jsonb().$type<Happening>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)

export const originalWords = pgTable(
  'original_words',
  {
    municipalityId: uuid('municipality_id').notNull(),
    trajectoryId: uuid('trajectory_id').notNull(),
    provisionId: uuid('provision_id').notNull(),
    importId: uuid('import_id'),
    question: text().notNull(),
    word: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.trajectoryId, table.question, table.word] })],
)

export const assignments = pgTable(
  'assignments',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    trajectoryId: uuid('trajectory_id').notNull(),
    provisionId: uuid('provision_id').notNull(),
    personId: uuid('person_id').notNull(),
    role: text().notNull(),
    fromOn: date('from_on').notNull(),
    untilOn: date('until_on'),
    standsIn: uuid('stands_in'),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)

export const recordedMoments = pgTable('recorded_moments', {
  municipalityId: uuid('municipality_id').primaryKey(),
  lastRecordedAt: timestamp('last_recorded_at', { withTimezone: true, precision: 3 }).notNull(),
})
