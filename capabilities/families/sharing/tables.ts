import { date, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { CONSENT_GIVERS, CONSENT_WAYS, GROUNDS, PARTS } from './sharing.ts'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0020_sharing.sql.
const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

export const sharings = pgTable(
  'sharings',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    personId: uuid('person_id').notNull(),
    receiverMunicipalityId: uuid('receiver_municipality_id').notNull(),
    receiverProvisionId: uuid('receiver_provision_id').notNull(),
    receiverId: uuid('receiver_id').notNull(),
    parts: text({ enum: PARTS }).array().notNull(),
    purpose: text().notNull(),
    ground: text({ enum: GROUNDS }).notNull(),
    consentOn: date('consent_on'),
    consentHow: text('consent_how', { enum: CONSENT_WAYS }),
    consentBy: text('consent_by', { enum: CONSENT_GIVERS }),
    safetyReason: text('safety_reason'),
    endsOn: date('ends_on').notNull(),
    recordedAt: moment('recorded_at').notNull().defaultNow(),
    recordedBy: uuid('recorded_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)

export const sharingEvents = pgTable(
  'sharing_events',
  {
    municipalityId: uuid('municipality_id').notNull(),
    sharingId: uuid('sharing_id').notNull(),
    type: text({ enum: ['accepted', 'withdrawn'] }).notNull(),
    recordedAt: moment('recorded_at').notNull().defaultNow(),
    recordedBy: uuid('recorded_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.sharingId, table.type] })],
)
