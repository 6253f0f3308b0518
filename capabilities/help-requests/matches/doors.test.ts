import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { inScope } from '../../../database/transaction.ts'
import { after as later } from '../../../foundation/day.ts'
import { newId } from '../../../foundation/id.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { aKnownFamily as aKnownFamilyIn } from '../../../tests/support/known-family.ts'
import { asOwner } from '../../../tests/support/logs.ts'
import { aRequestIn, publishReceiving, takeUp, today } from '../../../tests/support/requests.ts'
import { publishWalk, whoOf } from '../../../tests/support/two-homes.ts'
import { aMunicipality, aProvision, someone, theActor, yes } from '../../../tests/support/world.ts'
import { type Actor, BUILT_IN } from '../../access/actor.ts'
import { arrangeStandIn } from '../../cases/standing-in/actions.ts'
import { changeDetails } from '../../families/files/actions.ts'
import { todayOf } from '../../today/queries.ts'
import { forgetRequestDetails, stepRequest } from '../actions.ts'
import { requestDetail } from '../queries.ts'
import { compareRequests, decideMatch } from './actions.ts'
import { matchesSeen } from './queries.ts'

const database = withDatabase()
const aKnownFamily = () => aKnownFamilyIn(database())
beforeAll(async () => {
  await publishReceiving()
  await publishWalk()
}, 60_000)

const compare = async () => compareRequests(await theActor(BUILT_IN.jobs))
const others = async (actor: Actor, id: string) => (await matchesSeen(actor, id)).map(({ otherId }) => otherId)
const decide = (actor: Actor, id: string, otherId: string, decision: string, rowVersion = 1) =>
  decideMatch(actor, id, { otherId, decision, rowVersion, today })
const waitsFor = async (actor: Actor) => {
  const { late, today: now, week } = await todayOf(actor, today, new Date())
  return [...late, ...now, ...week].map(({ id }) => id)
}

test('[R-038] a new request is compared with the people of open trajectories, by name, number and address', async () => {
  const { ask, actors, persons } = await aKnownFamily()
  yes(
    await changeDetails(actors.workerOfMark, persons.mark, {
      change: { phone: '+31 6 99887766' },
      rowVersion: 1,
    }),
  )
  const [bySame, byNumber, stranger] = [
    await ask(),
    await ask({ name: 'M. Duin', phone: '06-99 88 77 66' }),
    await ask({ name: 'Hendrik Anders', phone: '06 55555555' }),
  ]
  expect(await others(actors.coordinator, bySame)).toEqual([])
  expect(await compare()).toBeGreaterThanOrEqual(3)
  expect(await matchesSeen(actors.coordinator, bySame)).toMatchObject([{ personId: persons.sanne, alike: ['name'] }])
  expect(await matchesSeen(actors.coordinator, byNumber)).toMatchObject([{ personId: persons.mark, alike: ['phone'] }])
  expect(await others(actors.coordinator, stranger)).toEqual([])
}, 60_000)

test('[R-038] only who watches over requests sees it, and who may take it up and stands on no side', async () => {
  const home = await aKnownFamily()
  const id = await home.ask()
  await compare()
  expect(await whoOf(home, async (who) => (await others(home.actors[who], id)).length > 0)).toEqual([
    'colleague',
    'coordinator',
    'director',
  ])
  // The database alone says the same.
  const inRows = async (actor: Actor) =>
    (await inScope(actor, (tx) => tx.execute(sql`select 1 from request_matches where request_id = ${id}`))).rows.length
  expect(await whoOf(home, async (who) => (await inRows(home.actors[who])) > 0)).toEqual([
    'colleague',
    'coordinator',
    'director',
  ])
}, 60_000)

test('[R-038] [R-088] who will stand in beside one parent next week stands on that side already', async () => {
  const { ask, actors, provisionId } = await aKnownFamily()
  const id = await ask()
  await compare()
  expect(await others(actors.colleague, id)).toHaveLength(1)
  const days = { fromOn: later(today, { days: 7 }), untilOn: later(today, { days: 14 }) }
  const arranged = { provisionId, awayId: actors.workerOfMark.personId, standInId: actors.colleague.personId, ...days }
  yes(await arrangeStandIn(actors.workerOfMark, { ...arranged, key: newId() }))
  expect(await others(actors.colleague, id)).toEqual([])
}, 60_000)

test('[R-038] a name and a way in are only for who may open the other', async () => {
  const { ask, actors, trajectories } = await aKnownFamily()
  const id = await ask()
  await compare()
  const shown = async (actor: Actor) => (await matchesSeen(actor, id))[0]
  expect(await shown(actors.coordinator)).toMatchObject({
    name: 'Sanne',
    trajectoryId: trajectories.sanne,
    mayDecide: true,
  })
  for (const actor of [actors.colleague, actors.director])
    expect(await shown(actor)).toMatchObject({ name: undefined, trajectoryId: undefined, mayDecide: false })
}, 60_000)

test('[R-038] [R-088] of the same person it goes to who helps that person, and the other side notices nothing', async () => {
  const { ask, actors, persons } = await aKnownFamily()
  const id = await ask()
  const before = await waitsFor(actors.workerOfMark)
  await compare()
  expect(yes(await decide(actors.coordinator, id, persons.sanne, 'same-person'))).toEqual({ isGiven: true })
  expect(yes(await decide(actors.coordinator, id, persons.sanne, 'same-person'))).toEqual({ isGiven: false })
  expect(await waitsFor(actors.workerOfSanne)).toContain(id)
  expect((await requestDetail(actors.workerOfSanne, id))?.details?.name).toBe('Sanne')
  expect(await matchesSeen(actors.workerOfSanne, id)).toMatchObject([
    { personId: persons.sanne, decision: 'same-person' },
  ])
  // It no longer waits, so it is gone from the list; nothing else of it is there.
  expect(await waitsFor(actors.workerOfMark)).toEqual(before.filter((one) => one !== id))
  expect((await requestDetail(actors.workerOfMark, id))?.details).toBeUndefined()
  expect(await others(actors.workerOfMark, id)).toEqual([])
}, 60_000)

test('[R-038] [R-088] of another of the family it waits for who helps nobody of it; for who does it is as taken up', async () => {
  const { ask, actors, persons } = await aKnownFamily()
  const id = await ask()
  expect(await waitsFor(actors.workerOfSanne)).toContain(id)
  await compare()
  expect(await waitsFor(actors.workerOfSanne)).toContain(id)
  expect(yes(await decide(actors.coordinator, id, persons.sanne, 'same-family'))).toEqual({ isGiven: false })
  for (const who of [actors.workerOfSanne, actors.workerOfMark, actors.workerOfLotte])
    expect(await waitsFor(who)).not.toContain(id)
  expect(await waitsFor(actors.colleague)).toContain(id)
  expect(await others(actors.workerOfSanne, id)).toEqual([])
  expect(await matchesSeen(actors.coordinator, id)).toMatchObject([{ decision: 'same-family', decidedOn: today }])
}, 60_000)

test('[R-038] what is not the same is remembered and not shown again, also after the next comparison', async () => {
  const { ask, actors, persons } = await aKnownFamily()
  const id = await ask()
  await compare()
  yes(await decide(actors.coordinator, id, persons.sanne, 'not-same'))
  await asOwner(database(), sql`update request_comparisons set compared_at = now() - interval '2 hours'`)
  expect(await compare()).toBeGreaterThan(0)
  expect(await others(actors.coordinator, id)).toEqual([])
  expect(await decide(actors.coordinator, id, persons.sanne, 'same-person')).toEqual(refuse('match-decided-meanwhile'))
}, 60_000)

test('[R-038] a name that becomes known later is found in a next hour', async () => {
  const { ask, actors, persons } = await aKnownFamily()
  const id = await ask({ name: 'Fenna', phone: '06 44332211' })
  await compare()
  yes(
    await changeDetails(actors.workerOfSanne, persons.sanne, {
      change: { phone: '0644332211' },
      rowVersion: 1,
    }),
  )
  await compare()
  expect(await others(actors.coordinator, id)).toEqual([])
  await asOwner(database(), sql`update request_comparisons set compared_at = now() - interval '61 minutes'`)
  await compare()
  expect(await others(actors.coordinator, id)).toEqual([persons.sanne])
}, 60_000)

test('[R-038] of two requests the later looks like the earlier; what a colleague has is for who watches alone', async () => {
  const { ask, actors } = await aKnownFamily()
  const [earlier, later] = [await ask({ name: 'Fenna Stil' }), await ask({ name: 'Fenna Still', phone: '06 87654321' })]
  await compare()
  const seen = async () => [await others(actors.coordinator, later), await others(actors.colleague, later)]
  expect(await others(actors.coordinator, earlier)).toEqual([])
  expect(await seen()).toEqual([[earlier], [earlier]])
  await takeUp(actors.workerOfMark, earlier)
  expect(await seen()).toEqual([[earlier], []])
  expect(await others(actors.workerOfMark, later)).toEqual([])
  expect(yes(await decide(actors.coordinator, later, earlier, 'same-person'))).toEqual({ isGiven: true })
  expect((await requestDetail(actors.coordinator, later))?.request.takenBy).toBe(actors.workerOfMark.personId)
}, 60_000)

test('who decides: who watches and may change; a director looks, and a guessed number is nothing', async () => {
  const { ask, actors, persons, municipalityId } = await aKnownFamily()
  const id = await ask()
  await compare()
  const other = await someone({
    role: 'coordinator',
    municipalityId,
    organisationId: (await aProvision({ municipalityId, programmeCode: 'open-door' })).organisationId,
  })
  const table: [string, Actor, string][] = [
    ['colleague', actors.colleague, 'match-for-coordinator'],
    ['director', actors.director, 'not-found'],
    ['worker of that person', actors.workerOfSanne, 'not-found'],
    ['worker of the other parent', actors.workerOfMark, 'not-found'],
    ['coordinator of another organisation', other, 'not-found'],
    ['elsewhere', actors.elsewhere, 'not-found'],
    ['resident', actors.sanne, 'not-found'],
  ]
  for (const [who, actor, reason] of table)
    expect([who, await decide(actor, id, persons.sanne, 'not-same')]).toMatchObject([who, { reason }])
  expect(await decide(actors.coordinator, id, newId(), 'not-same')).toEqual(refuse('not-found'))
  expect(await decide(actors.coordinator, id, persons.sanne, 'not-same', 7)).toEqual(
    refuse('request-changed-meanwhile'),
  )
  const forged = inScope(actors.coordinator, (tx) =>
    tx.execute(sql`update request_matches set decision = 'not-same', decided_on = access.today(),
      decided_by = ${actors.director.personId} where request_id = ${id}`),
  )
  await expect(forged).rejects.toMatchObject({ cause: { code: '42501' } })
}, 60_000)

test('[R-038] another organisation and another municipality are not compared with, nor what has ended', async () => {
  const { actors, trajectories, municipalityId, ask } = await aKnownFamily()
  const elsewhereCode = 'GM7999'
  const far = await aMunicipality({ code: elsewhereCode })
  const { organisationId } = await aProvision({ municipalityId: far, programmeCode: 'open-door' })
  const there = await aRequestIn(`${elsewhereCode}/noord`, { name: 'Sanne' })
  await asOwner(
    database(),
    sql`update trajectories set phase = 'stayed-home' where municipality_id = ${municipalityId}`,
  )
  const here = await ask()
  await compare()
  expect(await others(await someone({ role: 'coordinator', municipalityId: far, organisationId }), there)).toEqual([])
  expect(await others(actors.coordinator, here)).toEqual([])
  expect(trajectories.sanne).toBeDefined()
}, 60_000)

test('nobody but the background task compares, and what a request looked like goes with its details', async () => {
  const { ask, actors, persons } = await aKnownFamily()
  const id = await ask({ about: ['money'] })
  expect(await compareRequests(actors.coordinator)).toBe(0)
  const reads = await inScope(actors.coordinator, (tx) =>
    tx.execute(sql`select * from access.known_to_compare(${newId()}, ${newId()})`),
  )
  expect(reads.rows).toEqual([])
  await compare()
  expect(await others(actors.coordinator, id)).toEqual([persons.sanne])
  await takeUp(actors.colleague, id)
  yes(await stepRequest(actors.colleague, id, { step: 'answer', rowVersion: 2, today, keepMonths: 12 }))
  await asOwner(
    database(),
    sql`update help_request_details set forget_on = access.today() - 2 where request_id = ${id}`,
  )
  await forgetRequestDetails(await theActor(BUILT_IN.jobs))
  expect(await asOwner(database(), sql`select 1 from request_matches where request_id = ${id}`)).toEqual([])
}, 60_000)
