import { inScope, noteShown } from '../../../database/transaction.ts'
import { type Id, isId, newId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { maySomewhere } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import * as store from './store.ts'

/** How long a file stays open after the glass is broken. */
export const OPEN_HOURS = 3
const SHORTEST_REASON = 10
const LONGEST_REASON = 2_000

/**
 * Opens a file that is not the actor's to read, for three hours, with a reason that the privacy officer sees. A safety
 * record stays closed. Refuses a reason of a few letters or of pages, and like an unknown address every file out of reach.
 */
export async function breakGlass(actor: Actor, personId: Id, reason: string): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const municipalityId =
      isId(personId) && maySomewhere(actor, 'change', 'broken-glass')
        ? await store.breakableIn(tx, personId)
        : undefined
    if (municipalityId === undefined) return refuse('not-found')
    if (reason.trim().length < SHORTEST_REASON) return refuse('reason-needed', { least: SHORTEST_REASON })
    if (reason.trim().length > LONGEST_REASON) return refuse('reason-long', { most: LONGEST_REASON })
    await store.insertBreak(
      tx,
      { id: newId(), municipalityId, personId, accountId: actor.personId, reason: reason.trim() },
      OPEN_HOURS,
    )
    noteShown('file', [personId])
    noteShown('municipality', [municipalityId])
    return allow()
  })
}
