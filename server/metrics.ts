import { createServer, type Server } from 'node:http'
import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { BUILT_IN } from '../capabilities/access/actor.ts'
import { loadActor } from '../capabilities/access/queries.ts'
import { runningState } from '../capabilities/running/queries.ts'
import type { Running } from '../capabilities/running/running.ts'
import { productVersion } from '../database/backup/product-version.ts'
import type { Database } from '../database/connect.ts'
import { useWaitListener } from '../database/server-transaction.ts'

/**
 * Measurements in the form that Prometheus reads. Labels are addresses as in the table of routes, statuses, names of queues
 * and of our own states: a fixed set, so nothing in it can be about a person or a record.
 */
export type Metrics = {
  readonly middleware: MiddlewareHandler
  readonly server: Server
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
/** Asking how long the queues are costs a query or two; two scrapers at once cost no more. */
const KEEP_MS = 5_000
const METHODS = new Set(['GET', 'POST', 'HEAD'])

export function startMetrics(database: Database, traceId: () => string): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'voorveld_' })
  new Gauge({
    name: 'voorveld_info',
    help: 'The version of the product',
    labelNames: ['version'],
    registers: [registry],
  }).set({ version: productVersion() }, 1)
  const requests = new Histogram({
    name: 'voorveld_request_seconds',
    help: 'Time until an answer, by address as in the table of routes',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [registry],
  })
  measurePool(registry, database)
  measureWork(registry, traceId)
  return {
    server: answering(registry),
    middleware: async (c, next) => {
      const end = requests.startTimer()
      await next()
      const method = METHODS.has(c.req.method) ? c.req.method : 'other'
      end({ method, route: routeOf(matchedRoutes(c).map(({ path }) => path)), status: c.res.status })
    },
  }
}

/** The pattern that answered; what only middleware saw is one label, whatever was asked. */
export const routeOf = (matched: readonly string[]): string => {
  const last = matched.at(-1) ?? '/*'
  return last === '/*' || last === '*' ? 'none' : last
}

function measurePool(registry: Registry, { driver }: Database): void {
  const wait = new Histogram({
    name: 'voorveld_connection_wait_seconds',
    help: 'Time that work waited for a connection to the database',
    buckets: SECONDS,
    registers: [registry],
  })
  useWaitListener((ms) => wait.observe(ms / 1_000))
  if (!('pool' in driver)) return
  const { pool } = driver
  new Gauge({
    name: 'voorveld_connections',
    help: 'Connections to the database, and work that waits for one',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'open' }, pool.totalCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'awaited' }, pool.waitingCount)
    },
  })
}

/** What the page of the same name tells, as the built-in account for background jobs sees it. */
function measureWork(registry: Registry, traceId: () => string): void {
  let kept: { readonly at: number; readonly state: Promise<Running | undefined> } | undefined
  const state = () => {
    if (kept === undefined || performance.now() - kept.at > KEEP_MS)
      kept = { at: performance.now(), state: askedAs(traceId()).catch(() => undefined) }
    return kept.state
  }
  const age = (since: Date | null) => (since === null ? 0 : Math.max(0, (Date.now() - since.getTime()) / 1_000))
  const gauge = (name: string, help: string, tell: (told: Running, set: Gauge['set']) => void, labels: string[] = []) =>
    new Gauge({
      ...{ name: `voorveld_${name}`, help, registers: [registry], labelNames: labels },
      async collect() {
        this.reset() // a database that is away leaves no numbers of before
        const told = await state()
        if (told !== undefined) tell(told, this.set.bind(this) as Gauge['set'])
      },
    })
  gauge(
    'jobs',
    'Jobs by queue and state',
    (told, set) => {
      for (const { queue, waiting, running, failed } of told.queues)
        for (const [state, n] of Object.entries({ waiting, running, failed })) set({ queue, state }, n)
    },
    ['queue', 'state'],
  )
  gauge(
    'job_oldest_waiting_seconds',
    'Age of the oldest job that waits',
    (told, set) => {
      for (const { queue, oldestWaitingAt } of told.queues) set({ queue }, age(oldestWaitingAt))
    },
    ['queue'],
  )
  gauge('messages_waiting', 'Messages still to be sent', (told, set) => set(told.messagesWaiting.count))
  gauge('messages_given_up', 'Messages that did not arrive', (told, set) => set(told.messagesGivenUp))
  measureAudit(gauge, age)
  gauge('backup_timestamp_seconds', 'When the last backup was made', (told, set) => {
    if (told.lastBackupAt !== null) set(told.lastBackupAt.getTime() / 1_000)
  })
  gauge('database_bytes', 'Size of the whole database', (told, set) => set(told.databaseBytes))
  gauge('disk_free_bytes', 'Free room beside the data folder', (told, set) => {
    if (told.disk !== undefined) set(told.disk.freeBytes)
  })
}

type NewGauge = (name: string, help: string, tell: (told: Running, set: Gauge['set']) => void) => void

function measureAudit(gauge: NewGauge, age: (since: Date | null) => number): void {
  gauge('audit_unsealed_rows', 'Rows of the audit log in no block yet', (told, set) => set(told.unsealed.count))
  gauge('audit_unsealed_seconds', 'Age of the oldest of these', (told, set) => set(age(told.unsealed.oldestAt)))
  gauge('audit_holds', 'Whether the chain of the audit log held at the last check: 1 or 0', (told, set) => {
    if (told.auditCheck !== undefined) set(told.auditCheck.holds ? 1 : 0)
  })
  gauge('audit_check_timestamp_seconds', 'When that check was done', (told, set) => {
    const at = told.auditCheck?.checkedAt ?? null
    if (at !== null) set(at.getTime() / 1_000)
  })
}

async function askedAs(traceId: string): Promise<Running | undefined> {
  const jobs = await loadActor(BUILT_IN.jobs, traceId, 'job')
  return jobs && runningState(jobs)
}

function answering(registry: Registry): Server {
  return createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'Content-Type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    )
  })
}
