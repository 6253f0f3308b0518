import { boolean, date, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Day } from '../../foundation/day.ts'
import { AUDIENCES, CHANNELS } from './campaign.ts'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0078_campaigns_and_films.sql.

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

export const campaigns = pgTable('campaigns', {
  id: uuid().primaryKey(),
  regionId: uuid('region_id'),
  municipalityId: uuid('municipality_id'),
  code: text().notNull(),
  name: text().notNull(),
  audience: text({ enum: AUDIENCES }).notNull(),
  channel: text({ enum: CHANNELS }).notNull(),
  startsOn: date('starts_on').$type<Day>().notNull(),
  endsOn: date('ends_on').$type<Day>().notNull(),
  leadsTo: text('leads_to').notNull(),
  rowVersion: integer('row_version').notNull().default(1),
  writtenBy: uuid('written_by').notNull(),
  changedBy: uuid('changed_by').notNull(),
  changedAt: moment('changed_at').notNull().defaultNow(),
})

export const campaignReaches = pgTable('campaign_reaches', {
  id: uuid().primaryKey(),
  campaignId: uuid('campaign_id').notNull(),
  readOn: date('read_on').$type<Day>().notNull(),
  reach: integer().notNull(),
  source: text().notNull(),
  recordedBy: uuid('recorded_by').notNull(),
  recordedAt: moment('recorded_at').notNull().defaultNow(),
})

export const campaignClicks = pgTable(
  'campaign_clicks',
  {
    campaignId: uuid('campaign_id').notNull(),
    month: date().$type<Day>().notNull(),
    isWithin: boolean('is_within').notNull(),
    n: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.month, table.isWithin] })],
)
