import { date, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { NOTE_DISCLOSURES } from '../disclosure.ts'
import { NOTE_KINDS, VOICE_FORMS } from './note.ts'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations (0008, 0014).

export const notes = pgTable(
  'notes',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    personId: uuid('person_id').notNull(),
    trajectoryId: uuid('trajectory_id'),
    kind: text({ enum: NOTE_KINDS }).notNull().default('note'),
    disclosure: text({ enum: NOTE_DISCLOSURES }).notNull().default('own-file'),
    holdsOn: date('holds_on').notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
    writtenBy: uuid('written_by').notNull(),
    body: text().notNull(),
    replaces: uuid(),
    contactId: uuid('contact_id'),
    voiceForm: text('voice_form', { enum: VOICE_FORMS }),
    heardBy: text('heard_by'),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)

export const noteNamed = pgTable(
  'note_named',
  {
    municipalityId: uuid('municipality_id').notNull(),
    noteId: uuid('note_id').notNull(),
    accountId: uuid('account_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.noteId, table.accountId] })],
)
