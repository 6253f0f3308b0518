import { after, day } from '../../foundation/day.ts'
import type { Milestone, ProgrammeDefinition } from './definition.ts'
import { type Fault, fault, type Path } from './definition-faults.ts'
import type { References } from './definition-references.ts'

/** Faults in what is counted in days: milestones, the longest duration and rhythms. */
export function dayFaults(
  { anchors, milestones, longest, rhythms = [] }: ProgrammeDefinition,
  points: References,
): Fault[] {
  return [
    ...anchors.flatMap(({ phase }, index) => points.phases.one(phase, ['anchors', index, 'phase'])),
    ...milestones.flatMap((one, index) => milestoneFaults(one, points, ['milestones', index])),
    ...points.anchors.one(longest?.anchor, ['longest', 'anchor']),
    ...(longest === undefined || hasLength(longest.span) ? [] : [fault(['longest', 'span'], 'definition-span-empty')]),
    ...rhythms.flatMap(({ every, timesAYear }, index) => {
      const isOne = (every === undefined) !== (timesAYear === undefined)
      if (!isOne) return [fault(['rhythms', index], 'definition-rhythm')]
      return every === undefined || hasLength(every)
        ? []
        : [fault(['rhythms', index, 'every'], 'definition-span-empty')]
    }),
  ]
}

function milestoneFaults(one: Milestone, points: References, path: Path): Fault[] {
  const outcomes = one.outcomes ?? []
  const defaults = outcomes.flatMap((outcome, index) => (outcome.default === true ? [index] : []))
  return [
    ...points.anchors.one(one.anchor, [...path, 'anchor']),
    ...placeFaults(one, path),
    ...points.phases.all(one.blocks, [...path, 'blocks']),
    ...points.answers.all(one.asks, [...path, 'asks']),
    ...outcomes.flatMap(({ needs }, index) => points.answers.all(needs, [...path, 'outcomes', index, 'needs'])),
    ...defaults.slice(1).map((index) => fault([...path, 'outcomes', index, 'default'], 'definition-default-twice')),
  ]
}

/** Either one day or a window, and the window forwards. */
function placeFaults({ at, window }: Milestone, path: Path): Fault[] {
  if ((at === undefined) === (window === undefined)) return [fault(path, 'definition-at-or-window')]
  if (window === undefined) return []
  const isForwards = ANCHORS.every((anchor) => after(anchor, window.from) <= after(anchor, window.to))
  return isForwards ? [] : [fault([...path, 'window'], 'definition-window-backwards')]
}

/**
 * Months differ in length, so a window is tried from the first and the last day of each month of four years with one leap
 * day: days between them count alike, and the last day is cut off most in a shorter month.
 */
const ANCHORS = Array.from({ length: 48 }, (_, months) => after(day('2023-01-01'), { months })).flatMap((first) => [
  first,
  after(after(first, { months: 1 }), { days: -1 }),
])

const hasLength = (span: NonNullable<Milestone['at']>): boolean => Object.values(span).some((amount) => amount > 0)
