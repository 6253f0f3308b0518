import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Tx } from '../../database/connect.ts'
import { inScope } from '../../database/transaction.ts'
import { newId } from '../../foundation/id.ts'
import { withDatabase } from '../support/database.ts'
import { asOwner } from '../support/logs.ts'
import { aMunicipality, someone } from '../support/world.ts'

// Within a request the database keeps what it worked out about the reach of the actor, until something changes that it was read from.

const database = withDatabase()

async function municipalitiesSeen(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ n: number }>(
    sql`select count(*)::int as n from access.municipalities('figure', 'read')`,
  )
  return rows[0]?.n ?? 0
}

/** As whoever owns the database, inside this transaction; then the application again. */
async function givenElsewhere(tx: Tx, personId: string, municipalityId: string): Promise<void> {
  await tx.execute(sql`reset role`)
  await tx.execute(sql`insert into grants (id, person_id, role, municipality_id, starts_on)
    values (${newId()}, ${personId}, 'policy-adviser', ${municipalityId}, '2020-01-01')`)
  await tx.execute(sql`set local role voorveld_app`)
}

const newTrace = (tx: Tx) =>
  tx.execute(sql`select set_config('app.trace_id', ${randomBytes(16).toString('hex')}, true)`)

/** Something that the policies keep: how often it was worked out shows in what the database kept it under. */
const keptUnder = async (tx: Tx): Promise<string> => {
  const { rows } = await tx.execute<{ kept: string | null }>(
    sql`select current_setting('app.kept_municipalities_figure_read', true) as kept`,
  )
  return (rows[0]?.kept ?? '').slice(0, 32)
}

/** At the beginning of the eight seconds for which it is kept at most. */
async function early(tx: Tx): Promise<void> {
  await tx.execute(
    sql`select pg_sleep(8.02 - left8) from (select mod(extract(epoch from clock_timestamp()), 8)::float8 as left8) as now where left8 > 5`,
  )
}

test.each([true, false])(
  'a request works its reach out once, and anew when something it was read from changes (reading: %s)',
  async (isReading) => {
    const [here, elsewhere] = [await aMunicipality(), await aMunicipality()]
    const actor = await someone({ role: 'policy-adviser', municipalityId: here })
    await inScope(
      actor,
      async (tx) => {
        await early(tx)
        expect(await municipalitiesSeen(tx)).toBe(1)
        const before = await keptUnder(tx)
        expect(before).toMatch(/^[0-9a-f]{32}$/)
        expect(await municipalitiesSeen(tx)).toBe(1)
        expect(await keptUnder(tx)).toBe(before)
        await givenElsewhere(tx, actor.personId, elsewhere)
        expect(await municipalitiesSeen(tx)).toBe(2)
        expect(await keptUnder(tx)).not.toBe(before)
      },
      isReading,
    )
  },
)

test('what was changed and taken back again is reached no more', async () => {
  const [here, elsewhere] = [await aMunicipality(), await aMunicipality()]
  const actor = await someone({ role: 'policy-adviser', municipalityId: here })
  await inScope(actor, async (tx) => {
    expect(await municipalitiesSeen(tx)).toBe(1)
    await tx.execute(sql`savepoint before`)
    await givenElsewhere(tx, actor.personId, elsewhere)
    expect(await municipalitiesSeen(tx)).toBe(2)
    await tx.execute(sql`rollback to savepoint before`)
    expect(await municipalitiesSeen(tx)).toBe(1)
    await givenElsewhere(tx, actor.personId, elsewhere)
    expect(await municipalitiesSeen(tx)).toBe(2)
  })
})

test('what was kept is kept for one actor and one request', async () => {
  const [here, elsewhere] = [await aMunicipality(), await aMunicipality()]
  const actor = await someone({ role: 'policy-adviser', municipalityId: here })
  const other = await someone({ role: 'policy-adviser', municipalityId: here })
  await inScope(other, (tx) => givenElsewhere(tx, other.personId, elsewhere))
  await inScope(actor, async (tx) => {
    expect(await municipalitiesSeen(tx)).toBe(1)
    const before = await keptUnder(tx)
    await tx.execute(sql`select set_config('app.actor_id', ${other.personId}, true)`)
    expect(await municipalitiesSeen(tx)).toBe(2)
    await tx.execute(sql`select set_config('app.actor_id', ${actor.personId}, true)`)
    expect(await municipalitiesSeen(tx)).toBe(1)
    await newTrace(tx)
    expect(await municipalitiesSeen(tx)).toBe(1)
    expect(await keptUnder(tx)).not.toBe(before)
  })
})

test('without a request nothing is kept', async () => {
  const actor = await someone({ role: 'policy-adviser', municipalityId: await aMunicipality() })
  await inScope(actor, async (tx) => {
    await tx.execute(sql`select set_config('app.trace_id', '', true)`)
    expect(await municipalitiesSeen(tx)).toBe(1)
    expect(await keptUnder(tx)).toBe('')
  })
})

test('nothing that was kept outlives its transaction', async () => {
  const [here, elsewhere] = [await aMunicipality(), await aMunicipality()]
  const actor = await someone({ role: 'policy-adviser', municipalityId: here })
  const seen = () => inScope(actor, municipalitiesSeen, true)
  expect(await seen()).toBe(1)
  await inScope(actor, (tx) => givenElsewhere(tx, actor.personId, elsewhere))
  expect(await seen()).toBe(2)
})

test('every table that reach is read from tells when it changes', async () => {
  const sources = await asOwner<{ name: string; source: string }>(
    database(),
    sql`select proname as name, prosrc as source from pg_proc where pronamespace = 'access'::regnamespace`,
  )
  const tables = await asOwner<{ name: string; told: string[] }>(
    database(),
    sql`select c.relname as name, array(select event from (values (4, 'insert'), (8, 'delete'), (16, 'update')) as kind (bit, event)
        where exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'reach_changed' and t.tgenabled = 'O'
          and t.tgtype & kind.bit > 0)) as told
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
  )
  const sourceOf = new Map(sources.map(({ name, source }) => [name, source]))
  const kept = sources.filter(({ source }) => source.includes('app.kept_')).map(({ name }) => name)
  const asked = new Set(kept)
  for (const name of asked)
    for (const [, called = ''] of (sourceOf.get(name) ?? '').matchAll(/access\.(\w+)/g))
      if (sourceOf.has(called)) asked.add(called)
  const all = [...asked].map((name) => sourceOf.get(name)).join('\n')
  const read = tables.filter(({ name }) => new RegExp(`\\b(from|join)\\s+${name}\\b`).test(all))
  expect(kept.length).toBeGreaterThan(15)
  expect(read.map(({ name }) => name)).toEqual(expect.arrayContaining(['grants', 'file_workers', 'family_members']))
  expect(read.filter(({ told }) => told.length < 3)).toEqual([])
})

test('no question of reach is planned as if it gave a thousand rows', async () => {
  const taken = await asOwner<{ name: string }>(
    database(),
    sql`select oid::regprocedure::text as name from pg_proc
      where pronamespace = 'access'::regnamespace and proretset and prorows >= 1000`,
  )
  expect(taken).toEqual([])
})
