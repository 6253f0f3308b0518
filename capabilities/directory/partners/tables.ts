import { date, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Day } from '../../../foundation/day.ts'
import type { Role } from '../../access/roles.ts'
import { DOMAINS } from '../card.ts'
import { CARERS, PARTNER_TYPES, WAYS } from './partner.ts'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0070_partners.sql.

const recorded = () => ({
  recordedBy: uuid('recorded_by').notNull(),
  recordedAt: timestamp('recorded_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
})
const versioned = () => ({ rowVersion: integer('row_version').notNull().default(1), ...recorded() })
const keyed = () => ({ municipalityId: uuid('municipality_id').notNull(), id: uuid().notNull() })

export const partners = pgTable(
  'partners',
  {
    ...keyed(),
    name: text().notNull(),
    type: text({ enum: PARTNER_TYPES }).notNull(),
    domains: text({ enum: DOMAINS }).array().notNull(),
    villages: text().array().notNull(),
    contactRole: text('contact_role').notNull(),
    endedOn: date('ended_on').$type<Day>(),
    ...versioned(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)

export const partnerAgreements = pgTable(
  'partner_agreements',
  {
    ...keyed(),
    partnerId: uuid('partner_id').notNull(),
    what: text().notNull(),
    sinceOn: date('since_on').$type<Day>().notNull(),
    untilOn: date('until_on').$type<Day>(),
    caredForBy: text('cared_for_by', { enum: CARERS }).notNull(),
    ...versioned(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)

export const partnerTouches = pgTable(
  'partner_touches',
  {
    ...keyed(),
    partnerId: uuid('partner_id').notNull(),
    heldOn: date('held_on').$type<Day>().notNull(),
    way: text({ enum: WAYS }).notNull(),
    about: text().notNull(),
    byRole: text('by_role').$type<Role>().notNull(),
    ...recorded(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)
