import { allOrNothing, inScope } from '../../../database/transaction.ts'
import type { Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import type { Actor } from '../../access/actor.ts'
import { colleaguesIn } from '../../families/files/queries.ts'
import { assign, endAssignment } from '../actions.ts'
import { moveTrajectory } from '../history/actions.ts'
import { type TrajectoryDetail, trajectoryDetail } from '../queries.ts'
import type { Seen } from '../recording/actions.ts'
import { reopens, whoGoesOn, workersOf } from './reopening.ts'

export type Reopening = {
  readonly to: string
  readonly on: Day
  readonly reason?: string
  /** Who goes on when nobody who worked on it works here any more. */
  readonly worker?: Id
  /** Of the form: sent twice, it opens once. */
  readonly key: Id
}

/**
 * Opens a closed trajectory again, as a new event beside the closing, within what its definition allows. It goes back to
 * who worked on it; when nobody of them works here any more, to who is chosen, all or nothing. Refuses what
 * `moveTrajectory` and `whoGoesOn` refuse.
 */
export async function reopenTrajectory(actor: Actor, seen: Seen, given: Reopening): Promise<Answer> {
  return inScope(actor, (tx) =>
    allOrNothing(tx, async () => {
      const detail = await trajectoryDetail(actor, seen.trajectoryId)
      if (detail === undefined) return refuse('not-found')
      if (detail.events.some(({ id }) => id === given.key)) return allow()
      if (!reopens(detail.definition, { from: detail.trajectory.phase, to: given.to }))
        return refuse('step-not-from-here')
      const moved = await moveTrajectory(actor, seen, given)
      return moved.ok ? staffed(actor, detail, given) : moved
    }),
  )
}

/** Nothing changes for who is still here; else those who are gone stop, and who is chosen begins. */
async function staffed(actor: Actor, detail: TrajectoryDetail, { worker, on }: Reopening): Promise<Answer> {
  const { trajectory, definition } = detail
  const before = workersOf(detail)
  const here = (await colleaguesIn(actor, trajectory.provisionId)).map(({ id }) => id)
  const goesOn = whoGoesOn(before, { here, chosen: worker })
  if (!goesOn.ok) return goesOn
  if (goesOn.value.joins === undefined) return allow()
  for (const gone of before.present) {
    const ended = await endAssignment(actor, trajectory.id, gone, on)
    if (!ended.ok) return ended
  }
  const role = definition.roles.worker[0] ?? 'worker'
  return assign(actor, trajectory.id, { personId: goesOn.value.joins, role, fromOn: on })
}
