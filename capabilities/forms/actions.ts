import { atEnd, inScope } from '../../database/transaction.ts'
import type { Actor } from '../access/actor.ts'
import type { Given } from './answer.ts'
import { encryptDraft } from './draft.ts'
import * as store from './store.ts'

/** A week: somebody who is ill on Monday finds it back after the weekend. */
const KEPT_DAYS = 7

/** Keeps what somebody typed on a page, for that person alone; the database holds it encrypted. */
export async function keepDraft(actor: Actor, page: string, typed: Given, now: Date): Promise<void> {
  const expiresAt = new Date(now.getTime() + KEPT_DAYS * 86_400_000)
  const content = encryptDraft({ personId: actor.personId, page }, typed)
  await inScope(actor, (tx) => store.putDraft(tx, { ownerId: actor.personId, page, content, expiresAt }))
}

/** After it was stored for good, or thrown away by its author. */
export const dropDraft = (actor: Actor, page: string): Promise<void> =>
  inScope(actor, () => atEnd(store.removalOf(actor.personId, page)))

/** For the clean-up job; gives how many drafts went. */
export const removeExpiredDrafts = (actor: Actor): Promise<number> => inScope(actor, store.removeExpired)
