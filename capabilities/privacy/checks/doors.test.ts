import { type SQL, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { withDatabase } from '../../../tests/support/database.ts'
import { asOwner, letTwoMinutesPass, rowsOf } from '../../../tests/support/logs.ts'
import { aMunicipality, anOperator, anOrganisation, someone, theActor } from '../../../tests/support/world.ts'
import { type Actor, BUILT_IN } from '../../access/actor.ts'
import { runningState } from '../../running/queries.ts'
import { sealAudit } from '../actions.ts'
import { recordAudit } from '../audit.ts'
import { checkAudit } from './actions.ts'
import { lastAuditCheck } from './queries.ts'

const database = withDatabase()
const tamper = (statement: SQL) => asOwner(database(), statement)

let officer: Actor
let manager: Actor
let coordinator: Actor
beforeEach(async () => {
  for (const table of ['audit_rows', 'audit_blocks', 'audit_checks']) await tamper(sql.raw(`delete from logs.${table}`))
  await tamper(sql`delete from messages`)
  await tamper(sql`update people set is_active = false where kind = 'person'`)
  const municipalityId = await aMunicipality()
  officer = await someone({ role: 'privacy-officer', municipalityId })
  manager = await someone({ role: 'platform-manager', everywhere: true })
  coordinator = await someone({ role: 'coordinator', municipalityId, organisationId: await anOrganisation() })
})

/** Two rows and what else waited, in the next block. */
async function aBlock(): Promise<void> {
  const operator = await anOperator()
  await recordAudit(operator, { act: 'look.first' })
  await recordAudit(operator, { act: 'look.second' })
  await letTwoMinutesPass(database())
  await sealAudit(operator)
}

const night = async () => checkAudit(await theActor(BUILT_IN.jobs))
const checks = () =>
  tamper(sql`select up_to, rows_after, row_count, broken_why, broken_block from logs.audit_checks order by checked_at`)
const mailed = async () =>
  (await tamper(sql`select person_id from messages where kind = 'attention' order by created_at, person_id`)).map(
    ({ person_id }) => person_id,
  )
const oneRowOf = (block: number) =>
  sql`(select id from logs.audit_rows where block_number = ${block} order by id limit 1)`

test('every night takes what was sealed since the last, and the headers of all', async () => {
  expect(await night()).toBe(true)
  await aBlock()
  await aBlock()
  expect(await night()).toBe(true)
  await aBlock()
  expect(await night()).toBe(true)
  expect(await night()).toBe(true)
  expect(await checks()).toEqual([
    { up_to: 0, rows_after: 0, row_count: 0, broken_why: null, broken_block: null },
    { up_to: 2, rows_after: 0, row_count: expect.any(Number), broken_why: null, broken_block: null },
    { up_to: 3, rows_after: 2, row_count: expect.any(Number), broken_why: null, broken_block: null },
    { up_to: 3, rows_after: 3, row_count: 0, broken_why: null, broken_block: null },
  ])
  expect((await rowsOf(database(), 'audit.verified')).map(({ result }) => result)).toEqual(Array(4).fill('done'))
  expect(await mailed()).toEqual([])
  const state = await runningState(manager)
  expect(state?.auditCheck).toMatchObject({ holds: true, until: expect.any(Date), checkedAt: expect.any(Date) })
})

test('a row changed past all rules is told at once to who reads the log, once, and stays told until it is mended', async () => {
  await aBlock()
  expect(await night()).toBe(true)
  await aBlock()
  await aBlock()
  const [{ act: before } = {}] = await tamper(sql`select act from logs.audit_rows where id = ${oneRowOf(2)}`)
  await tamper(sql`update logs.audit_rows set act = 'look.nothing' where id = ${oneRowOf(2)}`)
  expect(await night()).toBe(false)
  expect((await mailed()).toSorted()).toEqual([officer.personId, manager.personId].toSorted())
  const [row] = (await rowsOf(database(), 'audit.verified')).slice(-1)
  expect(row).toMatchObject({ result: 'refused', reason: 'row-changed', object_ids: [] })
  const [{ minute } = {}] = await tamper(sql`select minute from logs.audit_blocks where number = 1`)
  const state = await runningState(manager)
  expect(state?.auditCheck).toMatchObject({ holds: false, until: new Date(String(minute)) })

  // What came later is right, and does not make it forgotten.
  await aBlock()
  expect(await night()).toBe(false)
  expect(await mailed()).toHaveLength(2)
  expect((await checks()).at(-1)).toMatchObject({ up_to: 4, rows_after: 1, broken_why: 'row-changed', broken_block: 2 })
  await tamper(sql`update logs.audit_rows set act = ${before} where act = 'look.nothing'`)
  expect(await night()).toBe(true)
  expect((await runningState(manager))?.auditCheck?.holds).toBe(true)
})

test.each<[string, SQL[], { broken_why: string; broken_block: number | null }]>([
  [
    'a header changed long before',
    [sql`update logs.audit_blocks set row_count = row_count + 1 where number = 1`],
    { broken_why: 'header-changed', broken_block: 1 },
  ],
  [
    'a block taken out of what was checked before',
    [sql`delete from logs.audit_rows where block_number = 1`, sql`delete from logs.audit_blocks where number = 1`],
    { broken_why: 'block-missing', broken_block: 2 },
  ],
  [
    'an end that was cut off',
    [sql`delete from logs.audit_rows where block_number = 2`, sql`delete from logs.audit_blocks where number = 2`],
    { broken_why: 'head-unknown', broken_block: null },
  ],
])('%s is found and told', async (_, statements, expected) => {
  await aBlock()
  await aBlock()
  expect(await night()).toBe(true)
  for (const statement of statements) await tamper(statement)
  expect(await night()).toBe(false)
  expect((await checks()).at(-1)).toMatchObject(expected)
  expect(await mailed()).toHaveLength(2)
  expect((await runningState(manager))?.auditCheck).toMatchObject({ holds: false, until: expect.any(Date) })
  expect(await night()).toBe(false)
  expect(await mailed()).toHaveLength(2)
})

test('another fault than the one that was told is told again', async () => {
  for (let block = 0; block < 3; block++) await aBlock()
  await tamper(sql`update logs.audit_rows set act = 'look.nothing' where id = ${oneRowOf(3)}`)
  expect(await night()).toBe(false)
  await tamper(sql`update logs.audit_rows set act = 'look.nothing' where id = ${oneRowOf(2)}`)
  await tamper(sql`update logs.audit_blocks set hash = sha256(hash) where number = 2`)
  expect(await night()).toBe(false)
  expect(await mailed()).toHaveLength(4)
})

test('who reads the log of a municipality knows whether all of it holds, who does not read it knows nothing', async () => {
  await aBlock()
  await night()
  expect(await lastAuditCheck(officer)).toMatchObject({ upTo: 1, broken: undefined })
  expect(await lastAuditCheck(manager)).toMatchObject({ upTo: 1 })
  expect(await lastAuditCheck(coordinator)).toBeUndefined()
  expect(await checkAudit(manager)).toBeUndefined()
  expect(await checks()).toHaveLength(1)
})
