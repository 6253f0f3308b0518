import { crossesIn } from './crosses.ts'
import { ownIn, type PlanInput, type PlanTable, planTable, REST } from './plan-table.ts'
import { amountKey, cellId, NOTHING } from './scope-amounts.ts'
import { suppress } from './suppress.ts'

/** What may be seen of a region. A cell that is not named is zero, unless its whole cross is held back. */
export type Plan = {
  /** By cell: the number, or null where it is hidden. */
  readonly cells: ReadonlyMap<string, number | null>
  /** The keys that occur, by place, measure and grouping. */
  readonly keys: ReadonlyMap<string, readonly string[]>
  /** Crosses of which nothing is shown, the empty cells included. */
  readonly heldBack: ReadonlySet<string>
}

/**
 * Decides for one programme, day, moment and audience which cells of a whole region are hidden: all measures, groupings
 * and crosses, of the region and of each municipality, at once. Every page, export and report reads its own part of the
 * same plan, so that nothing follows from two of them side by side.
 */
export function plan(input: PlanInput): Plan {
  const table = planTable(input)
  const hidden = suppress({ cells: table.cells, sums: table.sums, hideBelow: input.hideBelow })
  const crosses = crossesIn(input, table, hidden)
  const planned = new Map<string, number | null>()
  const keys = new Map<string, string[]>()
  const add = (id: string, value: number | null): void => {
    if (value === 0) return
    planned.set(id, value)
    const [scope = '', measure = '', grouping = '', key = ''] = id.split(' ')
    const group = groupId(scope, measure, grouping)
    const list = keys.get(group)
    if (list === undefined) keys.set(group, [key])
    else list.push(key)
  }
  for (const { id, value, role } of table.cells)
    if (role !== 'unseen' && !id.includes(REST)) add(id, hidden.has(id) ? null : value)
  for (const [id, value] of crosses.cells) add(id, value)
  const own = ownOf(input, table)
  for (const [id, value] of own.cells) add(id, value)
  return { cells: planned, keys, heldBack: new Set([...crosses.heldBack, ...own.heldBack]) }
}

/** Groupings for the organisation alone are exact: without a limit each is shown, with any limit none. */
function ownOf({ parts, hideBelow }: PlanInput, { municipalities, region }: PlanTable) {
  const cells = new Map<string, number>()
  const heldBack = new Set<string>()
  for (const scope of region === undefined ? municipalities : [...municipalities, region]) {
    for (const group of ownIn(parts)) {
      const [measure = '', grouping = ''] = group.split(' ')
      if (hideBelow > 1) heldBack.add(groupId(scope.id, measure, grouping))
      else
        for (const key of scope.keys.get(group) ?? [])
          cells.set(
            cellId(scope.id, measure, grouping, key),
            (scope.amounts.get(amountKey(measure, grouping, key)) ?? NOTHING).n,
          )
    }
  }
  return { cells, heldBack }
}

const groupId = (scopeId: string, measure: string, grouping: string): string => `${scopeId} ${measure} ${grouping}`

/** What may be seen of one cell: the number, zero where nothing was counted, null where it is hidden. */
export function shownIn(planned: Plan, scopeId: string, measure: string, grouping: string, key: string): number | null {
  const value = planned.cells.get(cellId(scopeId, measure, grouping, key))
  if (value !== undefined) return value
  return planned.heldBack.has(groupId(scopeId, measure, grouping)) ? null : 0
}

/** The keys of a grouping, or of a cross, that occur in a place; none of a cross that is held back as a whole. */
export const keysIn = (planned: Plan, scopeId: string, measure: string, grouping: string): readonly string[] =>
  planned.keys.get(groupId(scopeId, measure, grouping)) ?? []
