import { sql } from 'drizzle-orm'
import pg from 'pg'
import { type ConstructorOptions, fromDrizzle, fromPglite, type Job, type JobResult, PgBoss, type Queue } from 'pg-boss'
import type { Database, Tx } from './connect.ts'
import { asJobsRole } from './jobs-role.ts'

/** What the queue library leaves alone: in a running product it makes no tables, and it does not keep who runs. */
const QUIET = {
  schema: 'jobs',
  createSchema: false,
  reindex: false,
  monitorVacuum: false,
  registerInstance: false,
} as const satisfies Partial<ConstructorOptions>

/** A stopping process waits this long for running jobs; what is still running is done again by the next. */
const STOP_WITHIN_MS = 2_500

const GRANTS = `
  grant usage on schema jobs to voorveld_jobs;
  grant select, insert, update, delete on all tables in schema jobs to voorveld_jobs;
  grant usage on all sequences in schema jobs to voorveld_jobs;
  grant execute on all functions in schema jobs to voorveld_jobs`

/**
 * Makes or renews the tables of the queues as the role that owns the database (`ownerUrl`, else the application's own
 * sign-in), and gives the working role their rows only: the running product never changes a table.
 */
export async function installQueues(
  database: Database,
  queues: Readonly<Record<string, Omit<Queue, 'name'>>>,
  ownerUrl?: string,
) {
  const installing = { ...QUIET, migrate: true, supervise: false, schedule: false }
  if ('lite' in database.driver) {
    const { lite } = database.driver
    await install(new PgBoss({ ...installing, db: fromPglite(lite), backend: 'pglite' }), queues)
    await lite.exec(GRANTS)
    return
  }
  const connectionString = ownerUrl ?? database.driver.pool.options.connectionString ?? ''
  await install(new PgBoss({ ...installing, connectionString, max: 1 }), queues)
  const owner = new pg.Client({ connectionString })
  await owner.connect()
  try {
    await owner.query(GRANTS)
  } finally {
    await owner.end()
  }
}

async function install(boss: PgBoss, queues: Readonly<Record<string, Omit<Queue, 'name'>>>): Promise<void> {
  const faults: unknown[] = []
  boss.on('error', (fault) => faults.push(fault))
  await boss.start()
  try {
    for (const [name, options] of Object.entries(queues)) await boss.createQueue(name, options)
  } finally {
    await boss.stop({ graceful: false })
  }
  if (faults[0] !== undefined) throw faults[0]
}

/** How often a queue is looked at, and how many jobs one look takes along; a full hand looks again at once. */
export type Looking = { readonly everySeconds: number; readonly atMost: number }

export type Queues = {
  /** Runs `run` for each job, one at a time in this process; a fault puts that job back as the queue says. */
  readonly work: (queue: string, looking: Looking, run: (payload: unknown) => Promise<void>) => Promise<void>
  /** Puts a job in the queue by a cron rule in this time zone; once, however many processes run. */
  readonly schedule: (queue: string, cron: string, timeZone: string) => Promise<void>
  /** Puts a job in the queue inside the running transaction, so that it is there exactly when what it is about is. */
  readonly send: (tx: Tx, queue: string, payload: object) => Promise<void>
  readonly stop: () => Promise<void>
}

/** How often it is looked whether a run died with its process: somebody may be waiting for it. */
const LOOKS_FOR_DEAD = { superviseIntervalSeconds: 15, monitorIntervalSeconds: 15 }

/** Opens the installed queues as the role that sees only them. */
export async function openQueues(database: Database, onFault: (fault: unknown) => void): Promise<Queues> {
  const backend = database.kind === 'embedded' ? 'pglite' : 'postgres'
  const boss = new PgBoss({ ...QUIET, ...LOOKS_FOR_DEAD, db: asJobsRole(database), backend, migrate: false })
  boss.on('error', onFault)
  await boss.start()
  return {
    work: async (queue, { everySeconds, atMost }, run) => {
      const looking = { pollingIntervalSeconds: everySeconds, batchSize: atMost, burstWhenBatchFull: true }
      await boss.work(queue, { ...looking, perJobResults: true }, async (jobs: Job<unknown>[]) => {
        const results: JobResult[] = []
        for (const job of jobs) results.push(await resultOf(job, run))
        return results
      })
    },
    schedule: (queue, cron, timeZone) => boss.schedule(queue, cron, {}, { tz: timeZone }),
    send: async (tx, queue, payload) => {
      await tx.execute(sql`set local role voorveld_jobs`)
      await boss.send(queue, payload, { db: fromDrizzle(tx, sql) })
      await tx.execute(sql`set local role voorveld_app`)
    },
    stop: () => boss.stop({ timeout: STOP_WITHIN_MS, close: false }),
  }
}

async function resultOf({ id, data }: Job<unknown>, run: (payload: unknown) => Promise<void>): Promise<JobResult> {
  try {
    await run(data)
    return { id, status: 'completed' }
  } catch {
    return { id, status: 'failed' } // whoever runs it has logged the fault; the queue keeps no text of it
  }
}
