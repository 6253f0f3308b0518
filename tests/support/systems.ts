import type { Hono } from 'hono'
import pino from 'pino'
import { addServiceAccount, makeToken, type ServiceGrant } from '../../capabilities/access/service-accounts/actions.ts'
import { serviceAccounts } from '../../capabilities/access/service-accounts/queries.ts'
import { TOKEN_SCOPES, type TokenScope } from '../../capabilities/access/service-accounts/token.ts'
import { after, dayAt } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import { buildApp } from '../../server/app.ts'
import { anOperator, yes } from './world.ts'

let made = 0

export type System = { readonly accountId: Id; readonly tokenId: Id; readonly token: string }

/** The account of another system with a key for all that it may, unless told otherwise. */
export async function aSystem(grant: ServiceGrant, only?: readonly TokenScope[]): Promise<System> {
  const operator = await anOperator()
  const { id: accountId } = yes(await addServiceAccount(operator, { name: `Systeem ${++made}`, grant }))
  const own = (await serviceAccounts(operator)).find(({ id }) => id === accountId)
  const scopes = only ?? TOKEN_SCOPES.filter((scope) => own?.scopes.includes(scope))
  const expiresOn = after(dayAt(new Date()), { days: 30 })
  const { id: tokenId, token } = yes(await makeToken(operator, accountId, { label: 'proef', scopes, expiresOn }))
  return { accountId, tokenId, token }
}

/** The product without anybody signed in, as another system reaches it. */
export const theApi = (baseUrl = 'https://voorveld.example'): Hono =>
  buildApp({
    baseUrl: new URL(baseUrl),
    isDemo: false,
    isStopping: () => false,
    logger: pino({ level: 'silent' }),
    sessionOf: async () => undefined,
  })

export type Called = {
  readonly status: number
  readonly headers: Headers
  // The answers of an API are looked into by name; each test says what it expects there.
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly body: any
}

export type Call = {
  readonly token?: string | undefined
  readonly method?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** One call below `/api/v1`, with JSON when there is a body. */
export async function call(app: Hono, path: string, { token, method, body, headers }: Call = {}): Promise<Called> {
  const response = await app.request(`/api/v1${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) }
}
