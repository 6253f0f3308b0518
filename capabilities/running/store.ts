import { readdirSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import { productVersion } from '../../database/backup/product-version.ts'
import type { Tx } from '../../database/connect.ts'
import { inRole } from '../../database/transaction.ts'
import type { Found, QueueState, Running } from './running.ts'

/** Lines about what waits and when something was last done; none for who has not the right. */
export async function found(tx: Tx): Promise<Found[]> {
  const { rows } = await tx.execute<Omit<Found, 'since' | 'lastAt'> & { since: string | null; lastAt: string | null }>(
    sql`select what, code, n, since, last_at as "lastAt" from access.running()`,
  )
  return rows.map((row) => ({ ...row, since: moment(row.since), lastAt: moment(row.lastAt) }))
}

const moment = (text: string | Date | null): Date | null => (text === null ? null : new Date(text))

/** Every queue that ever had a job, by the role that sees the queues and nothing else. */
export const queues = (tx: Tx): Promise<QueueState[]> =>
  inRole(tx, 'voorveld_jobs', async () => {
    const { rows: there } = await tx.execute<{ there: boolean }>(
      sql`select to_regclass('jobs.job') is not null as there`,
    )
    return there[0]?.there === true ? countedJobs(tx) : []
  })

async function countedJobs(tx: Tx): Promise<QueueState[]> {
  const { rows } = await tx.execute<{
    queue: string
    waiting: number
    running: number
    failed: number
    oldestWaitingAt: string | null
    lastDoneAt: string | null
  }>(sql`select name as queue,
      count(*) filter (where state in ('created', 'retry')) as waiting,
      count(*) filter (where state = 'active') as running,
      count(*) filter (where state = 'failed') as failed,
      min(created_on) filter (where state in ('created', 'retry')) as "oldestWaitingAt",
      max(completed_on) filter (where state = 'completed') as "lastDoneAt"
    from jobs.job where name !~ '^__' group by name order by name`)
  return rows.map((row) => ({
    ...row,
    oldestWaitingAt: moment(row.oldestWaitingAt),
    lastDoneAt: moment(row.lastDoneAt),
  }))
}

/** As many tables as fill the disk. */
const MOST_TABLES = 12
/** Below it a size, or the order of sizes, could tell of a few rows. */
const SMALLEST_TOLD = 1_000_000

export async function sizes(tx: Tx): Promise<Pick<Running, 'tables' | 'databaseBytes' | 'database'>> {
  const { rows: tables } = await tx.execute<{ name: string; bytes: number }>(sql`
    select case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname as name,
      pg_total_relation_size(c.oid) as bytes
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'access', 'logs', 'sign_in', 'jobs')
      and pg_total_relation_size(c.oid) >= ${SMALLEST_TOLD}
    order by bytes desc, name limit ${MOST_TABLES}`)
  const { rows } = await tx.execute<{ bytes: number; version: string }>(
    sql`select pg_database_size(current_database()) as bytes, current_setting('server_version') as version`,
  )
  return { tables, databaseBytes: rows[0]?.bytes ?? 0, database: rows[0]?.version ?? '' }
}

/** Of what runs here. The database has exactly the migrations of this version, or the product does not start. */
export function versions(): Pick<Running, 'product' | 'lastMigration'> {
  const migrations = readdirSync('database/migrations').filter((name) => name.endsWith('.sql'))
  return { product: productVersion(), lastMigration: migrations.toSorted().at(-1)?.replace('.sql', '') ?? '' }
}

export async function diskAt(folder: string): Promise<Running['disk']> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder)
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize }
  } catch {
    return undefined
  }
}
