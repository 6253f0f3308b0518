import { asc, eq, sql } from 'drizzle-orm'
import { boolean, date, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { beforeAll, expect, test } from 'vitest'
import { BUILT_IN } from '../capabilities/access/actor.ts'
import { builtOnce } from '../database/built-once.ts'
import { inScope } from '../database/transaction.ts'
import { withDatabase } from '../tests/support/database.ts'
import { asOwner } from '../tests/support/logs.ts'
import { newTraceId } from '../tests/support/world.ts'

// A question that is built once answers as the one that is built each time, also once its statement is prepared and its
// columns are not described any more, which begins at the twentieth time.

const use = withDatabase()
const acting = () => ({ personId: BUILT_IN.visitor, traceId: newTraceId() })
const OFTEN = 25

const things = pgTable('kept_things', {
  id: uuid('id').notNull(),
  name: text('name'),
  count: integer('count').notNull(),
  isGood: boolean('is_good').notNull(),
  on: date('on_day').notNull(),
  at: timestamp('at', { withTimezone: true }).notNull(),
  words: text('words').array().notNull(),
  told: jsonb('told').notNull(),
})
const IDS = ['00000000-0000-7000-8000-0000000000a1', '00000000-0000-7000-8000-0000000000a2'] as const

beforeAll(async () => {
  await asOwner(
    use(),
    sql`create table kept_things (id uuid not null, name text, count integer not null, is_good boolean not null,
      on_day date not null, at timestamptz not null, words text[] not null, told jsonb not null)`,
  )
  await asOwner(use(), sql`grant select, insert, delete on kept_things to voorveld_app`)
  await asOwner(
    use(),
    sql`insert into kept_things values
      (${IDS[0]}, 'één "ding"', 3, true, '2026-03-01', '2026-03-01T12:00:00.123Z', '{a,"b, c"}', '{"x": [1, null]}'),
      (${IDS[1]}, null, 0, false, '2024-02-29', '2024-02-29T00:00:00Z', '{}', '[]')`,
  )
})

const byName = builtOnce(['id'], (from, { id }) => from.select().from(things).where(eq(things.id, id)))
const among = builtOnce(['ids', 'least'], (from, { ids, least }) =>
  from
    .select({ id: things.id, more: sql<number>`${things.count} + ${least}::int` })
    .from(things)
    .where(sql`${things.id} = any(${ids}::uuid[])`)
    .orderBy(asc(things.id)),
)
const removed = builtOnce(['id'], (from, { id }) => from.delete(things).where(eq(things.id, id)))
const divided = builtOnce(['by'], (from, { by }) =>
  from
    .select({ n: sql<number>`1 / ${by}::int` })
    .from(things)
    .limit(1),
)

test('every kind of value comes back as from a question that is built each time, however often it is asked', async () => {
  for (const id of IDS) {
    await inScope(acting(), async (tx) => {
      const built = await tx.select().from(things).where(eq(things.id, id))
      for (let nth = 0; nth < OFTEN; nth += 1) expect(await byName(tx, { id })).toEqual(built)
    })
  }
})

test('questions that are on their way together get the answers to their own values', async () => {
  const answers = await inScope(acting(), (tx) =>
    Promise.all(
      Array.from({ length: OFTEN }, (_, least) => among(tx, { ids: least % 2 === 0 ? [IDS[0]] : [...IDS], least })),
    ),
  )
  for (const [least, rows] of answers.entries()) {
    const both = [
      { id: IDS[0], more: 3 + least },
      { id: IDS[1], more: least },
    ]
    expect(rows).toEqual(least % 2 === 0 ? both.slice(0, 1) : both)
  }
})

test('a statement without rows is done each time', async () => {
  const gone = '00000000-0000-7000-8000-0000000000a3'
  for (let nth = 0; nth < OFTEN; nth += 1) {
    await inScope(acting(), async (tx) => {
      await tx.insert(things).values({
        ...{ id: gone, name: 'weg', count: nth, isGood: true, on: '2026-01-01', at: new Date(0), words: [], told: {} },
      })
      await removed(tx, { id: gone })
      expect(await byName(tx, { id: gone })).toEqual([])
    })
  }
})

test('a fault is of the question that has it, before and after its statement is prepared, and the next one is answered', async () => {
  const ask = (by: number) => inScope(acting(), (tx) => divided(tx, { by }))
  for (let nth = 0; nth < OFTEN; nth += 1) {
    await expect(ask(0)).rejects.toMatchObject({ cause: { code: '22012' } })
    expect(await ask(1)).toEqual([{ n: 1 }])
  }
})
