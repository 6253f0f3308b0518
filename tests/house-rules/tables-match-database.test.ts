import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import { is, sql } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import { withDatabase } from '../support/database.ts'

// Tables are written twice: in TypeScript for typed queries, in SQL for keys, checks and row security. These tests keep
// the two the same, on both kinds of database.

const database = withDatabase()

/** Schemas that packages fill themselves, and where migrations keep count. */
const NOT_OURS = ['pg_catalog', 'information_schema', 'pg_toast', 'migrations', 'jobs', 'sign_in']

type Column = { table: string; column: string; type: string; required: boolean }

const declared = (
  await Promise.all(
    globSync(['capabilities/*/tables.ts', 'capabilities/*/*/tables.ts']).map(async (path) =>
      Object.values((await import(resolve(path))) as Record<string, unknown>),
    ),
  )
)
  .flat()
  .filter((value) => is(value, PgTable))
  .map((table) => getTableConfig(table))
  .filter(({ schema }) => schema === undefined || !NOT_OURS.includes(schema))

const columnsOfCode: Column[] = declared.flatMap(({ schema, name, columns, primaryKeys }) =>
  columns.map((column) => ({
    table: `${schema ?? 'public'}.${name}`,
    column: column.name,
    type: plain(column.getSQLType()),
    required: column.notNull || column.primary || primaryKeys.some((key) => key.columns.includes(column)),
  })),
)

async function rows<Row>(query: ReturnType<typeof sql>): Promise<Row[]> {
  const result = await database().transaction((tx) => tx.execute(query))
  return result.rows as Row[] // each query names its columns
}

const columnsOfDatabase = async (): Promise<Column[]> =>
  (
    await rows<Column>(sql`
      select n.nspname || '.' || c.relname as table, a.attname as column,
             format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required
        from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
       where c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
         and n.nspname not in (${sql.join(
           NOT_OURS.map((name) => sql`${name}`),
           sql`, `,
         )})`)
  ).map((column) => ({ ...column, type: plain(column.type) }))

/** Both sides name a type a little differently: `timestamp (3) with time zone`, `char(4)`. */
function plain(type: string): string {
  return type
    .replace(/ \(/, '(')
    .replace(/^character varying/, 'varchar')
    .replace(/^character/, 'char')
    .replace(/^serial$/, 'integer')
}

const lines = (columns: readonly Column[]): string[] =>
  columns
    .map(({ table, column, type, required }) => `${table}.${column} ${type}${required ? ' not null' : ''}`)
    .toSorted()

test('the tables in the code and in the database have the same columns, types and obligations', async () => {
  expect(columnsOfCode.length).toBeGreaterThan(0)
  expect(lines(columnsOfCode)).toEqual(lines(await columnsOfDatabase()))
})

test('every table forces its row security, also on its owner', async () => {
  const open = await rows<{ name: string }>(sql`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)
       and n.nspname not in (${sql.join(
         NOT_OURS.map((name) => sql`${name}`),
         sql`, `,
       )})`)
  expect(open).toEqual([])
})

test('no working role is a superuser or passes by row security', async () => {
  const almighty = await rows(
    sql`select rolname from pg_roles where rolname like 'voorveld\\_%' and (rolsuper or rolbypassrls)`,
  )
  expect(almighty).toEqual([])
})
