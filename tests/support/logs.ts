import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../database/connect.ts'

/** Runs one statement as whoever owns the database, past all row-level security: the hand of somebody who tampers. */
export async function asOwner<Row extends Record<string, unknown>>(database: Database, statement: SQL): Promise<Row[]> {
  const { rows } = await database.transaction((tx) => tx.execute(statement))
  return rows as Row[] // the caller names the columns it selects
}

/** Lets the unsealed audit rows be of two minutes ago, so that the next seal takes them. */
export async function letTwoMinutesPass(database: Database): Promise<void> {
  await asOwner(
    database,
    sql`update logs.audit_rows set at = at - interval '2 minutes', began_at = began_at - interval '2 minutes' where block_number is null`,
  )
}

export type LoggedRow = {
  act: string
  kind: string
  actor_id: string
  acting_roles: string[]
  subject_ids: string[]
  object_ids: string[]
  municipality_ids: string[]
  result: string
  reason: string | null
  origin: string
  route: string | null
  trace_id: string
  at: string
}

/** Every audit row of one act, oldest first. */
export const rowsOf = (database: Database, act: string): Promise<LoggedRow[]> =>
  asOwner<LoggedRow>(database, sql`select * from logs.audit_rows where act = ${act} order by at`)
