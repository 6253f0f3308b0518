import { sql } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { inScope } from '../../database/transaction.ts'
import { newId } from '../../foundation/id.ts'
import { refuse } from '../../foundation/result.ts'
import { installJobs, startJobs } from '../../jobs/queue.ts'
import { sendMessageJob } from '../../jobs/send-messages.ts'
import { withDatabase } from '../../tests/support/database.ts'
import { asOwner } from '../../tests/support/logs.ts'
import {
  aMessageWorld,
  aWorker,
  inMinutes,
  keptMessages,
  type MessageWorld,
  postOf,
  workFor,
} from '../../tests/support/messages.ts'
import { aMunicipality, anOrganisation, someone, theActor } from '../../tests/support/world.ts'
import { addRegion } from '../access/actions.ts'
import { type Actor, BUILT_IN } from '../access/actor.ts'
import { claimMessage, removeOldMessages, sendMessage, useQueue } from './actions.ts'
import type { NewMessage } from './message.ts'
import { dueMessages, messagesInReach } from './queries.ts'

const database = withDatabase()
let world: MessageWorld
const work = (given: Parameters<typeof workFor>[1] = {}): NewMessage => workFor(world, given)

beforeAll(async () => {
  await installJobs(database())
  world = await aMessageWorld()
})
beforeEach(() => asOwner(database(), sql`delete from messages`))
afterEach(() => useQueue(undefined))

test('what is kept and what is queued holds ids and codes only', async () => {
  const running = await startJobs(database(), [sendMessageJob(postOf(undefined))], () => undefined)
  useQueue(running.enqueue)
  await sendMessage(world.coordinator, work())
  const rows = await asOwner(database(), sql`select row_to_json(m)::text as row from messages m`)
  const queued = await asOwner(
    database(),
    sql`select data::text as row from jobs.job where name = 'send-message' and data is not null`,
  )
  await running.stop()
  const text = JSON.stringify([rows, queued])
  expect(text).toContain('work-waiting')
  expect(text).not.toMatch(/@|Persoon|Gemeente \d|Stichting/)
})

test.each<[string, () => Promise<Actor>, () => NewMessage, boolean]>([
  ['a coordinator, that work waits for a colleague', async () => world.coordinator, () => work(), true],
  ['the background jobs, that work waits', async () => world.jobs, () => work(), true],
  ['a director, that work waits', async () => world.director, () => work({ to: world.coordinator }), true],
  [
    'a policy adviser, that work waits',
    () => someone({ role: 'policy-adviser', municipalityId: world.here }),
    () => work(),
    false,
  ],
  [
    'somebody, that the own password changed',
    async () => world.director,
    () => ({ kind: 'account-password', to: world.director }),
    true,
  ],
  [
    'somebody, that the password of another changed',
    async () => world.coordinator,
    () => ({ kind: 'account-password', to: world.director }),
    false,
  ],
  [
    'a coordinator, an invitation',
    async () => world.coordinator,
    () => ({ kind: 'invitation', to: world.director, about: newId() }),
    false,
  ],
  [
    'a visitor, thanks to an asker',
    () => theActor(BUILT_IN.visitor),
    () => ({ kind: 'request-received', to: { helpRequestId: newId() }, municipalityId: world.here }),
    true,
  ],
  ['a visitor, that work waits', () => theActor(BUILT_IN.visitor), () => work(), false],
])('%s: allowed or refused as the table says', async (_, who, message, isAllowed) => {
  const answer = await sendMessage(await who(), trimmed(message()))
  expect(answer).toEqual(isAllowed ? { ok: true, value: undefined } : refuse('not-yours'))
  expect(await keptMessages()).toHaveLength(isAllowed ? 1 : 0)
})

/** Only the id of an actor goes along. */
const trimmed = (message: NewMessage): NewMessage =>
  'personId' in message.to ? ({ ...message, to: { personId: message.to.personId } } as NewMessage) : message

test('the database refuses mail about work in another municipality, and to somebody who does not work there', async () => {
  const stranger = await aWorker(world.elsewhere, await anOrganisation())
  await expect(sendMessage(world.coordinator, work({ municipalityId: world.elsewhere }))).rejects.toThrow()
  await expect(sendMessage(world.coordinator, work({ to: stranger }))).rejects.toThrow()
  await expect(
    sendMessage(world.coordinator, work({ to: stranger, municipalityId: world.elsewhere })),
  ).rejects.toThrow()
  expect(await keptMessages()).toEqual([])
})

test('only the background jobs take messages, and nobody else learns an address', async () => {
  await sendMessage(world.coordinator, work())
  const [id = ''] = await dueMessages(world.jobs, inMinutes(1), 9)
  for (const actor of [world.coordinator, world.director, await theActor(BUILT_IN.operator)]) {
    expect(await claimMessage(actor, id, inMinutes(1))).toBeUndefined()
    const asked = await inScope(actor, (tx) => tx.execute(sql`select * from access.recipient_of(${id})`))
    expect(asked.rows).toEqual([])
  }
  expect((await claimMessage(world.jobs, id, inMinutes(1)))?.to?.email).toMatch(/@/)
})

test('one sees the messages to people in reach, and never which of them was urgent or what it was about', async () => {
  await sendMessage(world.coordinator, work({ urgent: true }))
  await sendMessage(await theActor(BUILT_IN.visitor), {
    kind: 'request-received',
    to: { helpRequestId: newId() },
    municipalityId: world.here,
  })
  const manager = await someone({ role: 'manager', municipalityId: world.here })
  const stranger = await someone({ role: 'manager', municipalityId: world.elsewhere })
  const otherOrganisation = await someone({
    role: 'coordinator',
    municipalityId: world.here,
    organisationId: await anOrganisation(),
  })
  const seen = async (actor: Actor) => (await messagesInReach(actor)).map(({ kind }) => kind).sort()
  expect(await seen(manager)).toEqual(['request-received', 'work-waiting'])
  expect(await seen(world.coordinator)).toEqual(['work-waiting'])
  for (const actor of [stranger, otherOrganisation, world.director, await theActor(BUILT_IN.visitor)]) {
    expect(await seen(actor)).toEqual([])
  }
  for (const message of await messagesInReach(manager)) {
    expect(Object.keys(message).sort()).toEqual([
      'createdAt',
      'id',
      'kind',
      'personName',
      'reason',
      'settledAt',
      'state',
    ])
  }
})

test('what was settled ninety days ago is removed, what waits stays', async () => {
  for (let i = 0; i < 3; i++) await sendMessage(world.coordinator, work({ urgent: true }))
  await asOwner(
    database(),
    sql`update messages m set state = 'sent', settled_at = now() - interval '1 day' * (case n when 1 then 91 else 89 end)
      from (select id, row_number() over (order by id) as n from messages) numbered where numbered.id = m.id and n < 3`,
  )
  await removeOldMessages(world.jobs)
  expect((await keptMessages()).map(({ state }) => state)).toEqual(['sent', 'queued'])
})

test('a message about a region reaches who works in one of its places', async () => {
  const operator = await theActor(BUILT_IN.operator)
  const region = await addRegion(operator, 'Regio van de berichten')
  const regionId = region.ok ? region.value.id : ''
  const municipalityId = await aMunicipality({ regionId })
  const leader = await someone({ role: 'project-leader', regionId })
  expect(await sendMessage(world.jobs, work({ to: leader, municipalityId }))).toMatchObject({ ok: true })
})
