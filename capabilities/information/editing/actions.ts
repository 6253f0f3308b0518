import { inScope } from '../../../database/transaction.ts'
import type { Day } from '../../../foundation/day.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { type Actor, BUILT_IN } from '../../access/actor.ts'
import * as store from '../store.ts'
import { pageKept } from './queries.ts'

export type Planning = Parameters<typeof pageKept>[1] & { readonly version: number; readonly today: Day }

/**
 * Plans the day on which a tested version becomes public by itself, in place of a day that was planned before; none
 * cancels it. Refuses who does not keep that page, a version that is not tested or that a machine translated and nobody
 * proofread, and a day that is not after today.
 */
export async function planPublication(actor: Actor, given: Planning, on: Day | undefined): Promise<Answer> {
  const kept = await pageKept(actor, given)
  if (kept === undefined) return refuse('not-found')
  const version = kept.versions.find((one) => one.version === given.version)
  if (version === undefined || (on !== undefined && version.state !== 'tested')) return refuse('changed-meanwhile')
  if (on !== undefined && version.isUnread) return refuse('page-not-proofread', { slug: given.slug })
  if (on !== undefined && on <= given.today) return refuse('page-day-past')
  await inScope(actor, (tx) => store.replacePlan(tx, version.id, on, actor.personId))
  return allow()
}

/** Makes public what was planned for today or before; gives how many. Nothing by anybody but the background tasks. */
export const publishPlanned = (actor: Actor): Promise<number> =>
  actor.personId === BUILT_IN.jobs ? inScope(actor, store.publishPlanned) : Promise.resolve(0)
