import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { inScope, noteShown } from '../../database/transaction.ts'
import { newId } from '../../foundation/id.ts'
import { withDatabase } from '../../tests/support/database.ts'
import { asOwner, letTwoMinutesPass } from '../../tests/support/logs.ts'
import {
  aMunicipality,
  anOperator,
  anOrganisation,
  aProvision,
  newTraceId,
  someone,
  theActor,
} from '../../tests/support/world.ts'
import { type Actor, BUILT_IN } from '../access/actor.ts'
import { sealAudit, writeProcessingLog } from './actions.ts'
import { audited } from './audit.ts'
import { pseudonymKey } from './processing-line.ts'

const database = withDatabase()
const key = pseudonymKey('a secret of at least thirty-two characters')
const jobs = () => theActor(BUILT_IN.jobs)

beforeEach(async () => {
  for (const table of ['audit_rows', 'audit_blocks', 'processing_lines'])
    await asOwner(database(), sql.raw(`delete from logs.${table}`))
  await asOwner(database(), sql`update logs.processing_cursor set block_number = 0`)
})

const aWorker = async () => {
  const municipalityId = await aMunicipality()
  const organisationId = await anOrganisation()
  await aProvision({ municipalityId, organisationId, programmeCode: 'home-start' })
  return someone({ role: 'coordinator', municipalityId, organisationId })
}

const looksAt = (actor: Actor, files: string[], act = 'trajectory.read') =>
  audited({ ...actor, traceId: newTraceId() }, { act }, async () => noteShown('trajectory', files))

const sealAll = async () => {
  await letTwoMinutesPass(database())
  await sealAudit(await jobs())
}

const lines = () => asOwner(database(), sql`select * from logs.processing_lines order by data_subject_id`)

test('a look at three files gives three lines, joined to the audit row by the trace', async () => {
  const worker = await aWorker()
  await looksAt(worker, [newId(), newId(), newId()])
  await sealAll()
  expect(await writeProcessingLog(await jobs(), key)).toBe(3)
  const [audit] = await asOwner<{ trace_id: string }>(
    database(),
    sql`select trace_id from logs.audit_rows where cardinality(subject_ids) = 3`,
  )
  const written = await lines()
  expect(new Set(written.map((line) => line.trace_id))).toEqual(new Set([audit?.trace_id]))
  expect(new Set(written.map((line) => line.span_id)).size).toBe(3)
  expect(new Set(written.map((line) => line.parent_span_id)).size).toBe(1)
  expect(written[0]).toMatchObject({
    status: 'Ok',
    name: 'Gezinnen ondersteunen',
    processing_activity_id: 'urn:voorveld:processing-activity:supporting-families:1',
    data_subject_id_type: 'urn:voorveld:record',
  })
})

test('no line names who did it, and no line shows an id of a file', async () => {
  const worker = await aWorker()
  const file = newId()
  await looksAt(worker, [file])
  await sealAll()
  await writeProcessingLog(await jobs(), key)
  const [text] = await asOwner<{ all: string }>(
    database(),
    sql`select string_agg(l::text, ' ') as all from logs.processing_lines l`,
  )
  const staff = await asOwner<{ id: string; name: string }>(database(), sql`select id, name from people`)
  expect(text?.all).toMatch(/urn:voorveld/)
  for (const { id, name } of staff) {
    expect(text?.all).not.toContain(id)
    expect(text?.all).not.toContain(name)
  }
  expect(text?.all).not.toContain(file)
})

test('the same person has the same pseudonym under one key and another under another', async () => {
  const worker = await aWorker()
  const file = newId()
  await looksAt(worker, [file])
  await looksAt(worker, [file], 'import.shown')
  await sealAll()
  await writeProcessingLog(await jobs(), key)
  expect(new Set((await lines()).map((line) => line.data_subject_id)).size).toBe(1)
  await looksAt(worker, [file])
  await sealAll()
  await writeProcessingLog(await jobs(), pseudonymKey('another secret of thirty-two characters'))
  expect(new Set((await lines()).map((line) => line.data_subject_id)).size).toBe(2)
})

test('a minute with more acts than are read at once gives a line for each of them, once', async () => {
  const worker = await aWorker()
  await looksAt(worker, [newId()])
  await asOwner(
    database(),
    sql`insert into logs.audit_rows select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(),
        'trace_id', md5(n::text), 'subject_ids', array[gen_random_uuid(), gen_random_uuid()]))).*
      from logs.audit_rows r, generate_series(1, 449) as n where cardinality(r.subject_ids) = 1`,
  )
  await sealAll()
  expect(await writeProcessingLog(await jobs(), key)).toBe(1 + 449 * 2)
  const written = await lines()
  expect(new Set(written.map((line) => line.span_id)).size).toBe(1 + 449 * 2)
  expect(new Set(written.map((line) => line.trace_id)).size).toBe(450)
})

test('run again, and run twice at once, each block is written once', async () => {
  const worker = await aWorker()
  for (let block = 0; block < 3; block++) {
    await looksAt(worker, [newId(), newId()])
    await sealAll()
  }
  const one = await jobs()
  const other = await jobs()
  const written = await Promise.all([writeProcessingLog(one, key), writeProcessingLog(other, key)])
  expect(written[0] + written[1]).toBe(6)
  expect(await writeProcessingLog(await jobs(), key)).toBe(0)
  expect(await lines()).toHaveLength(6)
})

test('a job that dies halfway a block leaves nothing of it, and the next run writes it once', async () => {
  const worker = await aWorker()
  await looksAt(worker, [newId()])
  await sealAll()
  await looksAt(worker, [newId(), newId()])
  await looksAt(worker, [newId()])
  await sealAll()
  await asOwner(
    database(),
    sql`create function logs.die() returns trigger language plpgsql as
    $$ begin if (select count(*) from logs.processing_lines) >= 3 then raise exception 'killed'; end if; return new; end $$`,
  )
  await asOwner(database(), sql`grant execute on function logs.die() to voorveld_app`)
  await asOwner(
    database(),
    sql`create trigger die before insert on logs.processing_lines for each row execute function logs.die()`,
  )
  const outcome = await writeProcessingLog(await jobs(), key).catch(() => 'killed')
  expect(outcome).toBe('killed')
  expect(await lines()).toHaveLength(1)
  await asOwner(database(), sql`drop trigger die on logs.processing_lines`)
  await asOwner(database(), sql`drop function logs.die()`)
  expect(await writeProcessingLog(await jobs(), key)).toBe(3)
  expect(await lines()).toHaveLength(4)
})

test('an act that failed inside is an error in the line; a refusal is not', async () => {
  const worker = await aWorker()
  const failing = audited(worker, { act: 'trajectory.read' }, async () => {
    noteShown('trajectory', [newId()])
    throw new Error('the disk is full')
  })
  await expect(failing).rejects.toThrow()
  await sealAll()
  await writeProcessingLog(await jobs(), key)
  expect((await lines()).map((line) => line.status)).toEqual(['Error'])
})

test('nobody but the background jobs writes lines', async () => {
  await expect(writeProcessingLog(await anOperator(), key)).rejects.toThrow('only the background jobs')
  const statement = sql`insert into logs.processing_lines values ('0', '0', '0', 'Ok', 'x', now(), now(), 'urn:x', '0', 'urn:x', '{}')`
  await expect(inScope(await anOperator(), (tx) => tx.execute(statement))).rejects.toThrow()
})
