import { createHash, createHmac, randomBytes } from 'node:crypto'
import { type Action, type Kind, type Role, roleMay } from '../roles.ts'

/** What a key may be for, in the words that its owner reads in the description of the API, with the right that it takes. */
export const SCOPES = {
  'programmas:lezen': ['read', 'programme'],
  'trajecten:lezen': ['read', 'trajectory'],
  'trajecten:schrijven': ['change', 'trajectory'],
  'contacten:lezen': ['read', 'trajectory'],
  'contacten:schrijven': ['change', 'trajectory'],
  'aanvragen:lezen': ['read', 'help-request'],
  'aanvragen:schrijven': ['change', 'help-request'],
  'maten:lezen': ['read', 'programme'],
} as const satisfies Record<string, readonly [Action, Kind]>
export type TokenScope = keyof typeof SCOPES
export const TOKEN_SCOPES = Object.keys(SCOPES) as readonly TokenScope[] // keys of the literal above

export const isTokenScope = (text: string): text is TokenScope => Object.hasOwn(SCOPES, text)

/** What a key of an account with these roles can be for. */
export const scopesFor = (roles: readonly Role[]): TokenScope[] =>
  TOKEN_SCOPES.filter((scope) => {
    const [action, kind] = SCOPES[scope]
    return roles.some((role) => roleMay(role, action, kind))
  })

/** A key ends within a year, so that one that was forgotten somewhere does. */
export const MOST_DAYS = 365

const SHAPE = /^vv_[A-Za-z0-9_-]{43}$/

/** 256 random bits; the first letters tell whoever finds a key lying about what it is of. */
export const newToken = (): string => `vv_${randomBytes(32).toString('base64url')}`

/**
 * The key that one form makes, however often it is sent: 256 bits that nobody can tell without `secret` and the number of that
 * form, which is kept nowhere. `parts` say for whom and for which account, so that no other form makes the same.
 */
export const tokenOfForm = (secret: Uint8Array, ...parts: readonly string[]): string =>
  `vv_${createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url')}`

export const isToken = (text: string): boolean => SHAPE.test(text)

/** What is kept of a key. A plain hash suffices for 256 random bits. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')
