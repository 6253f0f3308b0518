import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { copyBetween } from '../database/backup/move.ts'
import { openEmbedded } from '../database/connect.ts'
import { migrate } from '../database/migrate.ts'
import { embedded, server } from '../database/statements.ts'
import { installJobs } from '../jobs/queue.ts'

/**
 * Fills the data folder with what the database at this address holds, unless there is a database in it. The product itself moves
 * from embedded to a server only, never back.
 */
export async function copyToEmbedded(url: string, folder: string): Promise<void> {
  if (existsSync(join(folder, 'database'))) return
  const database = await openEmbedded(join(folder, 'database'))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await migrate(database, 'database/migrations')
    await installJobs(database)
    if (!('lite' in database.driver)) throw new Error('the embedded database has an embedded driver')
    const { lite } = database.driver
    const copied = await copyBetween(server(client), embedded(lite))
    if (!copied.ok) throw new Error(`the copy in ${folder} is not whole: ${copied.reason}`)
    await lite.exec('vacuum analyze')
  } finally {
    await client.end()
    await database.close()
  }
}
