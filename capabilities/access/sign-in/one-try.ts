import { createHash, randomBytes } from 'node:crypto'
import { serializeSignedCookie } from 'better-call'
import { asSignIn } from '../../../database/transaction.ts'
import { signedValue } from './cookies.ts'
import { signInUsed } from './library.ts'
import * as store from './store.ts'

/** Long enough to find a phone, short enough for a try that lies about. */
const TRY_SECONDS = 10 * 60

/** What is tried, which is also the name of its cookie: through an organisation, or with a key of the device. */
export type TryKind = 'via' | 'sleutel'

/** Keeps what a try must remember until this browser is back, and gives the cookie with which it comes back. */
export async function beginTry(kind: TryKind, value: string): Promise<string> {
  const key = randomBytes(32).toString('base64url')
  await asSignIn((tx) => store.keepTry(tx, { identifier: hashOf(kind, key), value, seconds: TRY_SECONDS }))
  return tryCookie(kind, key)
}

/** Takes it back, once: whoever comes a second time, in another browser or too late finds nothing. */
export async function takeTry(kind: TryKind, cookies: string | undefined): Promise<string | undefined> {
  const key = signedValue(cookies, cookieName(kind), signInUsed().cookieKey)
  return key === undefined ? undefined : asSignIn((tx) => store.takeTry(tx, hashOf(kind, key)))
}

/** The line that clears the cookie of a try that is over. */
export const overTry = (kind: TryKind): Promise<string> => tryCookie(kind, '')

/** What is kept of a key: whoever reads the database cannot come back in somebody's place. */
const hashOf = (kind: TryKind, key: string): string => `${kind}-${createHash('sha256').update(key).digest('hex')}`

const isHttps = (): boolean => signInUsed().settings.baseUrl.protocol === 'https:'
const cookieName = (kind: TryKind): string => (isHttps() ? '__Secure-' : '') + kind

async function tryCookie(kind: TryKind, key: string): Promise<string> {
  // Lax: a provider sends the browser back by a link, and on that way it must come along.
  const attributes = { path: '/', httpOnly: true, secure: isHttps(), sameSite: 'lax' as const }
  const maxAge = key === '' ? 0 : TRY_SECONDS
  return serializeSignedCookie(cookieName(kind), key, signInUsed().cookieKey, { ...attributes, maxAge })
}
