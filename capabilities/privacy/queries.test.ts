import { type SQL, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { withDatabase } from '../../tests/support/database.ts'
import { asOwner, letTwoMinutesPass } from '../../tests/support/logs.ts'
import { aMunicipality, anOperator, someone, theActor, yes } from '../../tests/support/world.ts'
import { BUILT_IN } from '../access/actor.ts'
import { destroyExpiredLogs, sealAudit } from './actions.ts'
import { recordAudit } from './audit.ts'
import { verifyAudit } from './queries.ts'

const database = withDatabase()
const verdict = async (knownHead?: string) => yes(await verifyAudit(await anOperator(), { knownHead }))
const tamper = (statement: SQL) => asOwner(database(), statement)

/** Three blocks of two rows each. */
beforeEach(async () => {
  await tamper(sql`delete from logs.audit_rows`)
  await tamper(sql`delete from logs.audit_blocks`)
  await tamper(sql`update logs.processing_cursor set block_number = 0`)
  const operator = await anOperator()
  for (const act of ['look.first', 'look.second', 'look.third']) {
    await recordAudit(operator, { act })
    await recordAudit(operator, { act })
    await letTwoMinutesPass(database())
    await sealAudit(operator)
  }
})

test('the chain holds, and a row of this minute waits for its block', async () => {
  await recordAudit(await anOperator(), { act: 'look.now' })
  expect(await sealAudit(await anOperator())).toBe(0)
  expect(await verdict()).toEqual({
    blocks: 3,
    rows: 6,
    unsealed: 1,
    head: expect.stringMatching(/^[0-9a-f]{64}$/),
    last: { number: 3, minute: expect.stringMatching(/:00Z$/) },
    broken: [],
  })
})

test('two sealers at once make one block of each row', async () => {
  const operator = await anOperator()
  for (let row = 0; row < 10; row++) await recordAudit(operator, { act: 'look.many' })
  await letTwoMinutesPass(database())
  const sealed = await Promise.all([sealAudit(operator), sealAudit(operator), sealAudit(operator)])
  expect(sealed.toSorted((one, other) => other - one)).toEqual([10, 0, 0])
  expect(await verdict()).toMatchObject({ blocks: 4, rows: 16, broken: [] })
})

test('a row that commits after its minute was sealed comes in the next block', async () => {
  await recordAudit(await anOperator(), { act: 'look.late' })
  await tamper(sql`update logs.audit_rows set at = (select min(at) from logs.audit_rows) where block_number is null`)
  await sealAudit(await anOperator())
  expect(await tamper(sql`select block_number from logs.audit_rows where act = 'look.late'`)).toEqual([
    { block_number: 4 },
  ])
  expect((await verdict()).broken).toEqual([])
})

const oneRowOf = (block: number) =>
  sql`(select id from logs.audit_rows where block_number = ${block} order by id limit 1)`

/** Whoever owns the database can take its guards away too. */
async function withoutForeignKey(work: () => Promise<unknown>): Promise<void> {
  await tamper(sql`alter table logs.audit_rows drop constraint audit_rows_block_number_fkey`)
  await tamper(sql`alter table logs.audit_blocks drop constraint audit_blocks_number_check`)
  await work()
  await tamper(
    sql`alter table logs.audit_blocks add constraint audit_blocks_number_check check (number >= 1) not valid`,
  )
  await tamper(sql`alter table logs.audit_rows add constraint audit_rows_block_number_fkey
    foreign key (block_number) references logs.audit_blocks (number) not valid`)
}

describe('what is tampered with is found:', () => {
  test.each<[string, SQL[], { block: number | undefined; why: string }[]]>([
    [
      'a changed row',
      [sql`update logs.audit_rows set act = 'look.nothing' where id = ${oneRowOf(2)}`],
      [{ block: 2, why: 'row-changed' }],
    ],
    [
      'another actor',
      [sql`update logs.audit_rows set actor_id = gen_random_uuid() where id = ${oneRowOf(2)}`],
      [{ block: 2, why: 'row-changed' }],
    ],
    [
      'another moment',
      [sql`update logs.audit_rows set at = at + interval '1 microsecond' where id = ${oneRowOf(1)}`],
      [{ block: 1, why: 'row-changed' }],
    ],
    ['a removed row', [sql`delete from logs.audit_rows where id = ${oneRowOf(2)}`], [{ block: 2, why: 'row-missing' }]],
    [
      'a row added afterwards',
      [
        sql`insert into logs.audit_rows select gen_random_uuid(), began_at, at, trace_id, actor_id, acting_roles, act, kind, subject_ids,
        object_ids, municipality_ids, result, reason, origin, route, block_number from logs.audit_rows where id = ${oneRowOf(1)}`,
      ],
      [{ block: 1, why: 'row-added' }],
    ],
    [
      'a row moved to another block',
      [sql`update logs.audit_rows set block_number = 2 where id = ${oneRowOf(1)}`],
      [
        { block: 1, why: 'row-missing' },
        { block: 2, why: 'row-added' },
      ],
    ],
    [
      'two rows that changed places',
      [
        sql`update logs.audit_rows r set at = o.at, began_at = o.began_at, trace_id = o.trace_id, act = o.act from logs.audit_rows o
          where (r.block_number, o.block_number) in ((1, 3), (3, 1)) and r.id in (${oneRowOf(1)}, ${oneRowOf(3)}) and o.id in (${oneRowOf(1)}, ${oneRowOf(3)})`,
      ],
      [
        { block: 1, why: 'row-changed' },
        { block: 3, why: 'row-changed' },
      ],
    ],
    [
      'a removed block with its rows',
      [sql`delete from logs.audit_rows where block_number = 2`, sql`delete from logs.audit_blocks where number = 2`],
      [{ block: 3, why: 'block-missing' }],
    ],
    [
      'the first block removed with its rows',
      [sql`delete from logs.audit_rows where block_number = 1`, sql`delete from logs.audit_blocks where number = 1`],
      [{ block: 2, why: 'block-missing' }],
    ],
    [
      'a block made anew over changed rows, without those after it',
      [
        sql`delete from logs.audit_rows where id = ${oneRowOf(2)}`,
        sql`update logs.audit_blocks set row_count = 1, rows_hash = (select sha256(logs.row_digest(r)) from logs.audit_rows r where block_number = 2) where number = 2`,
        sql`update logs.audit_blocks set hash = sha256(previous_hash || convert_to(concat_ws(E'\n', number,
          to_char(minute at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), row_count), 'UTF8') || rows_hash) where number = 2`,
      ],
      [{ block: 3, why: 'chain-broken' }],
    ],
    [
      'rows called destroyed before their term',
      [
        sql`delete from logs.audit_rows where block_number = 1`,
        sql`update logs.audit_blocks set destroyed_at = now() where number = 1`,
      ],
      [{ block: 1, why: 'destroyed-early' }],
    ],
  ])('%s', async (_, statements, broken) => {
    for (const statement of statements) await tamper(statement)
    expect((await verdict()).broken).toEqual(broken)
  })

  test('a tail that was cut off, by the head that was kept elsewhere', async () => {
    const { head } = await verdict()
    await tamper(sql`delete from logs.audit_rows where block_number = 3`)
    await tamper(sql`delete from logs.audit_blocks where number = 3`)
    expect((await verdict()).broken).toEqual([])
    expect((await verdict(head)).broken).toEqual([{ block: undefined, why: 'head-unknown' }])
  })

  test('a head kept elsewhere still counts when the chain has grown', async () => {
    const { head } = await verdict()
    await recordAudit(await anOperator(), { act: 'look.later' })
    await letTwoMinutesPass(database())
    await sealAudit(await anOperator())
    expect((await verdict(head)).broken).toEqual([])
  })

  test('rows left behind by a removed block', async () => {
    await withoutForeignKey(() => tamper(sql`delete from logs.audit_blocks where number = 3`))
    expect((await verdict()).broken).toEqual([{ block: undefined, why: 'rows-without-block' }])
  })

  test('blocks that changed places', async () => {
    await withoutForeignKey(async () => {
      for (const table of ['audit_blocks set number', 'audit_rows set block_number']) {
        const column = sql.raw(table.split(' ')[2] ?? '')
        await tamper(sql`update logs.${sql.raw(table)} = -1 where ${column} = 1`)
        await tamper(sql`update logs.${sql.raw(table)} = 1 where ${column} = 2`)
        await tamper(sql`update logs.${sql.raw(table)} = 2 where ${column} = -1`)
      }
    })
    expect((await verdict()).broken.map(({ block, why }) => `${block} ${why}`)).toEqual([
      '1 chain-broken',
      '1 header-changed',
      '2 chain-broken',
      '2 header-changed',
      '3 chain-broken',
    ])
  })
})

describe('past its term', () => {
  const jobs = () => theActor(BUILT_IN.jobs)
  const ageFirstBlock = async () => {
    await tamper(sql`delete from logs.audit_rows`)
    await tamper(sql`delete from logs.audit_blocks`)
    const operator = await anOperator()
    await recordAudit(operator, { act: 'look.old' })
    await tamper(sql`update logs.audit_rows set at = at - interval '6 years', began_at = began_at - interval '6 years'`)
    await tamper(sql`select logs.seal_rows_before(date_trunc('minute', now() - interval '5 years 1 day'))`)
    await recordAudit(operator, { act: 'look.young' })
    await letTwoMinutesPass(database())
    await sealAudit(operator)
  }

  test('a block is destroyed whole, and the chain still holds', async () => {
    await ageFirstBlock()
    await tamper(sql`update logs.processing_cursor set block_number = 2`)
    expect(await destroyExpiredLogs(await jobs())).toBe(1)
    expect(await verdict()).toMatchObject({ blocks: 2, rows: 1, broken: [] })
  })

  test('a block of which the processing log is not written yet waits', async () => {
    await ageFirstBlock()
    expect(await destroyExpiredLogs(await jobs())).toBe(0)
  })

  test('a destroyed block that keeps a row is found', async () => {
    await ageFirstBlock()
    await tamper(sql`update logs.audit_blocks set destroyed_at = now() where number = 1`)
    expect((await verdict()).broken).toEqual([{ block: 1, why: 'not-destroyed-whole' }])
  })
})

test('a privacy officer of one municipality is told that the chain runs over all', async () => {
  const officer = await someone({ role: 'privacy-officer', municipalityId: await aMunicipality() })
  expect(await verifyAudit(officer)).toMatchObject({ ok: false, reason: 'audit-of-everyone-needed' })
})
