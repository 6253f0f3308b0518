import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Endpoint } from './endpoint.ts'
import { PROBLEM_STATUSES, type ProblemStatus, problemFormat } from './problem.ts'

/** Semantic version of the interface, apart from that of the product: a field that goes or changes makes it 2. */
export const API_VERSION = '1.0.0'

/** Below it stands everything; the major version is in the address (ADR /core/uri-version). */
export const API_AT = '/api/v1'

const versionHeader = {
  'API-Version': {
    schema: { type: 'string' as const },
    description: 'Volledige versie van deze API',
    example: API_VERSION,
  },
}
const integerHeader = (description: string, example: number) => ({
  schema: { type: 'integer' as const },
  ...{ description, example },
})
const turnHeaders = {
  'X-Rate-Limit-Limit': integerHeader('Hoeveel verzoeken deze sleutel per minuut mag doen', 600),
  'X-Rate-Limit-Remaining': integerHeader('Hoeveel daarvan er over zijn', 598),
  'X-Rate-Limit-Reset': integerHeader('Over hoeveel seconden ze er allemaal weer zijn', 41),
}
const WHY: Readonly<Record<ProblemStatus, string>> = {
  400: 'Het verzoek is niet juist',
  401: 'De sleutel ontbreekt, is verlopen of teruggenomen',
  403: 'De sleutel of het account mag dit niet',
  404: 'Dit bestaat niet, of dit account ziet het niet',
  405: 'Dit kan op dit adres niet',
  406: 'De API antwoordt alleen in JSON',
  409: 'Dit kan in deze stand niet',
  412: 'Iemand heeft dit intussen veranderd',
  413: 'Het verzoek is te groot',
  415: 'De inhoud is geen JSON',
  428: 'De kop If-Match of Idempotency-Key ontbreekt',
  429: 'Te veel verzoeken; wacht zo lang als de kop Retry-After zegt',
  500: 'Er ging hier iets mis',
  503: 'Tijdelijk niet bereikbaar',
}

/** Which answers an endpoint can give besides the good one. */
function problemsOf({ method, params, query, body, needsVersion, needsKey }: Endpoint): ProblemStatus[] {
  const may = new Set<ProblemStatus>([401, 403, 405, 406, 429, 500, 503])
  if (method !== 'get' || query !== undefined || params !== undefined) may.add(400)
  if (params !== undefined || method !== 'get') may.add(404)
  if (body !== undefined) for (const status of [409, 413, 415] as const) may.add(status)
  if (needsVersion) may.add(412)
  if (needsVersion || needsKey) may.add(428)
  return PROBLEM_STATUSES.filter((status) => may.has(status))
}

const headersAsked = ({ needsVersion, needsKey }: Endpoint) => ({
  ...(needsVersion && {
    'If-Match': z.string().openapi({ description: 'De ETag van wat je het laatst las', example: '"3"' }),
  }),
  ...(needsKey && {
    'Idempotency-Key': z.string().openapi({
      description: 'Eigen kenmerk van dit verzoek: nog eens gestuurd maakt het niets dubbel',
      example: 'registratie-2026-000123',
    }),
  }),
})

const problemAnswer = (status: ProblemStatus) => ({
  description: WHY[status],
  ...(status === 429 && { headers: { ...turnHeaders, 'Retry-After': { schema: { type: 'integer' as const } } } }),
  content: { 'application/problem+json': { schema: problemFormat } },
})

function register({ openAPIRegistry }: OpenAPIHono, one: Endpoint): void {
  const { params, query, body, answer, status = 200 } = one
  const headers = headersAsked(one)
  openAPIRegistry.registerPath({
    method: one.method,
    path: one.path,
    operationId: one.id,
    tags: [one.tag],
    summary: one.summary,
    description: [one.description, `Vraagt een sleutel met \`${one.scope}\`.`].filter(Boolean).join(' '),
    security: [{ sleutel: [] }],
    request: {
      ...(params !== undefined && { params: params as z.ZodObject }), // each is declared as an object
      ...(query !== undefined && { query: query as z.ZodObject }),
      ...(Object.keys(headers).length > 0 && { headers: z.object(headers) }),
      ...(body !== undefined && { body: { required: true, content: { 'application/json': { schema: body } } } }),
    },
    responses: {
      [status]: {
        description: status === 201 ? 'Gemaakt' : 'Gelukt',
        headers: {
          ...versionHeader,
          ...turnHeaders,
          ...(status === 201 && { Location: { schema: { type: 'string' as const, format: 'uri' } } }),
        },
        content: { 'application/json': { schema: answer } },
      },
      ...Object.fromEntries(problemsOf(one).map((code) => [code, problemAnswer(code)])),
    },
  })
}

function registerItself({ openAPIRegistry }: OpenAPIHono): void {
  openAPIRegistry.registerPath({
    method: 'get',
    path: '/openapi.json',
    operationId: 'leesBeschrijving',
    tags: ['Beschrijving'],
    summary: 'Deze beschrijving',
    description: 'Voor iedereen, zonder sleutel.',
    security: [],
    responses: {
      200: {
        description: 'De beschrijving in OpenAPI 3.0',
        headers: {
          ...versionHeader,
          'access-control-allow-origin': { schema: { type: 'string' }, example: '*' },
        },
        content: { 'application/json': { schema: z.object({}).openapi('Beschrijving') } },
      },
      406: problemAnswer(406),
    },
  })
}

/** The description of everything in the table of endpoints (OpenAPI 3.0, as ADR 2.1 asks). */
export function documentOf(endpoints: readonly Endpoint[], baseUrl: URL) {
  const app = new OpenAPIHono()
  app.openAPIRegistry.registerComponent('securitySchemes', 'sleutel', {
    type: 'http',
    scheme: 'bearer',
    description: 'Sleutel van een systeemaccount; de beheerder van de gemeente of organisatie maakt er een.',
  })
  registerItself(app)
  for (const one of endpoints) register(app, one)
  const tags = [...new Set(['Beschrijving', ...endpoints.map(({ tag }) => tag)])]
  return app.getOpenAPIDocument({
    openapi: '3.0.3',
    info: {
      title: 'Voorveld',
      version: API_VERSION,
      description:
        'Registraties, aanvragen en cijfers van preventieve gezinsondersteuning, langs dezelfde deuren als de schermen. ' +
        'Alleen over https. Persoonsgegevens staan nooit in een adres. Notities en dossiers van personen gaan niet over deze API.',
      contact: { name: 'Team Voorveld', email: 'team@voorveld.example', url: new URL('/', baseUrl).href },
      license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/nl/' },
    },
    servers: [{ url: new URL(API_AT, baseUrl).href, description: 'Deze installatie' }],
    tags: tags.map((name) => ({ name, description: `${name} in Voorveld` })),
  })
}
