import { generateRandomString } from 'better-auth/crypto'
import { serializeSignedCookie } from 'better-call'
import { asSignIn } from '../../../database/transaction.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { sentBack, signedValue } from './cookies.ts'
import { type Device, deviceCode } from './device.ts'
import { CODE_SECONDS, signInUsed } from './library.ts'
import { asLibrary, type Said } from './library-call.ts'
import * as store from './store.ts'

/** The next step of signing in, with the `Set-Cookie` lines that carry it. */
export type SignedIn = { readonly next: 'second-factor' | 'enrolment' | 'done'; readonly cookies: readonly string[] }

/** A browser has one session: what was signed in there before is over, and its number is worth nothing to who set it. */
export async function endOldSession(cookies: string | undefined): Promise<void> {
  const { cookieNames, cookieKey } = signInUsed()
  const token = signedValue(cookies, cookieNames.session, cookieKey)
  if (token !== undefined) await asSignIn((tx) => store.endSessionWithToken(tx, token))
}

/** Where somebody goes whose password was right; the first time with a new second factor ready to be set up. */
export async function nextStep(personId: Id, said: Said, password?: string): Promise<SignedIn> {
  const { settings } = signInUsed()
  if (!said.hasSession) return { next: 'second-factor', cookies: said.cookies }
  if (settings.secondFactor === 'skipped') return { next: 'done', cookies: said.cookies }
  const known = await asSignIn((tx) => store.secondFactorToMake(tx, personId))
  if (known === undefined) {
    const headers = new Headers({ cookie: sentBack(said.cookies) })
    const body = password === undefined ? {} : { password }
    const made = await asLibrary((api) => api.enableTwoFactor({ body, headers, returnHeaders: true }))
    if (!made.ok) throw new Error(`second factor not made: ${made.code}`)
  }
  return { next: 'enrolment', cookies: said.cookies }
}

/** How a person was recognised without a password, and whether that showed a second factor too. */
export type Recognised = {
  readonly person: store.Signer
  readonly secondFactorBy: 'provider' | 'passkey' | undefined
  readonly device: Device
  readonly cookies: string | undefined
}

/**
 * Opens a session for somebody whom another way than a password recognised. Where that way showed no second factor, our
 * own is asked first, or set up. Refuses who has a password but no second factor yet: setting it up asks that password.
 */
export async function openSession({
  person,
  secondFactorBy,
  device,
  cookies,
}: Recognised): Promise<Answer<SignedIn & { readonly personId: Id }>> {
  return asSignIn(async (tx) => {
    await store.addUser(tx, person)
    const { hasSecondFactor, hasPassword } = await store.signInOf(tx, person.id)
    const isAsked = signInUsed().settings.secondFactor === 'required' && secondFactorBy === undefined
    if (isAsked && !hasSecondFactor && hasPassword) return refuse('second-factor-by-password')
    await endOldSession(cookies)
    if (isAsked && hasSecondFactor) return allow({ personId: person.id, ...(await challenge(person.id)) })
    const cookie = await newSession(person.id, device, secondFactorBy)
    if (!isAsked) return allow({ personId: person.id, next: 'done', cookies: [cookie] })
    return allow({ personId: person.id, ...(await nextStep(person.id, { cookies: [cookie], hasSession: true })) })
  })
}

async function newSession(personId: Id, device: Device, secondFactorBy: Recognised['secondFactorBy']): Promise<string> {
  const { library, cookieKey } = signInUsed()
  const { internalAdapter, authCookies } = await library.$context
  const session = await internalAdapter.createSession(personId, false, { userAgent: deviceCode(device) })
  if (secondFactorBy !== undefined)
    await asSignIn((tx) => store.noteSecondFactor(tx, { token: session.token, secondFactorBy }))
  const { name, attributes } = authCookies.sessionToken
  return serializeSignedCookie(name, session.token, cookieKey, attributes)
}

/** The same step as after a password: the library takes it from here, and counts wrong codes. */
async function challenge(personId: Id): Promise<SignedIn> {
  const { library, cookieNames, cookieKey } = signInUsed()
  const { internalAdapter, authCookies } = await library.$context
  const identifier = `2fa-${generateRandomString(20)}`
  const expiresAt = new Date(Date.now() + CODE_SECONDS * 1000)
  await internalAdapter.createVerificationValue({ identifier, value: personId, expiresAt })
  await internalAdapter.createVerificationValue({ identifier: `2fa-attempts-${identifier}`, value: '0', expiresAt })
  const attributes = { ...authCookies.sessionToken.attributes, maxAge: CODE_SECONDS }
  const cookie = await serializeSignedCookie(cookieNames.challenge, identifier, cookieKey, attributes)
  return { next: 'second-factor', cookies: [cookie] }
}
