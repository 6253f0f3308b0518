import { integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

// Columns for typed queries. Keys, checks and row security stand in database/migrations/0068_step_plans.sql.

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

export const stepPlans = pgTable('step_plans', {
  version: integer().primaryKey(),
  plan: jsonb().notNull(),
  restores: integer(),
  publishedBy: uuid('published_by').notNull(),
  publishedAt: moment('published_at').notNull().defaultNow(),
})

export const stepPlanDrafts = pgTable('step_plan_drafts', {
  code: text().primaryKey(),
  plan: jsonb().notNull(),
  rowVersion: integer('row_version').notNull().default(1),
  changedBy: uuid('changed_by').notNull(),
  changedAt: moment('changed_at').notNull().defaultNow(),
})
