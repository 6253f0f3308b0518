import { date, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { VOICE_FORMS } from '../notes/note.ts'
import { STEUNFIGUUR_KINDS } from './steunfiguur.ts'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0075_steunfiguren.sql.

export const steunfiguren = pgTable(
  'steunfiguren',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    childId: uuid('child_id').notNull(),
    kind: text({ enum: STEUNFIGUUR_KINDS }).notNull(),
    called: text().notNull(),
    organisation: text(),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on'),
    agreedOn: date('agreed_on').notNull(),
    agreedBy: text('agreed_by', { enum: VOICE_FORMS }).notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
    recordedBy: uuid('recorded_by').notNull(),
    endedAt: timestamp('ended_at', { withTimezone: true, precision: 3 }),
    endedBy: uuid('ended_by'),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)
