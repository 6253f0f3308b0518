import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { asSignIn, inScope, noteShown } from '../../../database/transaction.ts'
import { type Id, isId, newId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { may, maySomewhere } from '../access.ts'
import type { Actor } from '../actor.ts'
import { municipalityWithId } from '../queries.ts'
import { isRole, reachesOwnMatchesOnly } from '../roles.ts'
import { keyFrom, signInUsed } from '../sign-in/library.ts'
import type { Look, ProviderAccess, ProviderConnection } from '../single-sign-on/connection.ts'
import { notConnected } from '../single-sign-on/not-connected.ts'
import { type ProviderGiven, type ProviderKept, providerFrom } from './provider.ts'
import * as store from './store.ts'

/**
 * Says where an organisation signs in, or changes it. Off until somebody switches it on. Takes reach over every place where
 * the organisation works, because the provider opens all its accounts. The secret is kept encrypted and never given back.
 */
export async function saveProvider(actor: Actor, given: ProviderGiven): Promise<Answer<{ id: Id }>> {
  const kept = providerFrom(given)
  if (!kept.ok) return kept
  const connection = signInUsed().settings.providers
  if (connection?.mayBeReached(kept.value.issuer) !== true) return refuse('provider-issuer-reach')
  return inScope(actor, async (tx) => {
    if (!(await isRunBy(actor, given.organisationId))) return refuse('not-found')
    const known = await store.providerOf(tx, given.organisationId)
    const secret = await secretFor(connection, given, kept.value, known)
    if (!secret.ok) return secret
    const row = { ...kept.value, ...secret.value, changedBy: actor.personId }
    if (known !== undefined) {
      noteShown('identity-provider', [known.id])
      await store.updateProvider(tx, known.id, row)
      return allow({ id: known.id })
    }
    if (row.secret === undefined) return refuse('provider-secret')
    const id = newId()
    await store.insertProvider(tx, { ...row, id, organisationId: given.organisationId, secret: row.secret })
    noteShown('identity-provider', [id])
    return allow({ id })
  })
}

type Secret = { secret?: string; publicKey?: Readonly<Record<string, unknown>> | null }

/** A secret that was typed, a new key of our own, or what there is; another provider never gets the old secret. */
async function secretFor(
  connection: ProviderConnection,
  { secret: typed }: ProviderGiven,
  kept: ProviderKept,
  known: { issuer: string; clientId: string; clientAuth: string } | undefined,
): Promise<Answer<Secret>> {
  const isSame = known?.issuer === kept.issuer && known.clientId === kept.clientId
  const wasKey = known?.clientAuth === 'private-key'
  if (kept.clientAuth === 'private-key') {
    if (isSame && wasKey) return allow({})
    const { secret, publicKey } = connection.newKey()
    return allow({ secret: await encrypted(secret), publicKey })
  }
  if (typed === '') return isSame && !wasKey ? allow({}) : refuse('provider-secret')
  if (typed.length > 500) return refuse('provider-secret')
  return allow({ secret: await encrypted(typed), publicKey: null })
}

const providerKey = (): string => keyFrom(signInUsed().settings.secret, 'providers')
const encrypted = (data: string): Promise<string> => symmetricEncrypt({ key: providerKey(), data })

async function isRunBy(actor: Actor, organisationId: Id): Promise<boolean> {
  if (!maySomewhere(actor, 'change', 'setting') || !isId(organisationId)) return false
  const run = await inScope(actor, store.organisationsWithProvider)
  return run.some((one) => one.organisationId === organisationId)
}

/** Switches signing in through the provider on or off. What people hold because of their groups stays until it is ended. */
export async function switchProvider(actor: Actor, organisationId: Id, isOn: boolean): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const known = (await isRunBy(actor, organisationId)) ? await store.providerOf(tx, organisationId) : undefined
    if (known === undefined) return refuse('not-found')
    noteShown('identity-provider', [known.id])
    await store.updateProvider(tx, known.id, { isOn, changedBy: actor.personId })
    return allow()
  })
}

/** Asks the provider now what it can do. Refuses with what stands in the way, such as that it does not answer. */
export async function tryProvider(actor: Actor, organisationId: Id): Promise<Answer<Look>> {
  const known = await inScope(actor, async (tx) =>
    (await isRunBy(actor, organisationId)) ? store.providerOf(tx, organisationId) : undefined,
  )
  const spoken = known === undefined ? undefined : await providerFor(known.id)
  if (spoken === undefined) return refuse('not-found')
  const looked = await spoken.connection.look(spoken.access)
  if (!looked.ok) return notConnected(looked.reason, spoken.name)
  if (!looked.value.hasClientAuth) return refuse('provider-client-auth-unknown')
  return allow(looked.value)
}

export type Spoken = {
  readonly id: Id
  readonly organisationId: Id
  readonly name: string
  readonly groupClaim: string
  readonly acr: string | null
  readonly mailDomains: readonly string[]
  readonly admitsNew: boolean
  readonly isOn: boolean
  readonly access: ProviderAccess
  readonly connection: ProviderConnection
}

/** A provider with what it takes to speak with it. Only for doors: the secret is among it. */
export async function providerFor(id: Id): Promise<Spoken | undefined> {
  const connection = signInUsed().settings.providers
  const row = isId(id) ? await asSignIn((tx) => store.providerToSpeakWith(tx, id)) : undefined
  if (connection === undefined || row === undefined) return undefined
  const { issuer, clientId, clientAuth, acr } = row
  const secret = await symmetricDecrypt({ key: providerKey(), data: row.secret })
  return { ...row, access: { issuer, clientId, clientAuth, acr, secret }, connection }
}

export type NewGroupRight = {
  readonly organisationId: Id
  readonly groupName: string
  readonly role: string
  readonly municipalityId: Id
  readonly programmeCode?: string
}

/** Says that who is in this group has this role there, for this organisation. Never more than the actor may give by hand. */
export async function mapGroup(actor: Actor, given: NewGroupRight): Promise<Answer> {
  const { role, municipalityId, organisationId } = given
  const groupName = given.groupName.trim()
  if (groupName === '' || groupName.length > 200) return refuse('group-name')
  if (!isRole(role)) return refuse('grant-out-of-reach')
  return inScope(actor, async (tx) => {
    const provider = (await isRunBy(actor, organisationId)) ? await store.providerOf(tx, organisationId) : undefined
    if (provider === undefined) return refuse('not-found')
    const municipality = isId(municipalityId) ? await municipalityWithId(actor, municipalityId) : undefined
    const programmeCode = given.programmeCode
    const place = { municipalityId, organisationId, programmeCode, regionId: municipality?.regionId ?? undefined }
    if (municipality === undefined || !may(actor, 'change', 'person', place)) return refuse('grant-out-of-reach')
    const isNew = await store.insertGroupRight(tx, {
      ...{ id: newId(), providerId: provider.id, groupName, role, municipalityId, organisationId },
      programmeCode: programmeCode ?? null,
      ownMatches: reachesOwnMatchesOnly(role),
      mappedBy: actor.personId,
    })
    noteShown('identity-provider', [provider.id])
    return isNew ? allow() : refuse('group-mapped')
  })
}

/** Takes a line out of the mapping; whoever had the right because of it, and of no other group, loses it at once. */
export async function unmapGroup(actor: Actor, id: Id): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const line = isId(id) ? await store.groupRightWithId(tx, id) : undefined
    if (line === undefined) return refuse('not-found')
    await store.deleteGroupRight(tx, id)
    if (!(await store.isCarried(tx, line))) await store.endGrantsOf(tx, line)
    noteShown('identity-provider', [line.providerId])
    return allow()
  })
}
