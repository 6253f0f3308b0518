import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { type Database, openEmbedded, openServer } from '../../database/connect.ts'
import { useDatabase } from '../../database/transaction.ts'
import { type Beginning, beginningOf, bringBack, type Owned } from './reused.ts'

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

/** The same for what a test throws away afterwards: nothing of it needs to be on the disk before the next question. */
export const passingUrlOf = (name: string): string =>
  `${urlOf(name)}?options=${encodeURIComponent('-c synchronous_commit=off')}`

/** Runs one statement on the test server as its superuser. */
export const onServer = (statement: string): Promise<unknown> =>
  asOwnerOf(serverUrl().href, ({ exec }) => exec(statement))

/** Takes away every database of the test server of which the name begins so. */
export const dropAll = (begin: string): Promise<void> =>
  asOwnerOf(serverUrl().href, async ({ rows, exec }) => {
    const found = await rows<{ name: string }>(
      'select datname as name from pg_database where starts_with(datname, $1)',
      [begin],
    )
    for (const { name } of found) await exec(`drop database if exists ${name} with (force)`)
  })

async function asOwnerOf<Said>(url: string, ask: (owned: Owned) => Promise<Said>): Promise<Said> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await ask({
      rows: async <Row>(question: string, values?: readonly unknown[]) =>
        // Whoever asks says what its own question gives.
        (await client.query(question, values && [...values])).rows as Row[],
      exec: (statements) => client.query(statements),
    })
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
  const name = await aDatabaseOnServer()
  const opened = openServer({ url: passingUrlOf(name), connections: 5 })
  return {
    ...opened,
    close: async () => {
      await opened.close()
      await onServer(`drop database if exists ${name} with (force)`)
    },
  }
}

async function aDatabaseOnServer(): Promise<string> {
  const template = process.env.VOORVELD_TEST_TEMPLATE
  const name = `${template}_${randomBytes(6).toString('hex')}`
  await onServer(`create database ${name} template ${template}`)
  return name
}

type Spare<Kept> = { readonly kept: Kept; readonly beginning: Beginning }
let spareLite: Spare<Database> | undefined
let spareName: Spare<string> | undefined

/** As `freshDatabase`, but it is the one of the file before in this thread, brought back to its beginning. */
const aDatabase = (): Promise<Database> => (testDatabaseKind === 'embedded' ? aLite() : aNamed())

async function aLite(): Promise<Database> {
  const taken = spareLite
  spareLite = undefined
  const database = taken?.kept ?? (await freshDatabase())
  if (!('lite' in database.driver)) throw new Error('the embedded database has an embedded driver')
  const { lite } = database.driver
  const owned: Owned = {
    rows: async <Row>(question: string, values?: readonly unknown[]) =>
      (await lite.query<Row>(question, values && [...values])).rows,
    exec: (statements) => lite.exec(statements),
  }
  const beginning = taken?.beginning ?? (await beginningOf(owned))
  return {
    ...database,
    close: async () => {
      if (!lite.closed && (await bringBack(owned, beginning))) spareLite = { kept: database, beginning }
      else await database.close()
    },
  }
}

async function aNamed(): Promise<Database> {
  const taken = spareName
  spareName = undefined
  const name = taken?.kept ?? (await aDatabaseOnServer())
  const beginning = taken?.beginning ?? (await asOwnerOf(urlOf(name), beginningOf))
  const opened = openServer({ url: passingUrlOf(name), connections: 5 })
  return {
    ...opened,
    close: async () => {
      await opened.close()
      const isBack = await asOwnerOf(passingUrlOf(name), (owned) => bringBack(owned, beginning))
      if (isBack) spareName = { kept: name, beginning }
      else await onServer(`drop database if exists ${name} with (force)`)
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
