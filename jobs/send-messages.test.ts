import { sql } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { switchPerson } from '../capabilities/access/actions.ts'
import { BUILT_IN } from '../capabilities/access/actor.ts'
import { chooseWorkMail, claimMessage, recordTry, sendMessage, useQueue } from '../capabilities/messages/actions.ts'
import type { NewMessage } from '../capabilities/messages/message.ts'
import { dueMessages, messagesInReach } from '../capabilities/messages/queries.ts'
import { anOutbox } from '../connections/mail/outbox.ts'
import { inScope } from '../database/transaction.ts'
import { newId } from '../foundation/id.ts'
import { withDatabase } from '../tests/support/database.ts'
import { asOwner } from '../tests/support/logs.ts'
import {
  aMessageWorld,
  inMinutes,
  keptMessages,
  type MessageWorld,
  postOf,
  round,
  workFor,
} from '../tests/support/messages.ts'
import { someone, theActor } from '../tests/support/world.ts'
import { installJobs, type RunningJobs, startJobs } from './queue.ts'
import { type Post, sendDueMessagesJob, sendMessageJob } from './send-messages.ts'

const database = withDatabase()
const HOUR = 3_600_000
let world: MessageWorld
let running: RunningJobs | undefined
const work = (given: Parameters<typeof workFor>[1] = {}): NewMessage => workFor(world, given)

beforeAll(async () => {
  await installJobs(database())
  world = await aMessageWorld()
})
beforeEach(() => asOwner(database(), sql`delete from messages`))
afterEach(async () => {
  await running?.stop()
  running = undefined
  useQueue(undefined)
})

const startSending = async (post: Post) => {
  running = await startJobs(database(), [sendMessageJob(post), sendDueMessagesJob(post)], () => undefined)
  useQueue(running.enqueue)
}

test('a message that is stored goes out by itself, to the address that the person has by then', async () => {
  const outbox = anOutbox()
  await startSending(postOf(outbox.send))
  expect(await sendMessage(world.coordinator, work({ urgent: true }))).toMatchObject({ ok: true })
  await expect.poll(() => outbox.mails.length, { timeout: 15_000 }).toBe(1)
  const [{ email }] = (await asOwner<{ email: string }>(
    database(),
    sql`select email from people where id = ${world.director.personId}`,
  )) as [{ email: string }]
  expect(outbox.mails[0]?.to).toBe(email)
  await expect.poll(async () => (await keptMessages())[0]?.state).toBe('sent')
})

test('a transaction that is rolled back sends nothing and keeps nothing', async () => {
  const outbox = anOutbox()
  await startSending(postOf(outbox.send))
  const undone = inScope(world.coordinator, async () => {
    await sendMessage(world.coordinator, work({ urgent: true }))
    throw new Error('the form was wrong after all')
  })
  await expect(undone).rejects.toThrow('wrong after all')
  await sendMessage(world.coordinator, work({ urgent: true }))
  await expect.poll(() => outbox.mails.length, { timeout: 15_000 }).toBe(1)
  expect(await keptMessages()).toHaveLength(1)
})

test('work that piles up is told once an hour, an urgent thing at once, and the mails are the same but for their number', async () => {
  const outbox = anOutbox()
  const post = postOf(outbox.send)
  for (let i = 0; i < 5; i++) await sendMessage(world.coordinator, work())
  await round(world, post)
  expect(outbox.mails).toHaveLength(1)
  await sendMessage(world.coordinator, work())
  await round(world, post, inMinutes(30))
  expect(outbox.mails).toHaveLength(1)
  await sendMessage(world.coordinator, work({ urgent: true }))
  await round(world, post, inMinutes(31))
  expect(outbox.mails).toHaveLength(2)
  const [ordinary, urgent] = outbox.mails.map(({ id: _, ...mail }) => mail)
  expect(urgent).toEqual(ordinary)
  await sendMessage(world.coordinator, work())
  await round(world, post, inMinutes(60))
  expect(outbox.mails).toHaveLength(2)
  await round(world, post, inMinutes(92))
  expect(outbox.mails).toHaveLength(3)
})

test('a colleague has an hour of their own', async () => {
  const outbox = anOutbox()
  await sendMessage(world.coordinator, work())
  await sendMessage(world.director, work({ to: world.coordinator }))
  await round(world, postOf(outbox.send))
  expect(new Set(outbox.mails.map(({ to }) => to)).size).toBe(2)
})

test('who switched work mail off gets the urgent one only', async () => {
  const outbox = anOutbox()
  await chooseWorkMail(world.director, false)
  await sendMessage(world.coordinator, work())
  await round(world, postOf(outbox.send))
  expect(outbox.mails).toEqual([])
  expect(await keptMessages()).toMatchObject([{ state: 'not-needed', reason: 'switched-off' }])
  await sendMessage(world.coordinator, work({ urgent: true }))
  await round(world, postOf(outbox.send))
  expect(outbox.mails).toHaveLength(1)
  await chooseWorkMail(world.director, true)
})

test('two workers that find the same messages send each of them once', async () => {
  const outbox = anOutbox()
  const slow: Post['send'] = async (mail) => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    return outbox.send(mail)
  }
  for (let i = 0; i < 6; i++) await sendMessage(world.coordinator, work({ urgent: true }))
  await Promise.all([1, 2, 3].map(() => round(world, postOf(slow))))
  expect(outbox.mails).toHaveLength(6)
  expect(new Set(outbox.mails.map(({ id }) => id)).size).toBe(6)
})

test('two workers that find work for one person send one ordinary mail', async () => {
  const outbox = anOutbox()
  for (let i = 0; i < 6; i++) await sendMessage(world.coordinator, work())
  await Promise.all([1, 2, 3].map(() => round(world, postOf(outbox.send))))
  expect(outbox.mails).toHaveLength(1)
})

test('a process that dies while sending leaves a message that is sent later, under the same id', async () => {
  await sendMessage(world.coordinator, work({ urgent: true }))
  const [id = ''] = await dueMessages(world.jobs, inMinutes(1), 9)
  expect(await claimMessage(world.jobs, id, inMinutes(1))).toBeDefined()
  const outbox = anOutbox()
  await round(world, postOf(outbox.send), inMinutes(2))
  expect(outbox.mails).toEqual([])
  await round(world, postOf(outbox.send), inMinutes(7))
  expect(outbox.mails.map((mail) => mail.id)).toEqual([id])
  expect(await keptMessages()).toMatchObject([{ state: 'sent', attempts: 2 }])
})

test('a try that is recorded late does not undo what was settled meanwhile', async () => {
  await sendMessage(world.coordinator, work({ urgent: true }))
  const [id = ''] = await dueMessages(world.jobs, inMinutes(1), 9)
  await claimMessage(world.jobs, id, inMinutes(1))
  await recordTry(world.jobs, id, { result: 'sent' }, inMinutes(1))
  await recordTry(world.jobs, id, { result: 'later', reason: 'server-away' }, inMinutes(2))
  expect(await keptMessages()).toMatchObject([{ state: 'sent', reason: null }])
})

test('a server that stays away is tried for a day; then a manager reads that it was given up', async () => {
  const manager = await someone({ role: 'manager', municipalityId: world.here })
  await sendMessage(world.coordinator, work({ urgent: true }))
  const away = postOf(async () => ({ result: 'later', reason: 'server-away' }))
  for (let at = 0; at <= 25 * 60; at += 1) await roundIfDue(away, inMinutes(at + 0.1))
  const [row] = await messagesInReach(manager)
  expect(row).toMatchObject({
    kind: 'work-waiting',
    state: 'given-up',
    reason: 'server-away',
    personName: world.director.name,
  })
  expect(Number((row?.settledAt?.getTime() ?? 0) - Date.now())).toBeGreaterThan(23.9 * HOUR)
})

/** Skips the minutes in which nothing is due, as they do nothing. */
async function roundIfDue(post: Post, now: Date): Promise<void> {
  const [row] = await asOwner<{ due: string | null }>(
    database(),
    sql`select min(due_at) as due from messages where settled_at is null`,
  )
  if (row?.due != null && new Date(row.due) <= now) await round(world, post, now)
}

test('a mail that is refused is given up at once, and where mail is off nothing waits', async () => {
  await sendMessage(world.coordinator, work({ urgent: true }))
  await round(
    world,
    postOf(async () => ({ result: 'refused', reason: 'mail-refused' })),
  )
  await sendMessage(world.coordinator, work({ urgent: true }))
  await round(world, postOf(undefined))
  expect(await keptMessages()).toMatchObject([
    { state: 'given-up', reason: 'mail-refused' },
    { state: 'not-needed', reason: 'mail-off' },
  ])
})

test('nobody who was switched off gets mail any more', async () => {
  const manager = await someone({ role: 'manager', municipalityId: world.here })
  const gone = await someone({ role: 'policy-adviser', municipalityId: world.here })
  await sendMessage(world.coordinator, work({ to: gone, urgent: true }))
  await switchPerson(manager, gone.personId, false)
  const outbox = anOutbox()
  await round(world, postOf(outbox.send))
  expect(outbox.mails).toEqual([])
  expect(await keptMessages()).toMatchObject([{ state: 'not-needed', reason: 'no-recipient' }])
})

test('an asker is reached where the room of help requests says, or not at all', async () => {
  const outbox = anOutbox()
  const visitor = await theActor(BUILT_IN.visitor)
  const [safe, unsafe] = [newId(), newId()]
  for (const helpRequestId of [safe, safe, unsafe]) {
    await sendMessage(visitor, { kind: 'request-received', to: { helpRequestId }, municipalityId: world.here })
  }
  const askerOf: Post['askerOf'] = async (_, id) =>
    id === safe ? { email: 'vraag@voorbeeld.example', lang: 'en' } : undefined
  await round(world, postOf(outbox.send, askerOf))
  expect(outbox.mails.map(({ to, subject }) => [to, subject])).toEqual([
    ['vraag@voorbeeld.example', 'Message from Voorveld'],
  ])
  expect((await keptMessages()).map(({ state }) => state)).toEqual(['sent', 'not-needed'])
})
