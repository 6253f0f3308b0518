import { boolean, date, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { ODD_KINDS } from './odd.ts'

// Columns for typed queries. Keys, checks and rights stand in database/migrations/0042_odd_sign_ins.sql.

const moment = (name: string) => timestamp(name, { withTimezone: true })

export const oddSignIns = pgTable('odd_sign_ins', {
  id: uuid().primaryKey(),
  kind: text({ enum: ODD_KINDS }).notNull(),
  onDay: date('on_day').notNull(),
  personId: uuid('person_id'),
  organisationId: uuid('organisation_id'),
  municipalityId: uuid('municipality_id'),
  isOfResident: boolean('is_of_resident').notNull().default(false),
  network: text(),
  device: text(),
  tries: integer().notNull(),
  usual: integer(),
  accounts: integer(),
  networks: integer(),
  fromAt: moment('from_at').notNull(),
  untilAt: moment('until_at').notNull(),
  answer: text({ enum: ['mine', 'not-mine'] }),
  answeredAt: moment('answered_at'),
  toldAt: moment('told_at'),
  foundAt: moment('found_at').notNull().defaultNow(),
})
