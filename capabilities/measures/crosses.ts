import { isCross, isNoneOfMany, type PlanInput, type PlanTable, specialIn } from './plan-table.ts'
import { amountKey, cellId, NOTHING, type ScopeAmounts } from './scope-amounts.ts'

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
  const limits = limitsIn(input)
  const isOpen = (scope: ScopeAmounts): boolean => !bare.has(scope.id) && !hasSmall(input, limits, scope)
  const open = new Set(table.municipalities.filter(isOpen).map((one) => one.id))
  const { region } = table
  if (region !== undefined && open.size === table.municipalities.length && isOpen(region)) open.add(region.id)

  const cells = new Map<string, number>()
  const heldBack = new Set<string>()
  for (const scope of region === undefined ? table.municipalities : [...table.municipalities, region]) {
    for (const [group, keys] of scope.keys) {
      const [measure = '', grouping = ''] = group.split(' ')
      if (!isCross(grouping) || (!open.has(scope.id) && limitOf(limits, grouping) > 1)) continue
      for (const key of keys) {
        const value = scope.amounts.get(amountKey(measure, grouping, key))?.n ?? 0
        cells.set(cellId(scope.id, measure, grouping, key), value)
      }
    }
    if (!open.has(scope.id)) for (const group of limitedCrosses(input, limits, scope)) heldBack.add(group)
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

/** Per cross: below what its cells are hidden. */
type Limits = ReadonlyMap<string, number>

function limitsIn({ parts, hideBelow, hideSpecialBelow }: PlanInput): Limits {
  const special = specialIn(parts)
  const limitOfPair = (pair: readonly string[]): number =>
    pair.some((code) => special.has(code)) ? Math.max(hideBelow, hideSpecialBelow) : hideBelow
  return new Map(parts.measures.flatMap(({ crosses }) => crosses.map((pair) => [pair.join('+'), limitOfPair(pair)])))
}

/** A cross that no measure of today names has no cells that can be asked for. */
const limitOf = (limits: Limits, grouping: string): number => limits.get(grouping) ?? Number.POSITIVE_INFINITY

/** Whether a cell of one of its crosses is small, or tells of a special group that it is empty. */
function hasSmall({ parts }: PlanInput, limits: Limits, scope: ScopeAmounts): boolean {
  const special = specialIn(parts)
  for (const [group, keys] of scope.keys) {
    const [, grouping = ''] = group.split(' ')
    const limit = limitOf(limits, grouping)
    if (!isCross(grouping) || limit <= 1) continue
    const isSpecial = grouping.split('+').some((code) => special.has(code))
    for (const key of keys) {
      const { n, families } = scope.amounts.get(`${group} ${key}`) ?? NOTHING
      if ([n, families].some((one) => one !== 0 && Math.abs(one) < limit)) return true
      if (isSpecial && n === 0 && isNoneOfMany(scope, `${group} ${key}`, special)) return true
    }
  }
  return false
}

/** Also a cross in which nothing is counted, of a measure that counts something here: its zeros would tell as much. */
const limitedCrosses = ({ parts }: PlanInput, limits: Limits, scope: ScopeAmounts): string[] =>
  parts.measures
    .filter(({ code }) => scope.keys.has(`${code} all`))
    .flatMap(({ code, crosses }) => crosses.map((pair) => ({ code, grouping: pair.join('+') })))
    .filter(({ grouping }) => limitOf(limits, grouping) > 1)
    .map(({ code, grouping }) => `${scope.id} ${code} ${grouping}`)
