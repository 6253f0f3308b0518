import { inScope, noteShown } from '../../../database/transaction.ts'
import type { Day } from '../../../foundation/day.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { may } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { municipalityWithId, placeOf, provisionWithId } from '../../access/queries.ts'
import { programmesKnown } from '../../programmes/queries.ts'
import { trajectoryRow } from '../queries.ts'
import { offerOf, type ToldOffer } from './offer.ts'
import { mayKeep, offersFor, offersKept } from './queries.ts'
import * as store from './store.ts'

/**
 * Puts something on the list of what a municipality offers for afterwards, or changes it; it is ended by its last day and
 * never removed. Sent twice, by its id, it is one. Refuses who does not keep that list, a version that somebody changed
 * meanwhile, and what `offerOf` refuses.
 */
export async function keepOffer(
  actor: Actor,
  municipalityId: Id,
  given: { readonly id: Id; readonly rowVersion?: number; readonly told: ToldOffer },
): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const municipality = isId(municipalityId) ? await municipalityWithId(actor, municipalityId) : undefined
    if (municipality === undefined || !mayKeep(actor, municipality)) return refuse('not-found')
    const checked = offerOf(
      given.told,
      (await programmesKnown(actor)).map(({ code }) => code),
    )
    if (!checked.ok) return checked
    const row = { ...checked.value, programmeCodes: [...checked.value.programmeCodes] }
    noteShown('municipality', [municipalityId])
    const known = (await offersKept(actor, municipality)).find(({ id }) => id === given.id)
    if (given.rowVersion === undefined) {
      if (known !== undefined) return allow()
      await store.insertOffer(tx, { ...row, id: given.id, municipalityId, recordedBy: actor.personId })
      return allow()
    }
    if (known === undefined) return refuse('not-found')
    const isDone = await store.updateOffer(tx, { id: given.id, rowVersion: given.rowVersion }, row)
    return isDone ? allow() : refuse('changed-meanwhile')
  })
}

/**
 * Records what was handed to somebody for afterwards, in the words of that day. Refuses anything that does not hold
 * that day in that municipality for that programme. The same again is one.
 */
export async function handOver(
  actor: Actor,
  trajectoryId: Id,
  given: { readonly offerIds: readonly Id[]; readonly on: Day },
): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const trajectory = await trajectoryRow(actor, trajectoryId)
    const provision = trajectory && (await provisionWithId(actor, trajectory.provisionId))
    if (trajectory === undefined || provision === undefined) return refuse('not-found')
    // Row-level security has let the row through, so an own match is assigned.
    if (!may(actor, 'change', 'trajectory', { ...placeOf(provision), isAssigned: true })) return refuse('not-found')
    const offers = await offersFor(actor, trajectoryId, given.on)
    const chosen = [...new Set(given.offerIds)].map((id) => offers.find((one) => one.id === id))
    if (chosen.includes(undefined)) return refuse('offer-not-here')
    const { municipalityId, provisionId } = trajectory
    await store.insertHanded(
      tx,
      chosen.flatMap((one) => {
        if (one === undefined) return []
        const { id: offerId, name, what, reach } = one
        const words = { name, what, reach }
        return [
          {
            municipalityId,
            trajectoryId,
            provisionId,
            offerId,
            ...words,
            handedOn: given.on,
            recordedBy: actor.personId,
          },
        ]
      }),
    )
    noteShown('trajectory', [trajectoryId])
    return allow()
  })
}
