import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { installPackage } from './system-packages.ts'

/** The oldest PostgreSQL that Voorveld serves. */
const OLDEST = 15
const USUAL_ADDRESS = 'postgres://postgres@127.0.0.1:5432/postgres'
const HOW =
  'PostgreSQL 15 or newer is missing: run "sudo apt-get install postgresql", or set TEST_DATABASE_URL to a superuser\'s address; TEST_DATABASES=embedded leaves it out.'

const NO_USER = 'PostgreSQL does not run as root, and this machine has no user "postgres" or "nobody".'

export type TestServer = { readonly url: string; readonly stop: () => Promise<void> }

/**
 * A PostgreSQL server for the tests: the one in TEST_DATABASE_URL, else the one on this machine, else one of our own in a
 * temporary folder, which `stop` ends and removes. Without any of these: how a person gets one, in one line.
 */
export async function testPostgres(): Promise<TestServer | { how: string }> {
  const given = process.env.TEST_DATABASE_URL
  if (given !== undefined && given !== '') {
    const fault = await faultOf(given)
    return fault === undefined
      ? { url: given, stop: async () => {} }
      : { how: `TEST_DATABASE_URL does not do: ${fault}` }
  }
  if ((await faultOf(USUAL_ADDRESS)) === undefined) return { url: USUAL_ADDRESS, stop: async () => {} }
  if (programs() === undefined) await installPackage('postgresql')
  const folder = programs()
  return folder === undefined ? { how: HOW } : ownServer(folder)
}

/** Why the server at this address cannot be used: tests make databases and roles there. */
async function faultOf(url: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number; almighty: boolean }>(
      "select current_setting('server_version_num')::int / 10000 as version, rolsuper as almighty from pg_roles where rolname = current_user",
    )
    const [server] = rows
    if (server === undefined || server.version < OLDEST) return `it is older than PostgreSQL ${OLDEST}.`
    return server.almighty ? undefined : 'its role is no superuser, so it cannot make roles and databases.'
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault)
  } finally {
    await client.end().catch(() => {})
  }
}

/** The folder that holds `postgres` and `initdb`, newest first; Debian keeps them off the path. */
export function programs(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).filter((name) => Number(name) >= OLDEST) : []
  const folders = versions.toSorted((a, b) => Number(b) - Number(a)).map((version) => join(debian, version, 'bin'))
  return [...folders, ...(process.env.PATH ?? '').split(delimiter)].find((folder) =>
    ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))),
  )
}

async function ownServer(programFolder: string): Promise<TestServer | { how: string }> {
  const user = unprivileged()
  if (user === undefined) return { how: NO_USER }
  const folder = mkdtempSync(join(tmpdir(), 'voorveld-postgres-'))
  chmodSync(folder, 0o700)
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid ?? user.uid)
  const data = join(folder, 'data')
  const initdb = spawnSync(
    join(programFolder, 'initdb'),
    ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    { ...user, cwd: folder, encoding: 'utf8' },
  )
  if (initdb.status !== 0) return { how: `The test database could not be made: ${initdb.stderr}` }
  const port = await freePort()
  // Its contents are thrown away, so it need not survive a power cut.
  const settings = [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
  ]
  const server = spawn(
    join(programFolder, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    {
      ...user,
      cwd: folder,
      stdio: 'ignore',
    },
  )
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const stop = async () => {
    server.kill('SIGINT') // a fast shutdown
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if ((await faultOf(url)) === undefined) return { url, stop }
    await pause(100)
  }
  await stop()
  return { how: 'The test database did not start within ten seconds.' }
}

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
export function unprivileged(): { uid?: number; gid?: number } | undefined {
  if (process.getuid?.() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    const id = (flag: string) => Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout)
    if (id('-u') > 0) return { uid: id('-u'), gid: id('-g') }
  }
  return undefined
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
