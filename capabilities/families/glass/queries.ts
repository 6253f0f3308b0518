import { inScope, noteShown } from '../../../database/transaction.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import { maySomewhere } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import * as store from './store.ts'

/** The persons over whose file the actor broke the glass, while it stays open. */
export async function glassBrokenBy(actor: Actor): Promise<Id[]> {
  if (!maySomewhere(actor, 'change', 'broken-glass')) return []
  return inScope(actor, (tx) => store.openOver(tx, actor.personId))
}

/** Whether this file can be opened by breaking the glass; never that of the other parent of one's own client. */
export const mayBreakGlass = (actor: Actor, personId: Id): Promise<boolean> =>
  inScope(
    actor,
    async (tx) =>
      isId(personId) &&
      maySomewhere(actor, 'change', 'broken-glass') &&
      (await store.breakableIn(tx, personId)) !== undefined,
  )

export type GlassBreak = Awaited<ReturnType<typeof store.allInReach>>[number]

/** Who opened which file and why, newest first, for the privacy officer; nothing for anybody else. */
export async function glassBreaks(actor: Actor): Promise<GlassBreak[]> {
  if (!maySomewhere(actor, 'list', 'broken-glass')) return []
  const found = await inScope(actor, store.allInReach)
  noteShown(
    'file',
    found.map((one) => one.personId),
  )
  return found
}
