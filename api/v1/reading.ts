import { createHash } from 'node:crypto'
import type { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { en, nl } from 'zod/locales'
import type { Id } from '../../foundation/id.ts'
import { apiWords } from '../../web/words/api.ts'
import type { Lang } from '../../web/words/words.ts'
import type { Asked, Endpoint } from './endpoint.ts'
import { type Fault, type Problem, type ProblemStatus, problem } from './problem.ts'

/** Why a request is not read, or what it holds. */
export type Read = { readonly problem: Problem } | { readonly asked: Pick<Asked<unknown, unknown, unknown>, Part> }
type Part = 'params' | 'query' | 'body' | 'version' | 'key'

/** What is wrong with a value, in words, as the library that checks it has them in every language. */
const MESSAGES = { nl: nl().localeError, en: en().localeError } as const

/** Every answer is JSON; whoever accepts something else only is told so. */
export function acceptsJson(accept: string | undefined): boolean {
  if (accept === undefined || accept.trim() === '') return true
  return accept.split(',').some((part) => {
    const [range = '', ...rest] = part.trim().toLowerCase().split(';')
    const isRefused = rest.some((one) => /^\s*q=0(\.0*)?\s*$/.test(one))
    return !isRefused && /^(\*\/\*|application\/(\*|json|problem\+json))$/.test(range.trim())
  })
}

const isJson = (type: string | undefined): boolean =>
  /^application\/json\s*(;\s*charset=("?)utf-8\2\s*)?$/i.test(type?.trim() ?? '')

/** Reads what this endpoint asks for: the first thing that is wrong, or everything in the formats it declares. */
export async function readRequest(c: Context, one: Endpoint, accountId: Id, lang: Lang): Promise<Read> {
  const say = (status: ProblemStatus, code: string, detail: string, errors?: readonly Fault[]): Read => ({
    problem: problem(lang, { status, code, detail, ...(errors !== undefined && { errors }) }),
  })
  const words = apiWords[lang]
  if (one.body !== undefined && !isJson(c.req.header('content-type')))
    return say(415, 'content-type', words.contentType)
  const json = one.body === undefined ? { value: undefined } : await readJson(c)
  if (json === undefined) return say(400, 'unreadable', words.unreadable)
  const params = one.params?.safeParse(c.req.param())
  // An address that names nothing is not found, whatever is wrong with it.
  if (params?.success === false) return { problem: notFound(lang) }
  const told = { error: MESSAGES[lang] }
  const query = one.query?.safeParse(queryOf(c), told)
  const body = one.body?.safeParse(json.value, told)
  const faults = [...faultsIn('query', query), ...faultsIn('body', body)]
  if (faults.length > 0) return say(400, 'invalid', words.invalid, faults)
  const version = one.needsVersion ? versionIn(c.req.header('if-match')) : 0
  if (version === undefined) return say(428, 'version-missing', words.version)
  const mark = one.needsKey ? c.req.header('idempotency-key') : 'none'
  if (mark === undefined || !/^[\x21-\x7e]{4,128}$/.test(mark)) return say(428, 'key-missing', words.key)
  const key = keyFor(`${accountId} ${one.id} ${mark}`)
  return { asked: { params: params?.data, query: query?.data, body: body?.data, version, key } }
}

export const notFound = (lang: Lang): Problem =>
  problem(lang, { status: 404, code: 'not-found', detail: notFoundDetail[lang] })

const notFoundDetail: Readonly<Record<Lang, string>> = {
  nl: 'Dit bestaat niet, of je mag het niet zien. Controleer het adres, of vraag je beheerder.',
  en: 'This does not exist, or you may not see it. Check the address, or ask your administrator.',
}

/** JSON in UTF-8, or undefined. Signs that no database keeps are none of any language. */
async function readJson(c: Context): Promise<{ value: unknown } | undefined> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await c.req.arrayBuffer())
    const value: unknown = JSON.parse(text)
    return holdsNoSign(JSON.stringify(value)) ? undefined : { value }
  } catch {
    return undefined
  }
}

/** JSON writes them out: half a letter, and the sign that ends a text. */
const holdsNoSign = (text: string): boolean => /(?<!\\)(\\\\)*\\u(0000|d[89a-f][0-9a-f]{2})/.test(text)

/** A parameter that stands twice is a list, which no format takes. */
function queryOf(c: Context): Record<string, string | string[]> {
  const all = c.req.queries()
  return Object.fromEntries(
    Object.entries(all).map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  )
}

function faultsIn(where: 'query' | 'body', parsed: z.ZodSafeParseResult<unknown> | undefined): Fault[] {
  if (parsed === undefined || parsed.success) return []
  return parsed.error.issues.slice(0, 20).map(({ path, code, message }) => ({
    in: where,
    location: where === 'body' ? { pointer: pointerTo(path) } : { name: String(path[0] ?? '') },
    code,
    detail: message,
  }))
}

const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** `"3"`: the strong entity tag that a detail gave. */
function versionIn(header: string | undefined): number | undefined {
  const digits = header?.match(/^"(\d{1,9})"$/)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/**
 * The number of the record that this request makes. Of account and endpoint too, so that a mark can neither meet that of
 * another system nor tell whether a record of somebody else is there. A UUID of version 8 (RFC 9562).
 */
export function keyFor(text: string): Id {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
