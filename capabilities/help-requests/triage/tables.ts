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
