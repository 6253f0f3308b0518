import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

// Columns for typed queries. Keys, checks and rights stand in database/migrations/0028_rights_review.sql.

export const rightReviews = pgTable('right_reviews', {
  id: uuid().primaryKey(),
  grantId: uuid('grant_id').notNull(),
  decision: text({ enum: ['kept', 'ended'] }).notNull(),
  reason: text().notNull(),
  decidedBy: uuid('decided_by').notNull(),
  decidedAt: timestamp('decided_at', { withTimezone: true }).notNull().defaultNow(),
})
