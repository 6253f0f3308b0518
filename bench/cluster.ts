import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, programs, unprivileged } from '../scripts/test-postgres.ts'

/** A PostgreSQL server of our own, which may be stopped, killed and filled up; it writes to its disk as a real one does. */
export type Cluster = {
  readonly folder: string
  readonly url: (database: string) => string
  readonly start: () => void
  /** As a power cut: nothing is written any more, and the start after it recovers. */
  readonly crash: () => void
  readonly stop: () => void
  readonly remove: () => void
}

export async function aCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'voorveld-pressure-'))
  owned(folder)
  const cluster = await clusterIn(folder)
  run('initdb', ['-D', join(folder, 'data'), '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8'])
  cluster.start()
  return cluster
}

/** The cluster whose data stand in this folder. */
export async function clusterIn(folder: string): Promise<Cluster> {
  const data = join(folder, 'data')
  const port = await freePort()
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_wal_size=64MB`
  const log = join(folder, 'log')
  const stop = (mode: string) => run('pg_ctl', ['-D', data, '-m', mode, '-w', 'stop'])
  const cluster: Cluster = {
    folder,
    url: (database) => `postgres://postgres@127.0.0.1:${port}/${database}`,
    start: () => run('pg_ctl', ['-D', data, '-l', log, '-w', '-o', settings, 'start']),
    crash: () => stop('immediate'),
    stop: () => stop('fast'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
  return cluster
}

export function owned(folder: string): void {
  const { uid, gid } = unprivileged() ?? {}
  chmodSync(folder, 0o700)
  if (uid !== undefined) chownSync(folder, uid, gid ?? uid)
}

function run(program: string, args: readonly string[]): void {
  const folder = programs()
  if (folder === undefined) throw new Error('PostgreSQL 15 or newer is missing: sudo apt-get install postgresql')
  const done = spawnSync(join(folder, program), args, {
    ...unprivileged(),
    cwd: tmpdir(),
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  if (done.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${done.stderr}`)
}
