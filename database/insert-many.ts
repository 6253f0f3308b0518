import { getTableColumns, getTableUniqueName, type SQL, sql } from 'drizzle-orm'
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
  for (let at = 0; at < rows.length; at += CHUNK) await tx.execute(insertion(table, rows.slice(at, at + CHUNK)))
}

/**
 * The statement that inserts these rows of one shape; `same` gives the SQL of columns that is worked out once for all of them,
 * whatever a row says there.
 */
export function insertion<Table extends PgTable>(
  table: Table,
  rows: readonly Table['$inferInsert'][],
  same: { readonly [key in keyof Table['$inferInsert']]?: SQL } = {},
): SQL {
  const columns = Object.entries(getTableColumns(table)).map(([key, column]) => ({ key, name: column.name }))
  const given = columns.filter(({ key }) => !(key in same) && rows.some((row) => key in row))
  const told = columns.filter(({ key }) => key in same)
  const cells = rows.map((row: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(given.map(({ key, name }) => [name, row[key]])),
  )
  const names = [...given, ...told].map(({ name }) => sql.identifier(name))
  const values = [
    ...given.map(({ name }) => sql.identifier(name)),
    ...told.map(({ key }) => sql`(select ${same[key as keyof typeof same]})`), // a key of the table, found in `same`
  ]
  const into = sql.join(
    getTableUniqueName(table)
      .split('.')
      .map((part) => sql.identifier(part)),
    sql`.`,
  )
  return sql`insert into ${into} (${sql.join(names, sql`, `)})
    select ${sql.join(values, sql`, `)} from jsonb_populate_recordset(null::${into}, ${JSON.stringify(cells)}::jsonb)`
}
