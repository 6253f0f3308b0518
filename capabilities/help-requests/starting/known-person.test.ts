import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { newId } from '../../../foundation/id.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { aKnownFamily } from '../../../tests/support/known-family.ts'
import { asOwner } from '../../../tests/support/logs.ts'
import { publishReceiving, takeUp, today } from '../../../tests/support/requests.ts'
import { publishWalk } from '../../../tests/support/two-homes.ts'
import { theActor, yes } from '../../../tests/support/world.ts'
import { BUILT_IN } from '../../access/actor.ts'
import { closeTrajectory } from '../../cases/closing/actions.ts'
import { trajectoryDetail } from '../../cases/queries.ts'
import { explainVoice } from '../../cases/voice/actions.ts'
import { personFile } from '../../families/files/queries.ts'
import { compareRequests, decideMatch } from '../matches/actions.ts'
import { requestDetail } from '../queries.ts'
import { estimateRisk, gradeRequest } from '../triage/actions.ts'
import { startFromRequest } from './actions.ts'
import { knownFileOf } from './queries.ts'

const database = withDatabase()
beforeAll(async () => {
  await publishReceiving()
  await publishWalk()
}, 60_000)

/** Sanne asks again: decided on by the coordinator, and weighed by who helps her or by a colleague. */
async function askedAgain(decision = 'same-person') {
  const home = await aKnownFamily(database())
  const { ask, actors, persons, provisionId, familyId } = home
  const id = await ask()
  await compareRequests(await theActor(BUILT_IN.jobs))
  yes(await decideMatch(actors.coordinator, id, { otherId: persons.sanne, decision, rowVersion: 1, today }))
  const taker = decision === 'same-person' ? actors.workerOfSanne : actors.colleague
  if (taker === actors.colleague) await takeUp(taker, id)
  yes(await gradeRequest(taker, id, { rowVersion: 2, today, grade: 'B', reason: 'Er is meer nodig' }))
  yes(await estimateRisk(taker, id, { rowVersion: 3, today, harm: 'concern', violence: 'none-seen', because: '' }))
  const start = () =>
    startFromRequest(taker, id, {
      ...{ provisionId, on: today, rowVersion: 4, keepMonths: 12 },
      ...{ members: [{ kind: 'adult', role: 'parent', name: 'Sanne' }], details: { phone: '06 12345678' } },
    })
  const rows = (query: ReturnType<typeof sql>) => asOwner(database(), query)
  const families = async () =>
    (await rows(sql`select id from families where municipality_id = ${home.municipalityId}`)).length
  const [before] = await rows(sql`select count(*) from persons where municipality_id = ${home.municipalityId}`)
  const peopleNow = async () =>
    (await rows(sql`select count(*) from persons where municipality_id = ${home.municipalityId}`))[0]
  return {
    ...home,
    id,
    taker,
    start,
    families,
    familyId,
    isSamePeople: async () => (await peopleNow())?.count === before?.count,
  }
}

test('[R-038] a trajectory of somebody we know opens in the file that is there, and no second family', async () => {
  const { id, taker, start, families, persons, trajectories, actors, isSamePeople } = await askedAgain()
  yes(await explainVoice(taker, trajectories.sanne, { childId: persons.lotte, because: 'Lotte wil niet praten.' }))
  const closing = { to: 'arrived', on: today, answers: {}, voices: new Map(), offerIds: [], key: newId() }
  yes(await closeTrajectory(taker, { trajectoryId: trajectories.sanne }, closing))
  expect(await knownFileOf(taker, id)).toMatchObject({ personId: persons.sanne, name: 'Sanne' })
  const { trajectoryId } = yes(await start())
  expect(trajectoryId).not.toBe(trajectories.sanne)
  expect([await families(), await isSamePeople()]).toEqual([1, true])
  const rows = await asOwner(database(), sql`select person_id from trajectories where id = ${trajectoryId}`)
  expect(rows).toEqual([{ person_id: persons.sanne }])
  expect((await requestDetail(taker, id))?.request).toMatchObject({ state: 'trajectory', trajectoryId })
  expect((await personFile(taker, persons.sanne))?.workers.map(({ accountId }) => accountId)).toEqual([taker.personId])
  expect(await trajectoryDetail(actors.workerOfMark, trajectoryId)).toBeUndefined()
})

test('[R-038] one that runs in the same programme goes on: the request ends in it', async () => {
  const { id, taker, start, trajectories, families } = await askedAgain()
  expect(yes(await start()).trajectoryId).toBe(trajectories.sanne)
  expect(yes(await start()).trajectoryId).toBe(trajectories.sanne)
  expect((await requestDetail(taker, id))?.request).toMatchObject({ state: 'trajectory', closedOn: today })
  expect(await families()).toBe(1)
})

test('[R-038] [R-088] of another of the family it opens a file of its own, which tells nobody of the first', async () => {
  const { id, taker, start, families } = await askedAgain('same-family')
  expect(await knownFileOf(taker, id)).toBeUndefined()
  yes(await start())
  expect(await families()).toBe(2)
})

test('[R-088] only who has the request and works on that person hears whose file it is', async () => {
  const { id, actors } = await askedAgain()
  const told = []
  for (const [who, actor] of Object.entries(actors)) if ((await knownFileOf(actor, id)) !== undefined) told.push(who)
  expect(told).toEqual(['workerOfSanne'])
})
