import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, openEmbedded, openServer } from '../database/connect.ts'
import { FolderInUse } from '../database/folder-lock.ts'
import { MigrationMismatch, migrate } from '../database/migrate.ts'
import { useDatabase } from '../database/transaction.ts'
import { codeOf } from './fault-in-log.ts'
import type { Settings } from './settings.ts'

/** A reason not to start, as one sentence for whoever runs the machine. */
export class CannotStart extends Error {}

/** Where the migrations stand, from the folder in which the product runs. */
export const MIGRATIONS = 'database/migrations'

/** Opens the database of these settings, checks its role, brings it to this version and makes it the one every door uses. */
export async function openDatabase(settings: Settings): Promise<Database> {
  const database = await connect(settings)
  try {
    await refuseAlmightyRole(database, settings)
    await migrate(database, MIGRATIONS, settings.ownerUrl)
  } catch (fault) {
    await database.close()
    throw asSentence(fault)
  }
  useDatabase(database)
  return database
}

async function connect(settings: Settings): Promise<Database> {
  if (settings.databaseUrl !== undefined) return openServer({ url: settings.databaseUrl, readUrl: settings.readUrl })
  try {
    return await openEmbedded(join(settings.dataFolder, 'database'))
  } catch (fault) {
    throw asSentence(fault)
  }
}

/** Row-level security binds nobody who may pass by it, so production refuses such a sign-in role. */
export async function refuseAlmightyRole(database: Database, settings: Settings): Promise<void> {
  if (!('pool' in database.driver) || settings.mode === 'demo') return
  const { rows } = await database.driver.pool.query<{ almighty: boolean }>(
    'select rolsuper or rolbypassrls as almighty from pg_roles where rolname = session_user',
  )
  if (rows[0]?.almighty === true) {
    throw new CannotStart(
      'De rol in DATABASE_URL mag langs de rijbeveiliging (superuser of bypassrls): neem een gewone rol.',
    )
  }
}

/** What most often keeps a database shut, by the code of the system or of PostgreSQL. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^(ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|57P03)$/, 'De PostgreSQL-server in DATABASE_URL antwoordt niet.'],
  [/^(ENOTFOUND|EAI_AGAIN)$/, 'De naam van de PostgreSQL-server in DATABASE_URL bestaat niet.'],
  [/^3D000$/, 'De database in DATABASE_URL bestaat niet: maak haar eerst, of verbeter de naam.'],
  [/^28/, 'PostgreSQL laat de rol of het wachtwoord uit DATABASE_URL of DATABASE_OWNER_URL niet toe.'],
  [
    /^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOENT)$/,
    'In de map van DATA_DIR kan niet worden geschreven: neem een andere map.',
  ],
]

export function asSentence(fault: unknown): Error {
  if (fault instanceof FolderInUse) return new CannotStart('Voorveld draait al op deze map.')
  if (fault instanceof MigrationMismatch) {
    return new CannotStart(
      `De database hoort bij een andere versie van Voorveld (${fault.message}); er is niets veranderd.`,
    )
  }
  const sentence = SENTENCES.find(([code]) => code.test(codeOf(fault) ?? ''))?.[1]
  if (sentence !== undefined) return new CannotStart(sentence)
  return fault instanceof Error ? fault : new Error(String(fault))
}

/** The key for sessions and pseudonyms; a demo without one makes its own and keeps it beside its database. */
export function secretOf(settings: Pick<Settings, 'secret' | 'dataFolder'>): string {
  if (settings.secret !== undefined) return settings.secret
  const file = join(settings.dataFolder, 'demo-key')
  try {
    return readFileSync(file, 'utf8')
  } catch {
    const made = randomBytes(48).toString('base64url')
    mkdirSync(settings.dataFolder, { recursive: true, mode: 0o700 }) // on a server no embedded database made it
    writeFileSync(file, made, { mode: 0o600 })
    return made
  }
}
