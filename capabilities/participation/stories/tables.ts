import { boolean, date, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Day } from '../../../foundation/day.ts'
import { LANGUAGES } from '../../information/front-matter.ts'
import { type Giver, NAME_KINDS, TELLERS } from './consent.ts'
import { STATES, STEPS } from './story.ts'
import { FORMS, type Told, type Use } from './told.ts'

// Columns for typed queries. Keys, checks, the trigger and row-level policies stand in database/migrations/0064_stories.sql and 0078_campaigns_and_films.sql.

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

export const stories = pgTable(
  'stories',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    state: text({ enum: STATES }).notNull().default('draft'),
    language: text({ enum: LANGUAGES }).notNull(),
    wordsNl: text('words_nl'),
    wordsEn: text('words_en'),
    shownName: text('shown_name'),
    entrances: text().array().notNull().default([]),
    isRegional: boolean('is_regional').notNull().default(false),
    form: text({ enum: FORMS }).notNull().default('text'),
    transcriptNl: text('transcript_nl'),
    transcriptEn: text('transcript_en'),
    videoUrl: text('video_url'),
    videoSeconds: integer('video_seconds'),
    hasCaptions: boolean('has_captions').notNull().default(false),
    shows: text().array().$type<Told['shows']>().notNull().default([]),
    consentId: uuid('consent_id'),
    untilOn: date('until_on').$type<Day>(),
    writtenBy: uuid('written_by').notNull(),
    readiedBy: uuid('readied_by'),
    approvedBy: uuid('approved_by'),
    changedBy: uuid('changed_by').notNull(),
    rowVersion: integer('row_version').notNull().default(1),
    createdAt: moment('created_at').notNull().defaultNow(),
    changedAt: moment('changed_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)

export const storyConsents = pgTable(
  'story_consents',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    storyId: uuid('story_id').notNull(),
    askedBy: text('asked_by').notNull(),
    agreedOn: date('agreed_on').$type<Day>().notNull(),
    untilOn: date('until_on').$type<Day>().notNull(),
    teller: text({ enum: TELLERS }).notNull(),
    givenBy: text('given_by').array().$type<Giver[]>().notNull(),
    nameKind: text('name_kind', { enum: NAME_KINDS }).notNull(),
    uses: text().array().$type<Use[]>().notNull().default(['text']),
    tokenHash: text('token_hash').notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: moment('recorded_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)

export const storySteps = pgTable(
  'story_steps',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    storyId: uuid('story_id').notNull(),
    step: text({ enum: STEPS }).notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: moment('recorded_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)
