import { NodePgSession, NodePgTransaction } from 'drizzle-orm/node-postgres'
import { PgDialect } from 'drizzle-orm/pg-core'
import type pg from 'pg'
import { statementNames } from './statement-names.ts'

type Transaction = NodePgTransaction<Record<string, never>, Record<string, never>>

const dialect = new PgDialect()

let waited: (ms: number) => void = () => undefined

/** Hears how long each piece of work waited for a connection; for measurements. */
export const useWaitListener = (listener: (ms: number) => void): void => {
  waited = listener
}

/**
 * Runs `work` in one transaction on a connection of this pool; an exception rolls back. The library's own does the same in
 * more messages: here `first`, SQL without parameters, travels with `begin`, and a statement that comes back often is
 * prepared once per connection.
 */
export async function serverTransaction<T>(
  pool: pg.Pool,
  work: (tx: Transaction) => Promise<T>,
  first?: string,
): Promise<T> {
  const asked = performance.now()
  const client = await pool.connect()
  waited(performance.now() - asked)
  let isBroken = false
  try {
    await client.query(first === undefined ? 'begin' : `begin; ${first}`)
    const result = await work(transactionOn(client))
    await client.query('commit')
    return result
  } catch (fault) {
    // A connection that cannot even roll back goes away, and the first fault is the one that tells what happened.
    await client.query('rollback').catch(() => {
      isBroken = true
    })
    throw fault
  } finally {
    client.release(isBroken)
  }
}

function transactionOn(client: pg.PoolClient): Transaction {
  const query = (asked: pg.QueryConfig, values: unknown[]) => {
    const name = statementNames(asked.text)
    return client.query(name === undefined ? asked : { ...asked, name }, values)
  }
  // The session asks nothing of its client but `query`.
  const session = new NodePgSession({ query } as unknown as pg.PoolClient, dialect, undefined)
  return new NodePgTransaction(dialect, session as never, undefined)
}
