import { readFileSync } from 'node:fs'
import type { Hono } from 'hono'
import pino from 'pino'
import { municipalityWithId } from '../../capabilities/access/queries.ts'
import { addServiceAccount, makeToken, type ServiceGrant } from '../../capabilities/access/service-accounts/actions.ts'
import { serviceAccounts } from '../../capabilities/access/service-accounts/queries.ts'
import { TOKEN_SCOPES, type TokenScope } from '../../capabilities/access/service-accounts/token.ts'
import { publishProgramme } from '../../capabilities/programmes/actions.ts'
import { after, dayAt } from '../../foundation/day.ts'
import { type Id, newId } from '../../foundation/id.ts'
import { buildApp } from '../../server/app.ts'
import { restartSignIn } from './signing-in.ts'
import { aMunicipality, anOperator, aProvision, yes } from './world.ts'

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
export function theApi(baseUrl = 'https://voorveld.example'): Hono {
  restartSignIn() // requests are counted under a key of signing in
  return buildApp({
    baseUrl: new URL(baseUrl),
    isDemo: false,
    isStopping: () => false,
    apiPerMinute: 1_000_000,
    logger: pino({ level: 'silent' }),
    sessionOf: async () => undefined,
  })
}

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

/** The code of a programme for families that systems register in, with something to ask at every contact. */
export const SYSTEM_PROGRAMME = 'hand-in-hand'

/** Publishes it; once per database. */
export async function publishForSystems(): Promise<void> {
  const text = readFileSync('programmes/home-start.json', 'utf8').replaceAll('home-start', SYSTEM_PROGRAMME)
  const definition = JSON.parse(text) as Record<string, unknown> & { questions: object[] } // checked when it is published
  const words = (nl: string, en: string) => ({ nl, en })
  const service = {
    ...{ code: 'service', type: 'choice', asked: 'contact', required: true, columns: [], keepMonths: 12 },
    ask: words('Wat deed je?', 'What did you do?'),
    purpose: words('Weten wat helpt.', 'To know what helps.'),
    options: ['inform', 'support'].map((code) => ({ code, name: words(code, code), synonyms: [] })),
  }
  const questions = [...definition.questions, service]
  const name = words('Hand in hand', 'Hand in hand')
  yes(await publishProgramme(await anOperator(), { ...definition, name, questions }))
}

export type Registering = System & {
  readonly municipalityId: Id
  readonly municipalityCode: string
  readonly organisationId: Id
  readonly provisionId: Id
}

let places = 0

/** A provision of that programme in a place of its own, with the system of the organisation that carries it out. */
export async function aRegisteringPlace(at: { readonly municipalityId?: Id } = {}): Promise<Registering> {
  const municipalityId = at.municipalityId ?? (await aMunicipality({ code: `GM${7100 + ++places}` }))
  const { id: provisionId, organisationId } = await aProvision({ municipalityId, programmeCode: SYSTEM_PROGRAMME })
  const system = await aSystem({ role: 'registration-system', municipalityId, organisationId })
  const municipalityCode = (await municipalityWithId(await anOperator(), municipalityId))?.code ?? ''
  return { ...system, municipalityId, municipalityCode, organisationId, provisionId }
}

/** What a system sends of a family. */
export const aFamilySent = (uitvoering: Id, more: object = {}) => ({
  uitvoering,
  aangemeldOp: dayAt(new Date()),
  antwoorden: { village: 'noord', children: [{ jaren: 3 }, { wekenZwanger: 30 }], ...more },
})

/** Sends it, and gives the trajectory as it was answered. */
export async function registerSent(app: Hono, { token, provisionId }: Registering, more: object = {}): Promise<Called> {
  const headers = { 'idempotency-key': newId() }
  return call(app, '/trajecten', { token, headers, body: aFamilySent(provisionId, more) })
}
