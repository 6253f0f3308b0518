import { inScope } from '../../../database/transaction.ts'
import type { Id } from '../../../foundation/id.ts'
import type { Actor } from '../../access/actor.ts'
import { mayReadDetails } from '../access.ts'
import { placeOfRequest } from '../queries.ts'
import { byId } from '../store.ts'
import type { CircumstancesNoted } from './circumstances.ts'
import * as store from './store.ts'

/** What plays a part, every version, the last one last; none for whoever may not read own words. */
export async function circumstancesOf(actor: Actor, id: Id): Promise<readonly CircumstancesNoted[]> {
  return inScope(actor, async (tx) => {
    const request = await byId(tx, id)
    if (request === undefined || !mayReadDetails(actor, request, await placeOfRequest(actor, request))) return []
    return store.versionsOf(tx, id)
  })
}
