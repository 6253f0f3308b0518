import type { SQL } from 'drizzle-orm'
import { NodePgTransaction } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import { LeanSession } from './lean-session.ts'
import { QuickDialect } from './quick-dialect.ts'
import { mayAskNow, withRoleSections } from './role-section.ts'
import { statementNames } from './statement-names.ts'

type Transaction = NodePgTransaction<Record<string, never>, Record<string, never>>

const dialect = new QuickDialect()

let waited: (ms: number) => void = () => undefined

/** Hears how long each piece of work waited for a connection; for measurements. */
export const useWaitListener = (listener: (ms: number) => void): void => {
  waited = listener
}

/**
 * Hears a statement that is the last of a transaction: it is sent together with `commit`, which waits for it. What keeps others
 * waiting until the commit says so with `holds`, and goes behind what does not.
 */
export type AtEnd = (statement: SQL, holds?: 'holds') => Promise<void>

/**
 * Runs `work` in one transaction on a connection of this pool; an exception rolls back. The library's own does the same in
 * more messages: here `first`, SQL without parameters, travels with `begin` and before the first question, what is left for
 * the end travels with `commit`, and a statement that comes back often is prepared once per connection. Statements go out
 * without waiting for each other; one that fails makes the database refuse all that follow it, `commit` included.
 */
export async function serverTransaction<T>(
  pool: pg.Pool,
  work: (tx: Transaction, atEnd: AtEnd) => Promise<T>,
  first?: string,
): Promise<T> {
  return onConnection(pool, async (client) => {
    const last: SQL[] = []
    const holding: SQL[] = []
    const begun = begin(client, first)
    const result = await withRoleSections(() =>
      work(transactionOn(client), async (statement, holds) => {
        ;(holds === undefined ? last : holding).push(statement)
      }),
    )
    await together(() => [begun, ...[...last, ...holding].map((statement) => ask(client, statement)), commit(client)])
    return result
  })
}

/** The rows of one statement in a transaction of its own, in one message and one answer. */
export async function serverOnce<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  statement: SQL,
  first?: string,
): Promise<Row[]> {
  return onConnection(pool, async (client) => {
    const asked: { rows?: Promise<pg.QueryResult<Row>> } = {}
    await together(() => {
      const begun = begin(client, first)
      asked.rows = ask<Row>(client, statement)
      return [begun, asked.rows, commit(client)]
    })
    return (await asked.rows)?.rows ?? []
  })
}

async function onConnection<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const asked = performance.now()
  const client = await pool.connect()
  waited(performance.now() - asked)
  let isBroken = false
  try {
    return await work(client)
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

function begin(client: pg.PoolClient, first: string | undefined): Promise<unknown> {
  const begun = client.query(first === undefined ? 'begin' : `begin; ${first}`)
  // Waited for at the end; until then a failure shows in every statement behind it.
  begun.catch(() => undefined)
  return begun
}

class NotCommitted extends Error {
  override name = 'NotCommitted'
}

/** A transaction in which a statement failed is rolled back by `commit` without a fault, even when nobody heard the first. */
async function commit(client: pg.PoolClient): Promise<void> {
  const { command } = await client.query('commit')
  if (command !== 'COMMIT') throw new NotCommitted('a statement failed earlier in this transaction')
}

/** Sends these in one message; the first of them that failed is the fault, since those behind it failed for its sake. */
async function together(send: () => readonly Promise<unknown>[]): Promise<void> {
  const results = await Promise.allSettled(send())
  const failed = results.find((one) => one.status === 'rejected')
  if (failed !== undefined) throw failed.reason
}

function ask<Row extends pg.QueryResultRow>(client: pg.PoolClient, statement: SQL): Promise<pg.QueryResult<Row>> {
  const { sql: text, params } = dialect.sqlToQuery(statement)
  const name = statementNames(text)
  return client.query<Row>({ text, values: params, ...(name !== undefined && { name }) })
}

function transactionOn(client: pg.PoolClient): Transaction {
  const session = new LeanSession(client, dialect, () => {
    mayAskNow()
  })
  return new NodePgTransaction(dialect, session as never, undefined)
}
