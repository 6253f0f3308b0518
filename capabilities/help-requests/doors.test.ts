import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { inScope } from '../../database/transaction.ts'
import { day } from '../../foundation/day.ts'
import { newId } from '../../foundation/id.ts'
import { refuse } from '../../foundation/result.ts'
import { withDatabase } from '../../tests/support/database.ts'
import { asOwner, rowsOf } from '../../tests/support/logs.ts'
import { aBrowser, aVisitor, restartSignIn } from '../../tests/support/signing-in.ts'
import {
  aMunicipality,
  anOperator,
  anOrganisation,
  aProvision,
  newTraceId,
  someone,
  yes,
} from '../../tests/support/world.ts'
import { type Actor, BUILT_IN } from '../access/actor.ts'
import { loadActor, villagesIn } from '../access/queries.ts'
import type { Role } from '../access/roles.ts'
import { useFormSecret } from '../forms/keys.ts'
import { shippedForm } from '../forms/queries.ts'
import { publishProgramme } from '../programmes/actions.ts'
import { askForHelp, countAdvice, enterRequest, forgetRequestDetails, stepRequest } from './actions.ts'
import { isReceived, placesToAsk, requestCounts, requestDetail, requestState, requestsInReach } from './queries.ts'
import { estimateRisk } from './triage/actions.ts'

const database = withDatabase()
let here: string
let code: string
let organisationId: string
let place: string
const today = day('2026-11-26')

beforeAll(async () => {
  restartSignIn()
  useFormSecret('a-secret-for-tests-that-nobody-uses-0001')
  yes(
    await publishProgramme(
      await anOperator(),
      JSON.parse(readFileSync('tests/support/receiving.programme.json', 'utf8')),
    ),
  )
  code = 'GM9801'
  here = await aMunicipality({ code })
  organisationId = await anOrganisation()
  await aProvision({ municipalityId: here, programmeCode: 'open-door', organisationId })
  place = `${code}/${(await villagesIn(await anOperator(), here))[0]?.code}`
})

const answersOf = (more: object = {}) => ({
  place,
  who: 'parent',
  about: ['separation'],
  words: 'Ruzie over de kinderen',
  reach: 'phone',
  phone: '06 12345678',
  voicemail: 'no',
  others: 'somebody',
  name: 'Noor',
  ...more,
})

async function ask(more: object = {}, submitKey = newId(), address = aBrowser().address) {
  const visitor = await aVisitor()
  const form = shippedForm(visitor, 'ask')
  return askForHelp(visitor, { form, filling: { submitKey, answers: answersOf(more) }, language: 'nl', address })
}

/** A request that waits, with its id and its code. */
async function aRequest(more: object = {}) {
  const id = newId()
  return { id, code: yes(await ask(more, id)).code }
}

const worker = (
  role: Role = 'separation-expert',
  at: { municipalityId?: string; organisationId?: string; programmeCode?: string } = {},
) =>
  someone({ role, municipalityId: here, organisationId, ...(OWN_ONLY.includes(role) && { ownMatches: true }), ...at })
const OWN_ONLY: readonly Role[] = ['consulent', 'local-team-member', 'director', 'volunteer', 'social-worker']

const step = (actor: Actor, id: string, more: object) =>
  stepRequest(actor, id, { step: 'take', rowVersion: 1, today, keepMonths: 12, ...more })

test('[R-018] [R-019] what somebody asks on the site waits with its channel, its asker and how to reach safely', async () => {
  const { id } = await aRequest()
  const shown = await requestDetail(await worker(), id)
  expect(shown).toMatchObject({
    request: { channel: 'web', asker: 'parent', topics: ['separation'], state: 'new', takenBy: null },
    details: { phone: '06 12345678', mayLeaveVoicemail: false, othersListen: 'somebody', name: 'Noor' },
    events: [{ number: 1, type: 'received', recordedBy: BUILT_IN.visitor }],
  })
  const [row] = (await rowsOf(database(), 'help-request.received')).slice(-1)
  expect(row).toMatchObject({ result: 'done', municipality_ids: [here], object_ids: [`help-request:${id}`] })
})

test('a form sent twice, also at the same moment, is one request with one code', async () => {
  const key = newId()
  const [first, second] = await Promise.all([ask({}, key), ask({}, key)])
  const third = yes(await ask({ words: 'iets anders' }, key))
  expect([yes(first).code, yes(second).code]).toEqual([third.code, third.code])
  const rows = await asOwner(database(), sql`select count(*)::int as n from help_requests where id = ${key}`)
  expect(rows).toEqual([{ n: 1 }])
  expect((await requestDetail(await worker(), key))?.details?.ownWords).toBe('Ruzie over de kinderen')
  expect((await requestDetail(await worker(), key))?.events).toHaveLength(1)
})

test.each([
  ['separation-expert', true],
  ['financial-prevention-worker', true],
  ['coordinator', true],
  ['consulent', true],
  ['local-team-member', true],
  ['director', true],
  ['social-worker', false],
  ['volunteer', false],
] as const)('[R-037] a waiting request is seen by a %s of the same organisation: %s', async (role, sees) => {
  const { id } = await aRequest()
  const actor = await worker(role)
  expect((await requestDetail(actor, id)) !== undefined).toBe(sees)
  const { rows } = await requestsInReach(actor, ['new'])
  expect(rows.some((row) => row.id === id)).toBe(sees)
  expect((await requestCounts(actor, [['new']]))[0]).toBe(sees ? rows.length : 0)
})

test('another municipality, another organisation, another programme and the operator see nothing, also by a guessed number', async () => {
  const { id } = await aRequest()
  const elsewhere = await aMunicipality()
  const strangers = [
    await worker('separation-expert', { municipalityId: elsewhere }),
    await worker('coordinator', { organisationId: await anOrganisation() }),
    await worker('separation-expert', { programmeCode: 'fathers-walk' }),
    await someone({ role: 'policy-adviser', municipalityId: here }),
    await someone({ role: 'manager', municipalityId: here }),
    await anOperator(),
    await aVisitor(),
  ]
  for (const stranger of strangers) {
    expect(await requestDetail(stranger, id)).toBeUndefined()
    expect((await requestsInReach(stranger, ['new', 'taken'])).rows).toEqual([])
    expect(await step(stranger, id, {})).toEqual(refuse('not-found'))
  }
})

test('who takes a request up has it; its own words are then for that colleague, the coordinator and the director', async () => {
  const { id } = await aRequest()
  const [taker, colleague] = [await worker(), await worker('consulent')]
  yes(await step(taker, id, {}))
  expect((await requestDetail(taker, id))?.details).toBeDefined()
  expect((await requestDetail(await worker('director'), id))?.details).toBeDefined()
  expect((await requestDetail(await worker('coordinator'), id))?.details).toBeDefined()
  expect(await requestDetail(colleague, id)).toMatchObject({
    details: undefined,
    mayReadDetails: false,
    mayStep: false,
  })
  expect(await step(colleague, id, { step: 'answer', rowVersion: 2 })).toEqual(refuse('request-of-colleague'))
  expect(await step(await worker('director'), id, { step: 'answer', rowVersion: 2 })).toEqual(refuse('not-found'))
  yes(await step(await worker('coordinator'), id, { step: 'give-back', rowVersion: 2 }))
  expect((await requestDetail(colleague, id))?.details).toBeDefined()
})

test('the database itself keeps the own words from a colleague', async () => {
  const { id } = await aRequest()
  const [taker, colleague] = [await worker(), await worker()]
  yes(await step(taker, id, {}))
  const seen = (actor: Actor) =>
    inScope(
      actor,
      async (tx) =>
        (await tx.execute(sql`select own_words from help_request_details where request_id = ${id}`)).rows.length,
    )
  expect([await seen(taker), await seen(colleague)]).toEqual([1, 0])
})

test('of two colleagues at once one takes it up; the other is told, and nothing changed', async () => {
  const { id } = await aRequest()
  const [one, other] = [await worker(), await worker()]
  const answers = [await step(one, id, {}), await step(other, id, {})]
  expect(answers.map((answer) => (answer.ok ? 'yes' : answer.reason))).toEqual(['yes', 'request-changed-meanwhile'])
  expect((await requestDetail(other, id))?.request).toMatchObject({ takenBy: one.personId, rowVersion: 2 })
})

test('a request ends with its reason, every step stays, and what points at a person goes after its term', async () => {
  const { id } = await aRequest()
  const taker = await worker()
  yes(await step(taker, id, {}))
  yes(await estimateRisk(taker, id, { rowVersion: 2, today, harm: 'none-seen', violence: 'none-seen', because: '' }))
  expect(await step(taker, id, { step: 'not-fitting', rowVersion: 3 })).toEqual(refuse('request-reason-missing'))
  yes(await step(taker, id, { step: 'not-fitting', reason: 'elsewhere', rowVersion: 3 }))
  const shown = await requestDetail(taker, id)
  expect(shown?.events.map(({ type, reason }) => [type, reason])).toEqual([
    ['received', null],
    ['taken', null],
    ['not-fitting', 'elsewhere'],
  ])
  const jobs = await loadActor(BUILT_IN.jobs, newTraceId(), 'job')
  if (jobs === undefined) throw new Error('no jobs')
  expect(await forgetRequestDetails(jobs)).toBe(0)
  await asOwner(
    database(),
    sql`update help_request_details set forget_on = access.today() - 2 where request_id = ${id}`,
  )
  expect(await forgetRequestDetails(jobs)).toBe(1)
  expect(await requestDetail(taker, id)).toMatchObject({
    details: undefined,
    mayReadDetails: true,
    request: { state: 'not-fitting' },
  })
})

test('whoever knows the code learns how far it is and nothing else; guessing stops after twenty times', async () => {
  const { id, code: reference } = await aRequest()
  const visitor = await aVisitor()
  const { address } = aBrowser()
  expect(await requestState(visitor, reference.toLowerCase(), address)).toEqual({ ok: true, value: 'new' })
  yes(await step(await worker(), id, {}))
  expect(await requestState(visitor, reference, address)).toEqual({ ok: true, value: 'taken' })
  for (let at = 0; at < 20; at++)
    expect(await requestState(visitor, 'BBBB-CCCC-DDDD', address)).toEqual(refuse('reference-unknown'))
  expect(await requestState(visitor, reference, address)).toMatchObject({ reason: 'request-too-many' })
  expect((await requestState(visitor, reference, aBrowser().address)).ok).toBe(true)
})

test('more than twenty requests from one network wait a quarter of an hour, and no address is kept', async () => {
  const { address } = aBrowser()
  for (let at = 0; at < 20; at++) yes(await ask({}, newId(), address))
  expect(await ask({}, newId(), address)).toEqual(refuse('request-too-many', { minutes: 15 }))
  const kept = await asOwner(database(), sql`select key from sign_in.attempts where key like ${`%${address}%`}`)
  expect(kept).toEqual([])
})

test('a place where nobody receives requests gets no form, and a programme that stopped receives none', async () => {
  const elsewhere = await aMunicipality({ code: 'GM9802' })
  expect(await isReceived(await aVisitor(), elsewhere)).toBe(false)
  expect(await isReceived(await aVisitor(), here)).toBe(true)
  expect(await ask({ place: 'GM9802' })).toEqual(refuse('request-place-without-form'))
  expect(await ask({ place: 'GM0000/nergens' })).toEqual(refuse('request-place-without-form'))
  await asOwner(
    database(),
    sql`update provisions set starts_on = '2020-01-01', ends_on = '2020-12-31' where municipality_id = ${here}`,
  )
  expect(await ask()).toEqual(refuse('request-place-without-form'))
  await asOwner(database(), sql`update provisions set ends_on = null where municipality_id = ${here}`)
})

test('[R-018] a colleague enters what came by phone or school, for the own organisation only', async () => {
  const colleague = await worker()
  const form = shippedForm(colleague, 'ask')
  const filling = { submitKey: newId(), answers: answersOf({ who: 'professional' }) }
  const sent = { form, filling, language: 'nl', channel: 'school' } as const
  const { id } = yes(await enterRequest(colleague, sent))
  expect((await requestDetail(colleague, id))?.request).toMatchObject({ channel: 'school', asker: 'professional' })
  const other = await worker('separation-expert', { organisationId: await anOrganisation() })
  expect(await enterRequest(other, sent)).toEqual(refuse('request-place-out-of-reach'))
  expect(await enterRequest(await worker('director'), sent)).toEqual(refuse('request-place-out-of-reach'))
  expect(await enterRequest(colleague, { ...sent, channel: 'web' })).toEqual(refuse('request-channel-unknown'))
})

test('[R-020] advice without a name is counted per asker, channel, municipality and month, and leaves nothing else', async () => {
  const colleague = await worker()
  const before = await asOwner(database(), sql`select count(*) from help_requests`)
  for (let at = 0; at < 2; at++)
    yes(await countAdvice(colleague, { municipalityId: here, channel: 'phone', asker: 'network', on: today }))
  const cells = await asOwner(database(), sql`select month::text, channel, asker, count from advice_counts`)
  expect(cells).toEqual([{ month: '2026-11-01', channel: 'phone', asker: 'network', count: 2 }])
  expect(await asOwner(database(), sql`select count(*) from help_requests`)).toEqual(before)
  const stranger = await worker('separation-expert', { organisationId: await anOrganisation() })
  expect(await countAdvice(stranger, { municipalityId: here, channel: 'phone', asker: 'network', on: today })).toEqual(
    refuse('request-place-out-of-reach'),
  )
})

test('[R-037] a child asks alone: no name of a parent is asked, and no role of a resident reads the answer', async () => {
  const visitor = await aVisitor()
  const form = shippedForm(visitor, 'ask-child')
  expect(form.questions.map(({ code: one }) => one).filter((one) => /parent|ouder|who/.test(one))).toEqual([])
  const id = newId()
  const answers = { place, about: ['separation'], reach: 'none' }
  yes(
    await askForHelp(visitor, {
      form,
      filling: { submitKey: id, answers },
      language: 'nl',
      address: aBrowser().address,
    }),
  )
  expect((await requestDetail(await worker(), id))?.request.asker).toBe('child')
  expect(await requestDetail(await someone({ role: 'resident', municipalityId: here }), id)).toBeUndefined()
})

test('every village can be chosen, with its municipality when there are more of them', async () => {
  const places = await placesToAsk(await aVisitor())
  expect(places.find(({ code: one }) => one === place)?.name).toMatch(/^Noord \(Gemeente \d+\)$/)
})
