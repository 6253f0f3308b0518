import { isCross, isNoneOfMany, type PlanInput, type PlanTable, specialIn } from './plan-table.ts'
import { cellId, type ScopeAmounts } from './scope-amounts.ts'

export type Crosses = {
  /** The cells of every cross that is shown. */
  readonly cells: ReadonlyMap<string, number>
  /** Crosses (place, measure and the two groupings) of which nothing is shown, the empty cells included. */
  readonly heldBack: ReadonlySet<string>
}

/**
 * Which crosses are shown, once it is decided which totals and groups are hidden (decision 0013). An exact cross, without
 * a limit for this audience, always is. All others of one place are shown together or not at all: only where no total or
 * group of a crossed measure is hidden and no cell of those crosses would be. So nothing is left there to be worked out
 * from them. The region shows its crosses where it may and each municipality shows its own: they are only their sum.
 */
export function crossesIn(input: PlanInput, table: PlanTable, hidden: ReadonlySet<string>): Crosses {
  const bare = placesWithHidden(input, hidden)
  const isOpen = (scope: ScopeAmounts): boolean => !bare.has(scope.id) && !hasSmall(input, scope)
  const open = new Set(table.municipalities.filter(isOpen).map((one) => one.id))
  const { region } = table
  if (region !== undefined && open.size === table.municipalities.length && isOpen(region)) open.add(region.id)

  const cells = new Map<string, number>()
  const heldBack = new Set<string>()
  for (const scope of region === undefined ? table.municipalities : [...table.municipalities, region]) {
    for (const [at, { n }] of scope.amounts) {
      const [measure = '', grouping = '', key = ''] = at.split(' ')
      if (!isCross(grouping)) continue
      if (open.has(scope.id) || limitOf(input, grouping) <= 1) cells.set(cellId(scope.id, measure, grouping, key), n)
    }
    if (!open.has(scope.id)) for (const group of limitedCrosses(input, scope)) heldBack.add(group)
  }
  return { cells, heldBack }
}

/** Where a total or a group is hidden of a measure that is crossed. */
function placesWithHidden({ parts }: PlanInput, hidden: ReadonlySet<string>): Set<string> {
  const crossed = new Set(parts.measures.filter((one) => one.crosses.length > 0).map((one) => one.code))
  return new Set(
    [...hidden].flatMap((id) => {
      const [scope = '', measure = ''] = id.split(' ')
      return crossed.has(measure) ? [scope] : []
    }),
  )
}

/** Whether a cell of one of its crosses is small, or tells of a special group that it is empty. */
function hasSmall(input: PlanInput, scope: ScopeAmounts): boolean {
  const special = specialIn(input.parts)
  for (const [at, { n, families }] of scope.amounts) {
    const [, grouping = ''] = at.split(' ')
    if (!isCross(grouping)) continue
    const limit = limitOf(input, grouping)
    if (limit > 1 && [n, families].some((one) => one !== 0 && Math.abs(one) < limit)) return true
    const isSpecial = grouping.split('+').some((code) => special.has(code))
    if (isSpecial && limit > 1 && n === 0 && isNoneOfMany(scope, at, special)) return true
  }
  return false
}

function limitOf({ parts, hideBelow, hideSpecialBelow }: PlanInput, grouping: string): number {
  const special = specialIn(parts)
  return grouping.split('+').some((code) => special.has(code)) ? Math.max(hideBelow, hideSpecialBelow) : hideBelow
}

/** Also a cross in which nothing is counted, of a measure that counts something here: its zeros would tell as much. */
const limitedCrosses = (input: PlanInput, scope: ScopeAmounts): string[] =>
  input.parts.measures
    .filter(({ code }) => scope.keys.has(`${code} all`))
    .flatMap(({ code, crosses }) => crosses.map((pair) => ({ code, grouping: pair.join('+') })))
    .filter(({ grouping }) => limitOf(input, grouping) > 1)
    .map(({ code, grouping }) => `${scope.id} ${code} ${grouping}`)
