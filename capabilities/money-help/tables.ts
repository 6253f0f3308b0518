import { date, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Day } from '../../foundation/day.ts'
import type { MunicipalRules } from './rules.ts'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0055_money_help.sql.

export const RULE_STATES = ['draft', 'public', 'retired'] as const

export const moneyRules = pgTable(
  'money_rules',
  {
    municipalityId: uuid('municipality_id').notNull(),
    version: integer().notNull(),
    rules: jsonb().$type<MunicipalRules>().notNull(),
    state: text({ enum: RULE_STATES }).notNull().default('draft'),
    confirmed: text(),
    writtenBy: uuid('written_by').notNull(),
    writtenAt: timestamp('written_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.version] })],
)

export const moneyContacts = pgTable('money_contacts', {
  municipalityId: uuid('municipality_id').primaryKey(),
  name: text().notNull(),
  phone: text(),
  mail: text(),
  visitNl: text('visit_nl'),
  visitEn: text('visit_en'),
  openNl: text('open_nl').notNull(),
  openEn: text('open_en').notNull(),
  source: text().notNull(),
  checkedOn: date('checked_on').$type<Day>().notNull(),
  rowVersion: integer('row_version').notNull().default(1),
  recordedBy: uuid('recorded_by').notNull(),
  recordedAt: timestamp('recorded_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
})

export const moneySteps = pgTable(
  'money_steps',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    what: text({ enum: ['rules', 'contact'] }).notNull(),
    version: integer().notNull(),
    state: text({ enum: RULE_STATES }).notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)
