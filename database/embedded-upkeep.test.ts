import type { PGlite } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openEmbedded } from './connect.ts'
import { keepInShape, upkeepOf } from './embedded-upkeep.ts'

let database: Database
beforeAll(async () => {
  database = await openEmbedded(undefined)
}, 60_000)
afterAll(() => database.close())

const asked = (statement: string) =>
  database.transaction(async (tx) => (await tx.execute<Record<string, unknown>>(sql.raw(statement))).rows)
const lite = () => {
  if (!('lite' in database.driver)) throw new Error('the embedded database has an embedded driver')
  return database.driver.lite
}
const aTable = (name: string) => asked(`create table ${name} (at int primary key, name text)`)
const fill = (name: string, from: number, to: number) =>
  asked(`insert into ${name} select n, 'number ' || n from generate_series(${from}, ${to}) n`)
const number = async (question: string) => (await asked(`select (${question})::int as n`))[0]?.n
const rowsKnown = (name: string) => number(`select reltuples from pg_class where relname = '${name}'`)
const rowsDead = async (name: string) => {
  await lite().exec('select pg_stat_force_next_flush()')
  return number(`pg_stat_get_dead_tuples('${name}'::regclass)`)
}

test('a table that changed much is counted anew, once, and one that hardly did is left', async () => {
  await aTable('growing')
  await fill('growing', 1, 30)
  expect(await keepInShape(lite())).toEqual([])
  await fill('growing', 31, 200)
  expect(await keepInShape(lite())).toEqual(['public.growing'])
  expect(await rowsKnown('growing')).toBe(200)
  expect(await keepInShape(lite())).toEqual([])
})

test('rows that nobody can see any more are taken away, and the others stay', async () => {
  await aTable('changing')
  await fill('changing', 1, 200)
  await keepInShape(lite())
  await asked(`update changing set name = 'two'`)
  expect(await rowsDead('changing')).toBe(200)
  expect(await keepInShape(lite())).toEqual(['public.changing'])
  expect(await rowsDead('changing')).toBe(0)
  expect(await number(`select count(*) from changing where name = 'two'`)).toBe(200)
})

test('by the work itself a statement with a name is planned anew once its tables were filled', async () => {
  await aTable('filling')
  await lite().exec('vacuum filling')
  await lite().exec('prepare pairs as select count(*) from filling a join filling b using (name)')
  const plan = async () => JSON.stringify(await asked('explain (costs off) execute pairs'))
  expect(await plan()).toContain('Nested Loop')
  await fill('filling', 1, 2_000)
  expect(await plan()).toContain('Nested Loop')
  for (let nth = 0; nth < 50; nth++) await asked('select 1')
  expect(await plan()).toContain('Hash Join')
})

test('a look that fails stops nobody, and is tried again at the next', async () => {
  let looks = 0
  const exec = async () => {
    looks += 1
    throw new Error('no space left on device')
  }
  const upkeep = upkeepOf({ exec } as unknown as PGlite) // all that a look begins with
  for (let nth = 0; nth < 100; nth++) await upkeep()
  expect(looks).toBe(2)
})
