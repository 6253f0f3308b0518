import { hashPassword } from 'better-auth/crypto'
import { asSignIn, inScope } from '../../../database/transaction.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { sendMessage } from '../../messages/actions.ts'
import { recordAudit } from '../../privacy/audit.ts'
import type { Actor } from '../actor.ts'
import { ownPassword } from './actions.ts'
import { onlyCookie } from './cookies.ts'
import { signInUsed } from './library.ts'
import { nextStep, type SignedIn } from './open-session.ts'
import { passwordAllowed } from './password.ts'
import * as store from './store.ts'

/**
 * Ends every session of the actor. With a password: but this one, which reaches nothing until there is a new password and a
 * new second factor, as no other sign-in does from now on. Without one: this one too, and what the own organisation asks
 * is the way back in. Call it in the transaction of the act.
 */
export async function beginRenewal(actor: Actor, sessionId: Id | undefined): Promise<'renewal' | 'sign-in'> {
  return asSignIn(async (tx) => {
    const hasPassword = (await store.passwordOf(tx, actor.personId)) !== undefined
    await store.endSessions(tx, actor.personId, hasPassword ? sessionId : undefined)
    if (hasPassword) await store.askRenewal(tx, actor.personId)
    // The one who got in may have added a key; the own ones are made anew in a minute.
    else await store.removeSecondFactor(tx, actor.personId)
    return hasPassword ? 'renewal' : 'sign-in'
  })
}

/**
 * The new password, for which the current one is asked: whoever only sits at this screen does not know it. Ends every other
 * session and makes a new second factor ready to be set up. Refuses a wrong current password, a new one that is too weak or
 * the same, and whoever has nothing to renew.
 */
export async function renewPassword(
  actor: Actor,
  given: {
    readonly current: string
    readonly next: string
    readonly sessionId: Id
    readonly cookies: string | undefined
  },
): Promise<Answer<SignedIn>> {
  const right = await ownPassword(actor, given.current)
  if (!right.ok) return right
  const answer = await inScope(actor, async () => {
    const renewed = await asSignIn(() => renew(actor.personId, given))
    if (renewed.ok) await sendMessage(actor, { kind: 'account-password', to: { personId: actor.personId } })
    return renewed
  })
  await recordAudit(actor, { act: 'password.renewed', ...(!answer.ok && { refusedWith: answer.reason }) })
  return answer
}

async function renew(
  personId: Id,
  given: { current: string; next: string; sessionId: Id; cookies: string | undefined },
): Promise<Answer<SignedIn>> {
  return asSignIn(async (tx) => {
    const person = await store.signerWithId(tx, personId)
    if (person === undefined || !(await store.isRenewalAsked(tx, personId))) return refuse('not-found')
    if (given.next === given.current) return refuse('password-same')
    const allowed = passwordAllowed(given.next, person)
    if (!allowed.ok) return allowed
    await store.setPassword(tx, person, await hashPassword(given.next))
    await store.endSessions(tx, personId, given.sessionId)
    await store.removeSecondFactor(tx, personId)
    const own = onlyCookie(given.cookies, signInUsed().cookieNames.session)
    const { next } = await nextStep(personId, { cookies: [own], hasSession: true }, given.next)
    return allow({ next, cookies: [] })
  })
}
