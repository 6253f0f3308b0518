import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { asOwner } from '../../../tests/support/logs.ts'
import { aReceivingPlace, aRequestIn, publishReceiving, takeUp, today } from '../../../tests/support/requests.ts'
import { aProvision, yes } from '../../../tests/support/world.ts'
import type { Actor } from '../../access/actor.ts'
import type { NewMember } from '../../families/files/person.ts'
import { personFile } from '../../families/files/queries.ts'
import { stepRequest } from '../actions.ts'
import { requestDetail } from '../queries.ts'
import { estimateRisk, gradeRequest } from '../triage/actions.ts'
import { startFromRequest } from './actions.ts'

const database = withDatabase()
beforeAll(publishReceiving)

const NOOR: readonly NewMember[] = [
  { kind: 'adult', role: 'parent', name: 'Noor' },
  { kind: 'adult', role: 'parent', name: 'Bram' },
  { kind: 'child', role: 'child', name: 'Lot', age: { years: 6, statedOn: today } },
]

/** A request about a separation that somebody took up and weighed: its version is 4. */
async function weighedRequest(grade = 'B') {
  const here = await aReceivingPlace()
  const id = await aRequestIn(here.place)
  const taker = await here.worker()
  await takeUp(taker, id)
  yes(await gradeRequest(taker, id, { rowVersion: 2, today, grade, reason: 'Er is meer nodig' }))
  yes(await estimateRisk(taker, id, { rowVersion: 3, today, harm: 'concern', violence: 'none-seen', because: '' }))
  const start = (actor: Actor, more: object = {}) =>
    startFromRequest(actor, id, {
      ...{ provisionId: here.provision.id, members: NOOR, on: today, rowVersion: 4, keepMonths: 12 },
      ...{ details: { phone: '06 12345678', safeContact: { voicemail: 'no' } }, ...more },
    })
  const families = async () =>
    (await asOwner(database(), sql`select id from families where municipality_id = ${here.municipalityId}`)).length
  return { ...here, id, taker, start, families }
}

test('[R-028] a trajectory starts without indication or referral, and the request ends with it', async () => {
  const { id, taker, start } = await weighedRequest()
  const { trajectoryId } = yes(await start(taker))
  expect(await requestDetail(taker, id)).toMatchObject({
    request: { state: 'trajectory', trajectoryId, closedOn: today },
    events: [{ type: 'received' }, { type: 'taken' }, { type: 'trajectory', recordedBy: taker.personId }],
  })
  const rows = await asOwner(database(), sql`select person_id from trajectories where id = ${trajectoryId}`)
  expect((await personFile(taker, String(rows[0]?.person_id)))?.details).toMatchObject({
    phone: '06 12345678',
    safeContact: { voicemail: 'no' },
  })
  expect(await stepRequest(taker, id, { step: 'answer', rowVersion: 5, today, keepMonths: 12 })).toEqual(
    refuse('request-step-not-now'),
  )
})

test('sent twice, also at the same moment, it is one trajectory of one family', async () => {
  const { taker, start, families } = await weighedRequest()
  const [first, second] = await Promise.all([start(taker), start(taker)])
  const third = yes(await start(taker))
  expect([yes(first), yes(second)]).toEqual([third, third])
  expect(await families()).toBe(1)
})

test('what is refused halfway leaves nothing behind', async () => {
  const { id, taker, start, families } = await weighedRequest()
  expect((await start(taker, { members: [NOOR[0], { kind: 'adult', role: 'child', name: 'X' }] })).ok).toBe(false)
  await asOwner(
    database(),
    sql`update provisions set starts_on = '2020-01-01', ends_on = '2020-12-31' where id in (
    select provision_id from help_requests where id = ${id})`,
  )
  expect((await start(taker)).ok).toBe(false)
  expect(await families()).toBe(0)
  expect((await requestDetail(taker, id))?.request).toMatchObject({ state: 'taken', trajectoryId: null, rowVersion: 4 })
})

test.each([
  ['A', 'triage-information-needs-no-case'],
  ['B', undefined],
  ['C', undefined],
  ['D', undefined],
] as const)('[R-022] grade %s leads on, or is refused: %s', async (grade, reason) => {
  const { taker, start } = await weighedRequest(grade)
  const started = await start(taker)
  expect(started.ok ? undefined : started.reason).toBe(reason)
})

test('nothing starts without a grade, and a separation not without an estimate', async () => {
  const here = await aReceivingPlace()
  const id = await aRequestIn(here.place)
  const taker = await here.worker()
  await takeUp(taker, id)
  const given = { provisionId: here.provision.id, members: NOOR, details: {}, on: today, keepMonths: 12 }
  expect(await startFromRequest(taker, id, { ...given, rowVersion: 2 })).toEqual(refuse('triage-grade-first'))
  yes(await gradeRequest(taker, id, { rowVersion: 2, today, grade: 'C', reason: 'Specialist' }))
  expect(await startFromRequest(taker, id, { ...given, rowVersion: 2 })).toEqual(refuse('request-changed-meanwhile'))
  expect(await startFromRequest(taker, id, { ...given, rowVersion: 3 })).toEqual(refuse('triage-estimate-missing'))
})

test('only who has the request starts, and only in its municipality', async () => {
  const { taker, start, worker, organisationId } = await weighedRequest()
  const other = await aReceivingPlace()
  const table: [string, Actor, string][] = [
    ['coordinator', await worker('coordinator'), 'request-of-colleague'],
    ['colleague, perhaps of the other parent', await worker(), 'not-found'],
    ['director', await worker('director'), 'not-found'],
    ['other organisation', await worker('coordinator', { organisationId: other.organisationId }), 'not-found'],
    ['other municipality', await other.worker(), 'not-found'],
  ]
  for (const [who, actor, reason] of table) expect(await start(actor), who).toMatchObject({ ok: false, reason })
  const elsewhere = { municipalityId: other.municipalityId, programmeCode: 'open-door', organisationId }
  const { id: provisionId } = await aProvision(elsewhere)
  expect(await start(taker, { provisionId })).toEqual(refuse('triage-provision-elsewhere'))
})
