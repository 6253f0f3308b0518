import { randomBytes } from 'node:crypto'
import { BUILT_IN } from '../capabilities/access/actor.ts'
import { loadActor } from '../capabilities/access/queries.ts'
import { installQueues, openQueues, type Queues } from '../database/job-queue.ts'
import { TIME_ZONE } from '../foundation/day.ts'
import type { Job } from './job.ts'
import { guardPayload, type Payload } from './payload.ts'

type Database = Parameters<typeof openQueues>[0]
type Tx = Parameters<Queues['send']>[0]

/**
 * Every queue of the product and how it treats its jobs. `exclusive`: never two of it waiting or running.
 * A run that shows no sign of life for a minute is taken to be dead and done again.
 */
const QUEUES = {
  'seal-audit': { policy: 'exclusive', retryLimit: 0 },
  'check-audit': { policy: 'exclusive', retryLimit: 0 },
  'write-processing-log': { policy: 'exclusive', retryLimit: 0 },
  'clean-up': { policy: 'exclusive', retryLimit: 0 },
  'publish-planned': { policy: 'exclusive', retryLimit: 0 },
  'compare-requests': { policy: 'exclusive', retryLimit: 0 },
  'send-message': { policy: 'standard', retryLimit: 2, heartbeatSeconds: 60 },
  'send-due-messages': { policy: 'exclusive', retryLimit: 0 },
  'look-at-sign-ins': { policy: 'exclusive', retryLimit: 0 },
  'tell-odd-sign-ins': { policy: 'exclusive', retryLimit: 0 },
  'ask-providers': { policy: 'exclusive', retryLimit: 0 },
  'check-links': { policy: 'exclusive', retryLimit: 0 },
  'run-import': { policy: 'standard', retryLimit: 2, heartbeatSeconds: 60 },
  'undo-import': { policy: 'standard', retryLimit: 2, heartbeatSeconds: 60 },
} as const

/** Makes or renews the tables of the job queue, as the role that owns the database; after the migrations, before `startJobs`. */
export const installJobs = (database: Database, ownerUrl?: string): Promise<void> =>
  installQueues(database, QUEUES, ownerUrl)

/** Puts a job in the queue inside the running transaction; throws on a payload with anything but ids, days and codes. */
export type Enqueue = (tx: Tx, queue: string, payload: Payload) => Promise<void>

export type RunningJobs = { readonly enqueue: Enqueue; readonly stop: () => Promise<void> }

type Log = (line: { readonly level: 'error'; readonly what: string; readonly fault: unknown }) => void

/** Starts the workers of these jobs in this process. `stop` takes at most three seconds; a job that runs longer is done again. */
export async function startJobs(database: Database, jobs: readonly Job[], log: Log): Promise<RunningJobs> {
  const queues = await openQueues(database, (fault) => log({ level: 'error', what: 'queue', fault }))
  for (const job of jobs) {
    await queues.work(job.queue, { everySeconds: job.lookEverySeconds, atMost: job.atMost ?? 1 }, (payload) =>
      runOne(job, payload, log),
    )
    if (job.every !== undefined) await queues.schedule(job.queue, job.every, TIME_ZONE)
  }
  return {
    enqueue: (tx, queue, payload) => queues.send(tx, queue, guardPayload(queue, shapeOf(jobs, queue), payload)),
    stop: queues.stop,
  }
}

function shapeOf(jobs: readonly Job[], queue: string): Job['payload'] {
  const job = jobs.find((one) => one.queue === queue)
  if (job === undefined) throw new Error(`no worker for ${queue}`)
  return job.payload
}

async function runOne(job: Job, payload: unknown, log: Log): Promise<void> {
  try {
    const actor = await loadActor(BUILT_IN.jobs, randomBytes(16).toString('hex'), 'job')
    if (actor === undefined) throw new Error('the built-in account for background jobs is missing')
    await job.run(actor, guardPayload(job.queue, job.payload, payload ?? {}))
  } catch (fault) {
    log({ level: 'error', what: job.queue, fault })
    throw fault
  }
}
