import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { inScope } from '../../database/transaction.ts'
import { after } from '../../foundation/day.ts'
import { newId } from '../../foundation/id.ts'
import { refuse } from '../../foundation/result.ts'
import { withDatabase } from '../../tests/support/database.ts'
import { aKnownFamily } from '../../tests/support/known-family.ts'
import { asOwner } from '../../tests/support/logs.ts'
import { publishReceiving, takeUp, today } from '../../tests/support/requests.ts'
import { publishWalk, whoOf } from '../../tests/support/two-homes.ts'
import { theActor, yes } from '../../tests/support/world.ts'
import { type Actor, BUILT_IN } from '../access/actor.ts'
import { arrangeStandIn, endStandIn } from '../cases/standing-in/actions.ts'
import { standInTodays, todayOf } from '../today/queries.ts'
import { stepRequest } from './actions.ts'
import { noteCircumstances } from './circumstances/actions.ts'
import { compareRequests, decideMatch } from './matches/actions.ts'
import { requestCounts, requestDetail, requestsInReach } from './queries.ts'
import { startFromRequest } from './starting/actions.ts'
import { estimateRisk, gradeRequest } from './triage/actions.ts'

// Decision 16: what somebody who is away had taken up is done by who stands in, for these days.

const database = withDatabase()
beforeAll(async () => {
  await publishReceiving()
  await publishWalk()
}, 60_000)

/** The worker of Sanne took up what a stranger asked, and is away; the colleague stands in, from so many days on. */
async function away({ from = 0, asks = {} as object } = {}) {
  const home = await aKnownFamily(database())
  const { actors, provisionId } = home
  const id = await home.ask({ name: 'Hendrik', ...asks })
  await takeUp(actors.workerOfSanne, id)
  const key = newId()
  const days = { fromOn: after(today, { days: from }), untilOn: after(today, { days: 7 }) }
  const who = { awayId: actors.workerOfSanne.personId, standInId: actors.colleague.personId }
  const arrange = async () => yes(await arrangeStandIn(actors.workerOfSanne, { provisionId, key, ...who, ...days }))
  return { ...home, id, key, arrange }
}
const isSeen = async (who: Actor, id: string) => [
  (await requestsInReach(who, ['taken'])).rows.some((row) => row.id === id),
  (await requestDetail(who, id))?.details !== undefined,
]
const inToday = async (who: Actor) =>
  (await standInTodays(who, today, new Date())).flatMap(({ groups: { late, today: now, week } }) =>
    [...late, ...now, ...week].filter(({ kind }) => kind === 'request-away').map(({ id }) => id),
  )
const step = (who: Actor, id: string, given: object) =>
  stepRequest(who, id, { step: 'answer', rowVersion: 2, today, keepMonths: 12, ...given })

test('who stands in sees what the colleague took up: in the list, the count, the page and apart in Today', async () => {
  const home = await away()
  const { id, actors, arrange } = home
  expect([await isSeen(actors.colleague, id), await inToday(actors.colleague)]).toEqual([[false, false], []])
  await arrange()
  expect([await isSeen(actors.colleague, id), await inToday(actors.colleague)]).toEqual([[true, true], [id]])
  expect(await requestCounts(actors.colleague, [['taken']])).toEqual([1])
  const own = await todayOf(actors.colleague, today, new Date())
  expect([...own.late, ...own.today, ...own.week].map((one) => one.id)).not.toContain(id)
  const reading = ['workerOfSanne', 'colleague', 'coordinator', 'director']
  expect(await whoOf(home, async (who) => (await isSeen(home.actors[who], id))[1] === true)).toEqual(reading)
  // The database alone says the same.
  const inRows = async (who: Actor) =>
    (await inScope(who, (tx) => tx.execute(sql`select 1 from help_request_details where request_id = ${id}`))).rows
  expect(await whoOf(home, async (who) => (await inRows(home.actors[who])).length > 0)).toEqual(reading)
}, 60_000)

test('weighs, notes and ends it, but does not give it back, start from it or become who has it', async () => {
  const { id, actors, arrange, provisionId } = await away()
  await arrange()
  const { colleague } = actors
  yes(await gradeRequest(colleague, id, { today, rowVersion: 2, grade: 'B', reason: 'Er is meer nodig' }))
  const risk = { harm: 'concern', violence: 'none-seen', because: '' }
  yes(await estimateRisk(colleague, id, { today, rowVersion: 3, ...risk }))
  const noted = { today, rowVersion: 4, answers: { money: 'no' }, form: { version: 1 } }
  expect((await noteCircumstances(colleague, id, noted)).ok).toBe(true)
  expect(await step(colleague, id, { step: 'give-back', rowVersion: 5 })).toEqual(refuse('stand-in-staffs'))
  const starting = { provisionId, on: today, rowVersion: 5, keepMonths: 12, members: [], details: {} }
  expect(await startFromRequest(colleague, id, starting)).toEqual(refuse('request-of-colleague'))
  const becomes = inScope(colleague, (tx) =>
    tx.execute(sql`update help_requests set taken_by = ${actors.workerOfMark.personId} where id = ${id}`),
  )
  await expect(becomes).rejects.toMatchObject({ cause: { code: '42501' } })
  yes(await step(colleague, id, { rowVersion: 5 }))
  expect((await requestDetail(actors.workerOfSanne, id))?.request).toMatchObject({
    state: 'answered',
    takenBy: actors.workerOfSanne.personId,
  })
}, 60_000)

test('only in the days that are agreed, and no longer once it is ended', async () => {
  const later = await away({ from: 1 })
  await later.arrange()
  expect(await isSeen(later.actors.colleague, later.id)).toEqual([false, false])
  await asOwner(database(), sql`update stand_ins set from_on = access.today() where id = ${later.key}`)
  expect(await isSeen(later.actors.colleague, later.id)).toEqual([true, true])
  yes(await endStandIn(later.actors.workerOfSanne, later.key))
  expect(await isSeen(later.actors.colleague, later.id)).toEqual([false, false])
}, 60_000)

test('[R-088] never of the other side: what looks like another of a family in which the stand-in helps somebody', async () => {
  const { id, actors, arrange, persons } = await away({ asks: { name: 'Mark' } })
  await compareRequests(await theActor(BUILT_IN.jobs))
  await arrange()
  // Standing in for who helps Sanne is being on her side, so what Mark seems to ask stays closed.
  expect([await isSeen(actors.colleague, id), await inToday(actors.colleague)]).toEqual([[false, false], []])
  expect(await step(actors.colleague, id, {})).toEqual(refuse('request-of-colleague'))
  const given = { otherId: persons.mark, decision: 'not-same', rowVersion: 2, today }
  yes(await decideMatch(actors.coordinator, id, given))
  expect(await isSeen(actors.colleague, id)).toEqual([true, true])
}, 60_000)
