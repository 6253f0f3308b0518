import { integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0030_programmes_on_screen.sql.

const moment = (name: string) => timestamp(name, { withTimezone: true })

export const programmeDrafts = pgTable('programme_drafts', {
  id: uuid().primaryKey(),
  regionId: uuid('region_id'),
  municipalityId: uuid('municipality_id'),
  code: text().notNull(),
  definition: jsonb().notNull(),
  rowVersion: integer('row_version').notNull().default(1),
  createdBy: uuid('created_by').notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
  changedBy: uuid('changed_by').notNull(),
  changedAt: moment('changed_at').notNull().defaultNow(),
})
