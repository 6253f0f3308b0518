import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openEmbedded, openServer } from '../../database/connect.ts'
import { useDatabase } from '../../database/transaction.ts'
import { onServer, testDatabaseKind, urlOf } from './database.ts'

export type LastingDatabase = {
  /** The folder or the address that another process opens it by. */
  readonly where: string
  /** Opens it, does this by the doors, and closes it again. */
  readonly onRestart: <T>(work: (database: Database) => Promise<T>) => Promise<T>
  readonly remove: () => Promise<void>
}

/** A migrated database that is really on the disk, waited for at each write: for what is killed and opened again. */
export async function aLastingDatabase(): Promise<LastingDatabase> {
  const name = `voorveld_lasting_${randomBytes(6).toString('hex')}`
  return testDatabaseKind === 'server' ? onTheServer(name) : inAFolder(name)
}

async function onTheServer(name: string): Promise<LastingDatabase> {
  await onServer(`create database ${name} template ${process.env.VOORVELD_TEST_TEMPLATE}`)
  const where = urlOf(name)
  return {
    where,
    onRestart: (work) => opened(openServer({ url: where, connections: 2 }), work),
    remove: async () => {
      await onServer(`drop database if exists ${name} with (force)`)
    },
  }
}

async function inAFolder(name: string): Promise<LastingDatabase> {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`))
  const where = join(folder, 'database')
  const snapshot = new Blob([readFileSync(process.env.VOORVELD_TEST_SNAPSHOT ?? '')])
  await (await openEmbedded(where, snapshot)).close()
  return {
    where,
    onRestart: async (work) => opened(await openEmbedded(where), work),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function opened<T>(database: Database, work: (database: Database) => Promise<T>): Promise<T> {
  useDatabase(database)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}
