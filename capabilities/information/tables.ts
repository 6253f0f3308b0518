import {
  boolean,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Day } from '../../foundation/day.ts'
import type { Audience, Domain, Source } from './front-matter.ts'
import { MOMENTS, PAGE_LANGUAGES } from './front-matter.ts'
import { STATES } from './page.ts'

// Columns for typed queries. Keys, checks and row-level policies stand in database/migrations, 0050_public_pages.sql, 0051_postcodes.sql, 0060_translations.sql, 0066_planned_pages.sql and 0080_pages_first.sql.

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

export const pages = pgTable('pages', {
  id: uuid().primaryKey(),
  slug: text(),
  addsTo: uuid('adds_to'),
  regionId: uuid('region_id'),
  municipalityId: uuid('municipality_id'),
  ownerId: uuid('owner_id').notNull(),
  createdBy: uuid('created_by').notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
})

export const pageVersions = pgTable('page_versions', {
  id: uuid().primaryKey(),
  pageId: uuid('page_id').notNull(),
  language: text({ enum: PAGE_LANGUAGES }).notNull(),
  version: integer().notNull(),
  state: text({ enum: STATES }).notNull().default('draft'),
  title: text().notNull(),
  summary: text().notNull(),
  windowTitle: text('window_title'),
  audience: text().array().$type<Audience[]>().notNull(),
  moment: text({ enum: MOMENTS }).notNull(),
  domains: text().array().$type<Domain[]>().notNull(),
  standsFirst: smallint('stands_first'),
  reviewOn: date('review_on').$type<Day>().notNull(),
  sources: jsonb().$type<Source[]>().notNull(),
  facts: text().array().notNull(),
  related: text().array().notNull(),
  body: text().notNull(),
  shippedAs: text('shipped_as'),
  isMadeByMachine: boolean('is_made_by_machine').notNull().default(false),
  translates: text(),
  writtenBy: uuid('written_by').notNull(),
  writtenAt: moment('written_at').notNull().defaultNow(),
})

export const pageSteps = pgTable('page_steps', {
  id: uuid().primaryKey(),
  versionId: uuid('version_id').notNull(),
  state: text({ enum: STATES }).notNull(),
  recordedBy: uuid('recorded_by').notNull(),
  recordedAt: moment('recorded_at').notNull().defaultNow(),
})

export const pageProofreadings = pgTable('page_proofreadings', {
  versionId: uuid('version_id').primaryKey(),
  proofreadBy: uuid('proofread_by').notNull(),
  proofreadAt: moment('proofread_at').notNull().defaultNow(),
})

export const municipalityPostcodes = pgTable(
  'municipality_postcodes',
  {
    municipalityId: uuid('municipality_id').notNull(),
    firstFigures: integer('first_figures').notNull(),
    lastFigures: integer('last_figures').notNull(),
    recordedBy: uuid('recorded_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.firstFigures] })],
)

export const pagePlans = pgTable('page_plans', {
  versionId: uuid('version_id').primaryKey(),
  publishOn: date('publish_on').$type<Day>().notNull(),
  plannedBy: uuid('planned_by').notNull(),
  plannedAt: moment('planned_at').notNull().defaultNow(),
})
