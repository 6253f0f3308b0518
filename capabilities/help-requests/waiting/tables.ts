import { boolean, date, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Day } from '../../../foundation/day.ts'
import type { HoursPerGrade } from '../triage/deadlines.ts'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0073 and 0074.

export const waitingTerms = pgTable('waiting_terms', {
  id: uuid().primaryKey(),
  municipalityId: uuid('municipality_id').notNull(),
  fromOn: date('from_on').$type<Day>().notNull(),
  untilOn: date('until_on').$type<Day>(),
  hours: jsonb().$type<HoursPerGrade>(),
  contactHours: jsonb('contact_hours').$type<HoursPerGrade>(),
  source: text().notNull(),
  isTakenAway: boolean('is_taken_away').notNull().default(false),
  recordedBy: uuid('recorded_by').notNull(),
  recordedAt: timestamp('recorded_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
})
