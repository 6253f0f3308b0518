import { boolean, date, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0005_measures.sql.

export const figureCells = pgTable('figure_cells', {
  municipalityId: uuid('municipality_id').notNull(),
  provisionId: uuid('provision_id').notNull(),
  programmeCode: text('programme_code').notNull(),
  measure: text().notNull(),
  grouping: text().notNull(),
  key: text().notNull(),
  holdsOn: date('holds_on').notNull(),
  recordedAt: timestamp('recorded_at', { withTimezone: true, precision: 3 }).notNull(),
  n: integer().notNull(),
  families: integer().notNull(),
  isSpecial: boolean('is_special').notNull().default(false),
})

/** Never selected from: the application has no right to. */
export const specialAnswers = pgTable('special_answers', {
  municipalityId: uuid('municipality_id').notNull(),
  trajectoryId: uuid('trajectory_id').notNull(),
  question: text().notNull(),
  answer: text().notNull(),
})

export const audienceSettings = pgTable('audience_settings', {
  audience: text({ enum: ['public', 'policy', 'organisation'] }).notNull(),
  hideBelow: integer('hide_below').notNull(),
  roundTo: integer('round_to').notNull(),
  recordedAt: timestamp('recorded_at', { withTimezone: true, precision: 3 }).notNull(),
  recordedBy: uuid('recorded_by'),
})

export const publishedFigures = pgTable('published_figures', {
  question: text().primaryKey(),
  audience: text({ enum: ['public', 'policy'] }).notNull(),
  regionId: uuid('region_id'),
  municipalityId: uuid('municipality_id'),
  answer: jsonb().notNull(),
  firstGivenAt: timestamp('first_given_at', { withTimezone: true }).notNull().defaultNow(),
})
