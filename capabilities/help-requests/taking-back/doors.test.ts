import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Id } from '../../../foundation/id.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { asOwner, rowsOf } from '../../../tests/support/logs.ts'
import {
  aReceivingPlace,
  aRequestIn,
  aroundIt,
  aTakenRequest,
  publishReceiving,
  publishTaking,
  today,
} from '../../../tests/support/requests.ts'
import { aBrowser, aVisitor } from '../../../tests/support/signing-in.ts'
import { anOrganisation, aProvision, someone, theActor, yes } from '../../../tests/support/world.ts'
import { BUILT_IN } from '../../access/actor.ts'
import { forgetRequestDetails, stepRequest } from '../actions.ts'
import { noteCircumstances } from '../circumstances/actions.ts'
import { handOver } from '../handing-over/actions.ts'
import { requestDetail, requestState, requestsInReach } from '../queries.ts'
import { referenceFor } from '../reference.ts'
import { estimateRisk, gradeRequest, seeUnsafe } from '../triage/actions.ts'
import { alertsWaiting } from '../triage/queries.ts'
import { takeBackRequest } from './actions.ts'

const database = withDatabase()
beforeAll(async () => {
  await publishReceiving()
  await publishTaking()
})

const takeBack = async (typed: string, address = aBrowser().address) =>
  takeBackRequest(await aVisitor(), { typed, address })
const takeBackOf = (id: Id) => takeBack(referenceFor(id))

/** What stands of a request in the table, whoever may read it. */
const kept = async (id: Id) =>
  (
    await asOwner<Record<string, unknown>>(
      database(),
      sql`select name, own_words, phone, mail, caution, reach from help_request_details where request_id = ${id}`,
    )
  )[0]

async function aWaitingRequest(more: object = {}) {
  const here = await aReceivingPlace()
  return { ...here, id: await aRequestIn(here.place, more) }
}

test('[R-004] what nobody took up is gone at once for everybody, and ends as taken back, counted apart', async () => {
  const { id, worker } = await aWaitingRequest()
  const [helper, coordinator, director] = [await worker(), await worker('coordinator'), await worker('director')]
  expect((await requestDetail(helper, id))?.details?.ownWords).toBe('Ruzie over de kinderen')
  expect(yes(await takeBackOf(id))).toEqual({ wasTaken: false })
  expect(await kept(id)).toEqual({
    ...{ name: null, own_words: null, phone: null, mail: null, caution: null, reach: 'none' },
  })
  for (const watcher of [coordinator, director]) {
    const shown = await requestDetail(watcher, id)
    expect(shown?.request).toMatchObject({
      ...{ state: 'withdrawn', closedOn: today, reason: null, topics: [], villageCode: null },
    })
    expect(shown?.events.map(({ type, recordedBy }) => [type, recordedBy])).toEqual([
      ['received', BUILT_IN.visitor],
      ['withdrawn', BUILT_IN.visitor],
    ])
    expect((await requestsInReach(watcher, ['withdrawn'])).rows.map((one) => one.id)).toEqual([id])
  }
  // To a colleague it looks like what another colleague has, as everything that is not theirs.
  expect(await requestDetail(helper, id)).toMatchObject({ details: undefined, request: { state: 'taken' } })
  expect((await requestsInReach(helper, ['new', 'withdrawn'])).rows).toEqual([])
  await forgetRequestDetails(await theActor(BUILT_IN.jobs))
  expect(await kept(id)).toBeUndefined()
})

test('[R-004] of what was taken up nobody reads the words any more, and who has it can still reach the asker safely', async () => {
  const here = await aTakenRequest({ caution: 'Niet na zessen' })
  expect(yes(await takeBackOf(here.id))).toEqual({ wasTaken: true })
  for (const [who, actor, isSeen] of await aroundIt(here)) {
    const details = (await requestDetail(actor, here.id))?.details
    expect(details === undefined ? undefined : details.ownWords, who).toBe(isSeen ? null : undefined)
  }
  const shown = await requestDetail(here.taker, here.id)
  expect(shown).toMatchObject({
    request: { state: 'taken', takenBy: here.taker.personId, rowVersion: 3 },
    details: { phone: '06 12345678', caution: 'Niet na zessen' },
  })
  expect(shown?.events.at(-1)?.type).toBe('withdrawn')
})

test('[R-004] what was handed over to another provision goes there too', async () => {
  const { id, taker, municipalityId } = await aTakenRequest()
  const organisationId = await anOrganisation()
  const coins = await aProvision({ municipalityId, programmeCode: 'coin-desk', organisationId })
  const form = { version: 1 }
  yes(await noteCircumstances(taker, id, { rowVersion: 2, today, form, answers: { money: 'yes' } }))
  yes(
    await handOver(taker, id, {
      ...{ toProvisionId: coins.id, isAgreed: true, covers: ['name', 'reach', 'words'], rowVersion: 3, today },
    }),
  )
  const there = await someone({ role: 'coordinator', municipalityId, organisationId })
  const [copy] = (await requestsInReach(there, ['new'])).rows
  if (copy === undefined) throw new Error('nothing was handed over')
  expect((await kept(copy.id))?.own_words).toBe('Ruzie over de kinderen')
  yes(await takeBackOf(id))
  expect([(await kept(id))?.own_words, (await kept(copy.id))?.own_words]).toEqual([null, null])
  expect((await kept(copy.id))?.phone).toBeNull()
  expect((await requestDetail(there, copy.id))?.request.state).toBe('withdrawn')
})

test('[R-022] [R-004] a director sees that something unsafe was taken back, by whoever said or found that it is unsafe, and nothing of what it said', async () => {
  const said = await aWaitingRequest({ about: ['separation', 'safety'] })
  const graded = await aTakenRequest()
  yes(await gradeRequest(graded.taker, graded.id, { rowVersion: 2, today, grade: 'D', reason: 'Dreiging' }))
  const director = await graded.worker('director')
  yes(await seeUnsafe(director, graded.id))
  const acute = await aTakenRequest()
  const risk = { rowVersion: 2, today, harm: 'none-seen', violence: 'acute', because: '' }
  yes(await estimateRisk(acute.taker, acute.id, risk))
  yes(await stepRequest(acute.taker, acute.id, { step: 'give-back', rowVersion: 3, today, keepMonths: 12 }))
  for (const [at, state] of [
    [said, 'withdrawn'],
    [graded, 'taken'],
    [acute, 'withdrawn'],
  ] as const) {
    yes(await takeBackOf(at.id))
    const watching = await at.worker('director')
    expect(await alertsWaiting(watching)).toMatchObject([{ requestId: at.id, isDirectors: true, isTakenBack: true }])
    const shown = await requestDetail(watching, at.id)
    expect(shown?.request.state).toBe(state)
    expect(shown?.details?.ownWords).toBeNull()
    expect(shown?.events.at(-1)?.type).toBe('withdrawn')
    yes(await seeUnsafe(watching, at.id))
    expect(await alertsWaiting(watching)).toEqual([])
  }
})

test('[R-022] what is not unsafe waits for no director when it is taken back', async () => {
  const { id, worker } = await aWaitingRequest()
  yes(await takeBackOf(id))
  expect(await alertsWaiting(await worker('director'))).toEqual([])
})

test('pressed twice, also at the same moment, it is taken back once', async () => {
  const { id, worker } = await aWaitingRequest({ about: ['safety'] })
  const answers = await Promise.all([takeBackOf(id), takeBackOf(id)])
  answers.push(await takeBackOf(id))
  expect(answers.map((one) => yes(one))).toEqual(Array(3).fill({ wasTaken: false }))
  const director = await worker('director')
  expect((await requestDetail(director, id))?.events).toHaveLength(2)
  expect(await alertsWaiting(director)).toHaveLength(1)
})

test('taken up and taken back at the same moment: one is first, and either way nobody reads the words afterwards', async () => {
  for (let round = 0; round < 5; round++) {
    const { id, worker } = await aWaitingRequest()
    const helper = await worker()
    const taking = stepRequest(helper, id, { step: 'take', rowVersion: 1, today, keepMonths: 12 })
    const [taken, back] = await Promise.all([taking, takeBackOf(id)])
    expect(yes(back).wasTaken).toBe(taken.ok)
    if (!taken.ok) expect(['request-changed-meanwhile', 'request-of-colleague']).toContain(taken.reason)
    const row = await kept(id)
    expect([row?.own_words, row?.phone]).toEqual([null, taken.ok ? '06 12345678' : null])
  }
})

test('what was taken back is not taken up, given back or ended any more', async () => {
  const { id, worker } = await aWaitingRequest()
  yes(await takeBackOf(id))
  const given = { rowVersion: 2, today, keepMonths: 12 }
  for (const step of ['take', 'give-back', 'answer', 'not-fitting'] as const) {
    const refused = { reason: 'mistake', step, ...given }
    expect(await stepRequest(await worker(), id, refused)).toEqual(refuse('request-of-colleague'))
    expect(await stepRequest(await worker('coordinator'), id, refused)).toEqual(refuse('request-step-not-now'))
  }
})

test('a code that nobody has and one that can be none get the same answer, and guessing stops', async () => {
  const { address } = aBrowser()
  const wrong = [referenceFor('01a00000-0000-7000-8000-0000000000ff' as Id), 'weg', '', 'x'.repeat(40)]
  for (const typed of wrong) expect(await takeBack(typed, address)).toEqual(refuse('reference-unknown'))
  for (let n = wrong.length; n < 20; n++) await takeBack('BBBB-CCCC-DDDD', address)
  const { id } = await aWaitingRequest()
  expect(await takeBack(referenceFor(id), address)).toMatchObject({ ok: false, reason: 'request-too-many' })
  // Looking how far it is counts along: who guesses has no second round.
  expect(await requestState(await aVisitor(), referenceFor(id), address)).toMatchObject({ reason: 'request-too-many' })
  expect((await kept(id))?.own_words).toBe('Ruzie over de kinderen')
})

test('the log says that it was taken back, and nothing that was written', async () => {
  const { id, municipalityId } = await aWaitingRequest()
  yes(await takeBackOf(id))
  const [row] = (await rowsOf(database(), 'help-request.withdrawn')).slice(-1)
  expect(row).toMatchObject({ result: 'done', municipality_ids: [municipalityId], object_ids: [`help-request:${id}`] })
  expect(JSON.stringify(row)).not.toMatch(/Ruzie|Noor|06 123/)
})

test('who is signed in takes nothing back, and who asked sees how far it is: taken back, or still with somebody', async () => {
  const { id, worker } = await aWaitingRequest()
  const refused = await takeBackRequest(await worker(), { typed: referenceFor(id), address: aBrowser().address })
  expect(refused).toEqual(refuse('request-ask-as-visitor'))
  const stateOf = async (of: Id) => yes(await requestState(await aVisitor(), referenceFor(of), aBrowser().address))
  yes(await takeBackOf(id))
  expect(await stateOf(id)).toBe('withdrawn')
  const other = await aTakenRequest()
  yes(await takeBackOf(other.id))
  expect(await stateOf(other.id)).toBe('taken')
})
