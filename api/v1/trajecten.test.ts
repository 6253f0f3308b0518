import type { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { endProvision } from '../../capabilities/access/actions.ts'
import { registerTrajectory } from '../../capabilities/cases/actions.ts'
import { trajectoryDetail } from '../../capabilities/cases/queries.ts'
import { after, dayAt } from '../../foundation/day.ts'
import { type Id, newId } from '../../foundation/id.ts'
import { withDatabase } from '../../tests/support/database.ts'
import { rowsOf } from '../../tests/support/logs.ts'
import { aRegistration } from '../../tests/support/registrations.ts'
import {
  aFamilySent,
  aRegisteringPlace,
  aSystem,
  call,
  publishForSystems,
  type Registering,
  registerSent,
  theApi,
} from '../../tests/support/systems.ts'
import { aFamilyInTwoHomes, publishWalk } from '../../tests/support/two-homes.ts'
import { anOperator, someone, theActor, yes } from '../../tests/support/world.ts'

const opened = withDatabase()
const today = dayAt(new Date())
let app: Hono
let here: Registering

beforeAll(async () => {
  app = theApi()
  await publishForSystems()
  await publishWalk()
  here = await aRegisteringPlace()
})

const registered = async (more: object = {}): Promise<{ id: Id; etag: string }> => {
  const { status, body, headers } = await registerSent(app, here, more)
  expect(status).toBe(201)
  return { id: body.id, etag: headers.get('etag') ?? '' }
}
const reasonOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body?.code]

test('a family that another system registered is a trajectory like any other', async () => {
  const { status, body, headers } = await registerSent(app, here, {
    question: ['break-isolation'],
    referrer: 'own-initiative',
  })
  expect([status, headers.get('location')]).toEqual([201, `/api/v1/trajecten/${body.id}`])
  expect(body).toMatchObject({
    ...{ gemeente: here.municipalityCode, uitvoering: here.provisionId, programma: 'hand-in-hand', fase: 'registered' },
    ...{ aangemeldOp: today, isDagGeschat: false, kern: 'noord', reden: null },
    antwoorden: { village: 'noord', children: [{ wekenZwanger: 30 }, { jaren: 3 }], referrer: 'own-initiative' },
  })
  const coordinator = await someone({
    ...{ role: 'coordinator', municipalityId: here.municipalityId, organisationId: here.organisationId },
  })
  const detail = await trajectoryDetail(coordinator, body.id)
  expect(detail?.children).toHaveLength(2)
  expect((await rowsOf(opened(), 'trajectory.registered')).at(-1)).toMatchObject({
    ...{ subject_ids: [body.id], municipality_ids: [here.municipalityId], origin: 'api', result: 'done' },
  })
})

test('where the organisation stopped with the programme nothing new is registered, and what runs goes on', async () => {
  const place = await aRegisteringPlace()
  const { body: running } = await registerSent(app, place)
  yes(await endProvision(await anOperator(), place.provisionId, after(today, { days: -1 })))
  const refused = await registerSent(app, place)
  expect([refused.status, refused.body.code]).toEqual([400, 'provision-ended'])
  expect((await call(app, `/trajecten/${running.id}`, { token: place.token })).status).toBe(200)
})

test('sent twice, also at the same moment, it is one trajectory; by another key it is another', async () => {
  const send = (mark: string) =>
    call(app, '/trajecten', {
      ...{ token: here.token, headers: { 'idempotency-key': mark }, body: aFamilySent(here.provisionId) },
    })
  const mark = newId()
  const answers = [...(await Promise.all([send(mark), send(mark), send(mark)])), await send(mark)]
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
  expect((await send(newId())).body.id).not.toBe(answers[0]?.body.id)
})

test('the same mark of two systems makes two trajectories, and tells neither of the other', async () => {
  const there = await aRegisteringPlace()
  const send = ({ token, provisionId }: Registering) =>
    call(app, '/trajecten', { token, headers: { 'idempotency-key': 'gezin-0001' }, body: aFamilySent(provisionId) })
  const [one, other] = [await send(here), await send(there)]
  expect([one.status, other.status]).toEqual([201, 201])
  expect(one.body.id).not.toBe(other.body.id)
})

test.each<[string, (id: Id) => unknown, string, string]>([
  ['no such village', (id) => aFamilySent(id, { village: 'nergens' }), 'answer-not-offered', '/antwoorden/village'],
  ['no ages of children', (id) => aFamilySent(id, { children: [] }), 'answer-missing', '/antwoorden/children'],
  ['a question nobody asks', (id) => aFamilySent(id, { shoes: '42' }), 'question-unknown', '/antwoorden/shoes'],
  [
    'special personal data',
    (id) => aFamilySent(id, { 'migration-background': 'yes' }),
    'question-unknown',
    '/antwoorden/migration-background',
  ],
  [
    'what belongs to a contact',
    (id) => aFamilySent(id, { service: 'inform' }),
    'question-unknown',
    '/antwoorden/service',
  ],
  [
    'an option that is none',
    (id) => aFamilySent(id, { referrer: 'aunt' }),
    'answer-not-offered',
    '/antwoorden/referrer',
  ],
  [
    'a citizen service number',
    (id) => aFamilySent(id, { 'question-clarified': '111222333' }),
    'answer-holds-bsn',
    '/antwoorden/question-clarified',
  ],
])('a registration with %s is refused, in its place', async (_, body, reason, pointer) => {
  const answer = await call(app, '/trajecten', {
    ...{ token: here.token, headers: { 'idempotency-key': newId() }, body: body(here.provisionId) },
  })
  expect([answer.status, answer.body.errors]).toEqual([
    400,
    [{ in: 'body', location: { pointer }, code: reason, detail: expect.stringMatching(/[.?]$/) }],
  ])
})

test('a registration for tomorrow, without a key, or in a programme about one person is refused', async () => {
  const { token, provisionId } = here
  const headers = { 'idempotency-key': newId() }
  const tomorrow = { ...aFamilySent(provisionId), aangemeldOp: after(today, { days: 1 }) }
  expect(reasonOf(await call(app, '/trajecten', { token, headers, body: tomorrow }))).toEqual([400, 'day-in-future'])
  expect(reasonOf(await call(app, '/trajecten', { token, body: aFamilySent(provisionId) }))).toEqual([
    428,
    'key-missing',
  ])
  const home = await aFamilyInTwoHomes()
  const grant = { role: 'registration-system', municipalityId: home.municipalityId } as const
  const system = await aSystem({ ...grant, organisationId: home.organisationId })
  const body = aFamilySent(home.provisionId)
  expect(reasonOf(await call(app, '/trajecten', { token: system.token, headers, body }))).toEqual([
    ...[400, 'programme-about-person'],
  ])
})

test('what is about one person is not there for a system, by no address', async () => {
  const { municipalityId, organisationId, trajectories } = await aFamilyInTwoHomes()
  const { token } = await aSystem({ role: 'registration-system', municipalityId, organisationId })
  expect((await call(app, '/trajecten', { token })).body).toEqual({ resultaten: [], volgende: null })
  for (const id of Object.values(trajectories)) {
    expect((await call(app, `/trajecten/${id}`, { token })).status).toBe(404)
    expect((await call(app, `/trajecten/${id}/contacten`, { token })).status).toBe(404)
    const step = { token, headers: { 'if-match': '"1"' }, body: { naar: 'walking', op: today } }
    expect((await call(app, `/trajecten/${id}/stappen`, step)).status).toBe(404)
  }
})

test('callers and answers: who sees and changes a trajectory', async () => {
  const { id, etag } = await registered()
  const there = await aRegisteringPlace()
  const beside = await aRegisteringPlace({ municipalityId: here.municipalityId })
  const { municipalityId, organisationId } = here
  const grant = { role: 'registration-system', municipalityId, organisationId } as const
  const reading = await aSystem(grant, ['trajecten:lezen', 'contacten:lezen'])
  const ofAnotherProgramme = await aSystem({ ...grant, programmeCode: 'fathers-walk' })
  const reporting = await aSystem({ role: 'reporting-system', municipalityId })
  const table: readonly [string, string | undefined, number, number][] = [
    ['another municipality', there.token, 404, 404],
    ['another organisation here', beside.token, 404, 404],
    ['another programme here', ofAnotherProgramme.token, 404, 404],
    ['a system for figures', reporting.token, 403, 403],
    ['nobody', undefined, 401, 401],
    ['a key for reading', reading.token, 200, 403],
    ['the own system', here.token, 200, 200],
  ]
  for (const [who, token, reads, changes] of table) {
    expect([who, (await call(app, `/trajecten/${id}`, { token })).status]).toEqual([who, reads])
    expect([who, (await call(app, `/trajecten/${id}/contacten`, { token })).status]).toEqual([who, reads])
    const step = { token, headers: { 'if-match': etag }, body: { naar: 'intake', op: today } }
    expect([who, (await call(app, `/trajecten/${id}/stappen`, step)).status]).toEqual([who, changes])
    const listed = (await call(app, '/trajecten', { token })).body?.resultaten ?? []
    expect([who, listed.some((one: { id: Id }) => one.id === id)]).toEqual([who, reads === 200])
    const add = { token, headers: { 'idempotency-key': newId() }, body: aFamilySent(here.provisionId) }
    expect([who, (await call(app, '/trajecten', add)).status]).toEqual([who, changes === 200 ? 201 : changes])
  }
})

test('an unknown trajectory and one of somebody else are refused with the same words', async () => {
  const there = await aRegisteringPlace()
  const of = (await registerSent(app, there)).body.id
  const [theirs, none] = [
    await call(app, `/trajecten/${of}`, { token: here.token }),
    await call(app, `/trajecten/${newId()}`, { token: here.token }),
  ]
  expect([theirs.status, theirs.body]).toEqual([404, none.body])
  expect((await call(app, '/trajecten/geen-nummer', { token: here.token })).body).toEqual(none.body)
})

test('a change asks for the version that was read, and refuses one that somebody else changed', async () => {
  const { id, etag } = await registered()
  const step = (headers: Record<string, string>) =>
    call(app, `/trajecten/${id}/stappen`, { token: here.token, headers, body: { naar: 'intake', op: today } })
  expect(reasonOf(await step({}))).toEqual([428, 'version-missing'])
  expect(reasonOf(await step({ 'if-match': '*' }))).toEqual([428, 'version-missing'])
  expect(reasonOf(await step({ 'if-match': '"99"' }))).toEqual([412, 'changed-meanwhile'])
  const done = await step({ 'if-match': etag })
  expect([done.status, done.body.fase]).toEqual([200, 'intake'])
  expect(done.headers.get('etag')).not.toBe(etag)
  expect(reasonOf(await step({ 'if-match': etag }))).toEqual([412, 'changed-meanwhile'])
})

test('a trajectory goes its whole way: answers, steps, an anchor and a milestone', async () => {
  const { id, etag } = await registered({ question: ['break-isolation'] })
  let version = etag
  const change = async (path: string, body: object, method = 'POST') => {
    const answer = await call(app, `/trajecten/${id}${path}`, {
      ...{ method, token: here.token, headers: { 'if-match': version }, body },
    })
    if (answer.status === 200) version = answer.headers.get('etag') ?? ''
    return answer
  }
  expect((await change('/stappen', { naar: 'intake', op: today })).status).toBe(200)
  const early = await change('/stappen', { naar: 'waiting-for-match', op: today })
  expect(reasonOf(early)).toEqual([409, 'step-needs-answer'])
  const wrong = await change('/antwoorden', { op: today, antwoorden: { 'network-start': 'crowd' } }, 'PATCH')
  expect(wrong.body.errors[0].location.pointer).toBe('/antwoorden/network-start')
  const told = { 'question-clarified': 'Wat er speelt', motivation: 'Graag', 'family-situation': 'Druk' }
  const given = await change('/antwoorden', { op: today, antwoorden: { ...told, 'network-start': 'nobody' } }, 'PATCH')
  expect([given.status, given.body.antwoorden['network-start']]).toEqual([200, 'nobody'])
  expect((await change('/stappen', { naar: 'waiting-for-match', op: today })).body.fase).toBe('waiting-for-match')
  expect(reasonOf(await change('/stappen', { naar: 'active', op: today }))).toEqual([409, 'step-needs-milestone'])
  const anchored = await change('/ankers', { anker: 'match-meeting', op: today })
  expect(anchored.body.ankers).toEqual({ 'match-meeting': today })
  expect(reasonOf(await change('/ankers', { anker: 'moon', op: today }))).toEqual([400, 'anchor-unknown'])
  const done = await change('/mijlpalen', { mijlpaal: 'confirmation', op: today, uitkomst: 'both-yes' })
  expect(done.body.mijlpalen.find((one: { code: string }) => one.code === 'confirmation').isGedaan).toBe(true)
  expect((await change('/stappen', { naar: 'active', op: today })).body.fase).toBe('active')
  expect(reasonOf(await change('/stappen', { naar: 'registered', op: today }))).toEqual([409, 'step-not-from-here'])
})

test('free words are written and never read, and neither is a word that came by a file', async () => {
  const { id, etag } = await registered()
  const antwoorden = { 'question-clarified': 'Moeder is erg moe.' }
  const given = await call(app, `/trajecten/${id}/antwoorden`, {
    ...{ method: 'PATCH', token: here.token, headers: { 'if-match': etag }, body: { op: today, antwoorden } },
  })
  expect(given.status).toBe(200)
  for (const path of ['/trajecten', `/trajecten/${id}`])
    expect(JSON.stringify((await call(app, path, { token: here.token })).body)).not.toContain('moe')
})

test('the list goes on by key, narrows, and no page of it misses or repeats a trajectory', async () => {
  const there = await aRegisteringPlace()
  const actor = await theActor(there.accountId)
  const ids: Id[] = []
  for (let at = 0; at < 7; at++) {
    const holdsOn = after(today, { days: -(at % 3) })
    const answers = { village: at % 2 === 0 ? 'noord' : 'zuid' }
    const made = await registerTrajectory(actor, there.provisionId, aRegistration({ answers, holdsOn }))
    ids.push(yes(made).trajectoryId)
  }
  const { token } = there
  const seen: Id[] = []
  for (let path: string | null = '/trajecten?aantal=3'; path !== null; ) {
    const { body }: { body: { resultaten: { id: Id }[]; volgende: string | null } } = await call(app, path, { token })
    expect(body.resultaten.length).toBeLessThanOrEqual(3)
    seen.push(...body.resultaten.map(({ id }) => id))
    path = body.volgende === null ? null : body.volgende.replace('/api/v1', '')
  }
  expect(seen.toSorted()).toEqual(ids.toSorted())
  const count = async (query: string) => (await call(app, `/trajecten?${query}`, { token })).body.resultaten.length
  expect(await count('kern=noord')).toBe(4)
  expect(await count('fase=registered')).toBe(7)
  expect(await count('fase=closed')).toBe(0)
  expect(await count(`gemeente=${there.municipalityCode}`)).toBe(7)
  expect(await count('gemeente=GM0000')).toBe(0)
  expect(await count(`uitvoering=${here.provisionId}`)).toBe(0)
  for (const wrong of [
    'aantal=0',
    'aantal=201',
    'aantal=veel',
    'aantal=0x10',
    'aantal=',
    'fase=A',
    'aantal=1&aantal=2',
    'uitvoering=1',
  ])
    expect([wrong, (await call(app, `/trajecten?${wrong}`, { token })).status]).toEqual([wrong, 400])
  expect(reasonOf(await call(app, '/trajecten?na=verder', { token }))).toEqual([400, 'page-unknown'])
})
