import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto'
import { parseCookies } from 'better-call'

/** The value of a signed cookie of the sign-in library, or undefined when it is absent or not ours. */
export function signedValue(header: string | undefined, name: string, key: string): string | undefined {
  const cookie = header === undefined ? undefined : parseCookies(header).get(name)
  const dot = cookie?.lastIndexOf('.') ?? -1
  if (cookie === undefined || dot < 1) return undefined
  const value = cookie.slice(0, dot)
  const given = Buffer.from(cookie.slice(dot + 1), 'base64')
  const expected = createHmac('sha256', keyObject(key)).update(value).digest()
  return given.length === expected.length && timingSafeEqual(given, expected) ? value : undefined
}

let known: { readonly key: string; readonly object: KeyObject } | undefined

/** Making a key of a text costs seven times what signing with it does, and every request is signed with the same. */
function keyObject(key: string): KeyObject {
  if (known?.key !== key) known = { key, object: createSecretKey(Buffer.from(key)) }
  return known.object
}

/** Only this one cookie of a request: what else it carries (a session of somebody else) may not weigh in. */
export function onlyCookie(header: string | undefined, name: string): string {
  const cookie = header === undefined ? undefined : parseCookies(header).get(name)
  return cookie === undefined ? '' : `${name}=${encodeURIComponent(cookie)}`
}

/** What a browser would send back after these `Set-Cookie` lines. */
export const sentBack = (setCookies: readonly string[]): string =>
  setCookies.map((line) => line.split(';', 1)[0]).join('; ')
