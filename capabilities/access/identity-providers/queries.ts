import { asSignIn, inScope, noteShown } from '../../../database/transaction.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import { maySomewhere } from '../access.ts'
import type { Actor } from '../actor.ts'
import { isRole, type Role } from '../roles.ts'
import { signInUsed } from '../sign-in/library.ts'
import type { ClientAuth } from '../single-sign-on/connection.ts'
import * as store from './store.ts'

export type GroupRightShown = {
  readonly id: Id
  readonly groupName: string
  readonly role: Role
  readonly municipalityName: string
  readonly programmeCode: string | null
}

export type ProviderShown = {
  readonly id: Id
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly clientAuth: ClientAuth
  readonly groupClaim: string
  readonly acr: string | null
  readonly mailDomains: readonly string[]
  readonly admitsNew: boolean
  readonly isOn: boolean
}

/** An organisation of which the actor says where it signs in. */
export type OrganisationSignIn = {
  readonly organisationId: Id
  readonly organisationName: string
  readonly provider: ProviderShown | undefined
  readonly mapping: readonly GroupRightShown[]
}

/** The organisations that lie wholly in the actor's reach, with where each signs in and what its groups may; no secrets. */
export async function organisationSignIns(actor: Actor): Promise<OrganisationSignIn[]> {
  if (!maySomewhere(actor, 'change', 'setting')) return []
  return inScope(actor, async (tx) => {
    const rows = await store.organisationsWithProvider(tx)
    const shown: OrganisationSignIn[] = []
    for (const { provider, ...organisation } of rows) {
      const mapping = provider === null ? [] : await store.mappingOf(tx, provider.id)
      shown.push({
        ...organisation,
        provider: provider ?? undefined,
        mapping: mapping.flatMap(({ role, ...line }) => (isRole(role) ? [{ ...line, role }] : [])),
      })
    }
    noteShown(
      'identity-provider',
      rows.flatMap(({ provider }) => provider?.id ?? []),
    )
    return shown
  })
}

/** Through which organisations people can sign in; names of organisations are public knowledge. */
export async function providersOffered(): Promise<{ id: Id; name: string }[]> {
  if (signInUsed().settings.providers === undefined) return []
  return asSignIn(store.providersOn)
}

/** The public half of the key with which we speak to a provider, for that provider. */
export async function publicKeyOf(id: Id): Promise<Readonly<Record<string, unknown>> | undefined> {
  const row = isId(id) ? await asSignIn((tx) => store.providerToSpeakWith(tx, id)) : undefined
  return row?.publicKey ?? undefined
}

/** The whole address of a page of this installation, as the provider has to know it. */
export const addressHere = (path: string): string => new URL(path, signInUsed().settings.baseUrl).href
