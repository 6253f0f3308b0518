import { after, type Day } from '../../foundation/day.ts'
import type { Milestone, ProgrammeDefinition } from './definition.ts'

/** The first and the last good day for something; the same day when there is no window. */
export type DueDays = { readonly earliest: Day; readonly latest: Day }
export type MilestoneDays = DueDays & { readonly code: string }
/** By anchor code, the day it happened. */
export type Anchors = Readonly<Record<string, Day>>

type Timed = Pick<ProgrammeDefinition, 'milestones' | 'longest'>

/**
 * The days of every milestone whose anchor is known, in the order of the definition, and last the longest duration (R-109,
 * Always counted from the anchor: an earlier milestone that was late moves nothing. A day that its month
 * does not have becomes the last day of that month (F-19).
 */
export function milestoneDays({ milestones, longest }: Timed, anchors: Anchors): MilestoneDays[] {
  const days = milestones.flatMap((milestone) => {
    const anchor = anchors[milestone.anchor]
    return anchor === undefined ? [] : [{ code: milestone.code, ...dueDays(milestone, anchor) }]
  })
  const last = longestDay(longest, anchors)
  return longest === undefined || last === undefined
    ? days
    : [...days, { code: longest.code, earliest: last, latest: last }]
}

function dueDays({ at, window }: Milestone, anchor: Day): DueDays {
  return { earliest: after(anchor, window?.from ?? at ?? {}), latest: after(anchor, window?.to ?? at ?? {}) }
}

/** The day on which the support ends at the latest, when the programme has one and its anchor is known. */
export function longestDay(longest: ProgrammeDefinition['longest'], anchors: Anchors): Day | undefined {
  const anchor = longest === undefined ? undefined : anchors[longest.anchor]
  return longest === undefined || anchor === undefined ? undefined : after(anchor, longest.span)
}

export type MilestoneState = 'early' | 'due' | 'overdue' | 'done'

/** Where a milestone stands today; not done by its latest day is overdue. */
export function milestoneState({ earliest, latest }: DueDays, isDone: boolean, today: Day): MilestoneState {
  if (isDone) return 'done'
  if (today < earliest) return 'early'
  return today <= latest ? 'due' : 'overdue'
}
