import { join } from 'node:path'
import type { Actor } from '../capabilities/access/actor.ts'
import { recordAudit } from '../capabilities/privacy/audit.ts'
import { verifyAudit } from '../capabilities/privacy/queries.ts'
import { readArchive } from '../database/backup/archive.ts'
import { dump } from '../database/backup/dump.ts'
import { type Manifest, readManifest } from '../database/backup/manifest.ts'
import { productVersion } from '../database/backup/product-version.ts'
import { restoreEmbedded, restoreServer } from '../database/backup/restore.ts'
import { readMigrations } from '../database/migrate.ts'
import { database } from '../database/transaction.ts'
import { type Answer, allow, refuse } from '../foundation/result.ts'
import { asSentence, MIGRATIONS, openDatabase } from './open.ts'
import { theOperator } from './operator.ts'
import type { Settings } from './settings.ts'

export type BackedUp = { readonly tables: number; readonly rows: number; readonly madeAt: string }

/** Writes a backup of the open database to a new file, and keeps in the audit log that there is one. */
export async function makeBackup(operator: Actor, settings: Settings, path: string): Promise<Answer<BackedUp>> {
  const made = await dump(database(), { path, product: productVersion(), ownerUrl: settings.ownerUrl })
  await recordAudit(operator, { act: 'backup.made', ...(!made.ok && { refusedWith: made.reason }) })
  return made.ok ? allow(told(made.value)) : made
}

const told = ({ rows, madeAt }: Manifest): BackedUp => ({
  tables: Object.keys(rows).length,
  rows: Object.values(rows).reduce((sum, n) => sum + n, 0),
  madeAt,
})

export type Restored = BackedUp & { readonly blocks: number; readonly kept?: string }

/**
 * Puts a backup back in the database of the settings, brings it to this version, and computes the chain of its audit log
 * anew. Refused for a database that holds anything, unless `replace` is its name.
 */
export async function restoreBackup(settings: Settings, path: string, replace?: string): Promise<Answer<Restored>> {
  const archive = await readArchive(path)
  if (!archive.ok) return archive
  const kind = settings.databaseUrl === undefined ? 'embedded' : 'server'
  const here = { product: productVersion(), kind, migrations: readMigrations(MIGRATIONS) } as const
  const manifest = readManifest(archive.value.manifest, here)
  if (!manifest.ok) return manifest
  const put = await putBack(settings, { path, archive: archive.value, manifest: manifest.value, replace })
  if (!put.ok) return put
  const blocks = await checkedLog(settings, manifest.value)
  return blocks.ok ? allow({ ...told(manifest.value), blocks: blocks.value, ...put.value }) : blocks
}

type Given = Parameters<typeof restoreServer>[1]

async function putBack(settings: Settings, given: Given): Promise<Answer<{ readonly kept?: string }>> {
  try {
    if (settings.databaseUrl === undefined) return await restoreEmbedded(join(settings.dataFolder, 'database'), given)
    const restored = await restoreServer(settings.ownerUrl ?? settings.databaseUrl, given)
    return restored.ok ? allow({}) : restored
  } catch (fault) {
    throw asSentence(fault)
  }
}

/** Opens what came back as the product will, and verifies its log up to the block that the backup ended with. */
async function checkedLog(settings: Settings, { lastBlock }: Manifest): Promise<Answer<number>> {
  const opened = await openDatabase(settings)
  try {
    const operator = await theOperator()
    const verdict = await verifyAudit(operator, { knownHead: lastBlock ?? undefined })
    if (!verdict.ok) return verdict
    if (verdict.value.broken.length > 0) return refuse('restore-log-broken')
    await recordAudit(operator, { act: 'backup.restored' })
    return allow(verdict.value.blocks)
  } finally {
    await opened.close()
  }
}
