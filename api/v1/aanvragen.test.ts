import type { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { type Id, newId } from '../../foundation/id.ts'
import { withDatabase } from '../../tests/support/database.ts'
import { rowsOf } from '../../tests/support/logs.ts'
import { aReceivingPlace, aRequestIn, publishReceiving, takeUp } from '../../tests/support/requests.ts'
import { aSystem, call, theApi } from '../../tests/support/systems.ts'

const opened = withDatabase()
let app: Hono
type Here = Awaited<ReturnType<typeof aReceivingPlace>> & { token: string }
let here: Here

beforeAll(async () => {
  app = theApi()
  await publishReceiving()
  here = await aPlace()
})

async function aPlace(): Promise<Here> {
  const place = await aReceivingPlace()
  const { municipalityId, organisationId } = place
  const { token } = await aSystem({ role: 'registration-system', municipalityId, organisationId })
  return { ...place, token }
}

const sent = (place: string, more: object = {}) => ({
  kanaal: 'phone',
  antwoorden: {
    ...{ place, who: 'parent', about: ['separation', 'money'], words: 'Ruzie over de kinderen', reach: 'phone' },
    ...{ phone: '06 12345678', voicemail: 'no', others: 'somebody', name: 'Noor', ...more },
  },
})
const send = (body: unknown, mark: string = newId(), token = here.token) =>
  call(app, '/aanvragen', { token, headers: { 'idempotency-key': mark }, body })
const read = (id: Id, token: string | undefined = here.token) => call(app, `/aanvragen/${id}`, { token })

test('[R-018] a request that came in elsewhere waits like any other, and its asker gets a code', async () => {
  const made = await send(sent(here.place))
  expect([made.status, made.headers.get('location')]).toEqual([201, `/api/v1/aanvragen/${made.body.id}`])
  expect(made.body).toMatchObject({
    ...{ kanaal: 'phone', vrager: 'parent', onderwerpen: ['separation', 'money'], stand: 'new', versie: 1 },
    gegevens: { naam: 'Noor', eigenWoorden: 'Ruzie over de kinderen', telefoon: '06 12345678', magInspreken: false },
    kenmerk: expect.stringMatching(/^[A-Z0-9]{4}-/),
  })
  const { kenmerk: _, ...rest } = made.body
  expect((await read(made.body.id)).body).toEqual(rest)
  expect((await rowsOf(opened(), 'help-request.entered')).at(-1)).toMatchObject({
    ...{ subject_ids: [made.body.id], municipality_ids: [here.municipalityId], origin: 'api' },
  })
})

test('sent twice it is one request with one code', async () => {
  const mark = newId()
  const [one, other] = await Promise.all([send(sent(here.place), mark), send(sent(here.place), mark)])
  expect([one.status, other.status, one.body]).toEqual([201, 201, other.body])
})

test.each<[string, object, string, string]>([
  ['no place', { place: undefined }, 'answer-not-chosen', '/antwoorden/place'],
  ['a place that is none', { place: 'GM0000/nergens' }, 'answer-not-offered', '/antwoorden/place'],
  ['no number to call', { phone: '' }, 'answer-missing', '/antwoorden/phone'],
  ['a number that is none', { phone: 'bel maar' }, 'answer-no-phone', '/antwoorden/phone'],
  ['too many words', { words: 'x'.repeat(2001) }, 'too_big', '/antwoorden/words'],
  ['what nobody asks', { shoes: '42' }, 'question-unknown', '/antwoorden/shoes'],
  ['a citizen service number', { words: 'mijn bsn is 111222333' }, 'answer-holds-bsn', '/antwoorden/words'],
])('a request with %s is refused, in its place', async (_, more, reason, pointer) => {
  const { status, body } = await send(sent(here.place, more))
  expect([status, body.errors[0].location.pointer]).toEqual([400, pointer])
  if (reason !== 'too_big') expect(body.errors[0].code).toBe(reason)
})

test('a request of tomorrow, by the site, or of a place that the organisation does not receive is refused', async () => {
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
  expect((await send({ ...sent(here.place), ontvangenOp: tomorrow })).body.code).toBe('day-in-future')
  expect((await send({ ...sent(here.place), kanaal: 'web' })).status).toBe(400)
  const there = await aPlace()
  const answer = await send(sent(there.place))
  expect([answer.status, answer.body.code]).toEqual([404, 'request-place-out-of-reach'])
})

test('callers and answers: who reads and takes up a request', async () => {
  const id = await aRequestIn(here.place)
  const there = await aPlace()
  const { municipalityId, organisationId } = here
  const grant = { role: 'registration-system', municipalityId, organisationId } as const
  const reading = await aSystem(grant, ['aanvragen:lezen'])
  const registering = await aSystem(grant, ['trajecten:lezen', 'trajecten:schrijven'])
  const reporting = await aSystem({ role: 'reporting-system', municipalityId })
  const table: readonly [string, string | undefined, number, number][] = [
    ['another place', there.token, 404, 404],
    ['a key for trajectories', registering.token, 403, 403],
    ['a system for figures', reporting.token, 403, 403],
    ['nobody', undefined, 401, 401],
    ['a key for reading', reading.token, 200, 403],
    ['the own system', here.token, 200, 200],
  ]
  for (const [who, token, reads, steps] of table) {
    expect([who, (await read(id, token ?? '')).status]).toEqual([who, reads])
    const step = { token, headers: { 'if-match': '"1"' }, body: { stap: 'take' } }
    expect([who, (await call(app, `/aanvragen/${id}/stappen`, step)).status]).toEqual([who, steps])
    const listed = (await call(app, '/aanvragen', { token })).body?.resultaten ?? []
    expect([who, listed.some((one: { id: Id }) => one.id === id)]).toEqual([who, reads === 200])
  }
})

test('[R-088] a request that a colleague took up is not there for a system, by no address', async () => {
  const id = await aRequestIn(here.place)
  await takeUp(await here.worker(), id)
  const { body } = await call(app, '/aanvragen', { token: here.token })
  expect(body.resultaten.some((one: { id: Id }) => one.id === id)).toBe(false)
  expect((await read(id)).status).toBe(404)
  const step = { token: here.token, headers: { 'if-match': '"2"' }, body: { stap: 'answer' } }
  expect((await call(app, `/aanvragen/${id}/stappen`, step)).body.code).toBe('not-found')
})

test('a step asks for the version that was read, leads on from where it stands, and needs its reason', async () => {
  const id = await aRequestIn(here.place, { about: ['money'] })
  const step = async (body: object, version: string | undefined) => {
    const headers: Record<string, string> = version === undefined ? {} : { 'if-match': version }
    const { status, body: answer } = await call(app, `/aanvragen/${id}/stappen`, { token: here.token, headers, body })
    return [status, answer.code ?? answer.stand]
  }
  expect(await step({ stap: 'take' }, undefined)).toEqual([428, 'version-missing'])
  expect(await step({ stap: 'take' }, '"7"')).toEqual([412, 'request-changed-meanwhile'])
  expect(await step({ stap: 'answer' }, '"1"')).toEqual([409, 'request-step-not-now'])
  expect(await step({ stap: 'take' }, '"1"')).toEqual([200, 'taken'])
  expect(await step({ stap: 'not-fitting' }, '"2"')).toEqual([400, 'request-reason-missing'])
  expect(await step({ stap: 'not-fitting', reden: 'elsewhere' }, '"2"')).toEqual([200, 'not-fitting'])
})

test('the list goes on by key, and no page of it misses or repeats a request', async () => {
  const there = await aPlace()
  const ids: Id[] = []
  for (let at = 0; at < 3; at++) ids.push(await aRequestIn(there.place))
  for (let at = 0; at < 2; at++) ids.push((await send(sent(there.place), newId(), there.token)).body.id)
  const seen: Id[] = []
  for (let path: string | null = '/aanvragen?aantal=2&stand=new'; path !== null; ) {
    const { body }: { body: { resultaten: { id: Id }[]; volgende: string | null } } = await call(app, path, there)
    seen.push(...body.resultaten.map(({ id }) => id))
    expect(JSON.stringify(body)).not.toContain('Noor')
    path = body.volgende === null ? null : body.volgende.replace('/api/v1', '')
  }
  expect(seen).toEqual(ids.toSorted())
  expect((await call(app, '/aanvragen?stand=taken', there)).body.resultaten).toEqual([])
  expect((await call(app, '/aanvragen?na=verder', there)).body.code).toBe('page-unknown')
})

test('what is asked can be read beforehand, with every place', async () => {
  const { body } = await call(app, '/aanvraagvragen', here)
  const choices = (code: string) => body.resultaten.find((one: { code: string }) => one.code === code).keuzes
  expect(choices('place').map((one: { code: string }) => one.code)).toContain(here.place)
  expect(choices('who').map((one: { code: string }) => one.code)).toEqual([
    'parent',
    'child',
    'network',
    'professional',
  ])
})
