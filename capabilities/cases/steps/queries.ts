import { inScope } from '../../../database/transaction.ts'
import type { Day } from '../../../foundation/day.ts'
import type { Actor } from '../../access/actor.ts'
import { fitOf } from '../../programmes/fit.ts'
import { fitSettingsOf } from '../../programmes/queries.ts'
import { type StepOpen, stepsOpen } from '../../programmes/steps-needed.ts'
import { type TrajectoryDetail, trajectoryDetail } from '../queries.ts'
import { milestonesDone } from '../timeline.ts'

/** The steps that lead on from where a trajectory stands, each with what it still needs. */
export async function nextSteps(actor: Actor, { trajectory }: TrajectoryDetail, today: Day): Promise<StepOpen[]> {
  return inScope(actor, async () => {
    const detail = await trajectoryDetail(actor, trajectory.id)
    if (detail === undefined) return []
    const { definition, events } = detail
    const { phase, answers, anchors, municipalityId } = detail.trajectory
    const fit = fitOf(definition, await fitSettingsOf(actor, municipalityId, definition.code), answers)
    return stepsOpen(definition, { phase, answers, anchors, fit, done: milestonesDone(events) }, today)
  })
}
