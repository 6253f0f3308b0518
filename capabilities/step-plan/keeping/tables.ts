import { customType, date, pgTable, text } from 'drizzle-orm/pg-core'
import type { Day } from '../../../foundation/day.ts'

// Columns for typed queries. Keys, checks and row security stand in database/migrations/0058_kept_steps.sql.

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })

export const keptSteps = pgTable('kept_steps', {
  lookup: text().primaryKey(),
  content: bytea().notNull(),
  keptUntil: date('kept_until').$type<Day>().notNull(),
})
