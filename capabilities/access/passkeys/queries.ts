import { asSignIn } from '../../../database/transaction.ts'
import type { Id } from '../../../foundation/id.ts'
import type { Actor } from '../actor.ts'
import { signInUsed } from '../sign-in/library.ts'
import { passkeysFit } from './offered.ts'
import * as store from './store.ts'

export type OwnPasskey = {
  readonly id: Id
  readonly name: string
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
}

/** The keys of the own devices, the oldest first; nothing where this address cannot have any. */
export async function ownPasskeys(actor: Actor): Promise<readonly OwnPasskey[] | undefined> {
  if (!passkeysOffered()) return undefined
  const rows = await asSignIn((tx) => store.passkeysOf(tx, actor.personId))
  return rows.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt }))
}

export const passkeysOffered = (): boolean => passkeysFit(signInUsed().settings.baseUrl)
