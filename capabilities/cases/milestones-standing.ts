import type { Day } from '../../foundation/day.ts'
import type { ProgrammeDefinition } from '../programmes/definition.ts'
import { type Anchors, type MilestoneDays, type MilestoneState, milestoneState } from '../programmes/milestones.ts'
import type { MilestoneDone } from '../programmes/steps.ts'

/** A milestone with its days, where it stands today, and the last time it was done since its anchor. */
export type Standing = MilestoneDays & { readonly state: MilestoneState; readonly done?: MilestoneDone }

/**
 * Where every milestone stands. Done counts from the anchor on: when support ended a second time, the aftercare of the
 * first time is no aftercare of the second.
 */
export function milestonesStanding(
  { milestones }: Pick<ProgrammeDefinition, 'milestones'>,
  at: { days: readonly MilestoneDays[]; anchors: Anchors; done: readonly MilestoneDone[] },
  today: Day,
): Standing[] {
  return at.days.map((days) => {
    const anchor = at.anchors[milestones.find(({ code }) => code === days.code)?.anchor ?? '']
    const done = at.done.findLast((one) => one.milestone === days.code && anchor !== undefined && one.on >= anchor)
    return { ...days, state: milestoneState(days, done !== undefined, today), ...(done !== undefined && { done }) }
  })
}
