import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { OUTCOMES, type StandsIn } from './outside-link.ts'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0069_outside_links.sql.

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

export const outsideLinks = pgTable('outside_links', {
  address: text().primaryKey(),
  standsIn: text('stands_in').array().$type<StandsIn[]>().notNull(),
  outcome: text({ enum: OUTCOMES }),
  askedAt: moment('asked_at'),
  failures: integer().notNull().default(0),
  failingSince: moment('failing_since'),
})
