import { inScope, noteShown } from '../../../database/transaction.ts'
import { dayAt } from '../../../foundation/day.ts'
import { type Id, isId, newId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import type { Actor } from '../actor.ts'
import { mayTo } from './queries.ts'
import { STRONG_ROLES } from './review.ts'
import * as store from './store.ts'

export type Decision = { readonly grantId: Id; readonly decision: 'kept' | 'ended'; readonly reason: string }

/**
 * Keeps a strong right for another quarter, or ends it at once, with the reason. Never one's own, nor one that the actor
 * could not give. A right that a group gives ends where the group is kept: ended here, the next sign-in would bring it back.
 */
export async function decideRight(actor: Actor, { grantId, decision, reason }: Decision): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const [right] = isId(grantId) ? await store.rightsInForce(tx, STRONG_ROLES, dayAt(new Date()), grantId) : []
    if (right === undefined || !mayTo(actor, 'list', right)) return refuse('not-found')
    if (right.personId === actor.personId) return refuse('review-own')
    if (!mayTo(actor, 'change', right)) return refuse('not-yours')
    const why = reason.trim()
    if (why.length < 3 || why.length > 300) return refuse('review-reason')
    if (decision === 'ended' && right.providerId !== null) return refuse('review-by-group')
    const review = { grantId, decision, reason: why, decidedBy: actor.personId }
    if (await store.isDecidedJustNow(tx, review)) return allow()
    await store.insertReview(tx, { id: newId(), ...review })
    if (decision === 'ended') await store.endGrant(tx, grantId)
    noteShown('person', [right.personId])
    noteShown('grant', [grantId])
    if (right.municipalityId !== null) noteShown('municipality', [right.municipalityId])
    return allow()
  })
}
