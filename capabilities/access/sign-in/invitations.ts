import { hashPassword } from 'better-auth/crypto'
import { asSignIn, inScope, noteShown } from '../../../database/transaction.ts'
import { dayAt } from '../../../foundation/day.ts'
import { type Id, isId, newId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { sendMessage } from '../../messages/actions.ts'
import { recordAudit } from '../../privacy/audit.ts'
import { may } from '../access.ts'
import { type Actor, BUILT_IN } from '../actor.ts'
import { municipalitiesKnown } from '../queries.ts'
import { signIn } from './actions.ts'
import { codeOf, INVITATION_DAYS, isToken, tokenHash, tokenOf } from './invitation.ts'
import { keyFrom, signInUsed } from './library.ts'
import { ACCOUNT, forget, giveBack, INVITATION, SPOKEN, takeTurn } from './limits.ts'
import type { SignedIn } from './open-session.ts'
import type { Origin } from './origin.ts'
import { passwordAllowed } from './password.ts'
import * as store from './store.ts'

/**
 * Makes a link with which one person, by name, chooses a password; a newer link replaces an older one. The link is given
 * to the actor once and kept nowhere. It opens everything that person may, so it takes somebody who may give all of that
 * already; never oneself, nobody switched off.
 */
export async function invite(actor: Actor, personId: Id): Promise<Answer<{ id: Id; token: string }>> {
  return inScope(actor, async (tx) => {
    const inReach = await whollyInReach(actor, personId)
    if (!inReach.ok) return inReach
    const id = newId()
    const token = tokenOf(id, invitationKey())
    await store.insertInvitation(tx, {
      id,
      personId,
      ...(await placeOfInvitation(actor, inReach.value)),
      tokenHash: tokenHash(token),
      expiresAt: new Date(Date.now() + TERM_MS),
      createdBy: actor.personId,
    })
    await recordAudit(actor, { act: 'invitation.made', kind: 'person', shown: { person: [personId] } })
    return allow({ id, token })
  })
}

const invitationKey = (): string => keyFrom(signInUsed().settings.secret, 'invitations')

/** Mails the link of an invitation to the person it is for, once. Takes the same reach as making it. */
export async function mailInvitation(actor: Actor, invitationId: Id): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const personId = isId(invitationId) ? await store.invitationInReach(tx, invitationId) : undefined
    if (personId === undefined) return refuse('not-found')
    const inReach = await whollyInReach(actor, personId)
    return inReach.ok ? sendMessage(actor, { kind: 'invitation', to: { personId }, about: invitationId }) : inReach
  })
}

/** The token of an invitation that still opens something, for the mail about it; the background jobs alone get it. */
export async function invitationToken(jobs: Actor, invitationId: Id): Promise<string | undefined> {
  if (jobs.personId !== BUILT_IN.jobs) return undefined
  const token = tokenOf(invitationId, invitationKey())
  const invited = await asSignIn((tx) => store.invitedBy(tx, tokenHash(token)))
  return invited === undefined ? undefined : token
}

const TERM_MS = INVITATION_DAYS * 24 * 60 * 60 * 1000

/** What is kept of the link of an invitation that another room makes. */
export const linkFor = (invitationId: Id): { readonly tokenHash: string; readonly expiresAt: Date } => ({
  tokenHash: tokenHash(tokenOf(invitationId, invitationKey())),
  expiresAt: new Date(Date.now() + TERM_MS),
})

/** Whether the link of an invitation made at this moment is in its term. */
export const isOpenSince = (madeAt: Date, now: Date): boolean => now.getTime() < madeAt.getTime() + TERM_MS

/** The code of an invitation that takes one; for who made it, to be told by voice. */
export const spokenCode = (_actor: Actor, invitationId: Id): string => codeOf(invitationId, invitationKey())

type GrantRow = Awaited<ReturnType<typeof store.grantsOf>>[number]

/** The grants of a person all of whose grants the actor may give; the database says so too, from what the actor cannot see. */
async function whollyInReach(actor: Actor, personId: Id): Promise<Answer<readonly GrantRow[]>> {
  if (personId === actor.personId) return refuse('not-own-sign-in')
  return inScope(actor, async (tx) => {
    const person = await store.personInReach(tx, personId)
    if (person === undefined) return refuse('not-found')
    const grants = await store.grantsOf(tx, personId, dayAt(new Date()))
    const regionOf = new Map((await municipalitiesKnown(actor)).map((one) => [one.id, one.regionId]))
    const mayGive =
      grants.length > 0 && grants.every((grant) => may(actor, 'change', 'person', placeOfGrant(grant, regionOf)))
    if (!mayGive || !(await store.reachesWholly(tx, personId))) return refuse('person-out-of-reach')
    if (!person.isActive) return refuse('person-switched-off')
    noteShown('person', [personId])
    return allow(grants)
  })
}

/** A grant everywhere lies in no place, so only who reaches everywhere covers it. */
const placeOfGrant = (grant: GrantRow, regionOf: ReadonlyMap<Id, Id | null>) => ({
  regionId: grant.regionId ?? regionOf.get(grant.municipalityId ?? '') ?? undefined,
  municipalityId: grant.municipalityId ?? undefined,
  organisationId: grant.organisationId ?? undefined,
  programmeCode: grant.programmeCode ?? undefined,
})

/** Where an invitation is listed: with the first place the person works. */
async function placeOfInvitation(actor: Actor, grants: readonly GrantRow[]) {
  const first = grants.find((grant) => grant.municipalityId !== null) ?? grants[0]
  if (first?.regionId == null)
    return { municipalityId: first?.municipalityId ?? null, organisationId: first?.organisationId ?? null }
  const inRegion = (await municipalitiesKnown(actor)).find((one) => one.regionId === first.regionId)
  return { municipalityId: inRegion?.id ?? null, organisationId: null }
}

/**
 * Uses an invitation: sets the password, ends every session of that person, and signs in. Works once; a refused password
 * does not use it up. Call it outside a transaction, as signing in.
 */
export async function acceptInvitation(
  actor: Actor,
  given: {
    readonly token: string
    readonly password: string
    /** Told by voice, where the link alone does not open it. */
    readonly code?: string
    readonly origin: Origin
    readonly cookies: string | undefined
  },
): Promise<Answer<SignedIn>> {
  const { address } = given.origin
  if (!(await takeTurn(INVITATION, address)).isAllowed || !isToken(given.token)) return refuse('invitation-invalid')
  const accepted = await useUp(tokenHash(given.token), given)
  await recordAudit(actor, {
    act: 'invitation.accepted',
    kind: 'person',
    ...(accepted.ok ? { shown: { person: [accepted.value.id] } } : { refusedWith: accepted.reason }),
  })
  if (!accepted.ok) return accepted
  await giveBack(INVITATION, address)
  await forget(ACCOUNT, accepted.value.email) // whoever closed the account by guessing does not hold up its owner
  return signIn(actor, { ...given, email: accepted.value.email })
}

async function useUp(
  hash: string,
  { password, code }: { readonly password: string; readonly code?: string },
): Promise<Answer<store.Signer>> {
  return asSignIn(async (tx) => {
    const invited = await store.invitedBy(tx, hash)
    const person = invited === undefined ? undefined : await store.signerWithId(tx, invited.personId)
    if (invited === undefined || person === undefined) return refuse('invitation-invalid')
    const told = invited.needsCode ? await codeTold(invited.invitationId, code ?? '') : allow()
    if (!told.ok) return told
    const allowed = passwordAllowed(password, person)
    if (!allowed.ok) return allowed
    const kept = await hashPassword(password)
    if (!(await store.useInvitation(tx, person.id, hash))) return refuse('invitation-invalid') // used a moment ago
    await store.setPassword(tx, person, kept)
    await store.endSessions(tx, person.id)
    return allow(person)
  })
}

/** Five wrong codes and the link is worth nothing: then it takes a new invitation. */
async function codeTold(invitationId: Id, typed: string): Promise<Answer> {
  if (!(await takeTurn(SPOKEN, invitationId)).isAllowed) return refuse('invitation-invalid')
  if (typed.replace(/[\s-]/g, '') !== codeOf(invitationId, invitationKey())) return refuse('invitation-code-wrong')
  await forget(SPOKEN, invitationId)
  return allow()
}

/**
 * Takes away the second factor of a person who lost phone and codes, with the keys of their devices, and ends every
 * session; the next sign-in sets up a new one. Takes the same reach as inviting. Whoever asks for it has to be known to the actor: this is a way in.
 */
export async function resetSecondFactor(actor: Actor, personId: Id): Promise<Answer> {
  return inScope(actor, async () => {
    const inReach = await whollyInReach(actor, personId)
    if (!inReach.ok) return inReach
    await asSignIn(async (tx) => {
      await store.removeSecondFactor(tx, personId)
      await store.endSessions(tx, personId)
    })
    await recordAudit(actor, { act: 'second-factor.reset', kind: 'person', shown: { person: [personId] } })
    return allow()
  })
}
