import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { ROLES } from '../../capabilities/access/roles.ts'
import type { Tx } from '../../database/connect.ts'
import { withDatabase } from '../support/database.ts'
import { asOwner } from '../support/logs.ts'
import { PROBES, settle, surprises } from './database.ts'
import { lets, PAIRS, type Pair, reachOf } from './reach.ts'
import { isAllowed, PLACE_NAMES, SEATS, type Seat, seatNamed, seatsOf } from './seats.ts'

// Whether the check of the database alone would notice: each policy opened, each right added, one at a time.

const database = withDatabase()
beforeAll(() => settle(database()))

type Policy = {
  schema: string
  table: string
  name: string
  command: string
  using: string | null
  check: string | null
}

const nameOf = ({ schema, table }: Policy): string => (schema === 'public' ? table : `${schema}.${table}`)

/** The policies of the application's own role, the one that the doors work in. */
const policies = () =>
  asOwner<Policy>(
    database(),
    sql`select schemaname as schema, tablename as table, policyname as name, cmd as command, qual as using, with_check as check
      from pg_policies where schemaname in ('public', 'logs') and 'voorveld_app' = any (roles) order by 1, 2, 3`,
  )

/** Does something for a moment and takes it back. */
async function forAMoment<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  let result: { value: T } | undefined
  await database()
    .transaction(async (tx) => {
      result = { value: await work(tx) }
      throw new Error('taken back')
    })
    .catch((fault: Error) => {
      if (fault.message !== 'taken back') throw fault
    })
  if (result === undefined) throw new Error('nothing came of it')
  return result.value
}

/** First who notices most: nobody at all, who reads and does not change, who works in one team. */
const QUICK = [
  'nobody',
  'volunteer',
  'coordinator of a team',
  'privacy-officer',
  'manager',
  'operator',
  'job-runner',
].map(seatNamed)
const IN_ORDER: readonly Seat[] = [...QUICK, ...SEATS.filter((seat) => !QUICK.includes(seat))]

async function isNoticed(policy: Policy, opened: string): Promise<boolean> {
  const probes = PROBES.filter(({ table }) => table === nameOf(policy))
  return forAMoment(async (tx) => {
    await tx.execute(sql.raw(`alter policy "${policy.name}" on "${policy.schema}"."${policy.table}" ${opened}`))
    for (const seat of IN_ORDER) if ((await surprises(tx, seat, probes)).length > 0) return true
    return false
  })
}

/**
 * A check that repeats the condition for using a row, and reads only columns that nobody may write, decides nothing:
 * no change can make it answer otherwise.
 */
async function decidesNothing({ schema, table, using, check }: Policy): Promise<boolean> {
  if (using === null || check !== using) return false
  const writable = await asOwner<{ name: string }>(
    database(),
    sql`select attname as name from pg_attribute where attrelid = ${`${schema}.${table}`}::regclass and attnum > 0
      and has_column_privilege('voorveld_app', attrelid, attnum, 'update')`,
  )
  return !writable.some(({ name }) => new RegExp(`\\b${name}\\b`).test(check))
}

test('every table with row-level security is tried', async () => {
  const tables = await asOwner<{ name: string }>(
    database(),
    sql`select case n.nspname when 'public' then c.relname else n.nspname || '.' || c.relname end as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'logs') and c.relrowsecurity`,
  )
  expect(tables.map(({ name }) => name).sort()).toEqual([...new Set(PROBES.map(({ table }) => table))].sort())
})

test('every policy that is opened is noticed', async () => {
  const all = await policies()
  expect(all.length).toBeGreaterThan(60)
  const unnoticed: string[] = []
  for (const policy of all) {
    const { using, check } = policy
    if (using !== null && using !== 'true' && !(await isNoticed(policy, 'using (true)')))
      unnoticed.push(`${nameOf(policy)} ${policy.name} using`)
    if (check === null || check === 'true' || (await decidesNothing(policy))) continue
    if (!(await isNoticed(policy, 'with check (true)'))) unnoticed.push(`${nameOf(policy)} ${policy.name} with check`)
  }
  expect(unnoticed).toEqual([])
}, 300_000)

/** The cells in which the questions that policies ask answer otherwise than the reviewed table. */
async function differences(tx: Tx, seat: Seat, pairs: readonly Pair[] = PAIRS): Promise<string[]> {
  const isShown = ({ kind, action }: Pair) =>
    seat.role !== undefined &&
    seatsOf(seat.role).some((one) => PLACE_NAMES.some((place) => isAllowed(one, kind, action, place)))
  return (await reachOf(tx, seat, pairs)).flatMap((reach) => [
    ...(reach.isHeld === isShown(reach) ? [] : [`${seat.name} holds ${reach.action} ${reach.kind}`]),
    ...PLACE_NAMES.filter((place) => lets(reach, place) !== isAllowed(seat, reach.kind, reach.action, place)).map(
      (place) => `${seat.name} ${reach.action} ${reach.kind} ${place}`,
    ),
  ])
}

test('[R-252] [R-259] the questions that policies ask answer as the reviewed table says, for every seat', async () => {
  const found: string[] = []
  for (const seat of SEATS) found.push(...(await database().transaction((tx) => differences(tx, seat))))
  expect(found).toEqual([])
}, 180_000)

test('every right that is added to a role is noticed', async () => {
  const missing = ROLES.flatMap((role) => {
    const [seat] = seatsOf(role)
    if (seat === undefined) throw new Error(`${role} has no seat`)
    const isShown = ({ kind, action }: Pair) =>
      seatsOf(role).some((one) => PLACE_NAMES.some((place) => isAllowed(one, kind, action, place)))
    return PAIRS.filter((pair) => !isShown(pair)).map((pair) => ({ role, seat, pair }))
  })
  expect(missing.length).toBeGreaterThan(1_000)
  const unnoticed = await forAMoment(async (tx) => {
    const found: string[] = []
    for (const { role, seat, pair } of missing) {
      const { kind, action } = pair
      await tx.execute(sql`insert into role_rights (role, kind, action) values (${role}, ${kind}, ${action})`)
      if ((await differences(tx, seat, [pair])).length === 0) found.push(`${role} ${action} ${kind}`)
      await tx.execute(sql`delete from role_rights where role = ${role} and kind = ${kind} and action = ${action}`)
    }
    return found
  })
  expect(unnoticed).toEqual([])
}, 300_000)
