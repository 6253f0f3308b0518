import { type SQL, sql } from 'drizzle-orm'
import { PgDialect, pgTable, text } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import { QuickDialect } from './quick-dialect.ts'

const families = pgTable('families', { id: text('id'), name: text('name') })
const day = new Date('2026-11-29T00:00:00Z')

const statements: readonly [string, SQL][] = [
  ['text alone', sql`select 1`],
  ['values of each kind', sql`select ${1}, ${'a'}, ${true}, ${null}`],
  ['a list as one value', sql`select ${sql.param(['a', 'b'])}::text[]`],
  ['a list as many values', sql`select 1 where 1 in ${[1, 2, 3]}`],
  ['a moment', sql`select ${day}`],
  ['nothing at all', sql`select 1 ${undefined}`],
  ['a statement in a statement', sql`select ${'a'} where ${sql`${'b'} = ${sql.raw("'c'")}`} and ${'d'} is null`],
  [
    'names',
    sql`select ${sql.identifier('a"b')} from ${sql.join([sql.identifier('public'), sql.identifier('x')], sql`.`)}`,
  ],
  ['tables and columns', sql`select ${families.id} from ${families} where ${families.name} = ${'a'}`],
  ['a value as a column keeps it', sql`select ${sql.param('a', families.name)}`],
  ['a value that is a statement', sql`select ${sql.param(sql`now()`)}`],
  ['values written into the text', sql`select ${'a'}, ${sql`${'b'}`.inlineParams()}`],
  ['a place for a value', sql`select ${sql.placeholder('name')}, ${sql.param(sql.placeholder('other'))}`],
  ['a name for an expression', sql`select ${sql`1`.as('one')}`],
]

test.each(statements)('is written as the library writes it: %s', (_, statement) => {
  const [ours, theirs] = [new QuickDialect(), new PgDialect()].map((dialect) => dialect.sqlToQuery(statement))
  expect(ours?.sql).toBe(theirs?.sql)
  expect(ours?.params).toEqual(theirs?.params)
})
