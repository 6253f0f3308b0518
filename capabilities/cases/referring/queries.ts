import { inScope, noteShown } from '../../../database/transaction.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import type { Actor } from '../../access/actor.ts'
import { mayRead } from '../../families/disclosure.ts'
import { readerOf } from '../../families/files/queries.ts'
import { type TrajectoryDetail, trajectories, trajectoryDetail } from '../queries.ts'
import { factsKnown } from '../timeline.ts'
import { type Referral, referralsIn } from './referral.ts'
import * as store from './store.ts'

/** A referral with the trajectory it belongs to, and the organisation as the child's own file has it. */
export type ReferralTold = Referral & { readonly detail: TrajectoryDetail; readonly organisation: string }

type Referred = { readonly details: readonly TrajectoryDetail[]; readonly referrals: readonly ReferralTold[] }

const NOTHING: Referred = { details: [], referrals: [] }

/** The trajectories of a child as who works on the child reads them, and where the child was referred to online. */
export async function referralsOf(actor: Actor, childId: Id): Promise<Referred> {
  if (!isId(childId)) return NOTHING
  return inScope(actor, async (tx) => {
    if (!mayRead(await readerOf(actor), { disclosure: 'own-file', personId: childId })) return NOTHING
    const { rows } = await trajectories(actor, { personId: childId })
    const found = await Promise.all(rows.map(({ id }) => trajectoryDetail(actor, id)))
    const details = found.filter((one) => one !== undefined)
    const organisations = await store.organisationsOf(tx, childId)
    const referrals = details.flatMap((detail) =>
      referralsIn(factsKnown(detail.events)).map((one): ReferralTold => {
        return { ...one, detail, organisation: organisations.get(one.id) ?? '' }
      }),
    )
    return { details, referrals: referrals.toSorted((a, b) => (a.on < b.on ? 1 : -1)) }
  })
}

/**
 * To which organisations a child was referred, each once: for the child itself, which reads no history of a
 * trajectory, and for who works on it.
 */
export async function referredTo(actor: Actor, childId: Id): Promise<string[]> {
  if (!isId(childId)) return []
  return inScope(actor, async (tx) => {
    if (!mayRead(await readerOf(actor), { disclosure: 'own-file', personId: childId })) return []
    const organisations = [...new Set((await store.organisationsOf(tx, childId)).values())]
    if (organisations.length > 0) noteShown('file', [childId])
    return organisations
  })
}
