import { date, pgTable, primaryKey, timestamp, uuid } from 'drizzle-orm/pg-core'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0019_away_and_lists.sql.

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

export const standIns = pgTable(
  'stand_ins',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    provisionId: uuid('provision_id').notNull(),
    awayId: uuid('away_id').notNull(),
    standInId: uuid('stand_in_id').notNull(),
    fromOn: date('from_on').notNull(),
    untilOn: date('until_on').notNull(),
    arrangedBy: uuid('arranged_by').notNull(),
    arrangedAt: moment('arranged_at').notNull().defaultNow(),
    endedBy: uuid('ended_by'),
    endedAt: moment('ended_at'),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)
