import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commitImport, useQueue } from '../../capabilities/imports/actions.ts'
import { publishShippedProgrammes } from '../../capabilities/programmes/shipped.ts'
import type { Database } from '../../database/connect.ts'
import { openQueues } from '../../database/job-queue.ts'
import { installJobs } from '../../jobs/queue.ts'
import { aCheckedImport, aCoordinator, bytesOf } from '../support/imports.ts'
import { aLastingDatabase, type LastingDatabase } from '../support/lasting-database.ts'
import { anOperator, yes } from '../support/world.ts'
import { aProcess, type Starting } from './process.ts'

/** `IMPORT_ROWS=100000` on a server for the full size. */
const ROWS = Number(process.env.IMPORT_ROWS ?? 2_000)
/** The queue does a run again twice; after that somebody is told. */
const KILLS = 2
const AT_MOST_MS = 60_000 + ROWS * 2

let lasting: LastingDatabase
let importId: string
let importer: Starting

beforeAll(async () => {
  lasting = await aLastingDatabase()
  await lasting.onRestart(async (database) => {
    await installJobs(database)
    await publishShippedProgrammes(await anOperator())
    importId = await aConfirmedImport(database)
  })
  importer = await aProcess('importer')
}, 120_000)

afterAll(async () => {
  importer.remove()
  await lasting.remove()
})

/** A file that waits in the queue to be brought in; every family is another. */
async function aConfirmedImport(database: Database): Promise<string> {
  const { actor, provisionId } = await aCoordinator()
  const rows = Array.from({ length: ROWS }, (_, at) => `G${at};Lindeloo;${at % 18};${1 + (at % 28)}-1-2024`)
  const id = await aCheckedImport(actor, provisionId, bytesOf(`nr;kern;leeftijden;datum\n${rows.join('\n')}`))
  const queues = await openQueues(database, (fault) => {
    throw fault
  })
  useQueue((tx, queue, payload) => queues.send(tx, queue, payload))
  yes(await commitImport(actor, id, { onlyGood: false }))
  useQueue(undefined)
  await queues.stop()
  return id
}

/** Lets a process do the imports in the queue until it says this, and a little longer; then kills it. */
async function runUntil(said: 'began' | 'ended', longer: number): Promise<void> {
  const child = importer.start(lasting.where)
  const closed = once(child, 'close')
  await new Promise<void>((resolve, reject) => {
    let lines = ''
    child.stdout.on('data', (chunk: Buffer) => {
      lines += chunk.toString()
      if (lines.includes(`${said}\n`)) resolve()
    })
    child.once('exit', () => reject(new Error('the process that imports stopped')))
  })
  await pause(longer)
  child.kill('SIGKILL')
  await closed
}

type Found = {
  state: string
  files: number
  families: number
  events: number
  children: number
  marks: number
  counted: number
}

const found = (database: Database): Promise<Found> =>
  database.transaction(async (tx) => {
    const { rows } = await tx.execute<Found>(sql`select i.state,
      (select count(*)::int from import_files f where f.import_id = i.id) as files,
      (select count(*)::int from trajectories t where t.import_id = i.id) as families,
      (select count(*)::int from trajectory_events e where e.import_id = i.id and payload ->> 'type' = 'registered') as events,
      (select count(*)::int from family_children) as children,
      (select count(distinct key_hash)::int from import_keys k where k.import_id = i.id) as marks,
      (select coalesce(sum(n), 0)::int from figure_cells where grouping = 'all' and measure like '%-registered') as counted
      from imports i where i.id = ${importId}`)
    if (rows[0] === undefined) throw new Error('the import is gone')
    return rows[0]
  })

const NOTHING = { state: 'running', files: 1, families: 0, events: 0, children: 0, marks: 0, counted: 0 }
const EVERYTHING = { state: 'done', files: 0, families: ROWS, events: ROWS, children: ROWS, marks: ROWS, counted: ROWS }

/** The minute after which the queue takes a run without a sign of life to be dead. */
const aMinuteLater = (database: Database) =>
  database.transaction((tx) =>
    tx.execute(sql`update jobs.job set heartbeat_on = heartbeat_on - interval '2 minutes'
      where name = 'run-import' and state = 'active'`),
  )

test(
  'an import whose process is killed with kill -9 is done again after a restart: no row is lost, and none comes twice [R-039]',
  async () => {
    const seen: string[] = []
    for (let round = 0; round < KILLS && seen.at(-1) !== 'done'; round++) {
      await runUntil('began', randomInt(Math.max(200, ROWS / 4)))
      const after = await lasting.onRestart(async (database) => {
        await aMinuteLater(database)
        return found(database)
      })
      expect(after).toEqual(after.state === 'done' ? EVERYTHING : NOTHING)
      seen.push(after.state)
    }
    if (seen.at(-1) !== 'done') await runUntil('ended', 0)
    expect(await lasting.onRestart(found)).toEqual(EVERYTHING)
    const { rows } = await lasting.onRestart((database) =>
      database.transaction((tx) => tx.execute(sql`select count(*)::int as n from jobs.job where name = 'run-import'`)),
    )
    expect(rows).toEqual([{ n: 1 }])
  },
  KILLS * AT_MOST_MS + 120_000,
)
