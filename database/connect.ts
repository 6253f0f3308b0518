import { PGlite } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import { drizzle as drizzleServer, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { drizzle as drizzleEmbedded } from 'drizzle-orm/pglite'
import pg from 'pg'
import { lockFolder } from './folder-lock.ts'
import { serverTransaction } from './server-transaction.ts'

type Queries = NodePgDatabase<Record<string, never>>
/** A running transaction: Drizzle's query builder, the same over both databases. */
export type Tx = Parameters<Parameters<Queries['transaction']>[0]>[0]

/** `first` is SQL without parameters that runs before `work`: on a server it travels with `begin`. */
export type Transaction = <T>(work: (tx: Tx) => Promise<T>, first?: string) => Promise<T>

export type Database = {
  readonly kind: 'embedded' | 'server'
  /** Runs `work` in one transaction; an exception rolls back. Never call it inside another one: the embedded database has one connection. */
  readonly transaction: Transaction
  /** The same on a streaming replica, where one is set (`DATABASE_READ_URL`). */
  readonly replicaTransaction: Transaction | undefined
  /** The driver beneath, for the job queue and the migrations only. */
  readonly driver: { readonly pool: pg.Pool } | { readonly lite: PGlite }
  /** Drizzle outside any transaction of ours, for the sign-in library only. */
  readonly queries: Queries
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
}

/** Opens a PostgreSQL server; `connections` per process, default 10. */
export function openServer({ url, readUrl, connections = 10 }: ServerOptions): Database {
  const pool = newPool(url, connections)
  const readPool = readUrl === undefined ? undefined : newPool(readUrl, connections)
  const queries: Queries = drizzleServer(pool)
  return {
    kind: 'server',
    transaction: (work, first) => serverTransaction(pool, work, first),
    replicaTransaction: readPool && ((work, first) => serverTransaction(readPool, work, first)),
    driver: { pool },
    queries,
    close: async () => {
      await Promise.all([pool.end(), readPool?.end()])
    },
  }
}

function newPool(url: string, connections: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
    application_name: 'voorveld',
  })
  // An idle connection that breaks (a restarted server) is replaced at the next request; without a listener it would end the process.
  pool.on('error', () => undefined)
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
    // The query builder is the same class; only the driver's result envelope differs, and both have `rows`.
    const queries = drizzleEmbedded(lite) as unknown as Queries
    return {
      kind: 'embedded',
      transaction: (work, first) =>
        queries.transaction(async (tx) => {
          if (first !== undefined) await tx.execute(sql.raw(first))
          return work(tx)
        }),
      replicaTransaction: undefined,
      driver: { lite },
      queries,
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
