import { type PlanInput, planTable, REST } from './plan-table.ts'
import { cellId } from './scope-amounts.ts'
import { suppress } from './suppress.ts'

/** What may be seen, by cell: the number, or null where it is hidden. A cell that is not named is zero. */
export type Plan = ReadonlyMap<string, number | null>

/** Stands for every cell of a cross that is held back as a whole, the empty ones included. */
const WHOLE = '*'

/**
 * Decides for one programme, day, moment and audience which cells of a whole region are hidden: all measures, groupings
 * and crosses, of the region and of each municipality, at once. Every page, export and report reads its own part of the
 * same plan, so that nothing follows from two of them side by side.
 */
export function plan(input: PlanInput): Plan {
  const { cells, sums, heldBack } = planTable(input)
  const hidden = suppress({ cells, sums, hideBelow: input.hideBelow })
  const planned = new Map<string, number | null>()
  for (const { id, value, role } of cells) {
    if (role === 'unseen' || id.includes(REST) || (value === 0 && !hidden.has(id))) continue
    planned.set(id, hidden.has(id) ? null : value)
  }
  for (const group of heldBack) planned.set(`${group} ${WHOLE}`, null)
  return planned
}

/** What may be seen of one cell: the number, zero where nothing was counted, null where it is hidden. */
export function shownIn(planned: Plan, scopeId: string, measure: string, grouping: string, key: string): number | null {
  const value = planned.get(cellId(scopeId, measure, grouping, key))
  if (value !== undefined) return value
  return planned.has(cellId(scopeId, measure, grouping, WHOLE)) ? null : 0
}

/** The keys of a grouping, or of a cross, that occur in a place; none of a cross that is held back as a whole. */
export function keysIn(planned: Plan, scopeId: string, measure: string, grouping: string): string[] {
  const start = cellId(scopeId, measure, grouping, '')
  return [...planned.keys()].flatMap((id) => {
    const key = id.startsWith(start) ? id.slice(start.length) : WHOLE
    return key === WHOLE ? [] : [key]
  })
}
