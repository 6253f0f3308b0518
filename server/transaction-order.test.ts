import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { BUILT_IN } from '../capabilities/access/actor.ts'
import { askedOnce, asReports, atEnd, database, inScope } from '../database/transaction.ts'
import { withDatabase } from '../tests/support/database.ts'
import { asOwner } from '../tests/support/logs.ts'
import { newTraceId } from '../tests/support/world.ts'

// On a server the statements of a transaction do not wait for each other: what then still holds.

const use = withDatabase()
const acting = () => ({ personId: BUILT_IN.visitor, traceId: newTraceId() })
const role = sql`select current_user as "user"`
const isServer = () => database().kind === 'server'

test('questions asked at once get their own answers, in the scope of the actor', async () => {
  const answers = await inScope(acting(), (tx) =>
    Promise.all([1, 2, 3].map((n) => tx.execute(sql`select ${n}::int as n, current_user as "user"`))),
  )
  expect(answers.map(({ rows }) => rows)).toEqual([1, 2, 3].map((n) => [{ n, user: 'voorveld_app' }]))
})

test('when the scope cannot be set nothing is answered, whatever was asked behind it', async () => {
  const answered: unknown[] = []
  const asked = database().transaction(async (tx) => {
    answered.push(await tx.execute(role))
  }, "select set_config('role', 'nobody_here', true)")
  await expect(asked).rejects.toThrow()
  expect(answered).toEqual([])
})

test('what is left for the end is written with the rest, and undoes the rest when it fails', async () => {
  const [kept, lost] = [newTraceId(), newTraceId()]
  const table = 'left_for_the_end'
  await asOwner(use(), sql`create table ${sql.identifier(table)} (trace text)`)
  await asOwner(use(), sql`grant select, insert on ${sql.identifier(table)} to voorveld_app`)
  const write = (trace: string) => sql`insert into ${sql.identifier(table)} values (${trace})`
  await inScope(acting(), () => atEnd(write(kept)))
  const fails = inScope(acting(), async (tx) => {
    await tx.execute(write(lost))
    await atEnd(sql`select 1 / 0`)
  })
  await expect(fails).rejects.toThrow()
  expect(await asOwner(use(), sql`select trace from ${sql.identifier(table)}`)).toEqual([{ trace: kept }])
})

test('a fault that nobody passed on still is no success', async () => {
  if (!isServer()) return
  const swallowed = inScope(acting(), async (tx) => {
    await tx.execute(sql`select 1 / 0`).catch(() => undefined)
    return 'done'
  })
  await expect(swallowed).rejects.toThrow('failed earlier in this transaction')
})

test('what is asked beside counting is never answered with the rights of counting', async () => {
  const actor = acting()
  const beside = inScope(actor, (tx) =>
    Promise.all([asReports(actor, (reports) => reports.execute(role)), Promise.resolve().then(() => tx.execute(role))]),
  )
  await expect(beside).rejects.toMatchObject({ cause: { message: expect.stringContaining('runs in its own role') } })
})

test('one statement in a transaction of its own gives its rows, in the role that was asked', async () => {
  expect(await database().once(role, 'set local role voorveld_sign_in')).toEqual([{ user: 'voorveld_sign_in' }])
  await expect(database().once(sql`select 1 / 0`)).rejects.toThrow()
  expect(await database().once(sql`select 1 as n`)).toEqual([{ n: 1 }])
})

test('what is asked once is one statement for all who wait for it, and asked anew where records may change', async () => {
  const use = database()
  for (const isReading of [true, false]) {
    const statements = await inScope(
      acting(),
      async (tx) => {
        const ask = () =>
          askedOnce(
            'moment',
            async () => (await tx.execute<{ at: string }>(sql`select gen_random_uuid()::text as at`)).rows[0]?.at,
          )
        const builder = () =>
          askedOnce('people', () =>
            tx.select({ at: sql<string>`gen_random_uuid()::text` }).from(sql`(select 1) as one`),
          )
        return [await ask(), await ask(), (await builder())[0]?.at, (await builder())[0]?.at]
      },
      isReading,
    )
    expect(new Set(statements).size, use.kind).toBe(isReading ? 2 : 4)
  }
})
