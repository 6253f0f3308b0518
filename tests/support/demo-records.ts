import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { type Database, openEmbedded, openServer } from '../../database/connect.ts'
import { useDatabase } from '../../database/transaction.ts'
import { aMadeDemo } from './made-demo.ts'
import { anInstallation } from './running-product.ts'

/** Gives this test file the records of the demo, as the product made them when it was started for the first time. */
export function withDemoRecords(): () => Database {
  let database: Database | undefined
  const after: (() => Promise<void>)[] = []
  beforeAll(async () => {
    if (process.env.VOORVELD_TEST_DEMO_FOLDER === undefined) {
      const { made, remove } = await aMadeDemo()
      Object.assign(process.env, made)
      after.push(async () => {
        await remove()
        for (const name of Object.keys(made)) delete process.env[name]
      })
    }
    const { env, remove } = await anInstallation()
    database = await opened(env)
    useDatabase(database)
    after.push(remove, database.close)
  }, 300_000)
  afterAll(async () => {
    for (const end of after.toReversed()) await end()
  })
  return () => {
    if (database === undefined) throw new Error('the demo is there from beforeAll on')
    return database
  }
}

async function opened({ DATABASE_URL: url, DATA_DIR = '' }: Readonly<Record<string, string>>): Promise<Database> {
  return url === undefined ? openEmbedded(join(DATA_DIR, 'database')) : openServer({ url, connections: 5 })
}
