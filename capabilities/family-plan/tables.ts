import { date, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { ITEM_KINDS } from './plan.ts'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0009_family_plan.sql.

export const plans = pgTable(
  'plans',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    familyId: uuid('family_id').notNull(),
    directorId: uuid('director_id').notNull(),
    openedOn: date('opened_on').notNull(),
    closedOn: date('closed_on'),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)

export const planParticipants = pgTable(
  'plan_participants',
  {
    municipalityId: uuid('municipality_id').notNull(),
    planId: uuid('plan_id').notNull(),
    personId: uuid('person_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.planId, table.personId] })],
)

export const planItems = pgTable(
  'plan_items',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    planId: uuid('plan_id').notNull(),
    kind: text({ enum: ITEM_KINDS }).notNull(),
    goalId: uuid('goal_id'),
    body: text().notNull(),
    ownerPersonId: uuid('owner_person_id'),
    ownerAccountId: uuid('owner_account_id'),
    dueOn: date('due_on'),
    doneOn: date('done_on'),
    createdBy: uuid('created_by').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
    rowVersion: integer('row_version').notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)
