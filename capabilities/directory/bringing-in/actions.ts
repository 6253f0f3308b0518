import { allOrNothing, inScope, noteShown } from '../../../database/transaction.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import type { Actor } from '../../access/actor.ts'
import * as store from '../store.ts'
import type { Brought } from './file.ts'
import { type BringingIn, lookAtFile } from './queries.ts'

/**
 * Brings in a file of HSDS 3.0, all of it or nothing: new cards, changed ones and those that ended, each with a step in its
 * history. Refuses as `lookAtFile` does, and a file with a fault.
 */
export async function bringIn(actor: Actor, given: BringingIn): Promise<Answer<Brought>> {
  return inScope(actor, (tx) => allOrNothing(tx, () => bringInAll(actor, given)))
}

const bringInAll = (actor: Actor, given: BringingIn): Promise<Answer<Brought>> =>
  inScope(actor, async (tx) => {
    const looked = await lookAtFile(actor, given)
    if (!looked.ok) return looked
    const { added, changed, ended, faults } = looked.value
    const [fault] = faults
    if (fault !== undefined) return refuse('offer-file-faulty', { faults: faults.length, at: fault.at })
    const { municipalityId } = given
    const by = actor.personId
    const fresh = added.map((told) => ({ ...told, municipalityId, rowVersion: 1, by }))
    await store.insertOffers(tx, fresh)
    const known = new Map(
      (
        await store.offersWithIds(
          tx,
          municipalityId,
          [...changed, ...ended].map(({ id }) => id),
        )
      ).map((one) => [one.id, one]),
    )
    const rows = [...changed, ...ended].flatMap((told) => {
      const before = known.get(told.id)
      return before === undefined ? [] : [{ ...before, ...told, by }]
    })
    for (const row of rows) if (!(await store.updateOffer(tx, row))) return refuse('changed-meanwhile')
    await store.recordSteps(tx, 'brought-in', [...fresh, ...rows])
    noteShown('municipality', [municipalityId])
    return allow(looked.value)
  })
