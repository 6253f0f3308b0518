import { date, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Day } from '../../../foundation/day.ts'
import { DECISIONS, STATES, SUBJECTS, TESTERS } from './round.ts'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0065_participation.sql.

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })
const recorded = () => ({
  rowVersion: integer('row_version').notNull().default(1),
  recordedBy: uuid('recorded_by').notNull(),
  recordedAt: moment('recorded_at').notNull().defaultNow(),
})

export const testRounds = pgTable(
  'test_rounds',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    title: text().notNull(),
    subject: text({ enum: SUBJECTS }).notNull(),
    siteVersion: text('site_version').notNull(),
    fromOn: date('from_on').$type<Day>().notNull(),
    toOn: date('to_on').$type<Day>().notNull(),
    state: text({ enum: STATES }).notNull(),
    parents: integer().notNull(),
    youngPeople: integer('young_people').notNull(),
    ambassadors: integer().notNull(),
    others: integer().notNull(),
    ...recorded(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)

export const testFindings = pgTable(
  'test_findings',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    roundId: uuid('round_id').notNull(),
    testers: text({ enum: TESTERS }).notNull(),
    task: text().notNull(),
    finding: text().notNull(),
    slug: text(),
    decision: text({ enum: DECISIONS }).notNull(),
    done: text(),
    ...recorded(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)
