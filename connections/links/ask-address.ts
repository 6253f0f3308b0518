import { lookup as lookUp } from 'node:dns/promises'
import { request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from '../public-address.ts'

/** What came of asking an address of somebody else, told without anything of what it said. */
export type Found =
  | 'answers'
  | 'not-found'
  | 'unknown-name'
  | 'no-answer'
  | 'unsafe'
  | 'fault'
  | 'too-far'
  | 'not-allowed'

type Resolved = { readonly address: string; readonly family: number }

/** How names are looked up and where a connection may go; tests bring their own. */
export type Roads = {
  readonly lookUp: (host: string) => Promise<readonly Resolved[]>
  readonly mayReach: (address: string, port: number) => boolean
}

/** The internet by its usual ports, and nothing inside a network (OWASP on server-side request forgery). */
export const internet: Roads = {
  lookUp: (host) => lookUp(host, { all: true }),
  mayReach: (address, port) => (port === 80 || port === 443) && isPublicAddress(address),
}

export type Asking = {
  /** Who asks, so that whoever keeps that site can tell us apart and knows where to turn. */
  readonly userAgent: string
  readonly roads?: Roads
  /** For the whole of it, redirects among it. */
  readonly patienceMs?: number
}

const MOST_REDIRECTS = 5
const PATIENCE_MS = 20_000
/** What a site answers that wants a sign-in, no robots, or fewer questions: the address itself is there. */
const STILL_THERE = new Set([401, 403, 405, 429, 451])
const GONE = new Set([404, 410])

class NotAllowed extends Error {}
class UnknownName extends Error {}

/**
 * Asks whether an address still answers: by HEAD, and by GET when that was no answer, of which no byte is read. The name is
 * looked up once per step and the connection goes to what was looked at, so that it cannot change in between. Never throws.
 */
export async function askAddress(address: string, asking: Asking): Promise<Found> {
  const signal = AbortSignal.timeout(asking.patienceMs ?? PATIENCE_MS)
  const byHead = await followed(address, 'HEAD', asking, signal)
  return byHead === 'answers' || byHead === 'not-allowed' || byHead === 'unknown-name' || signal.aborted
    ? byHead
    : followed(address, 'GET', asking, signal)
}

async function followed(from: string, method: Method, asking: Asking, signal: AbortSignal): Promise<Found> {
  let address = from
  try {
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const { status, location } = await answerOf(address, method, asking, signal)
      const next = status >= 300 && status < 400 && location !== undefined ? URL.parse(location, address) : undefined
      if (next === undefined) return told(status)
      if (next === null) return 'fault'
      address = next.href
    }
    return 'too-far'
  } catch (fault) {
    return faultTold(fault)
  }
}

const told = (status: number): Found => {
  if (GONE.has(status)) return 'not-found'
  return status < 400 || STILL_THERE.has(status) ? 'answers' : 'fault'
}

function faultTold(fault: unknown): Found {
  if (fault instanceof NotAllowed) return 'not-allowed'
  if (fault instanceof UnknownName) return 'unknown-name'
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : ''
  return /CERT|TLS|SSL|SIGNATURE|ALTNAME|EPROTO/.test(code) ? 'unsafe' : 'no-answer'
}

type Method = 'HEAD' | 'GET'

async function answerOf(
  address: string,
  method: Method,
  { roads = internet, userAgent }: Asking,
  signal: AbortSignal,
): Promise<{ status: number; location: string | undefined }> {
  const url = URL.parse(address)
  const ports: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 }
  const usual = ports[url?.protocol ?? '']
  if (url === null || usual === undefined || url.username !== '' || url.password !== '') throw new NotAllowed()
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const checked = await checkedOf(host, url.port === '' ? usual : Number(url.port), roads, signal)
  const lookup: LookupFunction = (_, options, done) =>
    options.all === true ? done(null, [checked]) : done(null, checked.address, checked.family)
  return new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? secureRequest : plainRequest
    const headers = { 'user-agent': userAgent, accept: '*/*' }
    const sent = request(url, { method, headers, lookup, signal, agent: false }, (message) => {
      resolve({ status: message.statusCode ?? 0, location: message.headers.location })
      // Whether it answers is told by its head: what comes after it is not read.
      message.destroy()
    })
    sent.on('error', reject)
    sent.end()
  })
}

/** The one address that a connection goes to; refuses a name of which any address lies inside a network. */
async function checkedOf(host: string, port: number, { lookUp, mayReach }: Roads, signal: AbortSignal) {
  const family = isIP(host)
  const found = family === 0 ? await lookedUp(host, lookUp, signal) : [{ address: host, family }]
  const [first] = found
  if (first === undefined) throw new UnknownName()
  if (!found.every(({ address }) => mayReach(address, port))) throw new NotAllowed()
  return { address: first.address, family: first.family }
}

async function lookedUp(host: string, lookUp: Roads['lookUp'], signal: AbortSignal): Promise<readonly Resolved[]> {
  const over = new Promise<never>((_, reject) => {
    const stop = () => reject(new Error('no name within the time'))
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
  })
  const names = lookUp(host).catch((fault: unknown) => {
    // A name server that is away says nothing about the name.
    throw fault instanceof Error && 'code' in fault && fault.code === 'EAI_AGAIN' ? fault : new UnknownName()
  })
  return Promise.race([names, over])
}
