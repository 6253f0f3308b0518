import pg from 'pg'
import { type Answer, allow, refuse } from '../../foundation/result.ts'
import type { Database } from '../connect.ts'
import { asOwner } from '../migrate.ts'
import { embedded, server } from '../statements.ts'
import { PAYLOADS, writeArchive } from './archive.ts'
import { asBackup, BACKUP_ROLE, letBackupRead } from './backup-role.ts'
import { type Manifest, manifestOf } from './manifest.ts'
import { program, runProgram, signIn } from './programs.ts'

export type Asked = {
  readonly path: string
  /** The version of the product. */
  readonly product: string
  /** Signs in as the role that owns the tables; without it the application's own sign-in does. */
  readonly ownerUrl: string | undefined
}

/** Writes a backup of this database to a new file, and gives its manifest. The product may go on meanwhile. */
export async function dump(database: Database, asked: Asked): Promise<Answer<Manifest>> {
  return database.kind === 'embedded' ? dumpEmbedded(database, asked) : dumpServer(database, asked)
}

async function dumpEmbedded({ driver }: Database, { path, product }: Asked): Promise<Answer<Manifest>> {
  if (!('lite' in driver)) throw new Error('the embedded database has an embedded driver')
  const { lite } = driver
  let manifest: Manifest | undefined
  const written = await writeArchive(path, PAYLOADS.embedded, async (take) => {
    manifest = await manifestOf(embedded(lite), 'embedded', product)
    const folder = await lite.dumpDataDir('gzip')
    for await (const chunk of folder.stream()) await take(chunk)
    return allow(JSON.stringify(manifest, null, 2))
  })
  return written.ok && manifest !== undefined ? allow(manifest) : (written as Exclude<typeof written, { ok: true }>)
}

/**
 * By `pg_dump`, in the snapshot in which the manifest is counted, so that the numbers fit also while people work.
 * As the role that reads for backups: to the owner of the tables row security shows nothing.
 */
async function dumpServer(database: Database, { path, product, ownerUrl }: Asked): Promise<Answer<Manifest>> {
  if (!('pool' in database.driver)) throw new Error('a server has a pool')
  await asOwner(database, ownerUrl, letBackupRead)
  const url = ownerUrl ?? database.driver.pool.options.connectionString ?? ''
  const client = new pg.Client({ connectionString: url, application_name: 'voorveld backup' })
  await client.connect()
  try {
    const owner = server(client)
    await owner.run('begin isolation level repeatable read read only')
    await asBackup(owner)
    const manifest = await manifestOf(owner, 'server', product)
    const dumper = program('pg_dump', manifest.postgres)
    if (!dumper.ok) return dumper
    const [snapshot] = await owner.rows<{ id: string }>('select pg_export_snapshot() as id')
    if (snapshot === undefined) return refuse('backup-program-failed', { told: 'pg_export_snapshot' })
    const written = await writeArchive(path, PAYLOADS.server, async (take) => {
      const dumped = await runProgram(pgDump(dumper.value, url, snapshot.id), take)
      return dumped.ok ? allow(JSON.stringify(manifest, null, 2)) : dumped
    })
    return written.ok ? allow(manifest) : written
  } finally {
    await client.end()
  }
}

function pgDump(path: string, address: string, snapshot: string) {
  const { url, env } = signIn(address)
  const how = ['--format=custom', `--role=${BACKUP_ROLE}`, '--enable-row-security', `--snapshot=${snapshot}`]
  return { path, env, args: [...how, '--no-password', `--dbname=${url}`] }
}
