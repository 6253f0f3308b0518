/**
 * `npm run pressure -- [--seconds N] [--users N] [--only NAME]`: what people notice while things go wrong, on a PostgreSQL of
 * its own. A restart in the middle, a clock that jumps, senders that never finish, a mail server that is away, a full disk:
 * for each whether errors were sentences, whether anything acknowledged was lost, and how long until it works again.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { Agent } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { aCluster, type Cluster, clusterIn, owned } from './cluster.ts'
import { type Asked, send } from './load.ts'
import { mailAway } from './pressure-mail.ts'
import { aProduct, aTally, count, ended, form, isReady, type Product, signedIn, type Tally, until } from './product.ts'

const { values: given } = parseArgs({
  options: {
    seconds: { type: 'string', default: '30' },
    users: { type: 'string', default: '200' },
    only: { type: 'string', default: '' },
  },
})
const [seconds, users] = [Number(given.seconds), Number(given.users)]
const DEMO = 'voorveld'
const folder = mkdtempSync(join(tmpdir(), 'voorveld-pressure-data-'))
const cluster = await aCluster()
const failures: string[] = []

try {
  await onCluster(cluster, 'postgres', `create database ${DEMO}`)
  await ended(await aProduct(demoOn(cluster))) // makes the demo region
  const parts = { restart, clock, slow, mail: () => mailAway(cluster, folder, say), disk: diskFull }
  for (const [name, part] of Object.entries(parts)) if (name.includes(given.only)) await part()
} finally {
  cluster.stop()
  cluster.remove()
  rmSync(folder, { recursive: true, force: true })
}
if (failures.length > 0) {
  process.stdout.write(`\nNot as it should be:\n${failures.join('\n')}\n`)
  process.exitCode = 1
}

/** People ask while the database dies as in a power cut, and comes back. */
async function restart(): Promise<void> {
  const product = await aProduct(demoOn(cluster))
  const crowd = await aCrowd(product, cluster)
  await pause((seconds * 1_000) / 2)
  cluster.crash()
  await pause(3_000)
  const healthWhileAway = (await send(new Agent(), product.address, { path: '/gezond/klaar' })).status
  cluster.start()
  const [healthAfter, pageAfter] = await Promise.all([
    until(() => isReady(product.address)),
    until(async () => (await send(new Agent(), product.address, { path: '/' })).status === 200),
  ])
  await pause((seconds * 1_000) / 2)
  await report(`${users} connections, database killed halfway`, crowd, cluster, [
    `health said ${healthWhileAway} while it was away`,
    `ready ${healthAfter} ms and pages ${pageAfter} ms after the database took connections again`,
  ])
  if (healthWhileAway !== 503) failures.push('health did not tell that the database was away')
  await ended(product)
}

/** The clock of the product jumps, that of the database does not: by libfaketime, which reads the jump from a file. */
async function clock(): Promise<void> {
  const library = '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1'
  if (!existsSync(library)) return say('clock: not tried, libfaketime is missing (apt-get install faketime)')
  const file = join(folder, 'clock')
  writeFileSync(file, '+0')
  const fake = { LD_PRELOAD: library, FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: '1', DONT_FAKE_MONOTONIC: '1' }
  const product = await aProduct({ ...demoOn(cluster), ...fake })
  const crowd = await aCrowd(product, cluster, 10)
  for (const jump of ['+50m', '-50m', '+3d', '+0']) {
    await pause(2_000)
    writeFileSync(file, jump)
  }
  await pause(4_000)
  const ready = await until(() => isReady(product.address))
  await report('clock of the product jumps by 50 minutes on, back, and 3 days on', crowd, cluster, [
    `ready within ${ready} ms`,
  ])
  await ended(product)
}

/** Senders who open a request and never finish it. */
async function slow(): Promise<void> {
  const SENDERS = 900
  const product = await aProduct(demoOn(cluster))
  const { hostname, port } = new URL(product.address)
  let closed = 0
  const sockets = Array.from({ length: SENDERS }, () => {
    const socket = connect(Number(port), hostname)
    socket.on('error', () => undefined).on('close', () => closed++)
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n')
    return socket
  })
  const drip = setInterval(() => {
    for (const one of sockets) if (!one.destroyed) one.write('X-A: b\r\n')
  }, 1_000)
  const crowd = await aCrowd(product, cluster, 10)
  const letGo = await until(async () => closed === SENDERS)
  clearInterval(drip)
  await report(`${SENDERS} senders who never finish`, crowd, cluster, [`all of them closed after ${letGo} ms`])
  if (!Number.isFinite(letGo)) failures.push('slow senders kept their connections')
  await ended(product)
}

/** The disk of the database fills up under people who write, and is given room again. */
async function diskFull(): Promise<void> {
  const disk = mkdtempSync(join(tmpdir(), 'voorveld-pressure-disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400m', 'tmpfs', disk])
  if (mounted.status !== 0) {
    rmSync(disk, { recursive: true })
    return say('disk: not tried, mounting a small disk takes root')
  }
  cluster.stop()
  try {
    owned(disk)
    spawnSync('cp', ['-a', join(cluster.folder, 'data'), disk])
    const small = await clusterIn(disk)
    small.start()
    try {
      await fillUp(small, disk)
    } finally {
      small.crash()
    }
  } finally {
    spawnSync('umount', [disk])
    rmSync(disk, { recursive: true, force: true })
    cluster.start()
  }
}

async function fillUp(small: Cluster, disk: string): Promise<void> {
  const product = await aProduct(demoOn(small))
  const crowd = await aCrowd(product, small, 20)
  await pause(3_000)
  const filler = join(disk, 'filler')
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(filler, Buffer.alloc(bavail * bsize - 300_000))
  await pause(10_000)
  const whileFull = (await send(new Agent(), product.address, { path: '/gezond/klaar' })).status
  rmSync(filler)
  let hand = 'by itself'
  // A server that could not write its log is down, and what starts it again is the service manager.
  if ((await until(() => answers(small))) > 20_000) {
    hand = 'after it was started again'
    small.start()
  }
  const after = await until(async () => (await send(new Agent(), product.address, { path: '/' })).status === 200)
  await pause(3_000)
  await report('disk of the database full for ten seconds', crowd, small, [
    `health said ${whileFull} while it was full`,
    `pages ${after} ms after there was room, the database ${hand}`,
  ])
  await ended(product)
}

async function answers(where: Cluster): Promise<boolean> {
  return (await onCluster(where, DEMO, 'select 1')).length === 1
}

type Crowd = { readonly tally: Tally; readonly stop: () => Promise<void>; readonly slowest: () => number }

/** People who read, and two who write: each adds villages with a name of its own, and keeps which of them were said yes to. */
async function aCrowd({ address }: Product, where: Cluster, size = users): Promise<Crowd> {
  const [coordinator, manager] = [
    await signedIn(address, 'iris@voorbeeld.example'),
    await signedIn(address, 'mina@voorbeeld.example'),
  ]
  const [place] = await onCluster(
    where,
    DEMO,
    `select municipality_id as id from grants where role = 'manager' and person_id =
    (select id from people where email = 'mina@voorbeeld.example')`,
  )
  const tally = aTally()
  const agent = new Agent({ keepAlive: true, maxSockets: size + 2 })
  let [isOver, nth] = [false, 0]
  const took: number[] = []
  const ask = async (asked: Asked) => {
    const since = performance.now()
    const answer = await send(agent, address, asked).catch((fault: Error) => fault)
    took.push(performance.now() - since)
    count(tally, asked, answer)
    if (answer instanceof Error) await pause(50)
    return answer
  }
  const reading = async () => {
    const pages = ['/', '/vraag', '/werk/trajecten']
    while (!isOver) await ask({ path: pages[nth++ % pages.length] ?? '/', headers: { cookie: coordinator } })
  }
  const writing = async (writer: number) => {
    while (!isOver) {
      const name = `Kern ${writer} ${process.hrtime.bigint()}`
      const fields = { doe: 'kern', gemeente: String(place?.id), kern: name }
      const answer = await ask(form('/werk/gemeente', fields, manager))
      if (!(answer instanceof Error) && answer.status === 200) tally.kept.push(name)
      await pause(200)
    }
  }
  const people = Promise.all([...Array.from({ length: size }, reading), writing(1), writing(2)])
  const stop = async () => {
    isOver = true
    await people
    agent.destroy()
  }
  return { tally, stop, slowest: () => took.toSorted((a, b) => a - b).at(Math.floor(took.length * 0.99)) ?? 0 }
}

async function report(what: string, crowd: Crowd, where: Cluster, told: readonly string[]): Promise<void> {
  await crowd.stop()
  const { statuses, worse, kept } = crowd.tally
  const names = new Set((await onCluster(where, DEMO, 'select name from villages')).map(({ name }) => name))
  const lost = kept.filter((name) => !names.has(name))
  const [twice] = await onCluster(
    where,
    DEMO,
    'select count(*)::int as n from (select name from villages group by name, municipality_id having count(*) > 1) d',
  )
  say(`\n${what}`)
  say(
    `  answers: ${[...statuses]
      .sort()
      .map(([status, n]) => `${n} × ${status}`)
      .join(', ')}; p99 ${Math.round(crowd.slowest())} ms`,
  )
  for (const line of told) say(`  ${line}`)
  say(
    `  errors that were no sentence: ${worse.length}; writes said yes to: ${kept.length}, lost: ${lost.length}, twice: ${twice?.n}`,
  )
  if (kept.length === 0) failures.push(`${what}: nothing was written, so nothing was shown`)
  if (lost.length > 0) failures.push(`${what}: ${lost.length} acknowledged writes were lost`)
  failures.push(...worse.slice(0, 5).map((one) => `${what}: ${one}`))
}

function demoOn(where: Cluster): Record<string, string> {
  return {
    MODE: 'demo',
    DATABASE_URL: where.url(DEMO),
    DATA_DIR: folder,
    APP_SECRET: 'a-secret-for-pressure-that-nobody-uses',
  }
}

async function onCluster(where: Cluster, database: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: where.url(database), connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows
  } finally {
    await client.end()
  }
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`)
}
