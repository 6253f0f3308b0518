import type { Tx } from '../../../database/connect.ts'
import { asSignIn } from '../../../database/transaction.ts'
import { type Id, newId } from '../../../foundation/id.ts'
import { type Answer, allow, type Refused, refuse } from '../../../foundation/result.ts'
import type { Actor } from '../actor.ts'
import { providerFor, type Spoken } from '../identity-providers/actions.ts'
import { addressHere } from '../identity-providers/queries.ts'
import { noteSignIn } from '../sign-in/devices.ts'
import { SIGN_ON, takeTurn } from '../sign-in/limits.ts'
import { beginTry, overTry, takeTry } from '../sign-in/one-try.ts'
import { openSession, type SignedIn } from '../sign-in/open-session.ts'
import type { Origin } from '../sign-in/origin.ts'
import { recordSignIn } from '../sign-in/sign-in-log.ts'
import * as signers from '../sign-in/store.ts'
import { type Comer, comerFrom } from './claims.ts'
import { changesByGroups } from './groups.ts'
import { notConnected } from './not-connected.ts'
import * as store from './store.ts'

type Try = { readonly providerId: Id; readonly state: string; readonly nonce: string; readonly verifier: string }
type Kept = Try & { readonly back: string | undefined }

/**
 * Sends somebody to the provider of their organisation. Refuses when there is none, or it does not answer now; other ways of
 * signing in go on. Call it outside a transaction, as all of signing in.
 */
export async function beginSignOn(
  actor: Actor,
  given: {
    readonly providerId: Id
    /** Of the one page where the provider may send the browser back to. */
    readonly returnPath: string
    readonly back: string | undefined
    readonly origin: Origin
  },
): Promise<Answer<{ url: string; cookies: readonly string[] }>> {
  const turn = await takeTurn(SIGN_ON, given.origin.address)
  if (!turn.isAllowed) return refuse('sign-in-closed', { minutes: Math.ceil(turn.waitSeconds / 60) })
  const provider = await providerFor(given.providerId)
  if (provider === undefined || !provider.isOn) return refuse('not-found')
  const begun = await provider.connection.begin(provider.access, addressHere(given.returnPath))
  if (!begun.ok) return failed(actor, provider, given.origin, notConnected(begun.reason, provider.name))
  const { url, ...secrets } = begun.value
  const kept: Kept = { ...secrets, providerId: provider.id, back: given.back }
  return allow({ url, cookies: [await beginTry('via', JSON.stringify(kept))] })
}

/**
 * The browser is back from the provider: checks that it belongs to this try, what the provider says, and that the account is
 * one that this provider may open; brings the rights in line with the groups; and opens a session, or asks our own second
 * step when the provider showed none. A try is used once, whatever comes of it.
 */
export async function finishSignOn(
  actor: Actor,
  given: {
    readonly providerId: Id
    readonly returnPath: string
    readonly query: string
    readonly origin: Origin
    readonly cookies: string | undefined
  },
): Promise<Answer<SignedIn & { readonly back: string | undefined }>> {
  const kept = keptFrom(await takeTry('via', given.cookies))
  const provider = await providerFor(given.providerId)
  if (provider === undefined || !provider.isOn) return refuse('not-found')
  // Of another provider's try: what that one knows is not for this one (mix-up, RFC 9700 §4.4).
  if (kept === undefined || kept.providerId !== provider.id)
    return failed(actor, provider, given.origin, refuse('provider-try-over', { name: provider.name }))
  const { state, nonce, verifier } = kept
  const back = { redirectUri: addressHere(given.returnPath), query: given.query, state, nonce, verifier }
  const said = await provider.connection.finish(provider.access, back)
  if (!said.ok) return failed(actor, provider, given.origin, notConnected(said.reason, provider.name))
  const comer = comerFrom(said.value, provider)
  if (comer === undefined)
    return failed(actor, provider, given.origin, refuse('provider-answer-wrong', { name: provider.name }))
  return letIn(actor, provider, comer, { ...given, back: kept.back })
}

/** Our own writing, under a key that only this browser has. */
const keptFrom = (value: string | undefined): Kept | undefined =>
  value === undefined ? undefined : (JSON.parse(value) as Kept)

type Arriving = { readonly origin: Origin; readonly cookies: string | undefined; readonly back: string | undefined }

async function letIn(
  actor: Actor,
  provider: Spoken,
  comer: Comer,
  { origin, cookies, back }: Arriving,
): Promise<Answer<SignedIn & { back: string | undefined }>> {
  const opened = await asSignIn(async (tx) => {
    const found = await personFor(tx, provider, comer)
    if (!found.ok) return found
    const rights = await followGroups(tx, provider, comer, found.value.id)
    if (rights.outside) return refuse('provider-account-wider', { name: provider.name })
    if (!rights.inside) return refuse('provider-no-rights', { name: provider.name })
    const secondFactorBy = comer.hasTwoFactors ? ('provider' as const) : undefined
    return openSession({ person: found.value, secondFactorBy, device: origin.device, cookies })
  })
  if (!opened.ok) return failed(actor, provider, origin, opened)
  const { personId, next } = opened.value
  const arrival = { origin, way: 'provider' } as const
  await recordSignIn(actor, next === 'second-factor' ? 'sign-in.half' : 'sign-in.done', { arrival, personId })
  if (next !== 'second-factor') await noteSignIn(actor, personId, origin.device)
  return allow({ ...opened.value, cookies: [...opened.value.cookies, await overTry('via')], back })
}

/**
 * Whose account it is: by issuer and subject; the first time by an address that is vouched for, of somebody with rights in
 * this organisation and none outside; or, where the organisation allows it, somebody new whose group is mapped.
 */
async function personFor(tx: Tx, provider: Spoken, comer: Comer): Promise<Answer<signers.Signer>> {
  const key = { providerId: provider.id, issuer: comer.issuer, subject: comer.subject }
  await store.hold(tx, JSON.stringify(key))
  const known = await store.personBehind(tx, key)
  if (known !== undefined) {
    const person = await signers.signerWithId(tx, known)
    return person === undefined ? refuse('provider-account-off', { name: provider.name }) : allow(person)
  }
  if (comer.email === undefined) return refuse('provider-mail-unverified', { name: provider.name })
  await store.hold(tx, comer.email)
  const person = await personWithAddress(tx, provider, comer, comer.email)
  if (!person.ok) return person
  await signers.addUser(tx, person.value)
  if (await store.link(tx, { ...key, userId: person.value.id })) return person
  return refuse('provider-account-taken', { name: provider.name })
}

async function personWithAddress(
  tx: Tx,
  provider: Spoken,
  comer: Comer,
  email: string,
): Promise<Answer<signers.Signer>> {
  const unknown = refuse('provider-account-unknown', { name: provider.name })
  const person = await signers.signerWithEmail(tx, email)
  if (person !== undefined) {
    const rights = await store.rightsAnd(tx, person.id, provider.organisationId)
    if (rights.inside && !rights.outside) return allow(person)
    // Of somebody of another organisation not more is said than of nobody.
    return rights.inside ? refuse('provider-account-wider', { name: provider.name }) : unknown
  }
  const mapping = await store.mappingOf(tx, provider.id)
  if (!provider.admitsNew || !mapping.some(({ groupName }) => comer.groups.includes(groupName))) return unknown
  const isKnown = await signers.hasEmail(tx, email)
  if (isKnown) return refuse('provider-account-off', { name: provider.name })
  const id = newId()
  const name = (comer.name ?? email).slice(0, 120)
  await store.admitPerson(tx, { id, providerId: provider.id, name, email })
  return allow({ id, name, email })
}

/** Gives and ends what follows from the groups; says where the person has rights after that. */
async function followGroups(tx: Tx, provider: Spoken, comer: Comer, personId: Id) {
  const [mapping, held] = [await store.mappingOf(tx, provider.id), await store.heldByGroups(tx, provider.id, personId)]
  const { give, end } = changesByGroups(mapping, comer.groups, held)
  for (const id of end) await store.endByGroup(tx, id)
  for (const id of give) await store.giveByGroup(tx, id, personId)
  return store.rightsAnd(tx, personId, provider.organisationId)
}

async function failed<T>(actor: Actor, provider: Spoken, origin: Origin, refused: Refused): Promise<Answer<T>> {
  const { organisationId } = provider
  const municipalityIds = await asSignIn((tx) => store.placesOf(tx, organisationId))
  const arrival = { origin, way: 'provider', organisationId } as const
  await recordSignIn(actor, 'sign-in.failed', { arrival, refusedWith: refused.reason, municipalityIds })
  return refused
}

/** Through which providers this person came before, for going out there as well. */
export const providersBehind = (actor: Actor): Promise<Id[]> => asSignIn((tx) => store.providersOf(tx, actor.personId))

/** Where the browser goes to end the session at the provider too. Refuses when that is away or offers no such thing. */
export async function signOutAddress(providerId: Id, returnPath: string): Promise<Answer<string>> {
  const provider = await providerFor(providerId)
  if (provider === undefined) return refuse('not-found')
  const found = await provider.connection.signOutAddress(provider.access, addressHere(returnPath))
  if (!found.ok) return notConnected(found.reason, provider.name)
  return found.value === undefined ? refuse('provider-no-sign-out', { name: provider.name }) : allow(found.value)
}
