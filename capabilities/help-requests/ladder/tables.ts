import { date, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Day } from '../../../foundation/day.ts'
import { LOOKS } from './ladder.ts'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0017_triage_whole.sql.

export const requestLadders = pgTable(
  'request_ladders',
  {
    municipalityId: uuid('municipality_id').notNull(),
    requestId: uuid('request_id').notNull(),
    provisionId: uuid('provision_id').notNull(),
    number: integer().notNull(),
    formVersion: integer('form_version').notNull(),
    ownStrength: text('own_strength', { enum: LOOKS }),
    ownStrengthWhy: text('own_strength_why'),
    network: text({ enum: LOOKS }),
    networkWhy: text('network_why'),
    general: text({ enum: LOOKS }),
    generalWhy: text('general_why'),
    light: text({ enum: LOOKS }),
    lightWhy: text('light_why'),
    heavy: text({ enum: LOOKS }),
    heavyWhy: text('heavy_why'),
    holdsOn: date('holds_on').$type<Day>().notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull().defaultNow(),
    recordedBy: uuid('recorded_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.requestId, table.number] })],
)
