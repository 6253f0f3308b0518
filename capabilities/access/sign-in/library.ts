import { hkdfSync } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { generateRandomString } from 'better-auth/crypto'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { signInTransaction } from '../../../database/transaction.ts'
import { newId } from '../../../foundation/id.ts'
import type { Role } from '../roles.ts'
import type { ProviderConnection } from '../single-sign-on/connection.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password.ts'
import { accounts, secondFactors, sessions, users, verifications } from './tables.ts'

export type SignInSettings = {
  /** Where people open the product; with https the cookies travel over https only. */
  readonly baseUrl: URL
  /** At least 32 characters; the keys of signing in are derived from it. */
  readonly secret: string
  /** Skipped in the demo only. */
  readonly secondFactor: 'required' | 'skipped'
  /** How to speak with the providers of organisations; without it nobody signs in through one. */
  readonly providers?: ProviderConnection
  /** In the demo: who can be chosen on the sign-in page, with the password they share. */
  readonly demo?: { readonly password: string; readonly people: readonly DemoSignIn[] }
}

/** Somebody of the fictional region that a visitor can be. */
export type DemoSignIn = {
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly place: string
  /** Under which heading: the most telling people, or what one wants to see. */
  readonly group: 'first' | 'asks' | 'helps' | 'steers'
}

/** However busy, somebody signs in again after half a day. */
const SESSION_SECONDS = 12 * 60 * 60
/** An open screen that nobody touches signs out by itself. */
export const IDLE_SECONDS = 60 * 60
/** The time between password and code. */
export const CODE_SECONDS = 10 * 60

/** Neutral names: a cookie tells nobody what the site is about. */
const COOKIES = { session: 'sessie', challenge: 'stap' } as const

const RECOVERY_CODES = 10
/** Capitals only, without letters and digits that look alike on paper: 25^10 is more than 2^46 per code. */
const recoveryCode = (): string => {
  const characters = generateRandomString(60, 'A-Z', '0-9').replace(/[01568BGIOSZ]/g, '')
  return characters.length < 10 ? recoveryCode() : `${characters.slice(0, 5)}-${characters.slice(5, 10)}`
}

/**
 * The sign-in library with our tables and terms. It runs every query in the transaction of `asSignIn`, so as the role
 * of the sign-in tables on both kinds of database, and holds no connection of its own.
 */
function makeLibrary({ baseUrl, secret }: SignInSettings) {
  const isHttps = baseUrl.protocol === 'https:'
  return betterAuth({
    appName: 'Voorveld',
    baseURL: baseUrl.origin,
    secret: keyFrom(secret, 'sign-in'),
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false }, // it counts in memory; limits.ts counts in the database
    database: drizzleAdapter(ambientQueries(), {
      provider: 'pg',
      schema: {
        user: users,
        account: accounts,
        session: sessions,
        verification: verifications,
        twoFactor: secondFactors,
      },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true, // people come by invitation
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
    },
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    advanced: {
      useSecureCookies: isHttps,
      ipAddress: { disableIpTracking: true },
      cookiePrefix: 'v',
      cookies: { session_token: { name: COOKIES.session }, two_factor: { name: COOKIES.challenge } },
      // Providers of organisations are ours (single-sign-on/), so the library's comparison of tables would miss its columns.
      database: { generateId: () => newId(), validateSchema: false },
    },
    plugins: [
      twoFactor({
        allowPasswordless: true, // who comes through the own organisation may have none
        twoFactorCookieMaxAge: CODE_SECONDS,
        backupCodeOptions: { customBackupCodesGenerate: () => Array.from({ length: RECOVERY_CODES }, recoveryCode) },
      }),
    ],
  })
}

export type Library = ReturnType<typeof makeLibrary>

/** Looks like a database to the library; each use goes to the transaction that is running. */
function ambientQueries(): Record<string, unknown> {
  return new Proxy(
    {},
    {
      get: (_, name) => {
        const tx = signInTransaction()
        const found: unknown = Reflect.get(tx, name)
        return typeof found === 'function' ? found.bind(tx) : found
      },
    },
  )
}

/** A key of its own per purpose, so that one that leaks opens nothing else. */
export function keyFrom(secret: string, purpose: 'sign-in' | 'limits' | 'invitations' | 'providers' | 'marks'): string {
  return Buffer.from(hkdfSync('sha256', secret, '', `voorveld ${purpose}`, 32)).toString('base64url')
}

type InUse = {
  readonly settings: SignInSettings
  readonly library: Library
  readonly cookieNames: { readonly session: string; readonly challenge: string }
  /** The key under which the library signs cookies. */
  readonly cookieKey: string
}

let inUse: InUse | undefined

/** Sets how people sign in to this process; once at start, before the first door is used. */
export function useSignIn(settings: SignInSettings): void {
  const prefix = settings.baseUrl.protocol === 'https:' ? '__Secure-' : ''
  const cookieNames = { session: prefix + COOKIES.session, challenge: prefix + COOKIES.challenge }
  inUse = { settings, library: makeLibrary(settings), cookieNames, cookieKey: keyFrom(settings.secret, 'sign-in') }
}

export function signInUsed(): InUse {
  if (inUse === undefined) throw new Error('no way to sign in: call useSignIn first')
  return inUse
}
