import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { inScope } from '../../../database/transaction.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { asOwner } from '../../../tests/support/logs.ts'
import {
  aReceivingPlace,
  aRequestIn,
  aroundIt,
  aTakenRequest,
  publishReceiving,
  takeUp,
  today,
} from '../../../tests/support/requests.ts'
import { newTraceId, yes } from '../../../tests/support/world.ts'
import { type Actor, BUILT_IN } from '../../access/actor.ts'
import { loadActor } from '../../access/queries.ts'
import { forgetRequestDetails, stepRequest } from '../actions.ts'
import { requestsInReach } from '../queries.ts'
import { estimateRisk, gradeRequest, seeUnsafe } from './actions.ts'
import { alertsWaiting, gradesNow, lateRequests, weighed } from './queries.ts'

const database = withDatabase()
beforeAll(publishReceiving)

const grade = (actor: Actor, id: string, more: object = {}) =>
  gradeRequest(actor, id, { rowVersion: 2, today, grade: 'B', reason: 'Licht en kort', ...more })
const estimate = (actor: Actor, id: string, more: object = {}) =>
  estimateRisk(actor, id, { rowVersion: 2, today, harm: 'none-seen', violence: 'none-seen', because: '', ...more })
const end = (actor: Actor, id: string, more: object = {}) =>
  stepRequest(actor, id, { step: 'answer', rowVersion: 2, today, keepMonths: 12, ...more })

test('[R-021] every grade stays, with its day, who gave it and why', async () => {
  const { id, taker, worker } = await aTakenRequest()
  const coordinator = await worker('coordinator')
  yes(await grade(taker, id))
  yes(await grade(coordinator, id, { rowVersion: 3, grade: 'C', reason: 'Meer nodig' }))
  expect((await weighed(taker, id))?.grades).toMatchObject([
    { number: 1, grade: 'B', reason: 'Licht en kort', holdsOn: today, recordedBy: taker.personId },
    { number: 2, grade: 'C', reason: 'Meer nodig', holdsOn: today, recordedBy: coordinator.personId },
  ])
  expect([...(await gradesNow(taker, [id]))]).toEqual([[id, 'C']])
})

test('[R-021] who weighs and who sees it: who has the request, the coordinator, and the director who only looks', async () => {
  const here = await aTakenRequest()
  const { id, taker } = here
  const around = await aroundIt(here)
  yes(await grade(taker, id))
  const at = { rowVersion: 3 }
  for (const [who, actor, sees, why] of around) {
    const answer = why ?? 'triage-grade-missing'
    expect([who, (await weighed(actor, id)) !== undefined], who).toEqual([who, sees])
    expect([who, (await gradesNow(actor, [id])).size], who).toEqual([who, sees ? 1 : 0])
    expect(await grade(actor, id, { ...at, grade: 'Z' }), who).toMatchObject({ reason: answer })
    expect((await estimate(actor, id, { ...at, harm: 'none' })).ok, who).toBe(false)
  }
})

test('nothing is weighed before somebody took it up, nor after another changed it', async () => {
  const here = await aReceivingPlace()
  const id = await aRequestIn(here.place)
  const taker = await here.worker()
  expect(await grade(taker, id, { rowVersion: 1 })).toEqual(refuse('request-step-not-now'))
  await takeUp(taker, id)
  yes(await grade(taker, id))
  expect(await grade(taker, id)).toEqual(refuse('request-changed-meanwhile'))
  expect(await estimate(taker, id)).toEqual(refuse('request-changed-meanwhile'))
})

test('[R-023] a request about a separation does not end without an estimate, whichever way it ends', async () => {
  const { id, taker } = await aTakenRequest()
  expect(await end(taker, id)).toEqual(refuse('triage-estimate-missing'))
  expect(await end(taker, id, { step: 'not-fitting', reason: 'withdrawn' })).toEqual(refuse('triage-estimate-missing'))
  expect(await estimate(taker, id, { harm: 'not-judged' })).toEqual(refuse('triage-because-missing'))
  yes(await estimate(taker, id, { harm: 'not-judged', because: 'Kort gesprek' }))
  yes(await end(taker, id, { rowVersion: 3 }))
  expect((await weighed(taker, id))?.estimates).toMatchObject([
    { harm: 'not-judged', violence: 'none-seen', because: 'Kort gesprek', holdsOn: today },
  ])
})

test('[R-023] a request about something else may end without an estimate', async () => {
  const { id, taker } = await aTakenRequest({ about: ['money'] })
  yes(await end(taker, id))
})

test('[R-023] the database itself refuses to end a separation without an estimate', async () => {
  const { id, taker } = await aTakenRequest()
  const ends = inScope(taker, (tx) =>
    tx.execute(sql`update help_requests set state = 'answered', closed_on = access.today() where id = ${id}`),
  )
  await expect(ends).rejects.toMatchObject({ cause: { code: '23514' } })
})

test('[R-022] grade D tells every director who sees the request at once that something waits, and nobody else', async () => {
  const { id, taker, worker, municipalityId } = await aTakenRequest()
  const directors = [await worker('director'), await worker('director')]
  const elsewhere = await aReceivingPlace()
  await worker('director', { organisationId: elsewhere.organisationId })
  await elsewhere.worker('director')
  await worker('coordinator')
  expect((await weighed(taker, id))?.directors).toBe(2)
  expect(yes(await grade(taker, id, { reason: 'Hij dreigt' }))).toEqual({ told: 0 })
  expect(yes(await grade(taker, id, { rowVersion: 3, grade: 'D' }))).toEqual({ told: 2 })
  const sent = await asOwner(
    database(),
    sql`select person_id, kind, urgent, state from messages where municipality_id = ${municipalityId}`,
  )
  expect(new Set(sent.map((row) => row.person_id))).toEqual(new Set(directors.map(({ personId }) => personId)))
  for (const row of sent) expect(row).toMatchObject({ kind: 'work-waiting', urgent: true, state: 'queued' })
})

test.each([
  'separation-expert',
  'financial-prevention-worker',
  'consulent',
  'local-team-member',
  'coordinator',
] as const)('[R-022] a %s who took it up may alert the director', async (role) => {
  const here = await aReceivingPlace()
  const id = await aRequestIn(here.place)
  const [taker] = [await here.worker(role), await here.worker('director')]
  await takeUp(taker, id)
  expect(yes(await grade(taker, id, { grade: 'D', reason: 'Nu onveilig' }))).toEqual({ told: 1 })
})

test('the words of a weighing go with the details of the request; the grade and the estimate stay', async () => {
  const { id, taker } = await aTakenRequest()
  yes(await grade(taker, id))
  yes(await estimate(taker, id, { rowVersion: 3, violence: 'not-judged', because: 'Niet gevraagd' }))
  yes(await end(taker, id, { rowVersion: 4 }))
  await asOwner(
    database(),
    sql`update help_request_details set forget_on = access.today() - 2 where request_id = ${id}`,
  )
  const jobs = await loadActor(BUILT_IN.jobs, newTraceId(), 'job')
  if (jobs === undefined) throw new Error('no jobs')
  expect(await forgetRequestDetails(jobs)).toBe(1)
  const known = await weighed(taker, id)
  expect(known?.grades).toMatchObject([{ grade: 'B', reason: null }])
  expect(known?.estimates).toMatchObject([{ violence: 'not-judged', because: null }])
})

test('a request that nobody took up in time is late, for the own organisation, until somebody takes it', async () => {
  const here = await aReceivingPlace()
  const [late, fresh] = [await aRequestIn(here.place), await aRequestIn(here.place)]
  await asOwner(database(), sql`update help_requests set received_at = now() - interval '3 days' where id = ${late}`)
  const worker = await here.worker()
  const lateNow = async () => [
    ...(await lateRequests(worker, (await requestsInReach(worker, ['new', 'taken'])).rows, new Date())),
  ]
  expect(await lateNow()).toEqual([late])
  await takeUp(worker, late)
  await takeUp(worker, fresh)
  yes(await grade(worker, fresh, { grade: 'D', reason: 'Onveilig' }))
  expect(await lateNow()).toEqual([])
  yes(await stepRequest(worker, fresh, { step: 'give-back', rowVersion: 3, today, keepMonths: 12 }))
  await asOwner(database(), sql`update help_requests set received_at = now() - interval '2 hours' where id = ${fresh}`)
  expect(await lateNow()).toEqual([fresh])
})

test('[R-022] what is unsafe waits for a director until one says to have seen it, also when the request is over', async () => {
  const { id, taker, worker } = await aTakenRequest({ about: ['money'] })
  const [director, other, colleague, coordinator] = [
    await worker('director'),
    await worker('director'),
    await worker(),
    await worker('coordinator'),
  ]
  const elsewhere = await (await aReceivingPlace()).worker('director')
  const waits = async () => {
    const all = [taker, director, other, colleague, coordinator, elsewhere]
    return Promise.all(all.map(async (who) => (await alertsWaiting(who)).map(({ isDirectors }) => isDirectors)))
  }
  yes(await grade(taker, id, { grade: 'D', reason: 'Hij dreigt' }))
  expect(await waits()).toEqual([[false], [true], [true], [], [], []])
  expect(await end(taker, id, { rowVersion: 3 })).toEqual(refuse('triage-estimate-missing'))
  yes(await estimate(taker, id, { rowVersion: 3, harm: 'acute' }))
  yes(await end(taker, id, { rowVersion: 4 }))
  expect(await waits()).toEqual([[false], [true], [true], [], [], []])
  for (const who of [taker, colleague, coordinator])
    expect(await seeUnsafe(who, id)).toEqual(refuse('triage-nothing-to-see'))
  expect(await seeUnsafe(elsewhere, id)).toEqual(refuse('not-found'))
  expect(await seeUnsafe(elsewhere, 'no number')).toEqual(refuse('not-found'))
  yes(await seeUnsafe(director, id))
  expect(await waits()).toEqual([[], [], [], [], [], []])
  expect(await seeUnsafe(other, id)).toEqual(refuse('triage-nothing-to-see'))
  expect((await weighed(taker, id))?.alerts).toMatchObject([
    { number: 1, raisedBy: taker.personId, seenBy: director.personId },
  ])
})

test('[R-022] acute danger tells the directors as grade D does, and becoming unsafe again is told again', async () => {
  const { id, taker, worker } = await aTakenRequest()
  const director = await worker('director')
  expect(yes(await estimate(taker, id, { harm: 'concern' }))).toEqual({ told: 0, isAcute: false })
  expect(yes(await estimate(taker, id, { rowVersion: 3, violence: 'acute' }))).toEqual({ told: 1, isAcute: true })
  yes(await grade(taker, id, { rowVersion: 4, grade: 'D', reason: 'Onveilig' }))
  expect(await alertsWaiting(director)).toMatchObject([{ requestId: id }])
  yes(await seeUnsafe(director, id))
  yes(await grade(taker, id, { rowVersion: 5, grade: 'D', reason: 'Opnieuw' }))
  expect((await weighed(director, id))?.alerts).toMatchObject([{ number: 1 }, { number: 2, seenAt: null }])
})

test('[R-022] the database itself refuses to end what is unsafe without an estimate', async () => {
  const { id, taker } = await aTakenRequest({ about: ['money'] })
  yes(await grade(taker, id, { grade: 'D', reason: 'Onveilig' }))
  const ends = inScope(taker, (tx) =>
    tx.execute(sql`update help_requests set state = 'answered', closed_on = access.today() where id = ${id}`),
  )
  await expect(ends).rejects.toMatchObject({ cause: { code: '23514' } })
})
