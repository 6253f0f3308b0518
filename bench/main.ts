/**
 * `npm run bench -- [--trajectories N] [--regions N] [--seconds N] [--users N] [--only NAME] [--embedded FOLDER]`: the product under load
 * on PostgreSQL, beside what it cannot be faster than; or with `--embedded FOLDER` on a copy in the embedded database, made there the first
 * time. Makes the demo region, repeats it in SQL, and asks as its people do.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { serverArguments, serverSettings } from '../scripts/server-arguments.ts'
import { testPostgres } from '../scripts/test-postgres.ts'
import { anApiKey } from './api-key.ts'
import { nameOf, on, takeAway, urlOf } from './database.ts'
import { copyToEmbedded } from './embedded-copy.ts'
import type { Floor } from './floors.ts'
import { type Asked, aTurn, type Load, type Measured, measuredOver, send, type Turn, underLoad } from './load.ts'
import { usedBy, usedByPostgres } from './processes.ts'
import { copiesFor, growRegion } from './region.ts'
import { type Line, report } from './report.ts'
import { ACTOR, type Scenario, scenariosOn } from './scenarios.ts'
import { sqlLimit } from './sql-limit.ts'

const { values: asked } = parseArgs({
  options: {
    trajectories: { type: 'string', default: '20000' },
    regions: { type: 'string' },
    seconds: { type: 'string', default: '10' },
    users: { type: 'string', default: '10' },
    only: { type: 'string' },
    embedded: { type: 'string' },
  },
})
const [trajectories, seconds, users] = [Number(asked.trajectories), Number(asked.seconds), Number(asked.users)]
const TURNS = 5
const PASSWORD = 'kom-maar-binnen'
const SECRET = 'a-secret-for-the-bench-that-nobody-uses'

const server = await testPostgres()
if ('how' in server) {
  process.stderr.write(`${server.how}\n`)
  process.exit(1)
}
let currentUrl = ''
const folder = mkdtempSync(join(tmpdir(), 'voorveld-bench-'))
try {
  currentUrl = await theDatabase(server.url)
  await measureAll(currentUrl)
} finally {
  rmSync(folder, { recursive: true, force: true })
  await server.stop()
}

/** The database of this size, made when it is not there: the demo once, then its copies. */
async function theDatabase(serverUrl: string): Promise<string> {
  const demo = urlOf(serverUrl, 'voorveld_bench_demo')
  const grown = urlOf(serverUrl, `voorveld_bench_${trajectories}`)
  if (await isWhole(serverUrl, grown)) return grown
  if (!(await isWhole(serverUrl, demo))) {
    await on(serverUrl, `drop database if exists ${nameOf(demo)} with (force)`)
    await on(serverUrl, `create database ${nameOf(demo)}`)
    say('making the demo region')
    const product = await started(serverArguments(), productOn(demo))
    await stopped(product.process)
    await on(serverUrl, `comment on database ${nameOf(demo)} is 'whole'`)
  }
  say(`repeating it to about ${trajectories} trajectories`)
  await on(serverUrl, `drop database if exists ${nameOf(grown)} with (force)`)
  await on(serverUrl, `create database ${nameOf(grown)} template ${nameOf(demo)}`)
  const since = performance.now()
  await growRegion(grown, copiesFor(trajectories, asked.regions === undefined ? undefined : Number(asked.regions)), say)
  say(`made in ${Math.round((performance.now() - since) / 1_000)} s`)
  await on(serverUrl, `comment on database ${nameOf(grown)} is 'whole'`)
  return grown
}

async function isWhole(serverUrl: string, url: string): Promise<boolean> {
  const found = await on(
    serverUrl,
    `select shobj_description(oid, 'pg_database') as whole from pg_database where datname = '${nameOf(url)}'`,
  )
  return found[0]?.whole === 'whole'
}

async function measureAll(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const scenarios = (await scenariosOn(client)).filter(
    ({ name }) => asked.only === undefined || name.includes(asked.only),
  )
  const [{ count: size = 0 } = {}] = await on(url, 'select count(*)::int as count from trajectories')
  const { DATABASE_URL, ...withoutServer } = productOn(url)
  const isEmbedded = asked.embedded !== undefined
  if (asked.embedded !== undefined) await copyToEmbedded(url, asked.embedded)
  const env = isEmbedded
    ? { ...withoutServer, DATA_DIR: asked.embedded ?? '' }
    : { ...withoutServer, DATABASE_URL: DATABASE_URL ?? '' }
  const product = await started(serverArguments(), env)
  const lines: Line[] = []
  try {
    for (const whole of scenarios) {
      // On the embedded database there is no server beside it to compare with, and nobody to make a key.
      const { floor, ...alone } = whole
      if (isEmbedded && whole.keyFor !== undefined) continue
      const scenario = isEmbedded ? alone : whole
      const line = await measured(scenario, product, url)
      lines.push(line)
      say(`${line.name}: ${line.product.perSecond.toFixed(0)} per second, p95 ${line.product.p95.toFixed(0)} ms`)
    }
  } finally {
    await stopped(product.process)
    await client.end()
    // So that the next run reads the same.
    await takeAway(url)
  }
  const written = report({ lines, size: Number(size), users, seconds })
  process.stdout.write(`\n${written}\n`)
}

type Running = { readonly process: ChildProcess; readonly address: string }

async function measured(scenario: Scenario, product: Running, url: string): Promise<Line> {
  const session = scenario.as === undefined ? undefined : await signedIn(product.address, scenario.as)
  const key = scenario.keyFor === undefined ? undefined : await anApiKey(url, scenario.keyFor)
  const headers = key !== undefined ? { authorization: `Bearer ${key}` } : session && { cookie: session.cookie }
  const ask = (nth: number): Asked => {
    const one = scenario.ask(nth)
    return { ...one, headers: { ...one.headers, ...headers } }
  }
  const load = { address: product.address, users, ask, isGood: scenario.isGood }
  const honest = await theFloor('honest', scenario, url, session)
  try {
    await underLoad({ ...load, seconds: Math.min(3, seconds) })
    if (honest !== undefined) await underLoad({ ...honest.load, seconds: 1 })
    const result = await byTurns(load, honest?.load, product, () =>
      scenario.isAdding === true ? takeAway(url) : undefined,
    )
    return {
      name: scenario.name,
      ...result,
      memoryMib: usedBy(pidOf(product)).memoryMib,
      sql:
        scenario.floor && session && (await sqlLimit(url, questionOf(scenario.floor, session), { users, seconds: 2 })),
      bare: await alone(await theFloor('bare', scenario, url, session)),
      ...(scenario.atLeast !== undefined && { atLeast: scenario.atLeast }),
      ...(scenario.p95Below !== undefined && { p95Below: scenario.p95Below }),
    }
  } finally {
    await honest?.end()
  }
}

/**
 * The product and its honest floor a turn each, again and again, so that a machine that slows down slows both. `begin` is done
 * ahead of each turn of the product.
 */
async function byTurns(
  load: Omit<Load, 'seconds'>,
  floor: Omit<Load, 'seconds'> | undefined,
  product: Running,
  begin: () => Promise<unknown> | undefined,
): Promise<Pick<Line, 'product' | 'honest' | 'appMs' | 'databaseMs'>> {
  const [ofProduct, ofFloor]: [Turn[], Turn[]] = [[], []]
  let [app, database] = [0, 0]
  for (let turn = 0; turn < TURNS; turn++) {
    await begin()
    const before = { app: usedBy(pidOf(product)).cpuMs, database: usedByPostgres() }
    ofProduct.push(await aTurn({ ...load, seconds: seconds / TURNS }))
    app += usedBy(pidOf(product)).cpuMs - before.app
    database += usedByPostgres() - before.database
    if (floor !== undefined) ofFloor.push(await aTurn({ ...floor, seconds: Math.max(2, seconds / 2) / TURNS }))
  }
  const result = measuredOver(ofProduct)
  return {
    product: result,
    honest: floor && measuredOver(ofFloor),
    appMs: app / result.answers,
    databaseMs: database / result.answers,
  }
}

type RunningFloor = { readonly load: Omit<Load, 'seconds'>; readonly end: () => Promise<void> }

/** A floor of this scenario, listening; `end` stops it and takes away what it wrote. */
async function theFloor(
  kind: 'bare' | 'honest',
  { floor }: Scenario,
  url: string,
  session: Session | undefined,
): Promise<RunningFloor | undefined> {
  if (floor === undefined || session === undefined) return undefined
  const given: Floor = { ...questionOf(floor, session), token: session.token, personId: session.personId }
  const env = { DATABASE_URL: url, FLOOR: JSON.stringify(given) }
  const running = await started(['bench/floors.ts', kind], env)
  return {
    load: { address: running.address, users, ask: () => ({ path: '/' }), isGood: (status: number) => status === 200 },
    end: async () => {
      await stopped(running.process)
      // Or the product, which goes on, would seal and keep what it did not do itself.
      await on(url, "delete from logs.audit_rows where act = 'bench.asked'")
      await on(url, "delete from logs.processing_lines where processing_activity_id = 'urn:bench:lezen'")
    },
  }
}

async function alone(floor: RunningFloor | undefined): Promise<Measured | undefined> {
  if (floor === undefined) return undefined
  try {
    await underLoad({ ...floor.load, seconds: 1 })
    return await underLoad({ ...floor.load, seconds: Math.max(2, seconds / 2) })
  } finally {
    await floor.end()
  }
}

function questionOf<T extends { readonly text: string }>(floor: T, { personId }: Session): T {
  return { ...floor, text: floor.text.replaceAll(ACTOR, `'${personId}'`) }
}

type Session = { readonly cookie: string; readonly token: string; readonly personId: string }

/** Signs in as people do in the demo, and reads from the cookie what the floors look up. */
async function signedIn(address: string, email: string): Promise<Session> {
  const agent = new Agent()
  const body = new URLSearchParams({ email, password: PASSWORD }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
  const answer = await send(agent, address, { path: '/inloggen', method: 'POST', headers, body })
  const cookie = (answer.headers['set-cookie'] ?? []).map((line) => line.split(';', 1)[0]).join('; ')
  if (cookie === '') throw new Error(`${email} cannot sign in: ${answer.status} ${answer.body.slice(0, 500)}`)
  const token = decodeURIComponent(cookie.split('; ').at(-1)?.split('=')[1] ?? '').split('.')[0] ?? ''
  const [person] = await on(currentUrl, `select user_id as id from sign_in.sessions where token = '${token}'`)
  return { cookie, token, personId: String(person?.id ?? '') }
}

function productOn(url: string): Record<string, string> {
  return {
    ...serverSettings(),
    MODE: 'demo',
    DATABASE_URL: url,
    PORT: '0',
    DATA_DIR: folder,
    APP_SECRET: SECRET,
    NODE_ENV: 'production',
    API_PER_MINUTE: '999999',
  }
}

/** Starts a program and waits until it says where it listens. */
async function started(args: readonly string[], env: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, [...args], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      if (said.length < 100_000) said += chunk.toString()
      const found = said.match(/http:\/\/localhost:\d+/)
      if (found) resolve(found[0])
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} stopped with ${code}: ${said}`)))
  })
  return { process: child, address: address.replace('localhost', '127.0.0.1') }
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

function pidOf({ process: { pid } }: Running): number {
  return pid ?? 0
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
}
