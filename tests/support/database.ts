import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { type Database, openEmbedded, openServer } from '../../database/connect.ts'
import { useDatabase } from '../../database/transaction.ts'
import { type Beginning, beginningOf, bringBack } from './reused.ts'

/** Which database this run tests: set by `npm test`, once for each. */
export const testDatabaseKind: 'embedded' | 'server' =
  process.env.VOORVELD_TEST_DATABASE === 'server' ? 'server' : 'embedded'

const serverUrl = (): URL => new URL(process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres')

/** The connection address of another database on the test server. */
export function urlOf(name: string): string {
  const url = serverUrl()
  url.pathname = `/${name}`
  return url.href
}

/** Runs one statement on the test server as its superuser. */
export async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl().href })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** A migrated database of its own, copied from the template that the global set-up made; `close` also removes it. */
export async function freshDatabase(): Promise<Database> {
  if (testDatabaseKind === 'embedded') {
    const snapshot = new Blob([readFileSync(process.env.VOORVELD_TEST_SNAPSHOT ?? '')])
    return openEmbedded(undefined, snapshot)
  }
  const name = `voorveld_test_${randomBytes(6).toString('hex')}`
  await onServer(`create database ${name} template ${process.env.VOORVELD_TEST_TEMPLATE}`)
  const opened = openServer({ url: urlOf(name), connections: 5 })
  return {
    ...opened,
    close: async () => {
      await opened.close()
      await onServer(`drop database if exists ${name} with (force)`)
    },
  }
}

let spare: { readonly database: Database; readonly beginning: Beginning } | undefined

/** As `freshDatabase`, but embedded it is the one of the file before, brought back to its beginning. */
async function aDatabase(): Promise<Database> {
  const taken = spare
  spare = undefined
  const database = taken?.database ?? (await freshDatabase())
  if (!('lite' in database.driver)) return database
  const { lite } = database.driver
  const beginning = taken?.beginning ?? (await beginningOf(lite))
  return {
    ...database,
    close: async () => {
      if (!lite.closed && (await bringBack(lite, beginning))) spare = { database, beginning }
      else await database.close()
    },
  }
}

/** Gives this test file a fresh migrated database, used by every door; closed and removed after the last test. */
export function withDatabase(): () => Database {
  let database: Database | undefined
  beforeAll(async () => {
    database = await aDatabase()
    useDatabase(database)
  }, 60_000)
  afterAll(async () => {
    await database?.close()
  })
  return () => {
    if (database === undefined) throw new Error('the database is there from beforeAll on')
    return database
  }
}
