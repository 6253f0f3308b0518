import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { Browser } from './guarded.ts'

/** What signing in asks of a request. `proxies` of our own stand before this server, each adding whom it got the request from. */
export const browserOf = (c: Context, proxies = 0): Browser => ({
  cookies: c.req.header('cookie'),
  userAgent: c.req.header('user-agent'),
  address: networkOf(forwardedFor(c.req.header('x-forwarded-for'), proxies) ?? addressOf(c)),
})

/** The address that the outermost of our own proxies saw; whatever stands before it anybody can write. */
export function forwardedFor(header: string | undefined, proxies: number): string | undefined {
  if (proxies === 0) return undefined
  return header?.split(',').at(-proxies)?.trim()
}

function addressOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? ''
  } catch {
    return '' // no connection beneath: a request made in a test
  }
}

/** One household or office: a whole IPv4 address, or the first half of an IPv6 one, because the other half changes at will. */
export function networkOf(address: string): string {
  const mapped = address.match(/^::ffff:(\d+\.\d+\.\d+\.\d+)$/i)?.[1]
  if (mapped !== undefined || !address.includes(':')) return mapped ?? address
  const [before = '', after] = address.split('::')
  const head = before.split(':').filter(Boolean)
  const tail = after?.split(':').filter(Boolean) ?? []
  const middle = after === undefined ? [] : Array.from({ length: 8 - head.length - tail.length }, () => '0')
  return [...head, ...middle, ...tail].slice(0, 4).join(':')
}
