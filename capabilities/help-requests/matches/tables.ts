import { date, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Day } from '../../../foundation/day.ts'
import { DECISIONS } from './match.ts'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0017_triage_whole.sql.

const moment = (name: string) => timestamp(name, { withTimezone: true })

export const requestComparisons = pgTable(
  'request_comparisons',
  {
    municipalityId: uuid('municipality_id').notNull(),
    requestId: uuid('request_id').notNull(),
    comparedAt: moment('compared_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.requestId] })],
)

export const requestMatches = pgTable(
  'request_matches',
  {
    municipalityId: uuid('municipality_id').notNull(),
    requestId: uuid('request_id').notNull(),
    provisionId: uuid('provision_id').notNull(),
    otherId: uuid('other_id').notNull(),
    otherRequestId: uuid('other_request_id'),
    personId: uuid('person_id'),
    familyId: uuid('family_id'),
    alike: text().array().notNull(),
    foundAt: moment('found_at').notNull().defaultNow(),
    decision: text({ enum: DECISIONS }),
    decidedOn: date('decided_on').$type<Day>(),
    decidedBy: uuid('decided_by'),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.requestId, table.otherId] })],
)
