import { randomBytes } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMunicipality, addRegion } from '../capabilities/access/actions.ts'
import { sealAudit } from '../capabilities/privacy/actions.ts'
import { recordAudit } from '../capabilities/privacy/audit.ts'
import { verifyAudit } from '../capabilities/privacy/queries.ts'
import { readArchive } from '../database/backup/archive.ts'
import type { Manifest } from '../database/backup/manifest.ts'
import { type Database, openServer } from '../database/connect.ts'
import { installJobs } from '../jobs/queue.ts'
import { onServer, testDatabaseKind, urlOf } from '../tests/support/database.ts'
import { asOwner, letTwoMinutesPass } from '../tests/support/logs.ts'
import { yes } from '../tests/support/world.ts'
import { makeBackup, restoreBackup } from './backup.ts'
import { openDatabase } from './open.ts'
import { theOperator } from './operator.ts'
import { readSettings, type Settings } from './settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'voorveld-backup-'))
const file = join(folder, 'kopie.tar')
const SECRET = 'S3cr3t-that-stands-in-no-backup-at-all-0123456789'
const isServer = testDatabaseKind === 'server'
const mark = randomBytes(4).toString('hex')
/** As in production: one role owns the tables, the application signs in as another, and neither may pass by row security. */
const [owner, app] = [`voorveld_owner_${mark}`, `voorveld_app_${mark}`]
const made: string[] = []

const settingsFor = (name: string): Settings => {
  const as = (role: string) => urlOf(`voorveld_backup_${mark}_${name}`).replace(/\/\/[^@/]*@?/, `//${role}:pw@`)
  const server = { DATABASE_URL: as(app), DATABASE_OWNER_URL: as(owner) }
  const env = { MODE: 'production', APP_SECRET: SECRET, ALLOW_EMBEDDED: '1', DATA_DIR: join(folder, name) }
  const read = readSettings({ ...env, ...(isServer && server) })
  if ('faults' in read) throw new Error(read.faults.join())
  return read.settings
}

/** An installation without anything in it: a database on the server, a folder that is not there yet. */
async function anEmptyOne(name: string): Promise<Settings> {
  if (isServer) {
    await onServer(`create database voorveld_backup_${mark}_${name} owner ${owner}`)
    made.push(`voorveld_backup_${mark}_${name}`)
  }
  return settingsFor(name)
}

let source: Settings
let open: Database | undefined

beforeAll(async () => {
  if (isServer) {
    await onServer(`create role ${owner} login createrole password 'pw'`)
    await onServer(`create role ${app} login password 'pw'`)
  }
  source = await anEmptyOne('source')
  open = await openDatabase(source)
  await installJobs(open, source.ownerUrl)
  const operator = await theOperator()
  yes(await addRegion(operator, 'Regio om te bewaren'))
  yes(await addMunicipality(operator, { code: 'GM8101', name: 'Bewaard', villages: ['Oost', 'West'] }))
  for (let n = 0; n < 5; n++) await recordAudit(operator, { act: 'look.one' })
  await pastAllRules('source', letTwoMinutesPass)
  await sealAudit(operator)
  yes(await makeBackup(operator, source, file))
}, 60_000)

afterAll(async () => {
  await open?.close()
  rmSync(folder, { recursive: true, force: true })
  if (!isServer) return
  for (const name of made) await onServer(`drop database if exists ${name} with (force)`)
  await onServer(`drop owned by ${owner}, ${app}`)
  await onServer(`drop role ${owner}, ${app}`)
})

/** This database past all its rules, as the superuser of the test server sees it. */
async function pastAllRules<T>(name: string, work: (database: Database) => Promise<T>): Promise<T> {
  if (!isServer && open !== undefined) return work(open)
  const almighty = openServer({ url: urlOf(`voorveld_backup_${mark}_${name}`), connections: 1 })
  try {
    return await work(almighty)
  } finally {
    await almighty.close()
  }
}

const manifest = async (): Promise<Manifest> => JSON.parse(yes(await readArchive(file)).manifest)

test('a backup tells what is in it, and only its owner reads it', async () => {
  const { rows, migrations, lastBlock, product } = await manifest()
  expect(rows).toMatchObject({ 'public.regions': 1, 'public.municipalities': 1, 'public.villages': 2 })
  expect(rows['public.people']).toBe(3)
  expect(rows['logs.audit_rows']).toBeGreaterThanOrEqual(5)
  expect(migrations.length).toBeGreaterThanOrEqual(25)
  expect(lastBlock).toMatch(/^[0-9a-f]{64}$/)
  expect(product).toMatch(/^\d+\.\d+\.\d+$/)
  expect((statSync(file).mode & 0o777).toString(8)).toBe('600')
})

test('the secret of the application is not in a backup', () => {
  expect(readFileSync(file).includes(SECRET)).toBe(false)
})

test('a backup never writes over another, and leaves nothing behind where it cannot write', async () => {
  const operator = await theOperator()
  expect(await makeBackup(operator, source, file)).toMatchObject({ reason: 'backup-exists' })
  const nowhere = join(folder, 'no-such-folder', 'kopie.tar')
  expect(await makeBackup(operator, source, nowhere)).toMatchObject({ reason: 'backup-not-writable' })
})

test('a backup that was changed, cut off or is something else is refused before anything happens', async () => {
  const empty = await anEmptyOne('untouched')
  const spoilt = async (how: (path: string) => void) => {
    const path = join(folder, `${randomBytes(4).toString('hex')}.tar`)
    copyFileSync(file, path)
    how(path)
    return restoreBackup(empty, path)
  }
  const size = statSync(file).size
  const bytes = readFileSync(file)
  for (const at of [5_000, Math.floor(size / 2), bytes.lastIndexOf('"public.regions": 1') + 18]) {
    const changed = await spoilt((path) => {
      const one = Buffer.from(bytes)
      one[at] = (one[at] ?? 0) ^ 1
      writeFileSync(path, one)
    })
    expect(changed).toMatchObject({ reason: 'backup-damaged' })
  }
  for (const left of [size - 2_048, Math.floor(size / 2), 600])
    expect(await spoilt((path) => truncateSync(path, left))).toMatchObject({ reason: 'backup-damaged' })
  for (const path of [join(process.cwd(), 'README.md'), join(process.cwd(), 'LICENSE')])
    expect(await restoreBackup(empty, path)).toMatchObject({ reason: 'backup-unknown' })
  expect(await spoilt((path) => truncateSync(path, 0))).toMatchObject({ reason: 'backup-unknown' })
  expect(await restoreBackup(empty, join(folder, 'not-there'))).toMatchObject({ reason: 'file-unreadable' })
})

test('what comes back is counted, its log verifies, and the product works on it', async () => {
  const target = await anEmptyOne('target')
  const restored = yes(await restoreBackup(target, file))
  expect(restored.blocks).toBeGreaterThanOrEqual(1)
  const back = await openDatabase(target)
  try {
    const operator = await theOperator()
    const again = join(folder, 'again.tar')
    yes(await makeBackup(operator, target, again))
    const [before, after] = [await manifest(), JSON.parse(yes(await readArchive(again)).manifest) as Manifest]
    // The restore itself stands in the log.
    expect(after).toMatchObject({
      ...before,
      madeAt: expect.any(String),
      rows: { ...before.rows, 'logs.audit_rows': (before.rows['logs.audit_rows'] ?? 0) + 1 },
    })
    expect(yes(await verifyAudit(operator, { knownHead: before.lastBlock ?? '' })).broken).toEqual([])
    yes(await addMunicipality(operator, { code: 'GM8102', name: 'Daarna', villages: [] }))
  } finally {
    await back.close()
  }
})

test('a database that holds anything stays as it is, unless its name is said', async () => {
  const target = settingsFor('target')
  expect(await restoreBackup(target, file)).toMatchObject({ reason: 'restore-not-empty' })
  expect(await restoreBackup(target, file, 'another')).toMatchObject({ reason: 'restore-not-empty' })
  const name = isServer ? `voorveld_backup_${mark}_target` : 'embedded'
  const restored = yes(await restoreBackup(target, file, name))
  if (!isServer) expect(existsSync(restored.kept ?? '')).toBe(true)
  const back = await openDatabase(target)
  try {
    expect(await addMunicipality(await theOperator(), { code: 'GM8102', name: 'Daarna', villages: [] })).toMatchObject({
      ok: true,
    })
  } finally {
    await back.close()
  }
})

/** Who owns, who may and what is closed, of everything in a database. */
const RULES = sql`
  select 'function ' || p.oid::regprocedure || ' ' || p.proowner::regrole || ' ' || p.prosecdef || ' ' || (select coalesce(string_agg(a::text, ' ' order by a::text), '') from unnest(p.proacl) a) as rule
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('public', 'access', 'logs', 'sign_in', 'jobs')
  union all
  select 'table ' || c.oid::regclass || ' ' || c.relowner::regrole || ' ' || c.relrowsecurity || c.relforcerowsecurity || ' '
      || (select coalesce(string_agg(a::text, ' ' order by a::text), '') from unnest(c.relacl) a)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'access', 'logs', 'sign_in', 'jobs', 'migrations')
  union all
  select 'policy ' || p::text from pg_policies p
  union all
  select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where conrelid <> 0
    and connamespace::regnamespace::text not like 'pg\\_%'
  union all
  select 'trigger ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
  union all
  select 'by default ' || defaclrole::regrole || ' ' || defaclobjtype::text || ' ' || defaclacl::text from pg_default_acl
  order by 1`

test.runIf(isServer)('every rule of the database came back: owners, rights, policies, keys and triggers', async () => {
  // Read back, three conditions in a row have fewer brackets around them, and a row of grants names the columns that came since.
  const columns = / rights\(id,[^)]*\)/g
  const plain = (rows: { rule: string }[]) =>
    rows.map(({ rule }) => rule.replaceAll(columns, ' rights').replaceAll(/[()]/g, '')).toSorted()
  const rulesOf = (name: string) =>
    pastAllRules(name, async (database) => plain(await asOwner<{ rule: string }>(database, RULES)))
  const [before, after] = [await rulesOf('source'), await rulesOf('target')]
  expect(before.length).toBeGreaterThan(500)
  expect(after).toEqual(before)
})
