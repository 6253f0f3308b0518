import { PGlite, type QueryOptions } from '@electric-sql/pglite'
import { type SQL, sql } from 'drizzle-orm'
import { drizzle as drizzleServer, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { drizzle as drizzleEmbedded } from 'drizzle-orm/pglite'
import pg from 'pg'
import { askNamed, type Told } from './embedded-query.ts'
import { upkeepOf } from './embedded-upkeep.ts'
import { lockFolder } from './folder-lock.ts'
import { inOneWrite } from './one-write.ts'
import { mayAskNow, withRoleSections } from './role-section.ts'
import { type AtEnd, serverOnce, serverTransaction } from './server-transaction.ts'
import { statementNames } from './statement-names.ts'

type Queries = NodePgDatabase<Record<string, never>>
/** A running transaction: Drizzle's query builder, the same over both databases. */
export type Tx = Parameters<Parameters<Queries['transaction']>[0]>[0]

/**
 * `first` is SQL without parameters that runs before `work`: on a server it travels with `begin`. What `work` leaves for the
 * end travels with `commit`, so nothing of it can be asked for by the same transaction.
 */
export type Transaction = <T>(work: (tx: Tx, atEnd: AtEnd) => Promise<T>, first?: string) => Promise<T>

export type Database = {
  readonly kind: 'embedded' | 'server'
  /** Runs `work` in one transaction; an exception rolls back. Never call it inside another one: the embedded database has one connection. */
  readonly transaction: Transaction
  /** The rows of one statement in a transaction of its own. */
  readonly once: <Row extends Record<string, unknown>>(statement: SQL, first?: string) => Promise<Row[]>
  /** The same on a streaming replica, where one is set (`DATABASE_READ_URL`). */
  readonly replicaTransaction: Transaction | undefined
  /** The driver beneath, for the job queue and the migrations only. */
  readonly driver: { readonly pool: pg.Pool } | { readonly lite: PGlite }
  /** Drizzle outside any transaction of ours, for the sign-in library only. */
  readonly queries: Queries
  /** Comes back when the database answers, also while every connection is busy; throws within seconds when it does not. */
  readonly answers: () => Promise<void>
  readonly close: () => Promise<void>
}

// Days stay text (a day has no time zone) and counts are numbers, on both drivers alike.
const DATE = 1082
const BIGINT = 20
pg.types.setTypeParser(DATE, (text) => text)
pg.types.setTypeParser(BIGINT, Number)
const embeddedParsers = { [DATE]: (text: string) => text, [BIGINT]: Number }

export type ServerOptions = {
  readonly url: string
  readonly readUrl?: string | undefined
  readonly connections?: number
  /** How long work waits for a connection before it is told that the database is away. */
  readonly waitAtMostMs?: number
}

/** Long enough for a short rush, short enough that somebody still sits before the page. */
const WAIT_AT_MOST_MS = 5_000

/** Opens a PostgreSQL server; `connections` per process, default 10. */
export function openServer({
  url,
  readUrl,
  connections = 10,
  waitAtMostMs = WAIT_AT_MOST_MS,
}: ServerOptions): Database {
  const pool = newPool(url, connections, waitAtMostMs)
  const readPool = readUrl === undefined ? undefined : newPool(readUrl, connections, waitAtMostMs)
  // Beside the others, so that whoever asks after health does not stand in the queue of those who work.
  const healthPool = newPool(url, 1, HEALTH_WITHIN_MS)
  const queries: Queries = drizzleServer(pool)
  return {
    kind: 'server',
    transaction: (work, first) => serverTransaction(pool, work, first),
    once: (statement, first) => serverOnce(pool, statement, first),
    replicaTransaction: readPool && ((work, first) => serverTransaction(readPool, work, first)),
    driver: { pool },
    queries,
    answers: async () => {
      await healthPool.query({ text: 'select 1', query_timeout: HEALTH_WITHIN_MS } as pg.QueryConfig) // a setting of the driver that its types lack
    },
    close: async () => {
      await Promise.all([pool.end(), readPool?.end(), healthPool.end()])
    },
  }
}

/** A balancer that asks after health gives up soon. */
const HEALTH_WITHIN_MS = 2_000

function newPool(url: string, connections: number, waitAtMostMs: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: waitAtMostMs,
    keepAlive: true,
    application_name: 'voorveld',
    // Statements that do not wait for each other go out together.
    pipeline: true,
  } as pg.PoolConfig) // a setting of the driver that its types lack
  // An idle connection that breaks (a restarted server) is replaced at the next request; without a listener it would end the process.
  pool.on('error', () => undefined)
  // The same for one in use: whoever works on it hears so at the next statement.
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    inOneWrite(client)
  })
  return pool
}

/**
 * Opens the embedded database in a folder (made when missing) or, with undefined, in memory.
 * Refuses with `FolderInUse` when another process has the folder: two processes would destroy it.
 */
export async function openEmbedded(folder: string | undefined, snapshot?: Blob): Promise<Database> {
  const unlock = folder === undefined ? () => undefined : lockFolder(folder)
  try {
    const lite = await PGlite.create({
      ...(folder === undefined ? {} : { dataDir: folder }),
      ...(snapshot === undefined ? {} : { loadDataDir: snapshot }),
      parsers: embeddedParsers,
    })
    withoutRowTypes(lite)
    const upkeep = upkeepOf(lite)
    // The query builder is the same class; only the driver's result envelope differs, and both have `rows`.
    const queries = drizzleEmbedded(lite) as unknown as Queries
    return {
      kind: 'embedded',
      transaction: async (work, first) => {
        await upkeep()
        return queries.transaction(async (tx) => {
          if (first !== undefined) await tx.execute(sql.raw(first))
          askLean(lite, tx)
          const atEnd: AtEnd = async (statement) => {
            await tx.execute(statement)
          }
          return withRoleSections(() => work(tx, atEnd))
        })
      },
      once: (statement, first) =>
        queries.transaction(async (tx) => {
          if (first !== undefined) await tx.execute(sql.raw(first))
          return (await tx.execute(statement)).rows as never[] // rows of the shape that the statement asks for
        }),
      replicaTransaction: undefined,
      driver: { lite },
      queries,
      answers: async () => {
        await lite.query('select 1')
      },
      close: async () => {
        await lite.close()
        unlock()
      },
    }
  } catch (fault) {
    unlock()
    throw fault
  }
}

/** From here on PostgreSQL gives out the numbers of types itself: those of the rows of its own tables and of ours. */
const FIRST_ROW_TYPE = 10_000

/**
 * Forgets how lists of whole rows of each table are read, which nobody asks for. The query builder brings readers of its own with each
 * statement, for which the driver copies all it has: with a reader for each table that took twice as long as the statement.
 */
function withoutRowTypes(lite: PGlite): void {
  const all = Object.entries(lite.parsers)
  lite.parsers = Object.fromEntries(all.filter(([type]) => Number(type) < FIRST_ROW_TYPE))
}

/**
 * Has each statement of an embedded transaction asked only while no other part of it runs in a role of its own, and one that comes
 * back often by its name.
 */
function askLean(lite: PGlite, tx: Tx): void {
  const { client } = (tx as unknown as { session: { client: Pick<PGlite, 'query'> } }).session // made anew for each transaction
  const query = client.query.bind(client)
  const asked = (text: string, values: unknown[] = [], told: Told = {}) => {
    mayAskNow()
    const name = statementNames(text)
    return name === undefined ? query(text, values, told as QueryOptions) : askNamed(lite, name, text, values, told)
  }
  client.query = asked as typeof client.query // rows of the shape that the statement asks for
}
