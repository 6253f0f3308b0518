import { setTimeout as pause } from 'node:timers/promises'
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
import { type AppParts, buildApp } from './app.ts'

const isServer = testDatabaseKind === 'server'
let whole: Database
let gate: Gate
let database: Database
let app: Hono

const parts: AppParts = {
  baseUrl: new URL('http://localhost'),
  isDemo: false,
  isStopping: () => false,
  apiPerMinute: 1_000_000,
  logger: pino({ enabled: false }),
  sessionOf: async () => undefined,
}

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
  app = buildApp(parts)
}, 60_000)

afterAll(async () => {
  if (!isServer) return
  await database.close()
  await gate.shut()
  await whole.close()
})

/** No page that is kept: those are given while the database is away. */
const HOME = '/beleid/paspoorten'
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
  'a page that is the same for everyone is given from memory while the database is away',
  async () => {
    const before = await (await get('/')).text()
    await gate.shut()
    await pause(1_100)
    const answer = await get('/')
    expect([answer.status, await answer.text()]).toEqual([200, before])
    await isSentence(await get('/gemeente'), 'We zijn er even niet')
    await gate.open()
    expect((await get('/gemeente')).status).toBe(200)
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

test.runIf(isServer)(
  'a crowd that asks while the database goes and comes back gets pages and sentences, no more',
  async () => {
    const crowd = (size: number) =>
      Array.from({ length: size }, async (_, nth) => {
        await pause(nth * 10)
        return get(HOME)
      })
    const before = crowd(24)
    await Promise.all(before.slice(0, 12))
    await gate.shut()
    const meanwhile = crowd(12)
    await pause(150)
    await gate.open()
    const answers = await Promise.all([...before, ...meanwhile, ...crowd(12)])
    const away = answers.filter(({ status }) => status !== 200)
    expect(away.length).toBeGreaterThan(0)
    expect(answers.length - away.length).toBeGreaterThan(10)
    for (const answer of away) await isSentence(answer, 'We zijn er even niet')
  },
)

test.runIf(isServer)(
  'while the disk of the database is full pages are sentences, health says so, and both come back',
  async () => {
    let now = 1_000_000
    let isFull = true
    const full = buildApp({
      ...parts,
      clock: () => now,
      sessionOf: async () => {
        if (isFull) throw new Error('wrapped', { cause: Object.assign(new Error('no space'), { code: '53100' }) })
        return undefined
      },
    })
    expect((await full.request('/gezond/klaar')).status).toBe(200)
    await isSentence(await full.request(HOME), 'We zijn er even niet')
    const health = await full.request('/gezond/klaar')
    expect(health.status).toBe(503)
    expect(await health.json()).toEqual({ klaar: false, waarom: 'schijf' })
    isFull = false
    now += 11_000
    expect((await full.request('/gezond/klaar')).status).toBe(200)
    expect((await full.request(HOME)).status).toBe(200)
  },
)
