import { lookup as lookUp } from 'node:dns'
import { type IncomingMessage, request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from '../public-address.ts'

/** Where this installation lets an address lead that somebody filled in on a screen. */
export type Reach = {
  /** `http` to this machine: for tests and the demo, where a provider runs beside the product. */
  readonly localHttp: boolean
  /** Addresses inside the own network; off unless whoever runs the machine says so. */
  readonly privateAddresses: boolean
}

type Asked = {
  readonly method: string
  readonly headers: Record<string, string>
  readonly body?: unknown
  readonly signal?: AbortSignal | undefined
}

/** A document of a provider takes a few kilobytes; whoever sends more means something else. */
const LARGEST_ANSWER = 512 * 1024
const PATIENCE_MS = 8_000

/** The provider cannot be reached now: another try may succeed. */
export class Away extends Error {}
/** The address leads where this installation does not go. */
export class OutOfReach extends Error {}

const LOCAL_NAMES = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether an address may be asked at all: https, or http on this machine where that is allowed. */
export function mayBeAsked(address: string, reach: Reach): boolean {
  const url = URL.parse(address)
  if (url === null || url.username !== '' || url.password !== '') return false
  if (url.protocol === 'https:') return reach.privateAddresses || reach.localHttp || !LOCAL_NAMES.has(url.hostname)
  return url.protocol === 'http:' && reach.localHttp && LOCAL_NAMES.has(url.hostname)
}

/**
 * Asks a provider something, as `fetch` does, but within bounds: an address that may be asked, resolved to one that is not
 * inside the own network at the moment of connecting, no redirect, a limit to time and size.
 */
export const guardedFetch =
  (reach: Reach) =>
  async (address: string, { method, headers, body, signal }: Asked): Promise<Response> => {
    if (!mayBeAsked(address, reach)) throw new OutOfReach()
    const url = new URL(address)
    const request = url.protocol === 'https:' ? secureRequest : plainRequest
    const limit = AbortSignal.timeout(PATIENCE_MS)
    const options = {
      method,
      headers,
      lookup: lookupWithin(reach),
      signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
      agent: false as const,
    }
    if (isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0 && !isAllowed(url.hostname.replace(/^\[|\]$/g, ''), reach))
      throw new OutOfReach()
    return new Promise((resolve, reject) => {
      const sent = request(url, options, (message) => read(message).then(resolve, reject))
      sent.on('error', (fault) => reject(fault instanceof OutOfReach ? fault : new Away(fault.message)))
      sent.end(asText(body))
    })
  }

const isAllowed = (address: string, reach: Reach): boolean =>
  reach.privateAddresses || isPublicAddress(address) || (reach.localHttp && /^(127\.|::1$)/.test(address))

/** Looks at what a name leads to when the connection is made, so that it cannot change in between. */
function lookupWithin(reach: Reach): LookupFunction {
  return (host, options, done) => {
    lookUp(host, { ...options, all: true }, (fault, found) => {
      if (fault !== null) return done(fault, '', 0)
      const [first] = found
      if (first === undefined || !found.every(({ address }) => isAllowed(address, reach)))
        return done(new OutOfReach(), '', 0)
      return options.all === true ? done(null, found) : done(null, first.address, first.family)
    })
  }
}

async function read(message: IncomingMessage): Promise<Response> {
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const part of message) {
      size += (part as Buffer).length // without an encoding set, a stream of bytes
      if (size > LARGEST_ANSWER) throw new OutOfReach()
      parts.push(part as Buffer)
    }
  } catch (fault) {
    message.destroy()
    if (fault instanceof OutOfReach) throw fault
    throw new Away('broken off')
  }
  const status = message.statusCode ?? 0
  if (status >= 500 || status === 429) throw new Away(`status ${status}`)
  const headers = new Headers()
  for (const [name, value] of Object.entries(message.headers)) if (value !== undefined) headers.set(name, String(value))
  return new Response(status === 204 || status === 304 ? null : Buffer.concat(parts), { status, headers })
}

/** What the protocol sends: a form, or nothing. */
const asText = (body: unknown): string | undefined =>
  body instanceof URLSearchParams || typeof body === 'string' ? String(body) : undefined
