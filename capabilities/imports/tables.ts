import {
  boolean,
  customType,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Day } from '../../foundation/day.ts'
import type { Mapping } from './columns.ts'
import type { Correction } from './corrections.ts'
import type { Findings } from './findings.ts'
import { IMPORT_STATES } from './steps.ts'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations/0006_imports.sql.

const moment = (name: string) => timestamp(name, { withTimezone: true })
const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })

export const imports = pgTable(
  'imports',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    organisationId: uuid('organisation_id').notNull(),
    provisionId: uuid('provision_id').notNull(),
    programmeCode: text('programme_code').notNull(),
    programmeVersion: integer('programme_version').notNull(),
    state: text({ enum: IMPORT_STATES }).notNull().default('uploaded'),
    refusedWith: text('refused_with'),
    fileHash: text('file_hash').notNull(),
    rowCount: integer('row_count').notNull(),
    goodCount: integer('good_count'),
    addedCount: integer('added_count'),
    knownCount: integer('known_count'),
    changedCount: integer('changed_count'),
    mapping: jsonb().$type<Mapping>().notNull(),
    holdsOn: date('holds_on').$type<Day>().notNull(),
    onlyGood: boolean('only_good').notNull().default(false),
    createdBy: uuid('created_by').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    startedAt: moment('started_at'),
    finishedAt: moment('finished_at'),
    undoneAt: moment('undone_at'),
    correctedCount: integer('corrected_count').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)

export const importFiles = pgTable(
  'import_files',
  {
    municipalityId: uuid('municipality_id').notNull(),
    importId: uuid('import_id').notNull(),
    provisionId: uuid('provision_id').notNull(),
    bytes: bytea().notNull(),
    sheet: text(),
    corrections: jsonb().$type<readonly Correction[]>().notNull().default([]),
    findings: jsonb().$type<Findings>(),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.importId] })],
)

export const importCorrections = pgTable(
  'import_corrections',
  {
    municipalityId: uuid('municipality_id').notNull(),
    id: uuid().notNull(),
    importId: uuid('import_id').notNull(),
    provisionId: uuid('provision_id').notNull(),
    rowNumber: integer('row_number').notNull(),
    columnName: text('column_name').notNull(),
    oldValue: text('old_value'),
    newValue: text('new_value'),
    correctedBy: uuid('corrected_by').notNull(),
    correctedAt: moment('corrected_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.id] })],
)

export const importProgress = pgTable(
  'import_progress',
  {
    municipalityId: uuid('municipality_id').notNull(),
    importId: uuid('import_id').notNull(),
    provisionId: uuid('provision_id').notNull(),
    done: integer().notNull().default(0),
    total: integer().notNull(),
    seenAt: moment('seen_at').notNull().defaultNow(),
    stopAskedAt: moment('stop_asked_at'),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.importId] })],
)

export const importKeys = pgTable(
  'import_keys',
  {
    municipalityId: uuid('municipality_id').notNull(),
    trajectoryId: uuid('trajectory_id').notNull(),
    provisionId: uuid('provision_id').notNull(),
    importId: uuid('import_id').notNull(),
    keyHash: text('key_hash'),
    contentHash: text('content_hash').notNull(),
    occurrence: integer().notNull(),
    stateHash: text('state_hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.trajectoryId] })],
)

export const columnSynonyms = pgTable(
  'column_synonyms',
  {
    municipalityId: uuid('municipality_id').notNull(),
    programmeCode: text('programme_code').notNull(),
    word: text().notNull(),
    target: text().notNull(),
    createdBy: uuid('created_by').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.programmeCode, table.word] })],
)

export const savedMappings = pgTable(
  'saved_mappings',
  {
    municipalityId: uuid('municipality_id').notNull(),
    provisionId: uuid('provision_id').notNull(),
    headerHash: text('header_hash').notNull(),
    mapping: jsonb().$type<Mapping>().notNull(),
    savedAt: moment('saved_at').notNull().defaultNow(),
    id: uuid().notNull().defaultRandom(),
    name: text().notNull(),
    savedBy: uuid('saved_by'),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.provisionId, table.headerHash] })],
)
