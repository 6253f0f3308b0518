import { date, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0018_closing.sql.

export const afterwardsOffers = pgTable(
  'afterwards_offers',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    name: text().notNull(),
    what: text().notNull(),
    reach: text().notNull(),
    source: text().notNull(),
    validFrom: date('valid_from').notNull(),
    validUntil: date('valid_until'),
    programmeCodes: text('programme_codes').array().notNull(),
    rowVersion: integer('row_version').notNull().default(1),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)

export const handedOver = pgTable(
  'handed_over',
  {
    municipalityId: uuid('municipality_id').notNull(),
    trajectoryId: uuid('trajectory_id').notNull(),
    provisionId: uuid('provision_id').notNull(),
    offerId: uuid('offer_id').notNull(),
    handedOn: date('handed_on').notNull(),
    name: text().notNull(),
    what: text().notNull(),
    reach: text().notNull(),
    recordedBy: uuid('recorded_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.trajectoryId, table.offerId, table.handedOn] })],
)
