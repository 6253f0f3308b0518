import { getTableColumns, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from './connect.ts'

/** Rows per statement: enough that round trips no longer count, few enough that their text stays small. */
const CHUNK = 10_000

/**
 * Inserts rows of one shape, each chunk sent as one value: binding every cell by itself takes longer than the database does.
 * A column that no row names gets its default.
 */
export async function insertMany<Table extends PgTable>(
  tx: Tx,
  table: Table,
  rows: readonly Table['$inferInsert'][],
): Promise<void> {
  if (rows.length === 0) return
  const given = Object.entries(getTableColumns(table))
    .filter(([key]) => rows.some((row) => key in row))
    .map(([key, column]) => ({ key, name: column.name }))
  const names = sql.join(
    given.map(({ name }) => sql.identifier(name)),
    sql`, `,
  )
  for (let at = 0; at < rows.length; at += CHUNK) {
    const chunk = rows.slice(at, at + CHUNK).map((row) => {
      const cells: Readonly<Record<string, unknown>> = row
      const named: Record<string, unknown> = {}
      for (const { key, name } of given) named[name] = cells[key]
      return named
    })
    await tx.execute(sql`insert into ${table} (${names})
      select ${names} from jsonb_populate_recordset(null::${table}, ${JSON.stringify(chunk)}::jsonb)`)
  }
}
