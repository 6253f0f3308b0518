/**
 * `node bench/growth.ts [--from 15000] [--to 1000000] [--seconds 20] [--users 10] [--pause 0] [--only NAME]`: the same asked of two sizes
 * that `npm run bench` made (`--trajectories 15000 --regions 1` and `--trajectories 1000000`: as much work for each who works there), by turns of two seconds with both running, so that a machine that slows down slows both; per
 * scenario how much longer the large one takes. With `--pause` a user thinks so many seconds before the next press, as people do.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { testPostgres } from '../scripts/test-postgres.ts'
import { anApiKey } from './api-key.ts'
import { takeAway, urlOf } from './database.ts'
import { aTurn, type Measured, measuredOver, type Turn, underLoad } from './load.ts'
import { usedBy, usedByPostgres } from './processes.ts'
import { aProduct, ended, type Product, signedIn } from './product.ts'
import { type Scenario, scenariosOn } from './scenarios.ts'

const { values: asked } = parseArgs({
  options: {
    from: { type: 'string', default: '15000' },
    to: { type: 'string', default: '1000000' },
    seconds: { type: 'string', default: '20' },
    users: { type: 'string', default: '10' },
    pause: { type: 'string', default: '0' },
    only: { type: 'string', default: '' },
  },
})
const [seconds, users, pauseMs] = [Number(asked.seconds), Number(asked.users), Number(asked.pause) * 1_000]
const TURN_SECONDS = 2

type Size = { readonly url: string; readonly product: Product; readonly scenarios: readonly Scenario[] }
type Came = Measured & { readonly appMs: number; readonly databaseMs: number }

const server = await testPostgres()
if ('how' in server) {
  process.stderr.write(`${server.how}\n`)
  process.exit(1)
}
const folder = mkdtempSync(join(tmpdir(), 'voorveld-growth-'))
const sizes: Size[] = []
try {
  for (const size of [asked.from, asked.to]) sizes.push(await running(urlOf(server.url, `voorveld_bench_${size}`)))
  await compareAll(sizes)
} finally {
  for (const { product, url } of sizes) {
    await ended(product)
    await takeAway(url)
  }
  rmSync(folder, { recursive: true, force: true })
  await server.stop()
}

/** The product on a database that the bench made; refused by the server when it did not. */
async function running(url: string): Promise<Size> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const scenarios = (await scenariosOn(client)).filter(({ name }) => name.includes(asked.only))
  await client.end()
  const settings = { APP_SECRET: 'a-secret-for-the-bench-that-nobody-uses', API_PER_MINUTE: '999999' }
  const product = await aProduct({ ...settings, MODE: 'demo', DATABASE_URL: url, DATA_DIR: folder })
  return { url, product, scenarios }
}

/** A line per scenario: the small one, the large one, and how many times as long the large one takes. */
async function compareAll([small, large]: readonly Size[]): Promise<void> {
  if (small === undefined || large === undefined) throw new Error('two sizes are compared')
  process.stdout.write(`${asked.from} beside ${asked.to}, ${users} users, ${asked.pause} s between presses\n\n`)
  row(['scenario', ...['per second', 'p50', 'p95', 'app ms', 'database ms'].flatMap((one) => [one, one]), 'p50 grew'])
  row(['---', ...Array.from({ length: 11 }, () => '--:')])
  for (const { name } of small.scenarios) {
    const [a, b] = await byTurns(await askingOf(small, name), await askingOf(large, name))
    const both = (of: (came: Came) => number) => [of(a), of(b)].map((value) => value.toFixed(value < 10 ? 1 : 0))
    const cells = [both((c) => c.perSecond), both((c) => c.p50), both((c) => c.p95), both((c) => c.appMs)]
    row([name, ...cells.flat(), ...both((c) => c.databaseMs), (b.p50 / a.p50).toFixed(2)])
  }
}

function row(cells: readonly string[]): void {
  process.stdout.write(`| ${cells.join(' | ')} |\n`)
}

type Asking = { readonly turn: (seconds: number) => Promise<Turn>; readonly pid: number; readonly begin: () => unknown }

async function askingOf({ url, product, scenarios }: Size, name: string): Promise<Asking> {
  const scenario = scenarios.find((one) => one.name === name)
  if (scenario === undefined) throw new Error(`no ${name} in ${url}`)
  const headers = await whoAsks(scenario, product, url)
  const ask = (nth: number) => {
    const one = scenario.ask(nth)
    return { ...one, headers: { ...one.headers, ...headers } }
  }
  const load = { address: product.address, users, pauseMs, ask, isGood: scenario.isGood }
  await underLoad({ ...load, seconds: 3 })
  return {
    turn: (turnSeconds) => aTurn({ ...load, seconds: turnSeconds }),
    pid: product.process.pid ?? 0,
    begin: () => (scenario.isAdding === true ? takeAway(url) : undefined),
  }
}

async function whoAsks({ as, keyFor }: Scenario, { address }: Product, url: string): Promise<Record<string, string>> {
  if (keyFor !== undefined) return { authorization: `Bearer ${await anApiKey(url, keyFor)}` }
  return as === undefined ? {} : { cookie: await signedIn(address, as) }
}

async function byTurns(small: Asking, large: Asking): Promise<[Came, Came]> {
  const tallies = [small, large].map((asking) => ({ asking, turns: [] as Turn[], app: 0, database: 0 }))
  for (let passed = 0; passed < seconds; passed += TURN_SECONDS) {
    for (const tally of tallies) {
      await tally.asking.begin()
      const before = { app: usedBy(tally.asking.pid).cpuMs, database: usedByPostgres() }
      tally.turns.push(await tally.asking.turn(TURN_SECONDS))
      tally.app += usedBy(tally.asking.pid).cpuMs - before.app
      tally.database += usedByPostgres() - before.database
    }
  }
  const [a, b] = tallies.map(({ turns, app, database }): Came => {
    const measured = measuredOver(turns)
    return { ...measured, appMs: app / measured.answers, databaseMs: database / measured.answers }
  })
  if (a === undefined || b === undefined) throw new Error('two sizes are compared')
  return [a, b]
}
