import { boolean, date, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Day } from '../../foundation/day.ts'
import { ASKERS, CHANNELS, EVENT_TYPES, OTHERS, REACHES, STATES } from './request.ts'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0012_help_requests.sql.

const moment = (name: string) => timestamp(name, { withTimezone: true })

export const helpRequests = pgTable(
  'help_requests',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    organisationId: uuid('organisation_id').notNull(),
    provisionId: uuid('provision_id').notNull(),
    programmeCode: text('programme_code').notNull(),
    villageCode: text('village_code'),
    channel: text({ enum: CHANNELS }).notNull(),
    asker: text({ enum: ASKERS }).notNull(),
    topics: text().array().notNull(),
    language: text({ enum: ['nl', 'en'] }).notNull(),
    formCode: text('form_code').notNull(),
    formVersion: integer('form_version').notNull(),
    codeHash: text('code_hash').notNull(),
    state: text({ enum: STATES }).notNull().default('new'),
    reason: text(),
    takenBy: uuid('taken_by'),
    rowVersion: integer('row_version').notNull().default(1),
    receivedAt: moment('received_at').notNull().defaultNow(),
    closedOn: date('closed_on').$type<Day>(),
    trajectoryId: uuid('trajectory_id'),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)

export const helpRequestDetails = pgTable(
  'help_request_details',
  {
    municipalityId: uuid('municipality_id').notNull(),
    requestId: uuid('request_id').notNull(),
    provisionId: uuid('provision_id').notNull(),
    name: text(),
    ownWords: text('own_words'),
    reach: text({ enum: REACHES }).notNull(),
    phone: text(),
    mail: text(),
    mayLeaveVoicemail: boolean('may_leave_voicemail').notNull().default(false),
    moments: text().array().notNull(),
    othersListen: text('others_listen', { enum: OTHERS }).notNull().default('unknown'),
    caution: text(),
    forgetOn: date('forget_on').$type<Day>(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.requestId] })],
)

export const helpRequestEvents = pgTable(
  'help_request_events',
  {
    municipalityId: uuid('municipality_id').notNull(),
    requestId: uuid('request_id').notNull(),
    provisionId: uuid('provision_id').notNull(),
    number: integer().notNull(),
    type: text({ enum: EVENT_TYPES }).notNull(),
    reason: text(),
    recordedAt: moment('recorded_at').notNull().defaultNow(),
    recordedBy: uuid('recorded_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.requestId, table.number] })],
)

export const adviceCounts = pgTable(
  'advice_counts',
  {
    municipalityId: uuid('municipality_id').notNull(),
    provisionId: uuid('provision_id').notNull(),
    month: date().$type<Day>().notNull(),
    channel: text({ enum: CHANNELS }).notNull(),
    asker: text({ enum: ASKERS }).notNull(),
    count: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.municipalityId, table.provisionId, table.month, table.channel, table.asker] }),
  ],
)
