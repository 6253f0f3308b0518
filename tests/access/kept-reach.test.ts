import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Tx } from '../../database/connect.ts'
import { inScope } from '../../database/transaction.ts'
import { newId } from '../../foundation/id.ts'
import { withDatabase } from '../support/database.ts'
import { asOwner } from '../support/logs.ts'
import { aMunicipality, someone } from '../support/world.ts'

// While a request only reads, the database keeps what it worked out about the reach of the actor; for that request alone.

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

test('a request that only reads works its reach out once, and the next request anew', async () => {
  const [here, elsewhere] = [await aMunicipality(), await aMunicipality()]
  const actor = await someone({ role: 'policy-adviser', municipalityId: here })
  await inScope(
    actor,
    async (tx) => {
      expect(await municipalitiesSeen(tx)).toBe(1)
      await givenElsewhere(tx, actor.personId, elsewhere)
      expect(await municipalitiesSeen(tx)).toBe(1)
      await newTrace(tx)
      expect(await municipalitiesSeen(tx)).toBe(2)
    },
    true,
  )
})

test('a request that may change something sees at once what changed', async () => {
  const [here, elsewhere] = [await aMunicipality(), await aMunicipality()]
  const actor = await someone({ role: 'policy-adviser', municipalityId: here })
  await inScope(actor, async (tx) => {
    expect(await municipalitiesSeen(tx)).toBe(1)
    await givenElsewhere(tx, actor.personId, elsewhere)
    expect(await municipalitiesSeen(tx)).toBe(2)
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

test('no question of reach is planned as if it gave a thousand rows', async () => {
  const taken = await asOwner<{ name: string }>(
    database(),
    sql`select oid::regprocedure::text as name from pg_proc
      where pronamespace = 'access'::regnamespace and proretset and prorows >= 1000`,
  )
  expect(taken).toEqual([])
})
