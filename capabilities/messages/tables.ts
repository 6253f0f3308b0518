import { boolean, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { KINDS, STATES } from './message.ts'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0010_mail.sql.

const moment = (name: string) => timestamp(name, { withTimezone: true })

export const messages = pgTable('messages', {
  id: uuid().primaryKey(),
  municipalityId: uuid('municipality_id'),
  kind: text({ enum: KINDS }).notNull(),
  personId: uuid('person_id'),
  helpRequestId: uuid('help_request_id'),
  aboutId: uuid('about_id'),
  urgent: boolean().notNull().default(false),
  state: text({ enum: STATES }).notNull().default('queued'),
  reason: text(),
  attempts: integer().notNull().default(0),
  dueAt: moment('due_at').notNull().defaultNow(),
  claimedUntil: moment('claimed_until'),
  firstTriedAt: moment('first_tried_at'),
  triedAt: moment('tried_at'),
  settledAt: moment('settled_at'),
  createdBy: uuid('created_by').notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
})

export const messageChoices = pgTable('message_choices', {
  personId: uuid('person_id').primaryKey(),
  workMail: boolean('work_mail').notNull(),
  changedAt: moment('changed_at').notNull().defaultNow(),
})
