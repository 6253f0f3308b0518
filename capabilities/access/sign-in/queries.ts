import { createOTP } from '@better-auth/utils/otp'
import { symmetricDecrypt } from 'better-auth/crypto'
import { asSignIn, noteShown } from '../../../database/transaction.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import type { Actor } from '../actor.ts'
import { signedValue } from './cookies.ts'
import { type Device, deviceFrom } from './device.ts'
import { isToken, tokenHash } from './invitation.ts'
import { IDLE_SECONDS, signInUsed } from './library.ts'
import { giveBack, INVITATION, takeTurn } from './limits.ts'
import * as store from './store.ts'

/** A step of signing in that comes before any other page: a new password, or the second factor. */
export type Needs = 'renewal' | 'enrolment'

/** Who is signed in; `needs` is the step that comes before any other page. */
export type SessionFound = { readonly personId: Id; readonly sessionId: Id; readonly needs?: Needs }

/**
 * The session behind the cookies of a request, by at most one query (none without a cookie of ours). Nothing when it
 * ended, was left alone for an hour, or belongs to somebody switched off.
 */
export async function sessionBehind(cookies: string | undefined): Promise<SessionFound | undefined> {
  const token = tokenIn(cookies)
  if (token === undefined) return undefined
  const found = asFound(await store.sessionInUse(token, IDLE_SECONDS))
  if (found === undefined || found.needs !== undefined) expected.delete(token)
  else expect(token, found.personId)
  return found
}

const tokenIn = (cookies: string | undefined): string | undefined => {
  const { cookieNames, cookieKey } = signInUsed()
  return signedValue(cookies, cookieNames.session, cookieKey)
}

function asFound(row: store.SessionRow | undefined): SessionFound | undefined {
  if (row === undefined) return undefined
  const { sessionId, personId } = row
  if (row.mustRenew) return { sessionId, personId, needs: 'renewal' }
  const isSkipped = signInUsed().settings.secondFactor === 'skipped'
  const isReady = isSkipped || row.hasShownFactor || (row.hasSecondFactor && row.hasSeenCodes)
  return isReady ? { sessionId, personId } : { sessionId, personId, needs: 'enrolment' }
}

/** Whose session a token was when it was last looked up. */
const expected = new Map<string, Id>()
const MOST_EXPECTED = 10_000

function expect(token: string, personId: Id): void {
  if (expected.size >= MOST_EXPECTED) expected.clear()
  expected.set(token, personId)
}

/**
 * Who is behind these cookies, unless it changed since: enough to send the first questions of a page along with the one
 * that tells, which is `question`. Only when `found` recognises its answer may anything of the page be answered. Undefined for who was not here before.
 */
export function expectedSession(cookies: string | undefined): ExpectedSession | undefined {
  const token = tokenIn(cookies)
  const personId = token === undefined ? undefined : expected.get(token)
  if (token === undefined || personId === undefined) return undefined
  return {
    personId,
    question: store.askSession(token, IDLE_SECONDS),
    found: ([row]) => {
      const found = asFound(row)
      return found?.personId === personId && found.needs === undefined ? found : undefined
    },
  }
}

export type SessionRow = store.SessionRow

export type ExpectedSession = {
  readonly personId: Id
  readonly question: store.SessionQuestion
  /** The session in the answer; undefined when it is not the one expected, or a step of signing in comes first. */
  readonly found: (rows: readonly store.SessionRow[]) => SessionFound | undefined
}

/** Whether these cookies hold a password that was right and now waits for its code. */
export async function isCodeAwaited(cookies: string | undefined): Promise<boolean> {
  const { cookieNames, cookieKey } = signInUsed()
  const identifier = signedValue(cookies, cookieNames.challenge, cookieKey)
  return identifier !== undefined && (await asSignIn((tx) => store.personOfChallenge(tx, identifier))) !== undefined
}

export type OwnSession = {
  readonly id: Id
  readonly startedAt: Date
  readonly lastSeenAt: Date
  readonly device: Device
  readonly isThis: boolean
}

/** What a person sees of the own account. */
export type OwnAccount = {
  readonly email: string
  readonly hasSecondFactor: boolean
  /** Who only comes through the own organisation has none. */
  readonly hasPassword: boolean
  /** The latest used first. */
  readonly sessions: readonly OwnSession[]
}

/** The actor's own account with the sessions that are open now. */
export async function account(actor: Actor, currentSessionId: Id | undefined): Promise<OwnAccount> {
  const { person, factor, hasPassword, rows } = await asSignIn(async (tx) => ({
    person: await store.signerWithId(tx, actor.personId),
    factor: await store.secondFactorOf(tx, actor.personId),
    hasPassword: (await store.passwordOf(tx, actor.personId)) !== undefined,
    rows: await store.sessionsOf(tx, actor.personId, IDLE_SECONDS),
  }))
  noteShown(
    'session',
    rows.map((row) => row.id),
  )
  const sessions = rows.map((row) => ({ ...row, device: deviceFrom(row.device), isThis: row.id === currentSessionId }))
  return { email: person?.email ?? '', hasSecondFactor: factor?.verified === true, hasPassword, sessions }
}

/** Where somebody is in setting up the second factor. */
export type Enrolment =
  | { readonly step: 'confirm'; readonly secret: string; readonly uri: string }
  | { readonly step: 'keep-codes'; readonly codes: readonly string[] }
  | { readonly step: 'done' }
  /** Nothing was made ready, because the second factor became required while the session was open. */
  | { readonly step: 'sign-in-again' }

/** The step that is open: put the secret in an app, keep the recovery codes, or nothing any more. */
export async function enrolment(actor: Actor): Promise<Enrolment> {
  const [person, known] = await asSignIn(async (tx) => [
    await store.signerWithId(tx, actor.personId),
    await store.secondFactorOf(tx, actor.personId),
  ])
  if (person === undefined || known === undefined) return { step: 'sign-in-again' }
  if (known.codesSeen) return { step: 'done' }
  if (known.verified) return { step: 'keep-codes', codes: readCodes(await decrypted(known.backupCodes)) }
  const uri = createOTP(await decrypted(known.secret)).url('Voorveld', person.email)
  return { step: 'confirm', uri, secret: new URL(uri).searchParams.get('secret') ?? '' }
}

async function decrypted(data: string): Promise<string> {
  const { secretConfig } = await signInUsed().library.$context
  return symmetricDecrypt({ key: secretConfig, data })
}

function readCodes(json: string): string[] {
  const codes: unknown = JSON.parse(json)
  return Array.isArray(codes) ? codes.map(String) : []
}

/** Whose link it is; nothing of who, where a code must come first: whoever found the mail could read it. */
export type Invited = { readonly name: string; readonly email: string } | { readonly needsCode: true }

/** Who was invited by this link. Refuses alike what is unknown, used, replaced by a newer one, or past its term. */
export async function invitedPerson(
  _actor: Actor,
  given: { readonly token: string; readonly address: string },
): Promise<Answer<Invited>> {
  if (!(await takeTurn(INVITATION, given.address)).isAllowed || !isToken(given.token))
    return refuse('invitation-invalid')
  const { person, needsCode } = await asSignIn(async (tx) => {
    const invited = await store.invitedBy(tx, tokenHash(given.token))
    const found = invited === undefined ? undefined : await store.signerWithId(tx, invited.personId)
    return { person: found, needsCode: invited?.needsCode }
  })
  if (person === undefined) return refuse('invitation-invalid')
  await giveBack(INVITATION, given.address)
  if (needsCode === true) return allow({ needsCode })
  return allow({ name: person.name, email: person.email })
}
