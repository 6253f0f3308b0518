import Ajv, { type ValidateFunction } from 'ajv'
import { sql } from 'drizzle-orm'
import type { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { after, dayAt } from '../../foundation/day.ts'
import { type Id, newId } from '../../foundation/id.ts'
import { withDatabase } from '../support/database.ts'
import { asOwner } from '../support/logs.ts'
import { aReceivingPlace, aRequestIn, publishReceiving } from '../support/requests.ts'
import {
  aRegisteringPlace,
  aSystem,
  call,
  publishForSystems,
  type Registering,
  registerSent,
  SYSTEM_PROGRAMME,
  theApi,
} from '../support/systems.ts'
import { aProvision } from '../support/world.ts'
import { asText, broken, chance, type Description, HOSTILE_VALUES, maker, type Operation } from './described.ts'

// A fuzz made of the description itself: whatever is sent, the answer is one that the description names, and it holds
// nothing of another organisation. Another seed, for looking further: VOORVELD_FUZZ_SEED and VOORVELD_FUZZ_TIMES.

const opened = withDatabase()
const SEED = Number(process.env.VOORVELD_FUZZ_SEED ?? 1)
const TIMES = Number(process.env.VOORVELD_FUZZ_TIMES ?? 120)
const MARK = 'Geheimzinnig'
const today = dayAt(new Date())
let app: Hono
let description: Description
let own: Registering & { trajectories: Id[]; requests: Id[] }
let others: { ids: Id[]; tables: string }

/** A place where families are registered and requests received by one organisation, with a few of both. */
async function aWorld(mark: string): Promise<typeof own> {
  const receiving = await aReceivingPlace()
  const { municipalityId, organisationId } = receiving
  const { id: provisionId } = await aProvision({ municipalityId, organisationId, programmeCode: SYSTEM_PROGRAMME })
  const system = await aSystem({ role: 'registration-system', municipalityId, organisationId })
  const [code] = receiving.place.split('/')
  const here = { ...system, municipalityId, organisationId, provisionId, municipalityCode: code ?? '' }
  const trajectories: Id[] = []
  for (let at = 0; at < 4; at++) trajectories.push((await registerSent(app, here)).body.id)
  const requests = [await aRequestIn(receiving.place, { name: mark, words: mark }), await aRequestIn(receiving.place)]
  return { ...here, trajectories, requests }
}

beforeAll(async () => {
  app = theApi()
  await publishForSystems()
  await publishReceiving()
  own = await aWorld('Noor')
  const other = await aWorld(MARK)
  const beside = await aRegisteringPlace({ municipalityId: own.municipalityId })
  const besideId = (await registerSent(app, beside)).body.id as Id // just made
  const ids = [
    ...other.trajectories,
    ...other.requests,
    other.provisionId,
    besideId,
    beside.provisionId,
    other.accountId,
  ]
  others = { ids, tables: await rowsOf([other.organisationId, beside.organisationId]) }
  description = (await call(app, '/openapi.json')).body
}, 120_000)

/** Every row of files and requests of these organisations, as text. */
async function rowsOf(organisations: readonly Id[]): Promise<string> {
  const list = sql.join(
    organisations.map((id) => sql`${id}::uuid`),
    sql`, `,
  )
  const provisions = sql`(select id from provisions where organisation_id in (${list}))`
  const [row] = await asOwner<{ all: string }>(
    opened(),
    sql`select jsonb_build_array(
      (select jsonb_agg(t order by t.id) from trajectories t where t.provision_id in ${provisions}),
      (select jsonb_agg(e order by e.id) from trajectory_events e where e.provision_id in ${provisions}),
      (select jsonb_agg(h order by h.id) from help_requests h where h.provision_id in ${provisions}))::text as all`,
  )
  return row?.all ?? ''
}

const operations = (): { path: string; method: string; operation: Operation }[] =>
  Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )

/** Whether an answer is as the description says, by operation and status. */
function answerChecks(): (operation: Operation, status: number, body: unknown) => string | undefined {
  const ajv = new Ajv({ strict: false, validateFormats: false })
  ajv.addSchema(description, 'api')
  const known = new Map<string, ValidateFunction>()
  return (operation, status, body) => {
    const answer = operation.responses[String(status)]
    if (answer === undefined) return `status ${status} is not described`
    const [type] = Object.keys(answer.content ?? {})
    const schema = type === undefined ? undefined : answer.content?.[type]?.schema
    if (schema === undefined) return undefined
    const key = `${operation.operationId} ${status}`
    const check = known.get(key) ?? ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/')))
    known.set(key, check)
    return check(body) ? undefined : `${JSON.stringify(check.errors?.[0])}`
  }
}

type Sent = { readonly path: string; readonly init: RequestInit }

/** A request for an operation: one that fits, with nothing, one or more things wrong. */
function sender(random: () => number) {
  const fitting = {
    ids: [...own.trajectories, ...own.requests, ...Array(12).fill(own.provisionId), ...others.ids, newId()],
    days: [
      today,
      today,
      after(today, { days: -3 }),
      '2024-05-05',
      after(today, { days: 1 }),
      '1900-01-01',
      '2999-12-31',
    ],
    codes: [
      ...[SYSTEM_PROGRAMME, `${SYSTEM_PROGRAMME}-registered`, 'open-door', 'registered', 'intake', 'match-meeting'],
      ...['confirmation', 'noord', own.municipalityCode, 'GM0148', 'take', 'village', 'village+referrer'],
    ],
    texts: ['Iets', MARK, 'x'.repeat(300), ...HOSTILE_VALUES.filter((one) => typeof one === 'string')],
    answers: [
      ...Array(4).fill({ village: 'noord', children: [{ jaren: 3 }] }),
      { service: 'support' },
      { 'network-start': 'nobody', motivation: 'Graag' },
      { place: `${own.municipalityCode}/noord`, who: 'parent', about: ['money'], reach: 'none' },
    ],
  }
  const { make, one } = maker(description, fitting, random)
  const some = (value: unknown): string =>
    asText(random() < 0.25 ? one(HOSTILE_VALUES) : value)
      .toWellFormed()
      .slice(0, 3_000)
  return (path: string, method: string, { parameters = [], requestBody }: Operation): Sent => {
    const at = (where: string) => parameters.filter((parameter) => parameter.in === where)
    const filled = at('path').reduce(
      (text, { name, schema }) => text.replace(`{${name}}`, encodeURIComponent(some(make(schema))) || '-'),
      path,
    )
    const query = at('query').flatMap(({ name, schema }) => {
      if (random() < 0.5) return []
      const said = `${name}=${random() < 0.05 ? '%E0%A4%A' : encodeURIComponent(some(make(schema)))}`
      return random() < 0.05 ? [said, said] : [said]
    })
    const schema = requestBody?.content['application/json']?.schema
    const body = schema === undefined ? undefined : make(schema)
    const headers: Record<string, string> = {
      authorization: `Bearer ${own.token}`,
      'idempotency-key': random() < 0.9 ? newId() : one(['', 'x', 'é'.repeat(3), 'a'.repeat(200)]),
      'if-match': random() < 0.9 ? `"${1 + Math.floor(random() * 3)}"` : one(['*', '1', 'W/"1"', '"99999999999"', '']),
      ...(body !== undefined && {
        'content-type': random() < 0.95 ? 'application/json' : one(['text/plain', 'x', '']),
      }),
      ...(random() < 0.05 && { accept: one(['text/html', '*/*;q=0', 'application/json;q=0.1', ';;,', 'é']) }),
      ...(random() < 0.05 && { 'content-encoding': 'gzip' }),
    }
    return {
      path: `/api/v1${filled}${query.length === 0 ? '' : `?${query.join('&')}`}`,
      init: { method: method.toUpperCase(), headers, ...(body !== undefined && { body: asBody(body) }) },
    }
  }

  function asBody(body: unknown): string | Uint8Array<ArrayBuffer> {
    const wrong = random() < 0.4 ? 0 : Math.floor(random() * 4)
    let value = body
    for (let times = 0; times < wrong; times++) value = broken(value, random)
    const text = JSON.stringify(value) ?? ''
    const raw = [
      text.slice(0, -1),
      `${text}${text}`,
      'null',
      '',
      '[',
      '{"a":1,"a":2}',
      `[${'['.repeat(9_000)}`,
      '\uFEFF{}',
    ]
    if (random() < 0.05) return new Uint8Array([0x7b, 0xff, 0xfe, 0x22, 0xc0, 0x7d])
    if (random() < 0.03) return `{"a":"${'x'.repeat(70_000)}"}`
    return random() < 0.08 ? one(raw) : text
  }
}

test('whatever is sent to any endpoint, the answer is one that is described, and holds nothing of others', async () => {
  const random = chance(SEED)
  const send = sender(random)
  const wrongIn = answerChecks()
  const faults: string[] = []
  const statuses = new Map<number, number>()
  for (let time = 0; time < TIMES; time++) {
    for (const { path, method, operation } of operations()) {
      const { path: asked, init } = send(path, method, operation)
      const response = await app.request(asked, headersWritable(init))
      const text = await response.text()
      const body: unknown = text === '' ? undefined : JSON.parse(text)
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
      // An address that was broken in its path is another one, which is not there.
      const wrong = response.status === 404 ? undefined : wrongIn(operation, response.status, body)
      const told = others.ids.filter((id) => text.includes(id))
      const isOther = text.includes(`"${MARK}"`) && response.status < 400 && !String(init.body).includes(MARK)
      if (response.status >= 500 || wrong !== undefined || told.length > 0 || isOther)
        faults.push(
          `seed ${SEED}: ${init.method} ${asked.slice(0, 200)} ${String(init.body).slice(0, 300)}: ${response.status} ${wrong ?? ''} ${told}`,
        )
    }
  }
  expect(faults).toEqual([])
  // It sends what is right as well, or nothing behind the first check would be tried.
  for (const status of [200, 201, 400, 404, 412, 415, 428])
    expect([status, statuses.get(status) ?? 0]).not.toEqual([status, 0])
}, 120_000)

/** A header that no browser or server would send cannot even be asked. */
function headersWritable(init: RequestInit): RequestInit {
  const headers = Object.entries(init.headers as Record<string, string>).filter(([, value]) =>
    /^[\x20-\x7e]*$/.test(value),
  ) // as made above
  return { ...init, headers: Object.fromEntries(headers) }
}

test('after all of that, nothing of others has changed', async () => {
  const [mine] = await asOwner<{ n: number }>(
    opened(),
    sql`select count(*)::int as n from trajectories where organisation_id = ${own.organisationId}`,
  )
  expect(mine?.n).toBeGreaterThan(own.trajectories.length)
  const organisations = await asOwner<{ id: Id }>(
    opened(),
    sql`select distinct organisation_id as id from trajectories where organisation_id <> ${own.organisationId}`,
  )
  expect(await rowsOf(organisations.map(({ id }) => id))).toBe(others.tables)
})
