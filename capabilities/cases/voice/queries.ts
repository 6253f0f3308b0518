import { inScope } from '../../../database/transaction.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import type { Actor } from '../../access/actor.ts'
import { childrenHeard } from '../../families/notes/queries.ts'
import * as store from './store.ts'
import type { ChildOfCase } from './voice.ts'

/**
 * The children of a case with what this actor may know of their being heard. What the actor may not read counts as
 * nothing, so that the answer is the same whether or not a child told something to somebody else (decision 15).
 */
export async function childrenOfCase(actor: Actor, trajectoryId: Id): Promise<ChildOfCase[]> {
  if (!isId(trajectoryId)) return []
  return inScope(actor, async (tx) => {
    const [ids, reasons] = await Promise.all([
      store.childrenOfCase(tx, trajectoryId),
      store.reasonsIn(tx, trajectoryId),
    ])
    const heard = await childrenHeard(actor, ids)
    return ids.map((personId) => ({ personId, heardOn: heard.get(personId), because: reasons.get(personId) }))
  })
}
