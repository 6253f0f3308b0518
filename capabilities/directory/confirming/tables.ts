import { date, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Day } from '../../../foundation/day.ts'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0057_offer_asked.sql.

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

export const offerAsks = pgTable(
  'offer_asks',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    offerId: uuid('offer_id').notNull(),
    tokenHash: text('token_hash').notNull(),
    askedOn: date('asked_on').$type<Day>().notNull(),
    untilOn: date('until_on').$type<Day>().notNull(),
    answer: text({ enum: ['right', 'different'] }),
    remark: text(),
    answeredAt: moment('answered_at'),
    handledAt: moment('handled_at'),
    createdBy: uuid('created_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)
