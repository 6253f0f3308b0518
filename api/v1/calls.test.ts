import { z } from '@hono/zod-openapi'
import { sql } from 'drizzle-orm'
import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { beforeAll, expect, test } from 'vitest'
import { revokeToken, switchServiceAccount } from '../../capabilities/access/service-accounts/actions.ts'
import { publishProgramme } from '../../capabilities/programmes/actions.ts'
import { type Id, newId } from '../../foundation/id.ts'
import { withDatabase } from '../../tests/support/database.ts'
import { rowsOf } from '../../tests/support/logs.ts'
import { homeStart } from '../../tests/support/programmes.ts'
import { afterwards } from '../../tests/support/signing-in.ts'
import { aSystem, type Call, call, type System, theApi } from '../../tests/support/systems.ts'
import { aMunicipality, anOperator, anOrganisation, yes } from '../../tests/support/world.ts'
import { API_VERSION } from './document.ts'
import { endpoint } from './endpoint.ts'
import { endpoints } from './routes.ts'
import { buildApi } from './serve.ts'

// What holds for every call, whatever it asks: each line is a caller or a way of asking, and what it gets.

const opened = withDatabase()
let app: Hono
let municipalityId: Id
let organisationId: Id
let system: System

beforeAll(async () => {
  app = theApi()
  yes(await publishProgramme(await anOperator(), homeStart()))
  municipalityId = await aMunicipality()
  organisationId = await anOrganisation()
  system = await aSystem({ role: 'registration-system', municipalityId, organisationId })
})

test.each<[string, string, Call, number, string | undefined]>([
  ['without a key', '/programmas', {}, 401, 'token'],
  ['with a key that never was', '/programmas', { token: 'vv_'.padEnd(46, 'x') }, 401, 'token'],
  ['with a session of a browser', '/programmas', { headers: { cookie: 'voorveld=1' } }, 401, 'token'],
  ['at an address that is none', '/nergens', {}, 404, 'not-found'],
  ['at an address with a slash behind it', '/programmas/', {}, 404, 'not-found'],
  ['with a method that is not there', '/programmas', { method: 'DELETE' }, 405, 'method'],
  ['wanting a page', '/programmas', { headers: { accept: 'text/html' } }, 406, 'accept'],
  ['wanting no JSON at all', '/programmas', { headers: { accept: 'application/json;q=0' } }, 406, 'accept'],
])('a call %s is refused as a problem', async (_, path, asked, status, code) => {
  const { status: got, headers, body } = await call(app, path, asked)
  expect([got, body.status, body.code]).toEqual([status, status, code])
  expect(headers.get('content-type')).toBe('application/problem+json')
  expect(headers.get('api-version')).toBe(API_VERSION)
  expect(body.title).not.toBe('')
  expect(body.detail).toMatch(/[.]$/)
})

test('a refusal says it in the language that was asked', async () => {
  const say = async (language: string) =>
    (await call(app, '/programmas', { headers: { 'accept-language': language } })).body.detail
  expect(await say('en-GB,nl;q=0.5')).toMatch(/^Send a valid key/)
  expect(await say('nl')).toMatch(/^Stuur een geldige sleutel/)
  expect(await say('fr')).toMatch(/^Stuur een geldige sleutel/)
})

test('what is wrong with a value is told in the language that was asked', async () => {
  const say = async (language: string) => {
    const asked = { token: system.token, headers: { 'accept-language': language } }
    return (await call(app, `/programmas/${homeStart().code}?versie=0`, asked)).body.errors[0].detail
  }
  expect(await say('nl')).toMatch(/^Te klein/)
  expect(await say('en')).toMatch(/^Too small/)
})

test('what may be asked at an address is told without a key, and a HEAD is answered as a GET without its body', async () => {
  const options = await call(app, '/programmas', { method: 'OPTIONS' })
  expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS'])
  expect((await call(app, '/programmas', { method: 'PUT' })).headers.get('allow')).toBe('GET, HEAD, OPTIONS')
  const head = await call(app, '/programmas', { method: 'HEAD', token: system.token })
  expect([head.status, head.body, head.headers.get('api-version')]).toEqual([200, undefined, API_VERSION])
})

test('anybody reads the description, from any site', async () => {
  const { status, headers, body } = await call(app, '/openapi.json')
  expect([status, headers.get('access-control-allow-origin')]).toEqual([200, '*'])
  expect(body.openapi).toBe('3.0.3')
  expect(body.servers).toEqual([{ url: 'https://voorveld.example/api/v1', description: 'Deze installatie' }])
})

test('a key opens what it is for and nothing else', async () => {
  const { token } = await aSystem({ role: 'reporting-system', municipalityId }, ['maten:lezen'])
  const { status, body } = await call(app, '/programmas', { token })
  expect([status, body.code]).toEqual([403, 'scope'])
  expect(body.detail).toContain('programmas:lezen')
})

test('a key taken back and a key of an account switched off are refused alike', async () => {
  const operator = await anOperator()
  const revoked = await aSystem({ role: 'registration-system', municipalityId, organisationId })
  yes(await revokeToken(operator, revoked.tokenId))
  const off = await aSystem({ role: 'registration-system', municipalityId, organisationId })
  yes(await switchServiceAccount(operator, off.accountId, false))
  const [one, other] = [await call(app, '/programmas', revoked), await call(app, '/programmas', off)]
  expect([one.status, one.body]).toEqual([401, other.body])
  expect(one.headers.get('www-authenticate')).toBe('Bearer realm="voorveld"')
})

test.each<[string, (system: System) => Promise<unknown>]>([
  ['was taken back', async ({ tokenId }) => revokeToken(await anOperator(), tokenId)],
  [
    'ended',
    ({ tokenId }) =>
      afterwards(sql`update service_tokens set created_at = now() - interval '9 days', expires_at = now() - interval '1 minute'
        where id = ${tokenId}`),
  ],
  [
    'is of an account that was switched off',
    async ({ accountId }) => switchServiceAccount(await anOperator(), accountId, false),
  ],
  [
    'is of an account whose time has ended',
    ({ accountId }) =>
      afterwards(
        sql`update grants set starts_on = access.today() - 9, ends_on = access.today() - 2 where person_id = ${accountId}`,
      ),
  ],
])('a key that %s between two requests opens nothing from the next one on', async (_, happens) => {
  const fresh = await aSystem({ role: 'registration-system', municipalityId, organisationId })
  const ask = () => call(app, '/programmas', { token: fresh.token })
  expect((await ask()).status).toBe(200)
  await happens(fresh)
  const { status, headers, body } = await ask()
  expect([status, body.status, body.code]).toEqual([401, 401, 'token'])
  expect(headers.get('content-type')).toBe('application/problem+json')
  expect(headers.get('www-authenticate')).toMatch(/^Bearer/)
  expect(body).toEqual((await call(app, '/programmas', { token: 'vv_'.padEnd(46, 'x') })).body)
  const posted = await call(app, '/trajecten', {
    token: fresh.token,
    body: {},
    headers: { 'idempotency-key': newId() },
  })
  expect(posted.status).not.toBe(201)
})

test('what is asked and answered is in the audit log, under the account of the system', async () => {
  await call(app, '/programmas', { token: system.token })
  await call(app, '/programmas/nergens', { token: system.token })
  const row = (await rowsOf(opened(), 'programme.listed')).at(-1)
  expect(row).toMatchObject({ actor_id: system.accountId, origin: 'api', route: '/api/v1/programmas', result: 'done' })
  expect(row?.acting_roles).toEqual(['registration-system'])
  const refused = (await rowsOf(opened(), 'programme.read')).at(-1)
  expect(refused).toMatchObject({ result: 'refused', reason: 'not-found', route: '/api/v1/programmas/{code}' })
})

test('programmes are listed, and one is told whole, in an earlier version too', async () => {
  const { token } = system
  const list = await call(app, '/programmas', { token })
  expect(list.body.resultaten).toEqual([expect.objectContaining({ code: homeStart().code, over: 'gezin' })])
  const one = await call(app, `/programmas/${homeStart().code}`, { token })
  expect(one.body.fasen.map(({ code }: { code: string }) => code)).toEqual(homeStart().phases.map(({ code }) => code))
  expect(one.body.vragen.length).toBeGreaterThan(3)
  const version = await call(app, `/programmas/${homeStart().code}?versie=${homeStart().version}`, { token })
  expect(version.body).toEqual(one.body)
  expect((await call(app, `/programmas/${homeStart().code}?versie=9999`, { token })).status).toBe(404)
  const wrong = await call(app, `/programmas/${homeStart().code}?versie=nul`, { token })
  expect([wrong.status, wrong.body.errors[0].location]).toEqual([400, { name: 'versie' }])
})

test('questions about special personal data go by no API', async () => {
  const special = homeStart().questions.filter((one) => one.special === true)
  expect(special.length).toBeGreaterThan(0)
  const { body } = await call(app, `/programmas/${homeStart().code}`, { token: system.token })
  for (const { code } of special) expect(body.vragen.some((one: { code: string }) => one.code === code)).toBe(false)
})

const parts = {
  baseUrl: new URL('https://voorveld.example'),
  networkOf: () => '192.0.2.1',
  perMinute: 600,
  notLongerThan: (maxSize: number, onError: NonNullable<Parameters<typeof bodyLimit>[0]['onError']>) =>
    bodyLimit({ maxSize, onError }),
  kindOf: () => 'fault' as const,
  logFault: () => undefined,
}

test('a key that asks too much waits, and another does not', async () => {
  const slow = buildApi(endpoints, { ...parts, perMinute: 3 })
  const ask = (token: string) => slow.request('/programmas', { headers: { authorization: `Bearer ${token}` } })
  const [one, other] = [
    await aSystem({ role: 'registration-system', municipalityId, organisationId }),
    await aSystem({ role: 'registration-system', municipalityId, organisationId }),
  ]
  for (let turn = 0; turn < 3; turn++) expect((await ask(one.token)).status).toBe(200)
  const refused = await ask(one.token)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await ask(other.token)).status).toBe(200)
})

test('every process counts along, also for what is asked side by side, and every answer tells what is left', async () => {
  const [one, other] = [1, 2].map(() => buildApi(endpoints, { ...parts, perMinute: 10 }))
  const { token } = await aSystem({ role: 'registration-system', municipalityId, organisationId })
  const ask = async (process: Hono | undefined) =>
    process?.request('/programmas', { headers: { authorization: `Bearer ${token}` } })
  const asked = await Promise.all(Array.from({ length: 14 }, (_, at) => ask(at % 2 === 0 ? one : other)))
  expect(asked.map((answer) => answer?.status).sort()).toEqual([...Array(10).fill(200), ...Array(4).fill(429)])
  const told = (name: string) => asked.map((answer) => Number(answer?.headers.get(name)))
  expect(new Set(told('x-rate-limit-limit'))).toEqual(new Set([10]))
  expect(told('x-rate-limit-remaining').toSorted((less, more) => less - more)).toEqual([
    ...[0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  ])
  for (const seconds of told('x-rate-limit-reset')) expect(seconds > 0 && seconds <= 60).toBe(true)
})

test('a key of which a process takes some turns at once waits after as many', async () => {
  const here = buildApi(endpoints, { ...parts, perMinute: 100 })
  const { token } = await aSystem({ role: 'registration-system', municipalityId, organisationId })
  const asked: (Response | undefined)[] = []
  for (let turn = 0; turn < 102; turn++)
    asked.push(await here.request('/programmas', { headers: { authorization: `Bearer ${token}` } }))
  expect(asked.map((answer) => answer?.status)).toEqual([...Array(100).fill(200), 429, 429])
  expect(asked.slice(97).map((answer) => answer?.headers.get('x-rate-limit-remaining'))).toEqual([
    '2',
    '1',
    '0',
    '0',
    '0',
  ])
})

test('somebody who keeps trying keys waits as well', async () => {
  const here = buildApi(endpoints, parts)
  const seen = new Set<number>()
  for (let turn = 0; turn < 61; turn++) seen.add((await here.request('/programmas')).status)
  expect([...seen]).toEqual([401, 429])
})

test.each([
  ['away', 503],
  ['fault', 500],
  ['unreadable', 400],
] as const)('a fault that is "%s" is told as %i, with nothing of the fault itself', async (kind, status) => {
  const broken = endpoint(
    {
      ...{ id: 'stuk', method: 'get', path: '/stuk', tag: 'Stuk', summary: 'Stuk', scope: 'programmas:lezen' },
      ...{ may: ['list', 'programme'], act: 'programme.listed', answer: z.object({}) },
    },
    () => {
      throw new Error('the name of somebody')
    },
  )
  const logged: unknown[] = []
  const here = buildApi([broken], { ...parts, kindOf: () => kind, logFault: (_, fault) => logged.push(fault) })
  const response = await here.request('/stuk', { headers: { authorization: `Bearer ${system.token}` } })
  const text = await response.text()
  expect([response.status, text.includes('somebody')]).toEqual([status, false])
  expect(logged.length).toBe(kind === 'unreadable' ? 0 : 1)
})
