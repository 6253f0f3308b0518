import { hashPassword, verifyPassword } from 'better-auth/crypto'
import type { Tx } from '../../../database/connect.ts'
import { asSignIn, inScope } from '../../../database/transaction.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import { type Answer, allow, type Refused, refuse } from '../../../foundation/result.ts'
import { sendMessage } from '../../messages/actions.ts'
import { recordAudit } from '../../privacy/audit.ts'
import { type Actor, BUILT_IN } from '../actor.ts'
import { onlyCookie, signedValue } from './cookies.ts'
import { deviceCode } from './device.ts'
import { noteSignIn } from './devices.ts'
import { IDLE_SECONDS, signInUsed } from './library.ts'
import { asLibrary, type Said } from './library-call.ts'
import { ACCOUNT, CODE_ONCE, close, forget, giveBack, type Limit, ORIGIN, takeTurn } from './limits.ts'
import { endOldSession, nextStep, type SignedIn } from './open-session.ts'
import type { Origin } from './origin.ts'
import { LONGEST_PASSWORD, passwordAllowed } from './password.ts'
import { recordSignIn } from './sign-in-log.ts'
import * as store from './store.ts'

/**
 * Signs in with address and password: done, or a second step first. Refuses alike whether the address is unknown, the
 * password wrong or the person switched off; after ten times not at all for a quarter of an hour, known or not.
 * Call it outside a transaction: a counted failure stays counted whatever happens to the page.
 */
export async function signIn(
  actor: Actor,
  given: {
    readonly email: string
    readonly password: string
    readonly origin: Origin
    readonly cookies: string | undefined
  },
): Promise<Answer<SignedIn>> {
  const email = given.email.trim().toLowerCase()
  const arrived = { origin: given.origin, way: 'password' } as const
  const early = await takeTurns(actor, given.origin, email)
  if ('refused' in early) return early.refused
  const found = await asSignIn(async (tx) => {
    const person = isAddress(email) ? await store.signerWithEmail(tx, email) : undefined
    const said = await checkPassword(person, given)
    if (said === undefined || person === undefined) return { personId: person?.id }
    await endOldSession(given.cookies)
    return { personId: person.id, signedIn: await nextStep(person.id, said, given.password) }
  })
  if (found.signedIn === undefined) {
    if (early.isLast) await close(ACCOUNT, email)
    const arrival = { ...arrived, typed: email }
    await recordSignIn(actor, 'sign-in.failed', { arrival, personId: found.personId, refusedWith: 'sign-in-wrong' })
    return refuse('sign-in-wrong')
  }
  await forget(ACCOUNT, email)
  await giveBack(ORIGIN, given.origin.address)
  const act = found.signedIn.next === 'second-factor' ? 'sign-in.half' : 'sign-in.done'
  await recordSignIn(actor, act, { arrival: arrived, personId: found.personId })
  if (act === 'sign-in.done' && found.personId) await noteSignIn(actor, found.personId, given.origin.device)
  return allow(found.signedIn)
}

async function takeTurns(
  actor: Actor,
  origin: Origin,
  email: string,
): Promise<{ refused: Refused } | { isLast: boolean }> {
  const ofOrigin = await takeTurn(ORIGIN, origin.address)
  const turn = ofOrigin.isAllowed ? await takeTurn(ACCOUNT, email) : ofOrigin
  if (turn.isAllowed) return turn
  const person = isAddress(email) ? await asSignIn((tx) => store.signerWithEmail(tx, email)) : undefined
  const arrival = { origin, way: 'password', typed: email } as const
  await recordSignIn(actor, 'sign-in.failed', { arrival, personId: person?.id, refusedWith: 'sign-in-closed' })
  return { refused: refuse('sign-in-closed', { minutes: Math.ceil(turn.waitSeconds / 60) }) }
}

/** The database refuses some characters, and an address that long is nobody's. */
const isAddress = (email: string): boolean => /^[^@\s\p{Cc}]+@[^@\s\p{Cc}]+$/u.test(email) && email.length <= 254

/** Takes as long for nobody as for somebody: the library hashes either way, and so do we for who it should not see. */
async function checkPassword(
  person: store.Signer | undefined,
  given: { password: string; origin: Origin },
): Promise<Said | undefined> {
  const { password } = given
  if (person === undefined || password.length > LONGEST_PASSWORD) {
    await hashPassword(password.slice(0, LONGEST_PASSWORD))
    return undefined
  }
  // No cookies: the library would take a device to be trusted, or a session to be the one that is meant.
  const headers = new Headers({ 'user-agent': deviceCode(given.origin.device) })
  const body = { email: person.email, password }
  const answer = await asLibrary((api) => api.signInEmail({ body, headers, returnHeaders: true }))
  return answer.ok ? answer.value : undefined
}

/**
 * The second step: six digits from the app, or a recovery code. A code opens once; five wrong ones close this step,
 * ten in a row close the account for a quarter of an hour.
 */
export async function verifySecondFactor(
  actor: Actor,
  given: { readonly code: string; readonly origin: Origin; readonly cookies: string | undefined },
): Promise<Answer<SignedIn>> {
  const { cookieNames, cookieKey } = signInUsed()
  const identifier = signedValue(given.cookies, cookieNames.challenge, cookieKey)
  const person = await asSignIn(async (tx) => {
    const personId = identifier === undefined ? undefined : await store.personOfChallenge(tx, identifier)
    return personId === undefined ? undefined : store.signerWithId(tx, personId)
  })
  if (person === undefined) return refuse('sign-in-expired')
  const answer = await tryCode(person.id, given.code, {
    cookie: onlyCookie(given.cookies, cookieNames.challenge),
    'user-agent': deviceCode(given.origin.device),
  })
  const arrival = { origin: given.origin, way: 'code' } as const
  if (!answer.ok) {
    await recordSignIn(actor, 'sign-in.failed', { arrival, personId: person.id, refusedWith: answer.reason })
    return answer
  }
  await recordSignIn(actor, 'sign-in.done', { arrival, personId: person.id })
  await noteSignIn(actor, person.id, given.origin.device)
  return allow({ next: 'done', cookies: answer.value.cookies })
}

async function tryCode(personId: Id, typed: string, headers: Record<string, string>): Promise<Answer<Said>> {
  const code = typed.replace(/[\s-]/g, '').toUpperCase()
  return asSignIn(async () => {
    if (!(await takeTurn(CODE_ONCE, `${personId} ${code}`)).isAllowed) return refuse('code-used')
    const answer = /^\d{6}$/.test(code)
      ? await asLibrary((api) => api.verifyTOTP({ body: { code }, headers: new Headers(headers), returnHeaders: true }))
      : await asLibrary((api) =>
          api.verifyBackupCode({
            body: { code: `${code.slice(0, 5)}-${code.slice(5)}` },
            headers: new Headers(headers),
            returnHeaders: true,
          }),
        )
    return answer.ok ? allow(answer.value) : whyNot(answer.code)
  })
}

function whyNot(code: string): Refused {
  switch (code) {
    case 'INVALID_CODE':
    case 'INVALID_BACKUP_CODE':
      return refuse('code-wrong')
    case 'ACCOUNT_TEMPORARILY_LOCKED':
      return refuse('sign-in-closed', { minutes: 15 })
    default:
      return refuse('sign-in-expired') // too many tries, or too late: from the start again
  }
}

/** Shows that the app works: the code it gives now. The session goes on under a new number. Refuses a wrong code. */
export async function confirmSecondFactor(
  actor: Actor,
  code: string,
  cookies: string | undefined,
): Promise<Answer<SignedIn>> {
  const cookie = onlyCookie(cookies, signInUsed().cookieNames.session)
  if (!/^\d{6}$/.test(code.replace(/[\s-]/g, ''))) return refuse('code-wrong')
  const answer = await tryCode(actor.personId, code, { cookie })
  await recordAudit(actor, { act: 'second-factor.confirmed', ...(!answer.ok && { refusedWith: answer.reason }) })
  return answer.ok ? allow({ next: 'enrolment', cookies: answer.value.cookies }) : answer
}

/** The person kept the recovery codes; they are not shown again. */
export async function keepRecoveryCodes(actor: Actor): Promise<void> {
  await asSignIn((tx) => store.markCodes(tx, actor.personId, true))
  await recordAudit(actor, { act: 'recovery-codes.kept' })
}

/** New recovery codes in place of the old ones, shown until kept. Refuses a wrong password. */
export async function renewRecoveryCodes(
  actor: Actor,
  given: { readonly password: string; readonly cookies: string | undefined },
): Promise<Answer> {
  const right = await ownPassword(actor, given.password)
  if (!right.ok) return right
  const headers = new Headers({ cookie: onlyCookie(given.cookies, signInUsed().cookieNames.session) })
  const body = { password: given.password }
  const answer = await asSignIn(async (tx) => {
    const made = await asLibrary((api) => api.generateBackupCodes({ body, headers, returnHeaders: true }))
    if (made.ok) await store.markCodes(tx, actor.personId, false)
    return made.ok ? allow() : refuse('second-factor-absent')
  })
  await recordAudit(actor, { act: 'recovery-codes.renewed', ...(!answer.ok && { refusedWith: answer.reason }) })
  return answer
}

/** Replaces the own password and ends every other session. Refuses a wrong current one and a new one that is too weak. */
export async function changePassword(
  actor: Actor,
  given: { readonly current: string; readonly next: string; readonly sessionId: Id },
): Promise<Answer> {
  const right = await ownPassword(actor, given.current)
  if (!right.ok) return right
  const answer = await inScope(actor, async () => {
    const changed = await asSignIn((tx) => replacePassword(tx, actor.personId, given))
    return changed.ok ? sendMessage(actor, { kind: 'account-password', to: { personId: actor.personId } }) : changed
  })
  await recordAudit(actor, { act: 'password.changed', ...(!answer.ok && { refusedWith: answer.reason }) })
  return answer
}

async function replacePassword(tx: Tx, personId: Id, given: { next: string; sessionId: Id }): Promise<Answer> {
  const person = await store.signerWithId(tx, personId)
  const allowed = person === undefined ? refuse('not-found') : passwordAllowed(given.next, person)
  if (person === undefined || !allowed.ok) return allowed
  await store.setPassword(tx, person, await hashPassword(given.next))
  await store.endSessions(tx, personId, given.sessionId)
  return allow()
}

/** Whoever sits down at an open session does not know the password; guesses count as at the door. */
export async function ownPassword(actor: Actor, password: string): Promise<Answer> {
  const turn = await takeTurn(ACCOUNT, actor.personId)
  if (!turn.isAllowed) return refuse('sign-in-closed', { minutes: Math.ceil(turn.waitSeconds / 60) })
  const isRight = await asSignIn(async (tx) => {
    const hash = await store.passwordOf(tx, actor.personId)
    return hash !== undefined && password.length <= LONGEST_PASSWORD && verifyPassword({ hash, password })
  })
  if (isRight) {
    await forget(ACCOUNT, actor.personId)
    return allow()
  }
  await recordAudit(actor, { act: 'password.checked', refusedWith: 'password-wrong' })
  return refuse('password-wrong')
}

/** Ends this session; the answer is the `Set-Cookie` lines that clear it from the browser. */
export async function signOut(actor: Actor, cookies: string | undefined): Promise<readonly string[]> {
  const headers = new Headers({ cookie: onlyCookie(cookies, signInUsed().cookieNames.session) })
  const answer = await asSignIn(() => asLibrary((api) => api.signOut({ headers, returnHeaders: true })))
  if (actor.personId !== BUILT_IN.visitor) await recordAudit(actor, { act: 'session.ended' })
  return answer.ok ? answer.value.cookies : []
}

/** Ends one of the own sessions. Anybody else's is unknown here. */
export async function endSession(actor: Actor, sessionId: Id): Promise<Answer> {
  const wasThere = isId(sessionId) && (await asSignIn((tx) => store.endSession(tx, actor.personId, sessionId)))
  const answer = wasThere ? allow() : refuse('not-found')
  await recordAudit(actor, { act: 'session.ended', ...(!answer.ok && { refusedWith: answer.reason }) })
  return answer
}

/** Ends every own session, this one too. */
export async function signOutEverywhere(actor: Actor): Promise<void> {
  await asSignIn((tx) => store.endSessions(tx, actor.personId))
  await recordAudit(actor, { act: 'session.all-ended' })
}

/**
 * Counts one request under this key: yes while there were at most `points` within `seconds`. For limits of the shell;
 * every call writes a row, so for what is sent, not for what is only read.
 */
export async function limited(key: string, points: number, seconds: number): Promise<Answer> {
  const limit: Limit = { name: `request-${points}-${seconds}`, points, seconds, blockSeconds: 0 }
  const turn = await takeTurn(limit, key)
  return turn.isAllowed ? allow() : refuse('too-often', { seconds: turn.waitSeconds })
}

/** Removes ended sessions, challenges and counts past their term; for the hourly clean-up. */
export const removeExpired = (_jobs: Actor): Promise<void> => asSignIn((tx) => store.removeExpired(tx, IDLE_SECONDS))
