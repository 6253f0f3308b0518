import { date, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Day } from '../../../foundation/day.ts'
import { GROUPS, STATES, THEMES, WAYS } from './gathered.ts'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0065_participation.sql.

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })
const recorded = () => ({
  rowVersion: integer('row_version').notNull().default(1),
  recordedBy: uuid('recorded_by').notNull(),
  recordedAt: moment('recorded_at').notNull().defaultNow(),
})

export const recommendations = pgTable(
  'recommendations',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    advice: text().notNull(),
    state: text({ enum: STATES }).notNull(),
    decidedBy: text('decided_by'),
    why: text(),
    decidedOn: date('decided_on').$type<Day>(),
    ...recorded(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)

export const gathered = pgTable(
  'gathered',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    heldOn: date('held_on').$type<Day>().notNull(),
    way: text({ enum: WAYS }).notNull(),
    group: text('people_group', { enum: GROUPS }).notNull(),
    people: integer().notNull(),
    theme: text({ enum: THEMES }).notNull(),
    said: text(),
    recommendationId: uuid('recommendation_id'),
    ...recorded(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)
