import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMunicipality } from '../capabilities/access/actions.ts'
import { municipalityWithCode } from '../capabilities/access/queries.ts'
import { sealAudit } from '../capabilities/privacy/actions.ts'
import { recordAudit } from '../capabilities/privacy/audit.ts'
import { type Database, openServer } from '../database/connect.ts'
import { useDatabase } from '../database/transaction.ts'
import { onServer, testDatabaseKind, urlOf } from '../tests/support/database.ts'
import { asOwner, letTwoMinutesPass } from '../tests/support/logs.ts'
import { yes } from '../tests/support/world.ts'
import { moveToServer } from './move.ts'
import { openDatabase } from './open.ts'
import { theOperator } from './operator.ts'
import { readSettings, type Settings } from './settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'voorveld-move-'))
const name = `voorveld_move_${randomBytes(4).toString('hex')}`
/** As in production: one role owns the tables, the application signs in as another. */
const [owner, app] = [`${name}_owner`, `${name}_app`]
const as = (role: string) => urlOf(name).replace(/\/\/[^@/]*@?/, `//${role}:pw@`)
const isServer = testDatabaseKind === 'server'
let source: Database
let settings: Settings

beforeAll(async () => {
  if (!isServer) return
  await onServer(`create role ${owner} login createrole password 'pw'`)
  await onServer(`create role ${app} login password 'pw'`)
  await onServer(`create database ${name} owner ${owner}`)
  const read = readSettings({
    ...{ MODE: 'production', ALLOW_EMBEDDED: '1', DATA_DIR: folder },
    APP_SECRET: 'S3cr3t-of-a-test-that-moves-0123456789abcdef',
  })
  if ('faults' in read) throw new Error(read.faults.join())
  settings = read.settings
  source = await openDatabase(settings)
  const operator = await theOperator()
  yes(await addMunicipality(operator, { code: 'GM8201', name: 'Verhuisd “naar” elders', villages: ['Oost', 'West'] }))
  await recordAudit(operator, { act: 'look.one' })
  await letTwoMinutesPass(source)
  await sealAudit(operator)
}, 60_000)

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  if (!isServer) return
  await source.close()
  await onServer(`drop database if exists ${name} with (force)`)
  await onServer(`drop owned by ${owner}, ${app}`)
  await onServer(`drop role ${owner}, ${app}`)
})

const addresses = { to: as(app), owner: as(owner) }

/** Every forced, secured table, and every key. */
const GUARDS = sql`select (select count(*)::int from pg_class where relrowsecurity and relforcerowsecurity) as closed,
  (select count(*)::int from pg_constraint where contype = 'f' and convalidated
    and connamespace::regnamespace::text <> 'jobs') as keys,
  (select count(*)::int from pg_trigger where not tgisinternal and tgenabled = 'O') as triggers`

test.runIf(isServer)('a database whose log does not hold stays where it is', async () => {
  const spoil = (code: string) =>
    asOwner(source, sql`update logs.audit_rows set act = ${code} where act in ('look.one', 'look.two')`)
  await spoil('look.two')
  expect(await moveToServer(await theOperator(), settings, addresses)).toMatchObject({ reason: 'move-log-broken' })
  await spoil('look.one')
})

test.runIf(isServer)('the embedded database moves to a server with every row, its rules and its log', async () => {
  const moved = yes(await moveToServer(await theOperator(), settings, addresses))
  expect(moved.blocks).toBeGreaterThanOrEqual(1)
  expect(moved.rows).toBeGreaterThan(100)
  const almighty = openServer({ url: urlOf(name), connections: 1 })
  const [before] = await asOwner(source, GUARDS)
  const [after] = await asOwner(almighty, GUARDS)
  await almighty.close()
  expect(after).toEqual(before)
  const read = readSettings({
    APP_SECRET: settings.secret,
    DATA_DIR: folder,
    DATABASE_URL: addresses.to,
    DATABASE_OWNER_URL: addresses.owner,
  })
  if ('faults' in read) throw new Error(read.faults.join())
  const there = await openDatabase(read.settings)
  try {
    const operator = await theOperator()
    expect(await municipalityWithCode(operator, 'GM8201')).toMatchObject({ name: 'Verhuisd “naar” elders' })
    yes(await addMunicipality(operator, { code: 'GM8202', name: 'Daarna', villages: [] }))
  } finally {
    await there.close()
  }
})

test.runIf(isServer)('a server that holds anything is not moved to', async () => {
  useDatabase(source)
  expect(await moveToServer(await theOperator(), settings, addresses)).toMatchObject({ reason: 'move-not-empty' })
})
