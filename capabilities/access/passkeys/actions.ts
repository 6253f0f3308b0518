import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { asSignIn } from '../../../database/transaction.ts'
import { type Id, isId, newId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { recordAudit } from '../../privacy/audit.ts'
import type { Actor } from '../actor.ts'
import { ownPassword } from '../sign-in/actions.ts'
import { noteSignIn } from '../sign-in/devices.ts'
import { signInUsed } from '../sign-in/library.ts'
import { giveBack, ORIGIN, SIGN_ON, takeTurn } from '../sign-in/limits.ts'
import { beginTry, overTry, takeTry } from '../sign-in/one-try.ts'
import { openSession, type SignedIn } from '../sign-in/open-session.ts'
import type { Origin } from '../sign-in/origin.ts'
import { recordSignIn } from '../sign-in/sign-in-log.ts'
import * as signers from '../sign-in/store.ts'
import { passkeysFit } from './offered.ts'
import * as store from './store.ts'

/** What the browser is asked, as it reads it itself, with the cookie that ties the answer to it. */
export type Ceremony = { readonly options: string; readonly cookies: readonly string[] }

/** More would be hard to tell apart, and nobody has so many devices. */
const MOST_KEYS = 10
/** Room for a large answer of a device; more is none. */
const LONGEST_ANSWER = 20_000

const here = () => {
  const { baseUrl } = signInUsed().settings
  return { baseUrl, rpID: baseUrl.hostname, origin: baseUrl.origin }
}

/**
 * Begins adding a key of this device to the own account. Asks the password first, where there is one: whoever sits down at
 * an open screen would leave a way in behind.
 */
export async function beginPasskey(actor: Actor, password: string): Promise<Answer<Ceremony>> {
  const { baseUrl, rpID } = here()
  if (!passkeysFit(baseUrl)) return refuse('not-found')
  const { person, keys, hasPassword } = await asSignIn(async (tx) => ({
    person: await signers.signerWithId(tx, actor.personId),
    keys: await store.passkeysOf(tx, actor.personId),
    hasPassword: (await signers.passwordOf(tx, actor.personId)) !== undefined,
  }))
  if (person === undefined) return refuse('not-found')
  const right = hasPassword ? await ownPassword(actor, password) : allow()
  if (!right.ok) return right
  if (keys.length >= MOST_KEYS) return refuse('passkey-many', { most: MOST_KEYS })
  const options = await generateRegistrationOptions({
    ...{ rpName: 'Voorveld', rpID, userName: person.email, userDisplayName: person.name },
    userID: new TextEncoder().encode(actor.personId),
    attestationType: 'none', // which make of key somebody has is not ours to know
    excludeCredentials: keys.map(({ credentialId }) => ({ id: credentialId })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
  })
  const cookie = await beginTry('sleutel', JSON.stringify([actor.personId, options.challenge]))
  return allow({ options: JSON.stringify(options), cookies: [cookie] })
}

/** Adds the key that the device made. Refuses what does not belong to this try, this person and this address. */
export async function addPasskey(
  actor: Actor,
  given: { readonly response: string; readonly name: string; readonly cookies: string | undefined },
): Promise<Answer> {
  const answer = await checkNewPasskey(actor, given)
  await recordAudit(actor, { act: 'passkey.added', ...(!answer.ok && { refusedWith: answer.reason }) })
  return answer
}

async function checkNewPasskey(
  actor: Actor,
  given: { readonly response: string; readonly name: string; readonly cookies: string | undefined },
): Promise<Answer> {
  const challenge = challengeFor(actor.personId, await takeTry('sleutel', given.cookies))
  const response = parsed<RegistrationResponseJSON>(given.response)
  if (challenge === undefined || response === undefined) return refuse('passkey-over')
  const { rpID, origin } = here()
  const expected = { expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpID }
  const verified = await verifyRegistrationResponse({ response, ...expected, requireUserVerification: false }).catch(
    () => undefined,
  )
  if (verified?.verified !== true) return refuse('passkey-wrong')
  const { id, publicKey, counter } = verified.registrationInfo.credential
  const name = nameOf(given.name)
  if (!name.ok) return name
  const isNew = await asSignIn(async (tx) =>
    store.insertPasskey(tx, {
      ...{ id: newId(), userId: actor.personId, credentialId: id, counter, name: name.value },
      publicKey: Buffer.from(publicKey).toString('base64url'),
    }),
  )
  return isNew ? allow() : refuse('passkey-wrong')
}

/** A try that somebody else began in this browser is not for this person. */
function challengeFor(personId: Id | 'anybody', kept: string | undefined): string | undefined {
  const [owner, challenge] = kept === undefined ? [] : (JSON.parse(kept) as [string, string]) // our own writing
  return owner === personId ? challenge : undefined
}

/** What a browser sends; the library looks at every field of it. */
function parsed<T>(text: string): T | undefined {
  if (text.length > LONGEST_ANSWER) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as T) : undefined
  } catch {
    return undefined
  }
}

function nameOf(given: string): Answer<string> {
  const name = given.trim()
  return name === '' || name.length > 60 ? refuse('passkey-name') : allow(name)
}

/** Begins signing in with a key: the device itself knows which of its keys belong here. */
export async function beginPasskeySignIn(origin: Origin): Promise<Answer<Ceremony>> {
  const { baseUrl, rpID } = here()
  if (!passkeysFit(baseUrl)) return refuse('not-found')
  const turn = await takeTurn(SIGN_ON, origin.address)
  if (!turn.isAllowed) return refuse('sign-in-closed', { minutes: Math.ceil(turn.waitSeconds / 60) })
  const options = await generateAuthenticationOptions({ rpID, userVerification: 'preferred' })
  const cookie = await beginTry('sleutel', JSON.stringify(['anybody', options.challenge]))
  return allow({ options: JSON.stringify(options), cookies: [cookie] })
}

/**
 * Signs in with a key. A device that asked for a finger, a face or a pin showed two factors; else our own second step
 * follows. Refuses alike whatever is wrong. Call it outside a transaction.
 */
export async function signInWithPasskey(
  actor: Actor,
  given: { readonly response: string; readonly origin: Origin; readonly cookies: string | undefined },
): Promise<Answer<SignedIn>> {
  const turn = await takeTurn(ORIGIN, given.origin.address)
  if (!turn.isAllowed) return refuse('sign-in-closed', { minutes: Math.ceil(turn.waitSeconds / 60) })
  const challenge = challengeFor('anybody', await takeTry('sleutel', given.cookies))
  const response = parsed<AuthenticationResponseJSON>(given.response)
  if (challenge === undefined || response === undefined) return failed(actor, given.origin, 'passkey-over')
  const shown = await whoShows(response, challenge)
  if (shown?.person === undefined) return failed(actor, given.origin, 'passkey-wrong', shown?.userId)
  const { person, isVerified } = shown
  const { device } = given.origin
  const secondFactorBy = isVerified ? ('passkey' as const) : undefined
  const opened = await openSession({ person, secondFactorBy, device, cookies: given.cookies })
  if (!opened.ok) return failed(actor, given.origin, opened.reason, person.id)
  await giveBack(ORIGIN, given.origin.address)
  const isHalf = opened.value.next === 'second-factor'
  const arrival = { origin: given.origin, way: 'passkey' } as const
  await recordSignIn(actor, isHalf ? 'sign-in.half' : 'sign-in.done', { arrival, personId: person.id })
  if (!isHalf) await noteSignIn(actor, person.id, device)
  return allow({ ...opened.value, cookies: [...opened.value.cookies, await overTry('sleutel')] })
}

async function whoShows(response: AuthenticationResponseJSON, challenge: string) {
  return asSignIn(async (tx) => {
    const key = typeof response.id === 'string' ? await store.passkeyShown(tx, response.id) : undefined
    if (key === undefined) return undefined
    const { rpID, origin } = here()
    const expected = { expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpID }
    const publicKey = new Uint8Array(Buffer.from(key.publicKey, 'base64url'))
    const credential = { id: key.credentialId, publicKey, counter: key.counter }
    const verified = await verifyAuthenticationResponse({
      ...{ response, ...expected, credential, requireUserVerification: false },
    }).catch(() => undefined)
    if (verified?.verified !== true) return { userId: key.userId, person: undefined, isVerified: false }
    const { newCounter, userVerified } = verified.authenticationInfo
    await store.notePasskeyUsed(tx, key.id, newCounter)
    const person = await signers.signerWithId(tx, key.userId)
    return { userId: key.userId, person, isVerified: userVerified }
  })
}

async function failed(actor: Actor, origin: Origin, reason: string, personId?: Id): Promise<Answer<SignedIn>> {
  await recordSignIn(actor, 'sign-in.failed', { arrival: { origin, way: 'passkey' }, personId, refusedWith: reason })
  return refuse(reason)
}

/** Gives an own key another name. Anybody else's is unknown here. */
export async function renamePasskey(actor: Actor, id: Id, given: string): Promise<Answer> {
  const name = nameOf(given)
  if (!name.ok) return name
  const change = { userId: actor.personId, id, name: name.value }
  const wasThere = isId(id) && (await asSignIn((tx) => store.renamePasskey(tx, change)))
  return wasThere ? allow() : refuse('not-found')
}

/** Takes an own key away; it opens nothing from now on. */
export async function removePasskey(actor: Actor, id: Id): Promise<Answer> {
  const wasThere = isId(id) && (await asSignIn((tx) => store.deletePasskey(tx, actor.personId, id)))
  const answer = wasThere ? allow() : refuse('not-found')
  await recordAudit(actor, { act: 'passkey.removed', ...(!answer.ok && { refusedWith: answer.reason }) })
  return answer
}
