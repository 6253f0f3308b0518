/**
 * A process that writes until it is killed: single registrations, imports of many at once, or the road of a help request
 * with the mails that it promises. Says each write on its standard output after, and only after, it was acknowledged.
 */
import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { loadActor } from '../../capabilities/access/queries.ts'
import { registerMany } from '../../capabilities/cases/actions.ts'
import { useQueue } from '../../capabilities/messages/actions.ts'
import { openEmbedded, openServer } from '../../database/connect.ts'
import { useDatabase } from '../../database/transaction.ts'
import type { Id } from '../../foundation/id.ts'
import { startJobs } from '../../jobs/queue.ts'
import { sendDueMessagesJob, sendMessageJob } from '../../jobs/send-messages.ts'
import { postOf } from '../support/messages.ts'
import { aRegistration } from '../support/registrations.ts'
import { useSecrets } from '../support/requests.ts'
import { yes } from '../support/world.ts'
import { counting, type Death, type Walked, walk } from './road.ts'

/** What a writer is told, as one text. */
export type Task = {
  readonly database: string
  readonly how: 'single' | 'import' | 'road'
  readonly importId?: Id
  /** When it kills itself; without it somebody else does. */
  readonly death?: Death
  /** Where families are registered, and by whom. */
  readonly registering: { readonly personId: Id; readonly provisionId: Id }
  readonly road: Walked
}

const task = JSON.parse(process.argv[2] ?? '') as Task // the test wrote it
const say = (line: string) => writeSync(1, `${line}\n`)

const opened = task.database.startsWith('postgres')
  ? openServer({ url: task.database, connections: 4 })
  : await openEmbedded(task.database)
const database = counting(opened, task.death)
useDatabase(database)
useSecrets()
const write = task.how === 'road' ? await walking() : await registering()
// A run that is broken off leaves nobody writing for ever: an orphan has another parent.
const parent = process.ppid
while (process.ppid === parent) await write()

async function registering(): Promise<() => Promise<unknown>> {
  const { personId, provisionId } = task.registering
  const actor = await loadActor(personId, randomBytes(16).toString('hex'), 'test')
  if (actor === undefined) throw new Error('nobody to write as')
  const family = aRegistration({ answers: { village: 'noord', children: [{ years: 4 }] }, phase: 'active' })
  const batch = task.how === 'import' ? Array.from({ length: 400 }, () => family) : [family]
  const from = task.how === 'import' && task.importId !== undefined ? { importId: task.importId } : {}
  return async () => say(yes(await registerMany(actor, provisionId, batch, from)).trajectoryIds.join(' '))
}

/** The jobs run beside it, as in the product: what is said to be sent has left this process. */
async function walking(): Promise<() => Promise<unknown>> {
  const post = postOf(async ({ id }) => {
    say(`mail ${id}`)
    return { result: 'sent' }
  })
  const log = ({ fault }: { fault: unknown }) => process.stderr.write(`${String(fault)}\n`)
  const { enqueue } = await startJobs(database, [sendMessageJob(post), sendDueMessagesJob(post)], log)
  useQueue(enqueue)
  return () => walk(task.road, (transactions, facts) => say(`${transactions} ${facts.join(' ')}`))
}
