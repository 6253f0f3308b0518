import { integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0003 and 0026.

const moment = (name: string) => timestamp(name, { withTimezone: true })

export const programmes = pgTable(
  'programmes',
  {
    code: text().notNull(),
    version: integer().notNull(),
    definition: jsonb().notNull(),
    publishedAt: moment('published_at').notNull().defaultNow(),
    publishedBy: uuid('published_by').notNull(),
    retiredAt: moment('retired_at'),
    regionId: uuid('region_id'),
    municipalityId: uuid('municipality_id'),
  },
  (table) => [primaryKey({ columns: [table.code, table.version] })],
)

export const fitSettings = pgTable(
  'fit_settings',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    programmeCode: text('programme_code').notNull(),
    ruleCode: text('rule_code').notNull(),
    value: jsonb(),
    recordedAt: moment('recorded_at').notNull().defaultNow(),
    recordedBy: uuid('recorded_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)
