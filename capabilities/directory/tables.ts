import { date, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Day } from '../../foundation/day.ts'
import type { Card } from './card.ts'
import { STATES, STEPS } from './offer.ts'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0056_local_offer.sql.

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })
const standing = () => ({
  state: text({ enum: STATES }).notNull(),
  village: text(),
  card: jsonb().$type<Card>().notNull(),
  startsOn: date('starts_on').$type<Day>(),
  endsOn: date('ends_on').$type<Day>(),
  confirmedOn: date('confirmed_on').$type<Day>(),
})

export const offers = pgTable(
  'offers',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    ...standing(),
    rowVersion: integer('row_version').notNull().default(1),
    createdBy: uuid('created_by').notNull(),
    changedBy: uuid('changed_by').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)

export const offerSteps = pgTable(
  'offer_steps',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    offerId: uuid('offer_id').notNull(),
    step: text({ enum: STEPS }).notNull(),
    ...standing(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: moment('recorded_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)
