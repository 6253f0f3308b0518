import { randomBytes } from 'node:crypto'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { maySomewhere } from '../../capabilities/access/access.ts'
import { loadActor } from '../../capabilities/access/queries.ts'
import { type Admitted, admit, type TokenBehind } from '../../capabilities/access/service-accounts/queries.ts'
import { audited } from '../../capabilities/privacy/audit.ts'
import { inScope, onceMore } from '../../database/transaction.ts'
import { dayAt } from '../../foundation/day.ts'
import { apiWords } from '../../web/words/api.ts'
import type { Lang } from '../../web/words/words.ts'
import { API_AT, API_VERSION, documentOf } from './document.ts'
import type { ApiRefused, Asked, Endpoint, Given } from './endpoint.ts'
import { type Problem, type ProblemStatus, problem, refused } from './problem.ts'
import { acceptsJson, notFound, readRequest } from './reading.ts'

/** More than a registration ever is. */
const LARGEST_BODY = 64 * 1024

export type ApiParts = {
  readonly baseUrl: URL
  /** The network behind a request, for counting keys that are none. */
  readonly networkOf: (c: Context) => string
  readonly kindOf: (fault: unknown) => 'away' | 'unreadable' | 'fault'
  readonly logFault: (c: Context, fault: unknown) => void
  /** Refuses what is sent with more bytes than this. */
  readonly notLongerThan: (most: number, onError: (c: Context) => Response | Promise<Response>) => MiddlewareHandler
  /** Requests a minute for one key. */
  readonly perMinute: number
}

/** The API as an application of its own: everything below `/api/v1`, with its own way to say no. */
export function buildApi(endpoints: readonly Endpoint[], parts: ApiParts): Hono {
  const api = new Hono()
  api.use(async (c, next) => {
    c.header('API-Version', API_VERSION)
    await next()
  })
  api.use(parts.notLongerThan(LARGEST_BODY, (c) => say(c, plain(c, 413, 'too-large', apiWords[langOf(c)].tooLarge))))
  mountDescription(api, endpoints, parts.baseUrl)
  for (const [path, those] of Map.groupBy(endpoints, ({ path }) => path)) {
    const methods = new Map(those.map((one) => [one.method.toUpperCase(), one]))
    api.all(path.replace(/\{(\w+)\}/g, ':$1'), (c) => answer(c, methods, parts))
  }
  api.all('*', (c) => say(c, notFound(langOf(c))))
  api.onError((thrown, c) => {
    const kind = parts.kindOf(thrown)
    if (kind !== 'unreadable') parts.logFault(c, thrown)
    const words = apiWords[langOf(c)]
    if (kind === 'unreadable') return say(c, plain(c, 400, 'unreadable', words.unreadable))
    if (kind === 'fault') return say(c, plain(c, 500, 'fault', words.fault))
    c.header('Retry-After', '60')
    return say(c, plain(c, 503, 'away', words.away))
  })
  return api
}

function mountDescription(api: Hono, endpoints: readonly Endpoint[], baseUrl: URL): void {
  // Making it takes longer than starting all else of the API.
  let document: string | undefined
  api.all('/openapi.json', (c) => {
    c.header('Access-Control-Allow-Origin', '*')
    const stopped = notHere(c, ['GET'])
    if (stopped !== undefined) return stopped
    document ??= JSON.stringify(documentOf(endpoints, baseUrl))
    return c.body(document, 200, { 'Content-Type': 'application/json' })
  })
}

/** What comes before anybody is asked who they are: the method and what the answer may be written in. */
function notHere(c: Context, methods: readonly string[]): Response | undefined {
  const allowed = [...new Set([...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'])].join(', ')
  if (c.req.method === 'OPTIONS') return c.body(null, 204, { Allow: allowed })
  const method = c.req.method === 'HEAD' ? 'GET' : c.req.method
  if (!methods.includes(method)) {
    c.header('Allow', allowed)
    return say(c, plain(c, 405, 'method', apiWords[langOf(c)].method(allowed)))
  }
  return acceptsJson(c.req.header('accept')) ? undefined : say(c, plain(c, 406, 'accept', apiWords[langOf(c)].accept))
}

async function answer(c: Context, methods: ReadonlyMap<string, Endpoint>, parts: ApiParts): Promise<Response> {
  const stopped = notHere(c, [...methods.keys()])
  if (stopped !== undefined) return stopped
  const one = methods.get(c.req.method === 'HEAD' ? 'GET' : c.req.method)
  if (one === undefined) return say(c, notFound(langOf(c)))
  const lang = langOf(c)
  const { token, turn, limit } = await admit({
    token: c.req.header('authorization')?.match(/^Bearer ([\w-]+)$/i)?.[1] ?? '',
    network: parts.networkOf(c),
    perMinute: parts.perMinute,
  })
  tellTurn(c, turn, limit)
  if (!turn.isAllowed) {
    const wait = Math.max(1, turn.waitSeconds)
    c.header('Retry-After', String(wait))
    return say(c, plain(c, 429, 'too-many', apiWords[lang].wait(wait)))
  }
  if (token === undefined) return unknownToken(c)
  if (!token.scopes.includes(one.scope)) return say(c, noScope(c, one))
  const read = await readRequest(c, one, token.accountId, lang)
  return 'problem' in read ? say(c, read.problem) : handled(c, one, token, read.asked)
}

function unknownToken(c: Context): Response {
  c.header('WWW-Authenticate', 'Bearer realm="voorveld"')
  return say(c, plain(c, 401, 'token', apiWords[langOf(c)].noToken))
}

const noScope = (c: Context, { scope }: Endpoint): Problem => plain(c, 403, 'scope', apiWords[langOf(c)].noScope(scope))

type Part = Pick<Asked<unknown, unknown, unknown>, 'params' | 'query' | 'body' | 'version' | 'key'>

/** One transaction as the account of the key, one audit row, one answer. */
async function handled(c: Context, one: Endpoint, token: TokenBehind, part: Part): Promise<Response> {
  const acting = { personId: token.accountId, traceId: randomBytes(16).toString('hex') }
  const now = new Date()
  const asked = { ...part, lang: langOf(c), now, today: dayAt(now), again: again(c) }
  const work = async (): Promise<Response> => {
    const actor = await loadActor(acting.personId, acting.traceId, 'api')
    // Switched off meanwhile, or every grant has ended: the key opens nothing, whatever it is for.
    if (actor === undefined || actor.grants.length === 0) return unknownToken(c)
    if (!maySomewhere(actor, ...one.may)) return say(c, noScope(c, one))
    const act = { act: one.act, route: `${API_AT}${one.path}` }
    return send(c, one, await audited(actor, act, () => one.handle(actor, asked)))
  }
  return onceMore(() => inScope(acting, work, one.method === 'get'))
}

function send(c: Context, one: Endpoint, answered: { ok: true; value: Given<unknown> } | ApiRefused): Response {
  if (!answered.ok) return say(c, refused(langOf(c), answered, answered.errors))
  const { body, version, location } = answered.value
  if (version !== undefined) c.header('ETag', `"${version}"`)
  if (location !== undefined) c.header('Location', `${API_AT}${location}`)
  return c.json(body, one.status ?? 200)
}

const plain = (c: Context, status: ProblemStatus, code: string, detail: string): Problem =>
  problem(langOf(c), { status, code, detail })

const say = (c: Context, said: Problem): Response =>
  c.body(JSON.stringify(said), said.status as ProblemStatus, { 'Content-Type': 'application/problem+json' }) // made from one

const langOf = (c: Context): Lang => (/^\s*en\b/i.test(c.req.header('accept-language') ?? '') ? 'en' : 'nl')

/** How many turns there are, are left, and when they are all back, as the Dutch API strategy names these headers. */
function tellTurn(c: Context, { left, waitSeconds }: Admitted['turn'], { points }: Admitted['limit']): void {
  c.header('X-Rate-Limit-Limit', String(points))
  c.header('X-Rate-Limit-Remaining', String(left))
  c.header('X-Rate-Limit-Reset', String(waitSeconds))
}

const again =
  (c: Context) =>
  (query: Readonly<Record<string, string>>): string => {
    const url = new URL(c.req.url)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    return url.pathname + url.search
  }
