import { sql } from 'drizzle-orm'
import type { Hono } from 'hono'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { useFormSecret } from '../capabilities/forms/keys.ts'
import { isAway } from '../database/away.ts'
import { type Database, openServer } from '../database/connect.ts'
import { useDatabase } from '../database/transaction.ts'
import { freshDatabase, testDatabaseKind } from '../tests/support/database.ts'
import { type Gate, gateTo } from '../tests/support/gate.ts'
import { restartSignIn } from '../tests/support/signing-in.ts'
import { buildApp } from './app.ts'

const isServer = testDatabaseKind === 'server'
let whole: Database
let gate: Gate
let database: Database
let app: Hono

beforeAll(async () => {
  if (!isServer) return
  whole = await freshDatabase()
  const [{ name = '' } = {}] = (await whole.transaction((tx) => tx.execute(sql`select current_database() as name`)))
    .rows as { name: string }[]
  gate = await gateTo(name)
  database = openServer({ url: gate.url, connections: 1, waitAtMostMs: 300 })
  useDatabase(database)
  restartSignIn()
  useFormSecret('a-secret-for-tests-that-nobody-uses-0001')
  app = buildApp({
    baseUrl: new URL('http://localhost'),
    isDemo: false,
    isStopping: () => false,
    logger: pino({ enabled: false }),
    apiPerMinute: 1_000_000,
    sessionOf: async () => undefined,
  })
}, 60_000)

afterAll(async () => {
  if (!isServer) return
  await database.close()
  await gate.shut()
  await whole.close()
})

const HOME = '/'
const get = (path: string, lang = 'nl') => app.request(path, { headers: { cookie: `taal=${lang}` } })

async function isSentence(answer: Response, words: string): Promise<void> {
  expect(answer.status).toBe(503)
  expect(answer.headers.get('retry-after')).toMatch(/^\d+$/)
  expect(answer.headers.get('content-type')).toContain('text/html')
  expect(await answer.text()).toContain(words)
}

test.runIf(isServer)(
  'while the database is away every page is a sentence that says to come back, and health says so',
  async () => {
    expect((await get(HOME)).status).toBe(200)
    expect((await get('/gezond/klaar')).status).toBe(200)
    await gate.shut()
    await isSentence(await get(HOME), 'We zijn er even niet')
    await isSentence(await get(HOME, 'en'), 'We are away for a moment')
    const health = await get('/gezond/klaar')
    expect(health.status).toBe(503)
    expect(await health.json()).toEqual({ klaar: false, waarom: 'database' })
    expect((await get('/gezond/leeft')).status).toBe(200)
    await gate.open()
    expect((await get(HOME)).status).toBe(200)
    expect((await get('/gezond/klaar')).status).toBe(200)
  },
)

test.runIf(isServer)(
  'a connection that breaks under a running page is a sentence too, and the next page works',
  async () => {
    const fault = database.transaction(async (tx) => {
      await gate.shut()
      await tx.execute(sql`select 1`)
    })
    await expect(fault).rejects.toThrow()
    await gate.open()
    expect(isAway(await fault.catch((one: unknown) => one))).toBe(true)
    expect((await get(HOME)).status).toBe(200)
  },
)

test.runIf(isServer)(
  'a page that gets no connection in time is a sentence, while health still tells that the database is there',
  async () => {
    let letGo: () => void = () => undefined
    const held = database.transaction(() => new Promise<void>((resolve) => (letGo = resolve)))
    const [page, health] = await Promise.all([get(HOME), get('/gezond/klaar')])
    await isSentence(page, 'We zijn er even niet')
    expect(health.status).toBe(200)
    letGo()
    await held
    expect((await get(HOME)).status).toBe(200)
  },
)
