import { inScope } from '../../../database/transaction.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import type { Actor } from '../../access/actor.ts'
import { mappingDetail } from './queries.ts'
import { mappingName } from './saved-mapping.ts'
import * as store from './store.ts'

/** Gives a mapping of the organisation another name. Refuses whoever may not bring in files there, and what is no name. */
export async function renameMapping(actor: Actor, id: string, text: string): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const found = await mappingDetail(actor, id)
    if (found === undefined) return refuse('not-found')
    const name = mappingName(text)
    if (!name.ok) return name
    await store.renameMapping(tx, found.id, name.value)
    return allow()
  })
}

/**
 * Takes a mapping of the organisation away; what was brought in with it stays. Refuses whoever may not bring in files there.
 * One that is gone already is unknown.
 */
export async function removeMapping(actor: Actor, id: string): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const found = await mappingDetail(actor, id)
    if (found === undefined) return refuse('not-found')
    await store.removeMapping(tx, found.id)
    return allow()
  })
}
