import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { newId } from '../../../foundation/id.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { aKnownFamily } from '../../../tests/support/known-family.ts'
import { asOwner } from '../../../tests/support/logs.ts'
import { publishReceiving, takeUp, today } from '../../../tests/support/requests.ts'
import { publishWalk } from '../../../tests/support/two-homes.ts'
import { theActor, yes } from '../../../tests/support/world.ts'
import { type Actor, BUILT_IN } from '../../access/actor.ts'
import { trajectoryDetail } from '../../cases/queries.ts'
import { todayOf } from '../../today/queries.ts'
import { stepRequest } from '../actions.ts'
import { compareRequests, decideMatch } from '../matches/actions.ts'
import { matchesSeen } from '../matches/queries.ts'
import { requestDetail, requestsInReach } from '../queries.ts'
import { estimateRisk, gradeRequest } from '../triage/actions.ts'
import { startFromRequest } from './actions.ts'
import { knownFileOf } from './queries.ts'

const database = withDatabase()
beforeAll(async () => {
  await publishReceiving()
  await publishWalk()
}, 60_000)

const rows = (query: ReturnType<typeof sql>) => asOwner<Record<string, unknown>>(database(), query)

/** Fenna, whom nobody knows yet, asks twice in a place where a family is helped. */
async function askedTwice() {
  const home = await aKnownFamily(database())
  const { ask, actors, municipalityId, provisionId } = home
  const [first, second] = [await ask({ name: 'Fenna Stil' }), await ask({ name: 'Fenna Stil', phone: '06 87654321' })]
  const version = async (id: string) => (await requestDetail(actors.coordinator, id))?.request.rowVersion ?? 0
  const holder = async (id: string) => (await requestDetail(actors.coordinator, id))?.request.takenBy
  const start = async (who: Actor, id: string) =>
    startFromRequest(who, id, {
      ...{ provisionId, on: today, rowVersion: await version(id), keepMonths: 12 },
      ...{ members: [{ kind: 'adult', role: 'parent', name: 'Fenna' }], details: { phone: '06 12345678' } },
    })
  const weigh = async (who: Actor, id: string) => {
    const of = async () => ({ rowVersion: await version(id), today })
    yes(await gradeRequest(who, id, { ...(await of()), grade: 'B', reason: 'Er is meer nodig' }))
    yes(await estimateRisk(who, id, { ...(await of()), harm: 'concern', violence: 'none-seen', because: '' }))
  }
  const starts = async (who: Actor, id: string) => {
    await weigh(who, id)
    return start(who, id)
  }
  const decide = async () => {
    await compareRequests(await theActor(BUILT_IN.jobs))
    return decideMatch(actors.coordinator, second, {
      ...{ otherId: first, decision: 'same-person', rowVersion: await version(second), today },
    })
  }
  const givesBack = async (who: Actor, id: string) =>
    stepRequest(who, id, { step: 'give-back', rowVersion: await version(id), today, keepMonths: 12 })
  const fennas = async () =>
    (await rows(sql`select id from persons where municipality_id = ${municipalityId} and name = 'Fenna'`)).length
  const families = async () =>
    (await rows(sql`select id from families where municipality_id = ${municipalityId}`)).length
  return { ...home, first, second, holder, weigh, start, starts, decide, givesBack, fennas, families }
}

const worksOn = (who: Actor, personId: string) =>
  rows(sql`insert into file_workers (municipality_id, id, person_id, provision_id, account_id, role, from_on)
    select municipality_id, ${newId()}, person_id, provision_id, ${who.personId}, role, from_on
    from file_workers where person_id = ${personId} limit 1`)

const waitsFor = async (who: Actor) => {
  const { late, today: now, week } = await todayOf(who, today, new Date())
  return [...late, ...now, ...week].map(({ id }) => id)
}

test('[R-038] the same person as a request that became a trajectory goes on in that file, with who helps there', async () => {
  const { first, second, actors, starts, decide, holder, fennas, families } = await askedTwice()
  await takeUp(actors.colleague, first)
  const { trajectoryId } = yes(await starts(actors.colleague, first))
  // Found while both were open; decided on after the first had ended.
  expect(yes(await decideAfter(decide, second, first))).toEqual({ isGiven: true })
  expect(await holder(second)).toBe(actors.colleague.personId)
  expect(await knownFileOf(actors.colleague, second)).toMatchObject({ name: 'Fenna' })
  expect(await matchesSeen(actors.colleague, second)).toMatchObject([{ decision: 'same-person' }])
  expect(yes(await starts(actors.colleague, second)).trajectoryId).toBe(trajectoryId)
  expect([await fennas(), await families()]).toEqual([1, 2])
})

/** The comparison sees open requests only, so what it found while both were open is put there first. */
async function decideAfter<T>(decide: () => Promise<T>, second: string, first: string): Promise<T> {
  await asOwner(
    database(),
    sql`insert into request_matches (municipality_id, request_id, provision_id, other_id, other_request_id, alike)
      select municipality_id, id, provision_id, ${first}, ${first}, array['name'] from help_requests where id = ${second}`,
  )
  return decide()
}

test('[R-038] decided on before either became a trajectory: whichever starts first, there is one file', async () => {
  for (const order of ['first', 'second'] as const) {
    const { first, second, actors, starts, decide, holder, fennas } = await askedTwice()
    await takeUp(actors.colleague, first)
    yes(await decide())
    expect(await holder(second)).toBe(actors.colleague.personId)
    const [one, other] = order === 'first' ? [first, second] : [second, first]
    const { trajectoryId } = yes(await starts(actors.colleague, one))
    expect(yes(await starts(actors.colleague, other)).trajectoryId).toBe(trajectoryId)
    expect(await fennas()).toBe(1)
  }
}, 30_000)

test('[R-038] both started at the same moment: one file', async () => {
  const { first, second, actors, weigh, start, decide, fennas } = await askedTwice()
  await takeUp(actors.colleague, first)
  yes(await decide())
  for (const id of [first, second]) await weigh(actors.colleague, id)
  const [one, other] = await Promise.all([start(actors.colleague, second), start(actors.colleague, first)])
  expect(yes(one).trajectoryId).toBe(yes(other).trajectoryId)
  expect(await fennas()).toBe(1)
})

test('[R-038] of two that wait, who takes one up has both, and so does who had the later one', async () => {
  const waiting = await askedTwice()
  expect(yes(await waiting.decide())).toEqual({ isGiven: false })
  await takeUp(waiting.actors.colleague, waiting.second)
  expect(await waiting.holder(waiting.first)).toBe(waiting.actors.colleague.personId)
  const later = await askedTwice()
  await takeUp(later.actors.colleague, later.second)
  yes(await later.decide())
  expect(await later.holder(later.first)).toBe(later.actors.colleague.personId)
}, 30_000)

test('[R-038] two files are not merged: the decision is refused, and nothing changes', async () => {
  const { first, second, actors, starts, decide, holder } = await askedTwice()
  await takeUp(actors.colleague, first)
  yes(await starts(actors.colleague, first))
  await takeUp(actors.workerOfLotte, second)
  yes(await starts(actors.workerOfLotte, second))
  expect(await decideAfter(decide, second, first)).toEqual(refuse('match-two-files'))
  expect(await matchesSeen(actors.coordinator, second)).toMatchObject([{ decision: null }])
  expect(await holder(second)).toBe(actors.workerOfLotte.personId)
})

test('[R-038] when nobody who helps that person takes requests up, the decision is refused until somebody does', async () => {
  const { first, second, actors, starts, decide, holder } = await askedTwice()
  await takeUp(actors.colleague, first)
  yes(await starts(actors.colleague, first))
  await asOwner(
    database(),
    sql`update grants set role = 'social-worker' where person_id = ${actors.colleague.personId}`,
  )
  expect(await decideAfter(decide, second, first)).toEqual(refuse('match-nobody-takes'))
  expect(await holder(second)).toBeNull()
})

test('[R-038] a request of somebody with a file does not go back to wait; the coordinator passes it on to who helps there', async () => {
  const { first, second, actors, starts, decide, holder, givesBack, fennas } = await askedTwice()
  await takeUp(actors.colleague, first)
  yes(await starts(actors.colleague, first))
  yes(await decideAfter(decide, second, first))
  expect(await givesBack(actors.colleague, second)).toEqual(refuse('request-joined'))
  expect(await givesBack(actors.workerOfMark, second)).toEqual(refuse('request-of-colleague'))
  expect(await givesBack(actors.coordinator, second)).toEqual(refuse('request-of-colleague'))
  const [person] = await rows(
    sql`select person_id as id from file_workers where account_id = ${actors.colleague.personId}`,
  )
  await worksOn(actors.workerOfLotte, String(person?.id))
  yes(await givesBack(actors.coordinator, second))
  expect(await holder(second)).toBe(actors.workerOfLotte.personId)
  yes(await starts(actors.workerOfLotte, second))
  expect(await fennas()).toBe(1)
})

test('[R-038] who stopped helping that person opens no second file', async () => {
  const { first, second, actors, starts, decide, fennas } = await askedTwice()
  await takeUp(actors.colleague, first)
  yes(await starts(actors.colleague, first))
  yes(await decideAfter(decide, second, first))
  await asOwner(database(), sql`delete from file_workers where account_id = ${actors.colleague.personId}`)
  expect(await starts(actors.colleague, second)).toEqual(refuse('request-person-elsewhere'))
  expect(await fennas()).toBe(1)
})

test('[R-088] who works on another of that family learns nothing by it, nor does a coordinator who serves the other', async () => {
  const { first, second, actors, starts, decide, familyId, municipalityId, persons } = await askedTwice()
  await takeUp(actors.colleague, first)
  const { trajectoryId } = yes(await starts(actors.colleague, first))
  // Fenna turns out to be of the family in which Mark is helped.
  await asOwner(
    database(),
    sql`insert into family_members (municipality_id, family_id, person_id, organisation_id, role)
      select ${municipalityId}, ${familyId}, person_id, organisation_id, 'parent' from trajectories where id = ${trajectoryId}`,
  )
  const seenBy = async (who: Actor) => [
    await waitsFor(who),
    (await requestsInReach(who, ['taken', 'trajectory'])).rows.map(({ id }) => id),
    [(await requestDetail(who, second))?.details, await knownFileOf(who, second), await matchesSeen(who, second)],
    await trajectoryDetail(who, trajectoryId),
  ]
  await takeUp(actors.workerOfLotte, second)
  const before = await seenBy(actors.workerOfMark)
  yes(await decideAfter(decide, second, first))
  yes(await starts(actors.colleague, second))
  expect(await seenBy(actors.workerOfMark)).toEqual(before)
  expect((await matchesSeen(actors.coordinator, second)).map(({ otherId }) => otherId)).toContain(first)
  // Whoever works on that other is on that side, also when it is the coordinator.
  await worksOn(actors.coordinator, persons.mark)
  expect(await matchesSeen(actors.coordinator, second)).toEqual([])
})
