import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { inScope, noteShown } from '../../database/transaction.ts'
import { newId } from '../../foundation/id.ts'
import { allow, refuse } from '../../foundation/result.ts'
import { withDatabase } from '../../tests/support/database.ts'
import { rowsOf } from '../../tests/support/logs.ts'
import { aMunicipality, anOperator, anOrganisation, aProvision, someone } from '../../tests/support/world.ts'
import { audited, recordAudit } from './audit.ts'

const database = withDatabase()

const aCoordinator = async () => {
  const municipalityId = await aMunicipality()
  const organisationId = await anOrganisation()
  await aProvision({ municipalityId, organisationId, programmeCode: 'home-start' })
  return { municipalityId, actor: await someone({ role: 'coordinator', municipalityId, organisationId }) }
}

test('one look at two files is one row: act, object, result, origin, actor and moment', async () => {
  const { actor, municipalityId } = await aCoordinator()
  const files = [newId(), newId()]
  const batch = newId()
  await audited(actor, { act: 'look.one', kind: 'trajectory', route: '/werk/gezinnen/:id' }, async () => {
    noteShown('trajectory', files)
    noteShown('import', [batch])
  })
  expect(await rowsOf(database(), 'look.one')).toEqual([
    expect.objectContaining({
      kind: 'trajectory',
      subject_ids: files,
      object_ids: [`import:${batch}`],
      municipality_ids: [municipalityId],
      result: 'done',
      reason: null,
      origin: 'test',
      actor_id: actor.personId,
      acting_roles: ['coordinator'],
      trace_id: actor.traceId,
      route: '/werk/gezinnen/:id',
      at: expect.any(String),
    }),
  ])
})

test('the municipality of the records counts above the municipality where the actor works', async () => {
  const elsewhere = await aMunicipality()
  await audited(await anOperator(), { act: 'look.noted' }, async () => noteShown('municipality', [elsewhere]))
  await audited(await anOperator(), { act: 'look.given', municipalityId: elsewhere }, async () => undefined)
  expect((await rowsOf(database(), 'look.noted'))[0]?.municipality_ids).toEqual([elsewhere])
  expect((await rowsOf(database(), 'look.given'))[0]?.municipality_ids).toEqual([elsewhere])
})

test('a refusal is logged with its reason, and words of a person are no reason', async () => {
  const { actor } = await aCoordinator()
  await audited(actor, { act: 'look.refused' }, async () => refuse('not-found'))
  await audited(actor, { act: 'look.refused' }, async () => refuse('Jan de Vries'))
  expect((await rowsOf(database(), 'look.refused')).map((row) => [row.result, row.reason])).toEqual([
    ['refused', 'not-found'],
    ['refused', 'other'],
  ])
})

test('a caller with answers of its own kind says what a refusal is', async () => {
  const { actor } = await aCoordinator()
  const reasonOf = (reply: { kind: string }) => (reply.kind === 'not-found' ? 'not-found' : undefined)
  await audited(actor, { act: 'look.page', reasonOf }, async () => ({ kind: 'not-found' }))
  expect((await rowsOf(database(), 'look.page'))[0]?.result).toBe('refused')
})

test.each([
  ['a request of its own', false],
  ['a request that began before the act', true],
])('a fault in %s takes the work back and still leaves a row', async (_, insideRunning) => {
  const { actor, municipalityId } = await aCoordinator()
  const act = insideRunning ? 'look.fault-inside' : 'look.fault'
  const file = newId()
  const work = () =>
    audited(actor, { act }, async (tx) => {
      noteShown('trajectory', [file])
      await tx.execute(sql`insert into logs.audit_rows (id, trace_id, actor_id, acting_roles, act, kind, result, origin)
        values (${newId()}, ${actor.traceId}, ${actor.personId}, '{}', 'work.undone', 'work', 'done', 'test')`)
      throw new Error('the disk is full')
    })
  await expect(insideRunning ? inScope(actor, work) : work()).rejects.toThrow('the disk is full')
  expect(await rowsOf(database(), act)).toEqual([
    expect.objectContaining({
      result: 'failed',
      reason: 'fault',
      subject_ids: [file],
      municipality_ids: [municipalityId],
    }),
  ])
  expect(await rowsOf(database(), 'work.undone')).toEqual([])
})

test('an act inside an audited act adds no row of its own', async () => {
  const { actor } = await aCoordinator()
  await audited(actor, { act: 'look.outer' }, () => audited(actor, { act: 'look.inner' }, async () => allow()))
  expect(await rowsOf(database(), 'look.outer')).toHaveLength(1)
  expect(await rowsOf(database(), 'look.inner')).toHaveLength(0)
})

test('an event outside a page is recorded by itself', async () => {
  const { actor } = await aCoordinator()
  await recordAudit(actor, { act: 'session.started' })
  await recordAudit(actor, { act: 'session.started', refusedWith: 'password-wrong' })
  expect((await rowsOf(database(), 'session.started')).map((row) => row.result)).toEqual(['done', 'refused'])
})

test.each([
  ['change a row', sql`update logs.audit_rows set act = 'nothing.seen'`],
  ['remove a row', sql`delete from logs.audit_rows`],
  ['choose the moment', sql`insert into logs.audit_rows (id, at) values (gen_random_uuid(), now())`],
  ['make a block', sql`insert into logs.audit_blocks (number) values (1)`],
  ['seal what it likes', sql`select logs.seal_rows_before(now())`],
  ['destroy the log', sql`select logs.destroy_expired()`],
])('the application cannot %s', async (_, statement) => {
  const fault = await inScope(await anOperator(), (tx) => tx.execute(statement)).catch((caught: Error) => caught.cause)
  expect(fault).toMatchObject({ code: '42501' })
})

test('nobody logs in the name of another', async () => {
  const { actor } = await aCoordinator()
  const statement = sql`insert into logs.audit_rows (id, trace_id, actor_id, acting_roles, act, kind, result, origin)
    values (${newId()}, ${actor.traceId}, ${newId()}, '{}', 'look.false', 'look', 'done', 'test')`
  const fault = await inScope(actor, (tx) => tx.execute(statement)).catch((caught: Error) => caught.cause)
  expect(fault).toMatchObject({ code: '42501' })
})
