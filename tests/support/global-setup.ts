import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbedded, openServer } from '../../database/connect.ts'
import { migrate } from '../../database/migrate.ts'
import { dropAll, onServer, testDatabaseKind, urlOf } from './database.ts'

const migrations = 'database/migrations'

/** Makes the migrated template once, so that each test file gets its own database in well under a second. */
export default async function setUp(): Promise<() => Promise<void>> {
  return testDatabaseKind === 'embedded' ? embeddedTemplate() : serverTemplate()
}

async function embeddedTemplate() {
  const folder = mkdtempSync(join(tmpdir(), 'voorveld-test-'))
  const database = await openEmbedded(undefined)
  await migrate(database, migrations)
  if (!('lite' in database.driver)) throw new Error('the embedded database has an embedded driver')
  const snapshot = await database.driver.lite.dumpDataDir('none')
  const file = join(folder, 'template.tar')
  writeFileSync(file, Buffer.from(await snapshot.arrayBuffer()))
  await database.close()
  process.env.VOORVELD_TEST_SNAPSHOT = file
  return async () => rmSync(folder, { recursive: true, force: true })
}

async function serverTemplate() {
  const name = `voorveld_template_${randomBytes(6).toString('hex')}`
  await onServer(`create database ${name}`)
  const database = openServer({ url: urlOf(name), connections: 1 })
  await migrate(database, migrations)
  await database.close()
  process.env.VOORVELD_TEST_TEMPLATE = name
  // With those made after it, which the threads used for one file after another.
  return () => dropAll(name)
}
