import { asSignIn, inScope, noteShown } from '../../../database/transaction.ts'
import type { Id } from '../../../foundation/id.ts'
import { maySomewhere } from '../access.ts'
import type { Actor } from '../actor.ts'
import { isRole, type Role } from '../roles.ts'
import { keyLimit, type Limit, type Turn, takeTurn, WRONG_KEY } from '../sign-in/limits.ts'
import * as store from './store.ts'
import { isToken, isTokenScope, scopesFor, type TokenScope, tokenHash } from './token.ts'

export type ServiceToken = Omit<Awaited<ReturnType<typeof store.tokensInReach>>[number], 'accountId'>

export type ServiceAccount = {
  readonly id: Id
  readonly name: string
  readonly isActive: boolean
  readonly roles: readonly Role[]
  /** Names of the places and the organisation of its grants, each once. */
  readonly places: readonly string[]
  /** What a key of this account can be for. */
  readonly scopes: readonly TokenScope[]
  readonly tokens: readonly ServiceToken[]
}

/** Accounts of systems in the actor's reach with their keys, by name; none for who may not change people. */
export async function serviceAccounts(actor: Actor): Promise<ServiceAccount[]> {
  if (!maySomewhere(actor, 'change', 'person')) return []
  return inScope(actor, async (tx) => {
    const rows = await store.accountsWithGrants(tx)
    const tokens = Map.groupBy(await store.tokensInReach(tx), ({ accountId }) => accountId)
    noteShown('person', new Set(rows.map(({ id }) => id)))
    return [...Map.groupBy(rows, ({ id }) => id)].flatMap(([id, own]) => {
      const [first] = own
      if (first === undefined) return []
      const roles = [...new Set(own.flatMap(({ role }) => (role !== null && isRole(role) ? [role] : [])))]
      const names = own.flatMap((one) => [one.regionName, one.municipalityName, one.organisationName])
      return [
        {
          id,
          name: first.name,
          isActive: first.isActive,
          roles,
          places: [...new Set(names.filter((name) => name !== null))],
          scopes: scopesFor(roles),
          tokens: (tokens.get(id) ?? []).map(({ accountId: _, ...token }) => token),
        },
      ]
    })
  })
}

export type TokenBehind = {
  readonly tokenId: Id
  readonly accountId: Id
  readonly scopes: readonly TokenScope[]
}

export type Admitted = {
  /** Whose key it is; undefined when it is none, has ended or was taken back. */
  readonly token: TokenBehind | undefined
  readonly turn: Turn
  readonly limit: Limit
}

/**
 * Whose key this is, and one turn of that key, or of the network where it is none. Counted in the database, so that every
 * process counts along and a restart forgives nobody.
 */
export async function admit(given: { token: string; network: string; perMinute: number }): Promise<Admitted> {
  return asSignIn(async () => {
    const token = await tokenBehind(given.token)
    const limit = token === undefined ? WRONG_KEY : keyLimit(given.perMinute)
    return { token, limit, turn: await takeTurn(limit, token?.tokenId ?? given.network) }
  })
}

/** Whose key this is and what for; undefined when it is none, has ended or was taken back. */
export async function tokenBehind(token: string): Promise<TokenBehind | undefined> {
  if (!isToken(token)) return undefined
  const found = await asSignIn((tx) => store.tokenInUse(tx, tokenHash(token)))
  return found && { tokenId: found.id, accountId: found.accountId, scopes: found.scopes.filter(isTokenScope) }
}
