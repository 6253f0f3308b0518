import type { Day } from '../../foundation/day.ts'
import { type Answer, allow, refuse } from '../../foundation/result.ts'
import type { Answers } from '../cases/event.ts'
import { firstOpen } from './asked.ts'
import type { ProgrammeDefinition } from './definition.ts'
import { type Anchors, longestDay } from './milestones.ts'

/** The outcome offered first: at the second evaluation that is closing. */
export const usualOutcome = (
  { milestones }: Pick<ProgrammeDefinition, 'milestones'>,
  code: string,
): string | undefined =>
  milestones.find((one) => one.code === code)?.outcomes?.find((outcome) => outcome.default === true)?.code

/** A milestone that somebody reports as done, and what is known of the trajectory. */
export type MilestoneReport = {
  readonly milestone: string
  readonly on: Day
  readonly outcome?: string
  readonly answers: Answers
  readonly anchors: Anchors
}

/**
 * Whether a milestone may be recorded as done. Refuses a milestone whose anchor is not set or lies later, questions left
 * open, a missing outcome, an outcome without what it needs, such as a reason to continue, and
 * continuing from the longest duration on.
 */
export function mayCompleteMilestone(definition: ProgrammeDefinition, report: MilestoneReport): Answer {
  const milestone = definition.milestones.find(({ code }) => code === report.milestone)
  if (milestone === undefined) return refuse('milestone-unknown', { milestone: report.milestone })
  const anchor = report.anchors[milestone.anchor]
  if (anchor === undefined || anchor > report.on) return refuse('milestone-before-anchor', { ...milestone.name })
  const outcome = milestone.outcomes?.find(({ code }) => code === report.outcome)
  if (milestone.outcomes !== undefined && outcome === undefined) {
    return refuse('milestone-needs-outcome', { ...milestone.name })
  }
  const needed = [...(milestone.asks ?? []), ...(outcome?.needs ?? [])]
  const open = firstOpen(definition, needed, report.answers)
  if (open !== undefined) return refuse('milestone-needs-answer', { question: open.code, ...open.ask })
  const last = longestDay(definition.longest, report.anchors)
  const isTooLong = outcome?.effect === 'continues' && last !== undefined && report.on >= last
  return isTooLong ? refuse('support-too-long', { last }) : allow()
}
