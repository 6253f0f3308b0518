import { inScope, noteShown } from '../../../database/transaction.ts'
import { after, type Day, dayAt, endOf } from '../../../foundation/day.ts'
import { type Id, isId, newId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { may, maySomewhere } from '../access.ts'
import type { Actor, Grant } from '../actor.ts'
import { municipalityWithId, organisationsInReach } from '../queries.ts'
import { isServiceRole, worksForAnOrganisation } from '../roles.ts'
import { insertGrant } from '../store.ts'
import { serviceAccounts } from './queries.ts'
import * as store from './store.ts'
import { isTokenScope, MOST_DAYS, newToken, tokenHash } from './token.ts'

/** Where an account of a system works: a place, and the organisation whose files it keeps. */
export type ServiceGrant = Pick<Grant, 'role' | 'regionId' | 'municipalityId' | 'organisationId' | 'programmeCode'>

const LONGEST = { name: 120, label: 80 } as const

const isWithin = (text: string, most: number): boolean => text !== '' && text.length <= most

/**
 * Adds an account for another system, with its one role in one place. It is an actor like anybody, but no person: it has
 * no password, works on no file of a person and reads no note. Refuses roles of people, and reach beyond the actor's own.
 */
export async function addServiceAccount(
  actor: Actor,
  given: { readonly name: string; readonly grant: ServiceGrant },
): Promise<Answer<{ id: Id }>> {
  const { grant } = given
  const name = given.name.trim()
  if (!isServiceRole(grant.role)) return refuse('role-of-people', { role: grant.role })
  if (!isWithin(name, LONGEST.name)) return refuse('name-wrong')
  return inScope(actor, async (tx) => {
    if (!(await mayGive(actor, grant))) return refuse('grant-out-of-reach')
    if (grant.organisationId === undefined && worksForAnOrganisation(grant.role)) {
      return refuse('grant-needs-organisation')
    }
    await store.oneAtATime(tx, name)
    if ((await serviceAccounts(actor)).some((one) => one.name === name)) return refuse('account-exists', { name })
    const id = newId()
    await store.insertAccount(tx, { id, name })
    const startsOn = dayAt(new Date())
    await insertGrant(tx, { ...grant, id: newId(), personId: id, startsOn, grantedBy: actor.personId })
    noteShown('person', [id])
    return allow({ id })
  })
}

async function mayGive(actor: Actor, grant: ServiceGrant): Promise<boolean> {
  const { municipalityId, regionId, organisationId } = grant
  if ((municipalityId === undefined) === (regionId === undefined)) return false
  const place = municipalityId === undefined ? undefined : await municipalityWithId(actor, municipalityId)
  if (municipalityId !== undefined && place === undefined) return false
  // One that is not there, or out of reach, looks the same.
  if (organisationId !== undefined && !(await organisationsInReach(actor)).some(({ id }) => id === organisationId))
    return false
  return may(actor, 'change', 'person', { ...grant, regionId: regionId ?? place?.regionId ?? undefined })
}

export type NewToken = {
  /** Where it is used, such as the name of a machine. */
  readonly label: string
  readonly scopes: readonly string[]
  /** Last day on which it opens; a year from today at most. */
  readonly expiresOn: Day
  /** The key itself, where one form makes one (`tokenOfForm`); otherwise another one each time. */
  readonly token?: string | undefined
}

/** Within this time a form that comes again is a second press, and shows its key again; later nobody sees it any more. */
const PRESSED_TWICE_MS = 60_000

/**
 * Makes a key for an account. It is given to the actor once and kept nowhere; only its hash is. It opens what the account
 * may, as far as its scopes go, so it takes somebody who may give all of that already.
 */
export async function makeToken(
  actor: Actor,
  accountId: Id,
  given: NewToken,
): Promise<Answer<{ id: Id; token: string }>> {
  const label = given.label.trim()
  const today = dayAt(new Date())
  return inScope(actor, async (tx) => {
    const account = (await serviceAccounts(actor)).find(({ id }) => id === accountId)
    if (account === undefined) return refuse('not-found')
    if (!account.isActive) return refuse('person-switched-off')
    if (!isWithin(label, LONGEST.label)) return refuse('token-label-missing')
    const scopes = [...new Set(given.scopes)]
    if (scopes.length === 0) return refuse('token-without-scope')
    if (!scopes.every((scope) => isTokenScope(scope) && account.scopes.includes(scope))) return refuse('token-too-wide')
    if (given.expiresOn < today || given.expiresOn > after(today, { days: MOST_DAYS })) return refuse('token-term')
    if (!(await store.reachesWholly(tx, accountId))) return refuse('person-out-of-reach')
    const id = newId()
    const token = given.token ?? newToken()
    await store.insertToken(tx, {
      ...{ id, accountId, label, scopes, createdBy: actor.personId },
      tokenHash: tokenHash(token),
      expiresAt: endOf(given.expiresOn),
    })
    const kept = await store.tokensInReach(tx)
    const since = Date.now() - PRESSED_TWICE_MS
    // Of a form that comes again the key is there, under the number that the first press gave it.
    const isFirst = kept.some((one) => one.id === id)
    const first = kept.find(
      (one) => one.accountId === accountId && one.label === label && one.createdAt.getTime() > since,
    )
    if (!isFirst && (first === undefined || first.revokedAt !== null)) return refuse('token-made')
    noteShown('person', [accountId])
    return allow({ id: isFirst ? id : (first?.id ?? id), token })
  })
}

/** Takes a key back: from then on it opens nothing. Takes who may change people where the account works. */
export async function revokeToken(actor: Actor, id: Id): Promise<Answer> {
  if (!isId(id) || !maySomewhere(actor, 'change', 'person')) return refuse('not-found')
  return inScope(actor, async (tx) => {
    const accountId = await store.revokeToken(tx, id, actor.personId)
    if (accountId === undefined) return refuse('not-found')
    noteShown('person', [accountId])
    return allow()
  })
}

/** Switches an account off, with all its keys, or on again with those that have not ended. */
export async function switchServiceAccount(actor: Actor, id: Id, isActive: boolean): Promise<Answer> {
  if (!isId(id) || !maySomewhere(actor, 'change', 'person')) return refuse('not-found')
  return inScope(actor, async (tx) => {
    if (!(await store.switchAccount(tx, id, isActive))) return refuse('not-found')
    noteShown('person', [id])
    return allow()
  })
}
