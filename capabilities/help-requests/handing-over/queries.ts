import { inScope } from '../../../database/transaction.ts'
import type { Id } from '../../../foundation/id.ts'
import type { Actor } from '../../access/actor.ts'
import type { HandOverSubject } from '../../programmes/definition.ts'
import { mayReadDetails, mayStep } from '../access.ts'
import { circumstancesOf } from '../circumstances/queries.ts'
import { placeOfRequest } from '../queries.ts'
import { byId } from '../store.ts'
import { type Beside, type HandedOver, type Offer, offersFor, subjectsRaised } from './offers.ts'
import * as store from './store.ts'

export type HandedOverShown = HandedOver & {
  /** The other side of it. */
  readonly other: Beside | undefined
}

export type HandingOver = {
  /** To whom it can be handed over now, what was handed over already left out. */
  readonly offers: readonly Offer[]
  /** Raised, and taken over by nobody here; then `beside` is what the municipality has. */
  readonly unmet: readonly HandOverSubject[]
  readonly beside: readonly Beside[]
  readonly given: readonly HandedOverShown[]
  readonly received: HandedOverShown | undefined
  readonly mayHandOver: boolean
}

/** To whom a request can be handed over, and what was; undefined for whoever may not read its details. */
export async function handingOver(actor: Actor, id: Id): Promise<HandingOver | undefined> {
  return inScope(actor, async (tx) => {
    const request = await byId(tx, id)
    if (request === undefined) return undefined
    const place = await placeOfRequest(actor, request)
    if (!mayReadDetails(actor, request, place)) return undefined
    const all = await store.provisionsBeside(tx, request.municipalityId)
    const handovers = await store.handoversOf(tx, id)
    const shown = (one: HandedOver, otherId: Id): HandedOverShown => ({
      ...one,
      other: all.find(({ provisionId }) => provisionId === otherId),
    })
    const received = handovers.find(({ toRequestId }) => toRequestId === id)
    const given = handovers.filter(({ requestId }) => requestId === id)
    // Handing back to where it came from would go round in circles.
    const done = [...given.map(({ toProvisionId }) => toProvisionId), ...(received ? [received.provisionId] : [])]
    const raised = subjectsRaised(request, (await circumstancesOf(actor, id)).at(-1))
    const { offers, unmet } = offersFor(raised, request.provisionId, all)
    return {
      unmet,
      offers: offers.filter(({ provisionId }) => !done.includes(provisionId)),
      beside: all.filter(({ provisionId, isRunning }) => isRunning && provisionId !== request.provisionId),
      given: given.map((one) => shown(one, one.toProvisionId)),
      received: received && shown(received, received.provisionId),
      mayHandOver: request.state === 'taken' && mayStep(actor, request, place),
    }
  })
}
