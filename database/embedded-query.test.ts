import { sql } from 'drizzle-orm'
import { integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openEmbedded, type Tx } from './connect.ts'

const kept = pgTable('kept', {
  id: uuid('id').primaryKey(),
  name: text('name'),
  age: integer('age'),
  tags: text('tags').array(),
  more: jsonb('more'),
  at: timestamp('at', { withTimezone: true }),
})

let database: Database
beforeAll(async () => {
  database = await openEmbedded(undefined)
  await inIt((tx) =>
    tx.execute(
      sql`create table kept (id uuid primary key, name text, age int, tags text[], more jsonb, at timestamptz)`,
    ),
  )
}, 60_000)
afterAll(() => database.close())

const inIt = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.transaction(work)

/** More than often enough for a name of its own. */
const TIMES = 45
const again = async <T>(ask: (nth: number) => Promise<T>): Promise<T[]> => {
  const answers: T[] = []
  for (let nth = 0; nth < TIMES; nth++) answers.push(await ask(nth))
  return answers
}

test('a statement that comes back gives the same by its name as before it had one, value by value', async () => {
  const values = [
    ...['tekst', 'é "\'\\ ☂', 7, -2.5, true, null, 12_345_678_901, ['a', 'b,"'], { a: [1, null] }],
    '2026-11-29 03:00:00.123456+01',
  ]
  const answers = await again(() =>
    inIt(async (tx) => {
      const { rows } =
        await tx.execute(sql`select ${values[0]}::text as a, ${values[1]}::text as b, ${values[2]}::int as c,
        ${values[3]}::float8 as d, ${values[4]}::bool as e, ${values[5]}::text as f, ${values[6]}::int8 as g,
        ${sql.param(values[7])}::text[] as h, ${JSON.stringify(values[8])}::jsonb as i, ${values[9]}::timestamptz as j,
        'null'::jsonb as k, '2026-11-29'::date as l, '\\x00ff'::bytea as m`)
      return rows[0]
    }),
  )
  expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1)
  expect(answers.at(-1)).toMatchObject({
    ...{ a: values[0], b: values[1], c: 7, d: -2.5, e: true, f: null, g: 12_345_678_901 },
    ...{ h: ['a', 'b,"'], i: { a: [1, null] }, k: null, l: '2026-11-29' },
  })
})

test('rows of the query builder are put in, changed and read by name as they are without', async () => {
  const at = new Date('2026-11-29T02:00:00.123Z')
  const rows = await again((nth) =>
    inIt(async (tx) => {
      const id = `01990000-0000-7000-8000-${String(nth).padStart(12, '0')}`
      const row = { id, name: `n${nth}`, age: nth, tags: ['a', `"${nth}`], more: { nth }, at }
      await tx.insert(kept).values(row)
      const [changed] = await tx
        .update(kept)
        .set({ age: nth + 1 })
        .where(sql`${kept.id} = ${id}`)
        .returning()
      const [read] = await tx.select().from(kept).where(sql`${kept.id} = ${id}`)
      expect(read).toEqual(changed)
      expect(read).toEqual({ ...row, age: nth + 1 })
      return read
    }),
  )
  expect(rows).toHaveLength(TIMES)
})

test('a fault in a named statement is told, ends its transaction, and the next goes on', async () => {
  const divide = (by: number) => inIt((tx) => tx.execute<{ n: number }>(sql`select 10 / ${by}::int as n`))
  await again(() => divide(2))
  await expect(divide(0)).rejects.toMatchObject({ cause: { code: '22012' } })
  expect((await divide(5)).rows).toEqual([{ n: 2 }])
})

test('the plan of a name gives each role only its own rows', async () => {
  const made = [
    ...['create role one', 'create role other', 'create table owned (who text)', 'grant select on owned to one, other'],
    ...["insert into owned values ('one'), ('other'), ('other')", 'alter table owned enable row level security'],
    'create policy own on owned using (who = current_user)',
  ]
  for (const statement of made) await inIt((tx) => tx.execute(sql.raw(statement)))
  const seenBy = (role: string) =>
    inIt(async (tx) => {
      await tx.execute(sql.raw(`set local role ${role}`))
      return (await tx.execute<{ who: string }>(sql`select who from owned where who <> ${'nobody'}`)).rows
    })
  await again(async (nth) => {
    const role = nth % 3 === 0 ? 'one' : 'other'
    expect((await seenBy(role)).map(({ who }) => who)).toEqual(role === 'one' ? ['one'] : ['other', 'other'])
  })
})
