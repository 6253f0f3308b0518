import type { PGlite } from '@electric-sql/pglite'
import type pg from 'pg'
import type { ConstructorOptions } from 'pg-boss'
import type { Database } from './connect.ts'

/**
 * The queue library's way to the database, always as the role that sees only the job tables.
 * A role set per transaction also works behind a connection balancer, and leaves nothing behind on a shared connection.
 */
export function asJobsRole({ driver }: Database): NonNullable<ConstructorOptions['db']> {
  return {
    executeSql: (text, values) =>
      'lite' in driver ? embedded(driver.lite, text, values) : server(driver.pool, text, values),
  }
}

const BEGIN = 'begin; set local role voorveld_jobs'

/** Statements without values may be several, some with a transaction of their own; rows of all of them count. */
const rowsOf = (results: { rows?: unknown[] } | { rows?: unknown[] }[]) => ({
  rows: [results].flat().flatMap((result) => result.rows ?? []),
})

/** One exclusive transaction, so that a failed statement never leaves the only connection aborted for a request. */
function embedded(lite: PGlite, text: string, values: unknown[] = []) {
  return lite.transaction(async (tx) => {
    await tx.query('set local role voorveld_jobs')
    return rowsOf(values.length > 0 ? await tx.query(text, values) : await tx.exec(text))
  })
}

async function server(pool: pg.Pool, text: string, values: unknown[] = []) {
  const client = await pool.connect()
  try {
    await client.query(BEGIN)
    const result = values.length > 0 ? await client.query(text, values) : await client.query(text)
    await client.query('commit')
    client.release()
    return rowsOf(result)
  } catch (fault) {
    const isUsable = await client.query('rollback').then(
      () => true,
      () => false,
    )
    client.release(!isUsable)
    throw fault
  }
}
