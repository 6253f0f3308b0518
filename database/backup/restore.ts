import { existsSync, renameSync, rmSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Answer, allow, refuse } from '../../foundation/result.ts'
import { openEmbedded } from '../connect.ts'
import { embedded, type Statements, server } from '../statements.ts'
import { type Archive, payloadOf } from './archive.ts'
import { differing, type Manifest, rowsPerTable, TABLES } from './manifest.ts'
import { program, runPiped, runProgram, signIn } from './programs.ts'
import { afterwards, beforehand } from './restore-script.ts'

export type Given = {
  readonly path: string
  readonly archive: Archive
  readonly manifest: Manifest
  /** The name of the database whose contents may go, said in so many words. */
  readonly replace: string | undefined
}

/**
 * Puts a backup back in the database at this address, as the role that owns the tables. All of it or nothing: the old
 * contents go, the new come, and the rows are counted in one transaction.
 */
export async function restoreServer(ownerUrl: string, given: Given): Promise<Answer> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'voorveld restore' })
  await client.connect()
  try {
    const fits = await fitsServer(server(client), given)
    if (!fits.ok) return fits
  } finally {
    await client.end()
  }
  const restorer = program('pg_restore', given.manifest.postgres)
  if (!restorer.ok) return restorer
  const psql = program('psql', given.manifest.postgres)
  return psql.ok ? restoreBy(restorer.value, psql.value, ownerUrl, given) : psql
}

async function fitsServer(owner: Statements, { manifest, replace }: Given): Promise<Answer> {
  const [here] = await owner.rows<{ name: string; version: number; others: number }>(`select current_database() as name,
    current_setting('server_version_num')::int / 10000 as version,
    (select count(*)::int from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()) as others`)
  if (here === undefined || here.version < manifest.postgres)
    return refuse('restore-server-old', { postgres: manifest.postgres, version: here?.version ?? 0 })
  const tables = await owner.rows(TABLES)
  if (tables.length > 0 && replace !== here.name) return refuse('restore-not-empty', { name: here.name })
  return here.others > 0 ? refuse('restore-in-use') : allow()
}

async function restoreBy(restorer: string, psql: string, ownerUrl: string, given: Given): Promise<Answer> {
  const { url, env } = signIn(ownerUrl)
  const folder = await mkdtemp(join(tmpdir(), 'voorveld-restore-'))
  try {
    const list = await listOf(restorer, env, given)
    if (!list.ok) return list
    const file = join(folder, 'list')
    await writeFile(file, list.value)
    return await runPiped(
      {
        path: restorer,
        env,
        args: ['--no-owner', `--use-list=${file}`, '--file=-'],
        input: payloadOf(given.path, given.archive),
      },
      {
        path: psql,
        env,
        args: [
          '--no-psqlrc',
          '--quiet',
          '--no-password',
          '--set=ON_ERROR_STOP=1',
          '--output=/dev/null',
          `--dbname=${url}`,
        ],
      },
      { before: beforehand(), after: afterwards(given.manifest) },
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What is in the dump, without what names the role that owned it there: that role has another name here. */
async function listOf(restorer: string, env: NodeJS.ProcessEnv, { path, archive }: Given): Promise<Answer<string>> {
  const parts: Uint8Array[] = []
  const listed = await runProgram(
    { path: restorer, env, args: ['--list'], input: payloadOf(path, archive) },
    async (chunk) => void parts.push(chunk),
  )
  if (!listed.ok) return listed
  const lines = Buffer.concat(parts).toString('utf8').split('\n')
  return allow(lines.filter((line) => !line.includes(' DEFAULT ACL ')).join('\n'))
}

/** Puts a backup back as the embedded database in this folder. What stood there is kept beside it. */
export async function restoreEmbedded(folder: string, given: Given): Promise<Answer<{ readonly kept?: string }>> {
  const isThere = existsSync(folder)
  if (isThere && given.replace !== EMBEDDED) return refuse('restore-not-empty', { name: EMBEDDED })
  const kept = `${folder}-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`
  if (isThere) {
    await (await openEmbedded(folder)).close() // nobody else has it open, or this throws
    renameSync(folder, kept)
  }
  const filled = await fillFolder(folder, given).catch(() => refuse('backup-damaged'))
  if (filled.ok) return allow(isThere ? { kept } : {})
  rmSync(folder, { recursive: true, force: true })
  if (isThere) renameSync(kept, folder)
  return filled
}

/** How the embedded database is called where a person has to name it. */
const EMBEDDED = 'embedded'

async function fillFolder(folder: string, { path, archive, manifest }: Given): Promise<Answer> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  for await (const chunk of payloadOf(path, archive)) parts.push(new Uint8Array(chunk as Buffer)) // a stream of a file gives buffers
  const database = await openEmbedded(folder, new Blob(parts, { type: 'application/x-gzip' }))
  try {
    if (!('lite' in database.driver)) throw new Error('the embedded database has an embedded driver')
    const wrong = differing(manifest.rows, await rowsPerTable(embedded(database.driver.lite)))
    return wrong.length > 0 ? refuse('restore-counts-differ', { table: wrong.join(', ') }) : allow()
  } finally {
    await database.close()
  }
}
