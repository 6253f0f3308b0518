import { randomBytes, randomInt } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BUILT_IN } from '../../capabilities/access/actor.ts'
import { publishShippedProgrammes } from '../../capabilities/programmes/shipped.ts'
import type { Database } from '../../database/connect.ts'
import { installJobs, startJobs } from '../../jobs/queue.ts'
import { sendDue, sendMessageJob } from '../../jobs/send-messages.ts'
import { aLastingDatabase, type LastingDatabase } from '../support/lasting-database.ts'
import { inMinutes, postOf } from '../support/messages.ts'
import { aReceivingPlace, publishReceiving } from '../support/requests.ts'
import { aReceiver } from '../support/sharings.ts'
import { aMunicipality, anOperator, aProvision, someone, theActor } from '../support/world.ts'
import { APART, PARTS } from './parts.ts'
import { aProcess, type Starting } from './process.ts'
import type { Task } from './writer.ts'

/** Rounds of writing and killing; `KILL_ROUNDS=25` for the full proof. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 2)
const IMPORT_SIZE = 400

let lasting: LastingDatabase
let told: Pick<Task, 'registering' | 'road'>
let writer: Starting

beforeAll(async () => {
  lasting = await aLastingDatabase()
  await lasting.onRestart(async (database) => {
    await installJobs(database)
    await publishShippedProgrammes(await anOperator())
    await publishReceiving()
    told = { registering: await aRegisteringPlace(), road: await aRoad() }
  })
  writer = await aProcess('writer')
}, 120_000)

afterAll(async () => {
  writer.remove()
  await lasting.remove()
})

async function aRegisteringPlace(): Promise<Task['registering']> {
  const municipalityId = await aMunicipality()
  const { id: provisionId, organisationId } = await aProvision({ municipalityId, programmeCode: 'home-start' })
  const { personId } = await someone({ role: 'coordinator', municipalityId, organisationId })
  return { personId, provisionId }
}

/** A worker who takes up requests, one director who is told of grade D, and somebody elsewhere to share with. */
async function aRoad(): Promise<Task['road']> {
  const { worker, provision, place } = await aReceivingPlace('separation-point')
  const { personId } = await worker()
  await worker('director')
  const { mail, provisionId } = await aReceiver()
  return { personId, provisionId: provision.id, place, receiver: { mail, provisionId } }
}

/** When a writer is killed, given what it said so far. */
type Moment = (lines: readonly string[]) => boolean
type Killed = Pick<Task, 'how' | 'importId' | 'death'> & { readonly isMoment: Moment; readonly longer: number }

/** Lets a process write until its moment and a little longer, and kills it; gives what it said was written. */
async function writeAndKill({ isMoment, longer, ...kind }: Killed): Promise<string[]> {
  const task: Task = { database: lasting.where, ...kind, ...told }
  const child = writer.start(JSON.stringify(task))
  let said = ''
  // The last line counts only when it was said whole.
  const lines = () => said.split('\n').slice(0, -1)
  const closed = once(child, 'close')
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (isMoment(lines())) resolve()
    })
    child.once('exit', (_, signal) => (signal === 'SIGKILL' ? resolve() : reject(new Error('the writer stopped'))))
  })
  if (longer > 0) await pause(longer)
  child.kill('SIGKILL')
  await closed
  return lines()
}

/** After the first write, however slow the machine is. */
const afterFirst: Moment = (lines) => lines.length > 0

/** What one walk says, in how many transactions: asking has one more, which counts the turn of the network. */
const [STEPS, TRANSACTIONS] = [15, 16]

/** After a whole road, anywhere in the next one: at its answer to a step, or a little later. */
function inSecondRoad(): Omit<Killed, 'how'> {
  const steps = STEPS + 1 + randomInt(STEPS)
  const isMoment: Moment = (lines) => lines.filter((line) => !line.startsWith('mail ')).length >= steps
  return { isMoment, longer: randomInt(60) }
}

const never: Moment = () => false

/** Every round another end of a transaction of the second road, in turn. */
const firstEnd = randomInt(2 * TRANSACTIONS)
function atEnd(round: number): Omit<Killed, 'how'> {
  const at = (firstEnd + round) % (2 * TRANSACTIONS)
  return {
    death: { transaction: TRANSACTIONS + 1 + Math.floor(at / 2), isOver: at % 2 === 1 },
    ...{ isMoment: never, longer: 0 },
  }
}

const keysOf = async (database: Database, query: ReturnType<typeof sql>): Promise<string[]> =>
  database.transaction(async (tx) => (await tx.execute<{ key: string }>(query)).rows.map(({ key }) => key).toSorted())

type Found = { trajectories: Map<string, string | null>; events: number; halves: number; summary: number }

const registeredIn = (database: Database): Promise<Found> =>
  database.transaction(async (tx) => {
    const { rows } = await tx.execute<{ id: string; import_id: string | null }>(
      sql`select id, import_id from trajectories`,
    )
    const one = async (query: ReturnType<typeof sql>) => Number((await tx.execute<{ n: number }>(query)).rows[0]?.n)
    return {
      trajectories: new Map(rows.map((row) => [row.id, row.import_id])),
      events: await one(sql`select count(*)::int as n from trajectory_events where payload ->> 'type' = 'registered'`),
      // A trajectory without its events, or of a family without its child.
      halves: await one(sql`select count(*)::int as n from trajectories t
        where not exists (select from trajectory_events e where e.trajectory_id = t.id)
          or t.person_id is null and not exists (select from family_children c where c.family_id = t.family_id)`),
      summary: await one(
        sql`select coalesce(sum(n), 0)::int as n from figure_cells where grouping = 'all' and measure like '%-registered'`,
      ),
    }
  })

function expectWhole(found: Found): void {
  expect(found.halves).toBe(0)
  expect(found.events).toBe(found.trajectories.size)
  expect(found.summary).toBe(found.trajectories.size)
}

test.each(['single', 'import'] as const)(
  'after kill -9 during %s writes every acknowledged one is there, and nothing half',
  async (how) => {
    const acknowledged: string[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const importId = `01890000-0000-7000-8000-${randomBytes(6).toString('hex')}`
      const lines = await writeAndKill({ how, importId, isMoment: afterFirst, longer: randomInt(200, 1_500) })
      acknowledged.push(...lines.flatMap((line) => line.split(' ')))
      const found = await lasting.onRestart(registeredIn)
      expect(acknowledged.filter((id) => !found.trajectories.has(id))).toEqual([])
      expectWhole(found)
      const imported = [...found.trajectories.values()].filter((one) => one === importId).length
      expect(imported % IMPORT_SIZE).toBe(0)
    }
    expect(acknowledged.length).toBeGreaterThan(0)
  },
  30_000 * (ROUNDS + 2),
)

/** Every acknowledged fact is there, all parts of a fact have the same keys, and nothing stands beside its history. */
async function expectRoadWhole(database: Database, acknowledged: readonly string[]): Promise<void> {
  for (const [fact, [first = sql``, ...others]] of Object.entries(PARTS)) {
    const keys = await keysOf(database, first)
    const said = acknowledged.filter((one) => one.startsWith(`${fact}:`)).map((one) => one.slice(fact.length + 1))
    expect(
      said.filter((key) => !keys.includes(key)),
      `${fact} was acknowledged`,
    ).toEqual([])
    expect(said.length, `${fact} was said`).toBeGreaterThan(0)
    for (const [at, other] of others.entries())
      expect(await keysOf(database, other), `${fact}, part ${at + 2}`).toEqual(keys)
  }
  for (const [what, query] of Object.entries(APART)) expect(await keysOf(database, query), what).toEqual([])
  expectWhole(await registeredIn(database))
}

type Kept = { id: string; state: string; attempts: number; urgent: boolean }

/**
 * Starts the jobs again until the queue is empty, then does the round of every minute at a moment when a claim of the
 * killed process is over; gives which mails went out, and what is kept of each.
 */
async function sendTheRest(database: Database): Promise<{ sent: string[]; kept: Kept[] }> {
  const sent: string[] = []
  const post = postOf(async ({ id }) => {
    sent.push(id)
    return { result: 'sent' }
  })
  const faults: unknown[] = []
  const { stop } = await startJobs(database, [sendMessageJob(post)], ({ fault }) => faults.push(fault))
  const waiting = sql`select id::text as key from jobs.job where name = 'send-message' and state in ('created', 'retry')`
  try {
    await expect.poll(() => keysOf(database, waiting), { timeout: 30_000, interval: 200 }).toEqual([])
  } finally {
    await stop()
  }
  expect(faults).toEqual([])
  await sendDue(await theActor(BUILT_IN.jobs), post, inMinutes(6))
  const kept = await database.transaction((tx) =>
    tx.execute<Kept>(sql`select id, state, attempts, urgent from messages`),
  )
  return { sent, kept: kept.rows }
}

test(
  'after kill -9 anywhere on the road of a help request every acknowledged step is there, whole, and its mail goes out once',
  async () => {
    const acknowledged: string[] = []
    const mails: string[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const killed = round % 2 === 0 ? atEnd(round / 2) : inSecondRoad()
      const lines = (await writeAndKill({ how: 'road', ...killed })).map((line) => line.split(' '))
      mails.push(...lines.flatMap(([first, id = '']) => (first === 'mail' ? [id] : [])))
      const steps = lines.filter(([first]) => first !== 'mail')
      // A door that answers earlier, or in pieces, would be seen by a kill only with luck.
      expect(steps.filter(([transactions]) => transactions !== '1')).toEqual([])
      acknowledged.push(...steps.flatMap(([, ...facts]) => facts))
      await lasting.onRestart((database) => expectRoadWhole(database, acknowledged))
    }
    const { sent, kept } = await lasting.onRestart(sendTheRest)
    mails.push(...sent)
    // What can wait is told a receiver once in a while (decision 10); what is urgent goes out each time.
    const urgent = kept.filter((one) => one.urgent)
    expect(urgent.filter(({ state }) => state !== 'sent')).toEqual([])
    expect(urgent.filter(({ id }) => !mails.includes(id))).toEqual([])
    expect(mails.filter((mail) => !kept.some(({ id }) => id === mail))).toEqual([])
    // Killed between sending and recording it, a process is followed by one that sends again; nothing else sends twice.
    const again = kept.filter(({ attempts }) => attempts > 1)
    expect(again.length).toBeLessThanOrEqual(ROUNDS)
    expect(mails.length).toBeLessThanOrEqual(kept.length + again.length)
  },
  30_000 * (ROUNDS + 2),
)
