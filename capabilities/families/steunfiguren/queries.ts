import { inScope, noteShown } from '../../../database/transaction.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import type { Actor } from '../../access/actor.ts'
import { mayRead } from '../disclosure.ts'
import { readerOf } from '../files/queries.ts'
import type { Steunfiguur } from './steunfiguur.ts'
import * as store from './store.ts'

/**
 * Who is or was there for a child, the latest first. It belongs to the child's own file, as what the child says: for
 * the child and who works on the child. For everybody else there is nobody, whether or not there is.
 */
export async function steunfigurenOf(actor: Actor, childId: Id): Promise<Steunfiguur[]> {
  if (!isId(childId)) return []
  return inScope(actor, async (tx) => {
    if (!mayRead(await readerOf(actor), { disclosure: 'own-file', personId: childId })) return []
    const found = await store.steunfigurenOf(tx, childId)
    if (found.length > 0) noteShown('file', [childId])
    return found
  })
}
