import { date, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Day } from '../../../foundation/day.ts'
import { GRADES, OUTCOMES } from './weighing.ts'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0013_triage.sql.

const weighed = {
  municipalityId: uuid('municipality_id').notNull(),
  requestId: uuid('request_id').notNull(),
  provisionId: uuid('provision_id').notNull(),
  number: integer().notNull(),
}
const recorded = {
  holdsOn: date('holds_on').$type<Day>().notNull(),
  recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull().defaultNow(),
  recordedBy: uuid('recorded_by').notNull(),
}

export const triageGrades = pgTable(
  'triage_grades',
  { ...weighed, grade: text({ enum: GRADES }).notNull(), reason: text(), ...recorded },
  (table) => [primaryKey({ columns: [table.municipalityId, table.requestId, table.number] })],
)

/** Each time that a request became unsafe, until a director has seen it. Keys and policies stand in 0035_unsafe_is_seen.sql. */
export const triageAlerts = pgTable(
  'triage_alerts',
  {
    ...weighed,
    raisedAt: timestamp('raised_at', { withTimezone: true }).notNull().defaultNow(),
    raisedBy: uuid('raised_by').notNull(),
    seenAt: timestamp('seen_at', { withTimezone: true }),
    seenBy: uuid('seen_by'),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.requestId, table.number] })],
)

export const triageEstimates = pgTable(
  'triage_estimates',
  {
    ...weighed,
    harm: text({ enum: OUTCOMES }).notNull(),
    violence: text({ enum: OUTCOMES }).notNull(),
    because: text(),
    ...recorded,
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.requestId, table.number] })],
)
