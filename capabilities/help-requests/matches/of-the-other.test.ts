import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { inScope } from '../../../database/transaction.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { aKnownFamily } from '../../../tests/support/known-family.ts'
import { asOwner } from '../../../tests/support/logs.ts'
import { publishReceiving, takeUp, today } from '../../../tests/support/requests.ts'
import { publishWalk, whoOf } from '../../../tests/support/two-homes.ts'
import { theActor, yes } from '../../../tests/support/world.ts'
import { type Actor, BUILT_IN } from '../../access/actor.ts'
import { stepRequest } from '../actions.ts'
import { requestForSystem } from '../by-system/queries.ts'
import { noteCircumstances } from '../circumstances/actions.ts'
import { requestCounts, requestDetail, requestsInReach } from '../queries.ts'
import { weighed } from '../triage/queries.ts'
import { compareRequests, decideMatch } from './actions.ts'

// Decision 25: the worker of the other parent counts as the other parent, also while a request waits.

const database = withDatabase()
beforeAll(async () => {
  await publishReceiving()
  await publishWalk()
}, 60_000)

const compare = async () => compareRequests(await theActor(BUILT_IN.jobs))
const take = (who: Actor, id: string) => stepRequest(who, id, { step: 'take', rowVersion: 1, today, keepMonths: 12 })
const isListed = async (who: Actor, id: string) =>
  (await requestsInReach(who, ['new', 'taken'])).rows.some((row) => row.id === id)

/** Sanne asks, and the double check knows her. */
async function sanneAsks() {
  const home = await aKnownFamily(database())
  const id = await home.ask()
  await compare()
  return { ...home, id }
}

test('[R-088] who helps another of that family no longer reads a request that waits, in list, count, page and rows', async () => {
  const home = await sanneAsks()
  const { id, actors } = home
  const reading = ['workerOfSanne', 'colleague', 'coordinator', 'director'] as const
  expect(await whoOf(home, (who) => isListed(home.actors[who], id))).toEqual(reading)
  expect(await whoOf(home, async (who) => (await requestCounts(home.actors[who], [['new']]))[0] === 1)).toEqual(reading)
  const words = async (who: Actor) => (await requestDetail(who, id))?.details?.ownWords
  expect(await whoOf(home, async (who) => (await words(home.actors[who])) !== undefined)).toEqual(reading)
  // The database alone says the same.
  const inRows = async (who: Actor) =>
    (await inScope(who, (tx) => tx.execute(sql`select 1 from help_request_details where request_id = ${id}`))).rows
  expect(await whoOf(home, async (who) => (await inRows(home.actors[who])).length > 0)).toEqual(reading)
  const changed = await inScope(actors.workerOfMark, (tx) =>
    tx.execute(sql`update help_requests set row_version = 9 where id = ${id} returning id`),
  )
  expect(changed.rows).toEqual([])
}, 60_000)

test('[R-088] it looks to that worker just like one that a colleague took up, on every page and in every refusal', async () => {
  const seen = async (who: Actor, id: string) => {
    const found = await requestDetail(who, id)
    if (found === undefined) throw new Error('by its address it is there')
    const { request, events, ...shown } = found
    const { id: _id, receivedAt: _at, takenBy: _by, ...told } = request
    return {
      told,
      isSomebodys: request.takenBy !== null,
      shown: { ...shown, events: events.map(({ type }) => type) },
      weighed: await weighed(who, id),
      take: await take(who, id),
      again: await stepRequest(who, id, { step: 'answer', rowVersion: 2, today, keepMonths: 12 }),
      note: await noteCircumstances(who, id, { today, rowVersion: 2, answers: {}, form: { version: 1 } }),
      system: await requestForSystem(who, id),
    }
  }
  const waiting = await sanneAsks()
  const taken = await sanneAsks()
  await takeUp(taken.actors.colleague, taken.id)
  const ofWaiting = await seen(waiting.actors.workerOfMark, waiting.id)
  const ofTaken = await seen(taken.actors.workerOfMark, taken.id)
  const places = ['municipalityId', 'organisationId', 'provisionId', 'villageCode'] as const
  const plain = ({ told, ...rest }: typeof ofTaken) => ({
    ...rest,
    told: Object.fromEntries(Object.entries(told).filter(([key]) => !places.some((place) => place === key))),
  })
  expect(plain(ofWaiting)).toEqual(plain(ofTaken))
  expect(ofWaiting.take).toEqual(refuse('request-changed-meanwhile'))
  expect(ofWaiting.again).toEqual(refuse('request-of-colleague'))
  expect(ofWaiting.told).toMatchObject({ state: 'taken', trajectoryId: null })
  // It still waits for the others.
  yes(await take(waiting.actors.colleague, waiting.id))
}, 60_000)

test('[R-088] what came of a request that a colleague has is not told to who does not read it', async () => {
  const { id, actors } = await sanneAsks()
  const before = async () => ({ ...(await requestDetail(actors.workerOfMark, id)) })
  await takeUp(actors.colleague, id)
  const taken = await before()
  const ending = { step: 'not-fitting', reason: 'elsewhere', rowVersion: 2, today, keepMonths: 12 } as const
  await asOwner(database(), sql`update help_requests set topics = '{money}' where id = ${id}`)
  yes(await stepRequest(actors.colleague, id, ending))
  const { request, ...ended } = await before()
  expect(ended).toEqual({ ...ended, events: taken.events })
  expect(request).toMatchObject({ state: 'taken', reason: null, closedOn: null })
}, 60_000)

test('[R-038] once it is of another family it waits for that worker again', async () => {
  const { id, actors, persons } = await sanneAsks()
  expect(await isListed(actors.workerOfMark, id)).toBe(false)
  const given = { otherId: persons.sanne, decision: 'not-same', rowVersion: 1, today }
  yes(await decideMatch(actors.coordinator, id, given))
  expect(await isListed(actors.workerOfMark, id)).toBe(true)
}, 60_000)

test('somebody has to answer: when nobody else takes requests up, the one who does still reads it', async () => {
  const { id, actors } = await sanneAsks()
  expect(await isListed(actors.workerOfMark, id)).toBe(false)
  const others = [actors.workerOfSanne, actors.colleague, actors.coordinator].map(({ personId }) => personId)
  await asOwner(
    database(),
    sql`update grants set role = 'social-worker', own_matches = true where person_id in ${others}`,
  )
  // Left are those who help Mark and Lotte, who are both beside Sanne.
  for (const who of [actors.workerOfMark, actors.workerOfLotte]) expect(await isListed(who, id)).toBe(true)
}, 60_000)

test('[R-088] who has the request of one parent does not read that of the other, once a coordinator said so', async () => {
  const { ask, actors } = await aKnownFamily(database())
  const [first, second] = [await ask({ name: 'Fenna Stil' }), await ask({ name: 'Fenna Stil', phone: '06 87654321' })]
  await compare()
  await takeUp(actors.colleague, first)
  expect(await isListed(actors.colleague, second)).toBe(true)
  const given = { otherId: first, decision: 'same-family', rowVersion: 1, today }
  yes(await decideMatch(actors.coordinator, second, given))
  expect(await isListed(actors.colleague, second)).toBe(false)
  expect(await isListed(actors.workerOfMark, second)).toBe(true)
}, 60_000)
