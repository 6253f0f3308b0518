import { sql } from 'drizzle-orm'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../capabilities/access/actor.ts'
import { inScope } from '../database/transaction.ts'
import { newId } from '../foundation/id.ts'
import { withDatabase } from '../tests/support/database.ts'
import { asOwner } from '../tests/support/logs.ts'
import { anOperator } from '../tests/support/world.ts'
import type { Job } from './job.ts'
import { installJobs, type RunningJobs, startJobs } from './queue.ts'
import { runImportJob } from './run-import.ts'
import { sealAuditJob } from './seal-audit.ts'

const database = withDatabase()
let running: RunningJobs | undefined
const faults: unknown[] = []

beforeAll(() => installJobs(database()))
afterEach(async () => {
  await running?.stop()
  running = undefined
  faults.length = 0
})

const start = async (...jobs: Job[]) => {
  running = await startJobs(database(), jobs, (line) => faults.push(line.fault))
  return running
}

const until = async (holds: () => boolean, ms = 15_000) => {
  const end = Date.now() + ms
  while (!holds() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50))
  expect(holds()).toBe(true)
}

test('installing twice changes nothing', async () => {
  await installJobs(database())
  const queues = await asOwner<{ name: string }>(
    database(),
    sql`select name from jobs.queue where not starts_with(name, '__') order by name`,
  )
  expect(queues.map((queue) => queue.name)).toEqual([
    'ask-providers',
    'check-audit',
    'check-links',
    'clean-up',
    'compare-requests',
    'look-at-sign-ins',
    'publish-planned',
    'run-import',
    'seal-audit',
    'send-due-messages',
    'send-message',
    'tell-odd-sign-ins',
    'undo-import',
    'write-processing-log',
  ])
})

test('a job enqueued in a transaction that commits is run by the background account', async () => {
  const ran: [Actor, string][] = []
  const { enqueue } = await start(runImportJob(async (jobs, importId) => ran.push([jobs, importId])))
  const importId = newId()
  await inScope(await anOperator(), (tx) => enqueue(tx, 'run-import', { importId }))
  await until(() => ran.length === 1)
  expect(ran[0]).toEqual([expect.objectContaining({ name: 'Achtergrondtaken', origin: 'job' }), importId])
  expect(faults).toEqual([])
})

test('a job enqueued in a transaction that is rolled back never was', async () => {
  const ran: string[] = []
  const { enqueue } = await start(runImportJob(async (_, importId) => ran.push(importId)))
  const operator = await anOperator()
  const undone = inScope(operator, async (tx) => {
    await enqueue(tx, 'run-import', { importId: newId() })
    throw new Error('the form was wrong after all')
  })
  await expect(undone).rejects.toThrow('the form was wrong')
  const last = newId()
  await inScope(operator, (tx) => enqueue(tx, 'run-import', { importId: last }))
  await until(() => ran.length > 0)
  expect(ran).toEqual([last])
})

test('after enqueueing, the transaction is the application again', async () => {
  const { enqueue } = await start(runImportJob(async () => undefined))
  const role = await inScope(await anOperator(), async (tx) => {
    await enqueue(tx, 'run-import', { importId: newId() })
    return (await tx.execute<{ role: string }>(sql`select current_user as role`)).rows[0]?.role
  })
  expect(role).toBe('voorveld_app')
})

test('a job cannot carry a name', async () => {
  const { enqueue } = await start(runImportJob(async () => undefined))
  const send = inScope(await anOperator(), (tx) => enqueue(tx, 'run-import', { importId: newId(), name: 'Jan' }))
  await expect(send).rejects.toThrow(TypeError)
})

test('a job that fails is logged and tried again', async () => {
  let tries = 0
  const { enqueue } = await start(
    runImportJob(async () => {
      tries++
      if (tries === 1) throw new Error('the disk was full')
    }),
  )
  await inScope(await anOperator(), (tx) => enqueue(tx, 'run-import', { importId: newId() }))
  await until(() => tries === 2)
  expect(faults).toEqual([expect.objectContaining({ message: 'the disk was full' })])
})

test('of jobs that are taken along together, only the one that fails is tried again', async () => {
  const ran: string[] = []
  const [first, second] = [newId(), newId()]
  const fragile: Job = {
    ...runImportJob(async (_, importId) => {
      ran.push(importId)
      if (importId === first && ran.filter((id) => id === first).length === 1) throw new Error('the disk was full')
    }),
    atMost: 10,
  }
  const { enqueue } = await start(fragile)
  await inScope(await anOperator(), async (tx) => {
    for (const importId of [first, second]) await enqueue(tx, 'run-import', { importId })
  })
  await until(() => ran.length === 3)
  expect(ran.toSorted()).toEqual([first, first, second].toSorted())
  const outputs = await asOwner<{ output: unknown }>(
    database(),
    sql`select output from jobs.job where data ->> 'importId' in (${first}, ${second})`,
  )
  expect(JSON.stringify(outputs)).not.toContain('disk')
})

test('stopping takes less than four seconds, also while a job hangs, and the job is done again later', async () => {
  let began = 0
  const hang = runImportJob(() => {
    began++
    return new Promise(() => undefined)
  })
  const { enqueue, stop } = await start(hang)
  await inScope(await anOperator(), (tx) => enqueue(tx, 'run-import', { importId: newId() }))
  await until(() => began === 1)
  const started = performance.now()
  await stop()
  expect(performance.now() - started).toBeLessThan(4_000)
  await start(hang)
  await until(() => began === 2)
})

test('a job of every minute is planned in Dutch time', async () => {
  await start(sealAuditJob)
  expect(await asOwner(database(), sql`select name, cron, timezone from jobs.schedule`)).toEqual([
    { name: 'seal-audit', cron: '* * * * *', timezone: 'Europe/Amsterdam' },
  ])
})

test("the application and the job role keep out of each other's tables", async () => {
  const asApp = inScope(await anOperator(), (tx) => tx.execute(sql`select * from jobs.job`))
  await expect(asApp).rejects.toMatchObject({ cause: { code: '42501' } })
  const asJobs = database().transaction(async (tx) => {
    await tx.execute(sql`set local role voorveld_jobs`)
    await tx.execute(sql`select * from public.people`)
  })
  await expect(asJobs).rejects.toMatchObject({ cause: { code: '42501' } })
  const ddl = database().transaction(async (tx) => {
    await tx.execute(sql`set local role voorveld_jobs`)
    await tx.execute(sql`create table jobs.mine (id integer)`)
  })
  await expect(ddl).rejects.toMatchObject({ cause: { code: '42501' } })
})
