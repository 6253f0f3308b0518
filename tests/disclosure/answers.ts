import { createHash } from 'node:crypto'
import type { Hono } from 'hono'
import pino from 'pino'
import { buildApp } from '../../server/app.ts'
import { ASKS, type Ask, type Known } from './asks.ts'
import type { Worlds } from './twin-worlds.ts'

/** What a reader got: status, every header and every byte, and after a redirect the page it led to. */
export type Given = { readonly route: string; readonly ask: string; readonly answer: string }

const READER = 'x-reader'
const OWN_SESSION = '01990000-0000-7000-8000-00000000000a'

/** The whole product as it answers, but for who signed in: that is said by the test. */
export function theProduct(): Hono {
  const silent = pino({ level: 'silent' })
  return buildApp({
    ...{
      baseUrl: new URL('http://localhost'),
      isDemo: false,
      isStopping: () => false,
      logger: silent,
      apiPerMinute: 1_000_000,
    },
    sessionOf: async (c) => {
      const personId = c.req.header(READER)
      return personId === undefined ? undefined : { personId, sessionId: OWN_SESSION }
    },
  })
}

/**
 * What is honestly random, and so taken out before two answers are compared. Each has its reason; nothing else is touched.
 */
const RANDOM: readonly (readonly [why: string, RegExp, string])[] = [
  ['the number of a request, told for a report of a fault', /^x-request-id: .*$/gim, 'x-request-id: -'],
  ['the same number in the sentence of that report', /kenmerk: [0-9a-f-]{36}/g, 'kenmerk: -'],
  ['the seconds until a key has all its turns again', /^x-rate-limit-reset: .*$/gim, 'x-rate-limit-reset: -'],
  [
    'the turns that a key has left: it counts its own requests',
    /^x-rate-limit-remaining: .*$/gim,
    'x-rate-limit-remaining: -',
  ],
  [
    'a sealed form holds a fresh nonce, and every form a fresh key of its own',
    /(name="(?:_stand|_van|_sleutel)" value=")[^"]*"/g,
    '$1-"',
  ],
  ['a partner that is begun gets a fresh number', /(\/partner\/)[0-9a-f-]{36}(">Nieuwe partner)/g, '$1-$2'],
  ['a campaign that is begun gets a fresh number', /(\/campagne\/)[0-9a-f-]{36}(">Nieuwe campagne)/g, '$1-$2'],
  [
    'a try to sign in with a key of a device is new each time, in its cookie',
    /^(set-cookie: (?:__Secure-)?sleutel=)[^;]*/gim,
    '$1-',
  ],
  ['and in what the device is asked', /((?:"|&quot;)challenge(?:"|&quot;):(?:"|&quot;))[\w-]+/g, '$1-'],
]

/** An answer as bytes that can be compared. */
export async function told(response: Response): Promise<string> {
  const body = Buffer.from(await response.arrayBuffer())
  const isText = /text|json/.test(response.headers.get('content-type') ?? '')
  const bytes = isText ? body.toString() : `${body.length} bytes ${createHash('sha256').update(body).digest('hex')}`
  const whole = `${response.status}\n${[...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n')}\n\n${bytes}`
  return RANDOM.reduce((text, [, random, instead]) => text.replace(random, instead), whole)
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g

/** A number that nobody knew before this form was sent is made by it, in either world: told by the order of appearance. */
export function withoutFreshIds(text: string, known: string): string {
  const seen: string[] = []
  return text.replace(ID, (id) => {
    if (known.includes(id)) return id
    if (!seen.includes(id)) seen.push(id)
    return `fresh-${seen.indexOf(id) + 1}`
  })
}

/** What the form itself wrote down carries the minute of the database; pages that are only read keep theirs. */
const withoutMinutes = (text: string): string => text.replace(/\b\d{1,2}\.\d{2}\suur/g, '-.- uur')

type Asking = { readonly app: Hono; readonly worlds: Worlds; readonly known: Known; readonly personId: string }
/** Which of the questions are asked: all, unless told otherwise. */
export type Slice = (route: string, at: number) => boolean

/** Asks the pages of the table as this reader, each in a world of its own that is taken back. */
export async function askedOf(asking: Asking, isAsked: Slice = () => true): Promise<Given[]> {
  const given: Given[] = []
  const all = Object.entries(ASKS).flatMap(([route, asks]) => asks(asking.known).map((ask) => ({ route, ask })))
  for (const [at, { route, ask }] of all.entries()) {
    if (!isAsked(route, at)) continue
    const answer = await asking.worlds.inWorld(() => answerTo(asking, ask))
    given.push({ route, ask: `${ask.path} ${JSON.stringify(ask.form ?? '').slice(0, 120)}`, answer })
  }
  return given
}

async function answerTo({ app, personId, known }: Asking, { path, form }: Ask): Promise<string> {
  const headers = { [READER]: personId, 'sec-fetch-site': 'same-origin' }
  if (form === undefined) return told(await app.request(path, { headers }))
  const body = new URLSearchParams(form.map(([name, value]): [string, string] => [name, value]))
  const sent = await app.request(path, { method: 'POST', headers, body })
  const to = sent.headers.get('location')
  const after = sent.status === 303 && to?.startsWith('/') ? await told(await app.request(to, { headers })) : ''
  return withoutFreshIds(withoutMinutes(`${await told(sent)}\n${after}`), JSON.stringify(known))
}
