import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { letBackupRead } from './backup/backup-role.ts'
import type { Database } from './connect.ts'
import { embedded, type Statements, server } from './statements.ts'

/** The migrations in the database are not those of this version; nothing was changed. */
export class MigrationMismatch extends Error {}

type Migration = { readonly name: string; readonly text: string; readonly hash: string }

/** One number for every process of ours on this cluster and database. */
const MIGRATION_LOCK = 7_204_511_648

const WORKING_ROLES = ['voorveld_app', 'voorveld_reports', 'voorveld_sign_in', 'voorveld_jobs']

/**
 * Brings the database to this version: forward only, each file in a transaction of its own, under a lock so that
 * two starting processes do not meet. Gives the names of the migrations it ran.
 */
export async function migrate(database: Database, folder: string, ownerUrl?: string): Promise<string[]> {
  const migrations = readMigrations(folder)
  return asOwner(database, ownerUrl, async (owner) => {
    const ran = await runAll(owner, migrations)
    if ('pool' in database.driver) {
      await grantWorkingRoles(owner, await signInRole(database.driver.pool))
      await letBackupRead(owner)
    }
    return ran
  })
}

/**
 * Runs `work` as the role that owns the tables, one process at a time. `ownerUrl` signs in as that role; without it the
 * application's own sign-in does the work, and the embedded database has only one.
 */
export async function asOwner<T>(
  database: Database,
  ownerUrl: string | undefined,
  work: (owner: Statements) => Promise<T>,
): Promise<T> {
  if ('lite' in database.driver) return work(embedded(database.driver.lite))
  const client = new pg.Client({ connectionString: ownerUrl ?? database.driver.pool.options.connectionString })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    return await work(server(client))
  } finally {
    await client.end() // also lets the lock go
  }
}

async function signInRole(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ name: string }>('select session_user as name')
  return rows[0]?.name ?? ''
}

/** The migrations of this version, in their order. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      return { name, text, hash: createHash('sha256').update(text).digest('hex') }
    })
}

async function runAll(to: Statements, migrations: readonly Migration[]): Promise<string[]> {
  await to.run(`create schema if not exists migrations;
    create table if not exists migrations.done (name text primary key, hash text not null, at timestamptz not null default clock_timestamp())`)
  const done = new Map(
    (await to.rows<{ name: string; hash: string }>('select name, hash from migrations.done')).map((row) => [
      row.name,
      row.hash,
    ]),
  )
  refuseOther(done, migrations)
  const ran: string[] = []
  for (const { name, text, hash } of migrations.filter((migration) => !done.has(migration.name))) {
    await to.run('begin')
    try {
      await asIfUnforced(to, text)
      await to.rows('insert into migrations.done (name, hash) values ($1, $2)', [name, hash])
      await to.run('commit')
    } catch (fault) {
      await to.run('rollback')
      throw new Error(`migration ${name} failed`, { cause: fault })
    }
    ran.push(name)
  }
  return ran
}

/**
 * Runs a migration past the row security of the tables that it names. It is forced, so it binds the owner of the tables too:
 * to that role a table is empty and takes no rows. Forced again before anybody else sees it.
 */
async function asIfUnforced(to: Statements, text: string): Promise<void> {
  const forced = await to.rows<{
    name: string
    plain: string
  }>(`select c.oid::regclass::text as name, c.relname as plain
    from pg_class c join pg_roles r on r.rolname = current_user and not (r.rolsuper or r.rolbypassrls)
    where c.relkind = 'r' and c.relforcerowsecurity`)
  const named = forced.filter(({ plain }) => new RegExp(`\\b${plain}\\b`).test(text))
  for (const { name } of named) await to.run(`alter table ${name} no force row level security`)
  await to.run(text)
  for (const { name } of named) await to.run(`alter table if exists ${name} force row level security`)
}

function refuseOther(done: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration.hash]))
  for (const [name, hash] of done) if (known.get(name) !== hash) throw new MigrationMismatch(name)
}

async function grantWorkingRoles(to: Statements, applicationRole: string): Promise<void> {
  for (const role of WORKING_ROLES) {
    const [held] = await to.rows<{ held: boolean }>('select pg_has_role($1, $2, $3) as held', [
      applicationRole,
      role,
      'member',
    ])
    if (held?.held !== true) await to.run(`grant ${role} to ${pg.escapeIdentifier(applicationRole)}`)
  }
}
