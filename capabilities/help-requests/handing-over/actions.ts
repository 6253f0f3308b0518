import type { Tx } from '../../../database/connect.ts'
import { allOrNothing, inScope, noteShown } from '../../../database/transaction.ts'
import type { Day } from '../../../foundation/day.ts'
import { type Id, isId, newId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { maySomewhere } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { mayStep } from '../access.ts'
import { placeOfRequest } from '../queries.ts'
import { referenceFor, referenceHash } from '../reference.ts'
import type { HelpRequest } from '../request.ts'
import { byId, detailsOf, insertRequest, update } from '../store.ts'
import { COVERS, type Covers, detailsCovered, type Offer, topicOf } from './offers.ts'
import { handingOver } from './queries.ts'
import * as store from './store.ts'

export type Giving = {
  readonly toProvisionId: Id
  /** Whether the asker said yes, and what may go along. */
  readonly isAgreed: boolean
  readonly covers: readonly string[]
  /** The version that was on the screen. */
  readonly rowVersion: number
  readonly today: Day
}

/**
 * Hands a request over to another provision of the municipality, in one press and only when the asker agrees: a second
 * request there, with what the asker agreed to and nothing else. Sent twice it is one.
 */
export async function handOver(actor: Actor, id: Id, given: Giving): Promise<Answer> {
  if (!isId(id) || !maySomewhere(actor, 'change', 'help-request')) return refuse('not-found')
  return inScope(actor, async (tx) => {
    // Locked: of two sent at the same moment the second waits here, and finds the first one done.
    const request = await byId(tx, id, true)
    if (request === undefined)
      return (await byId(tx, id)) === undefined ? refuse('not-found') : refuse('request-of-colleague')
    noteShown('help-request', [id])
    noteShown('municipality', [request.municipalityId])
    if (!mayStep(actor, request, await placeOfRequest(actor, request))) return refuse('request-of-colleague')
    const known = await handingOver(actor, id)
    if (known?.given.some(({ toProvisionId }) => toProvisionId === given.toProvisionId)) return allow()
    if (request.rowVersion !== given.rowVersion) return refuse('request-changed-meanwhile')
    if (known?.mayHandOver !== true) return refuse('request-step-not-now')
    const offer = known.offers.find(({ provisionId }) => provisionId === given.toProvisionId)
    if (offer === undefined) return refuse('handover-not-offered')
    if (!given.isAgreed) return refuse('handover-consent-missing')
    const covers = COVERS.filter((one) => given.covers.includes(one))
    if (covers.length === 0) return refuse('handover-covers-nothing')
    return allOrNothing(tx, () => make(tx, actor, { request, offer, covers, on: given.today }))
  })
}

type Making = {
  readonly request: HelpRequest
  readonly offer: Offer
  readonly covers: readonly Covers[]
  readonly on: Day
}

async function make(tx: Tx, actor: Actor, { request, offer, covers, on }: Making): Promise<Answer> {
  if (!(await update(tx, request, { state: request.state }))) return refuse('request-changed-meanwhile')
  const asked = await store.askedWith(tx, request.id)
  if (asked === undefined) return refuse('not-found')
  const [toRequestId, recordedBy] = [newId(), actor.personId]
  const { municipalityId, villageCode, asker, formCode } = request
  const { provisionId, organisationId, programmeCode, subject } = offer
  await store.addHandover(tx, municipalityId, {
    ...{ requestId: request.id, provisionId: request.provisionId, toProvisionId: provisionId, toRequestId },
    ...{ subject, covers, agreedOn: on, recordedBy },
  })
  const details = detailsCovered(await detailsOf(tx, request.id), covers)
  await insertRequest(tx, {
    recordedBy,
    details: { ...details, moments: [...details.moments] },
    request: {
      ...{ id: toRequestId, municipalityId, villageCode, provisionId, organisationId, programmeCode, asker, formCode },
      ...{ channel: 'handover', topics: [topicOf(subject)], language: asked.language, formVersion: asked.formVersion },
      codeHash: referenceHash(referenceFor(toRequestId)) ?? '',
    },
  })
  return allow()
}
