import { MOVED_UP, UNKNOWN } from './cell.ts'
import type { CountedMeasure, CountedParts } from './counted.ts'
import { type GroupingWithQuestion, groupingsOf, isPartition, isSameWhere, partsOf } from './counting.ts'
import type { Sum, TableCell } from './linked.ts'
import { amountsOf, type CountedMunicipality, cellId, regionOf, type ScopeAmounts } from './scope-amounts.ts'

export type PlanInput = {
  readonly parts: CountedParts
  /** Names the cells of the region as a whole. */
  readonly regionId: string
  readonly municipalities: readonly CountedMunicipality[]
  /** 0 or 1 hides nothing but small special groups. */
  readonly hideBelow: number
  /** Special groups (AVG article 9) are never exact when small, for nobody. */
  readonly hideSpecialBelow: number
  /** Cells of which another plan decided already whether they are hidden. */
  readonly decided?: ReadonlyMap<string, 'hidden' | 'shown'>
}

/** Every cell that can be asked for, and all sums that everybody can know. */
export type PlanTable = {
  readonly cells: readonly TableCell[]
  readonly sums: readonly Sum[]
  /** Crosses (place, measure and the two groupings) of which nothing is shown. */
  readonly heldBack: ReadonlySet<string>
}

/** In the name of what a whole has beside its parts: in the sums, but never asked for. */
export const REST = ' rest '

type Table = { readonly cells: Map<string, TableCell>; readonly sums: Sum[]; readonly heldBack: Set<string> }

export function planTable(input: PlanInput): PlanTable {
  const municipalities = input.municipalities.map((one) => amountsOf(input.parts, one))
  // A region of one municipality is that municipality: no cell has another name.
  const region = municipalities.length > 1 ? regionOf(input.parts, input.regionId, municipalities) : undefined
  const scopes = region === undefined ? municipalities : [...municipalities, region]
  const table: Table = { cells: new Map(), sums: [], heldBack: new Set() }
  for (const scope of scopes) addCells(table, input, scope)
  holdBackSparse(table)
  for (const scope of scopes) addSums(table, input, scope)
  for (const at of region?.amounts.keys() ?? []) {
    const parts = municipalities.map((one) => `${one.id} ${at}`)
    addSum(table, `${region?.id} ${at}`, parts)
  }
  return { cells: [...table.cells.values()], sums: table.sums, heldBack: table.heldBack }
}

function addCells(table: Table, { parts, hideBelow, hideSpecialBelow, decided }: PlanInput, scope: ScopeAmounts): void {
  const questions = new Set(parts.questions.flatMap((one) => (one.special === true ? [one.code] : [])))
  const special = new Set(parts.groupings.flatMap((one) => (questions.has(one.question) ? [one.code] : [])))
  for (const [at, { n: value, families }] of scope.amounts) {
    const id = `${scope.id} ${at}`
    const [, grouping = ''] = at.split(' ')
    const isSpecial = grouping.split('+').some((code) => special.has(code))
    const already = decided?.get(id)
    const isShown = already === 'shown' || (!isSpecial && hideBelow <= 1)
    const limit = isSpecial ? Math.max(hideBelow, hideSpecialBelow) : hideBelow
    table.cells.set(id, {
      ...{ id, value, families, hideBelow: isShown ? 1 : limit, weight: weightOf(grouping) },
      ...(isShown && { role: 'fixed' }),
      ...(already === 'hidden' && { mustHide: true }),
    })
  }
}

/** A cell of a cross is missed least, a total most. */
const weightOf = (grouping: string): number => (grouping === 'all' ? 2 : grouping.includes('+') ? 0 : 1)

const groupOf = (id: string): string => id.split(' ').slice(0, 3).join(' ')

/**
 * Holds back a whole cross when more than half of its filled cells are small. Where single families fill most cells,
 * hiding them one by one leaves the pattern of empty and filled cells, and that tells who is where.
 */
function holdBackSparse({ cells, heldBack }: Table): void {
  const crosses = [...cells.values()].filter((cell) => cell.id.includes('+'))
  for (const [group, own] of Map.groupBy(crosses, (cell) => groupOf(cell.id))) {
    const filled = own.filter((cell) => cell.value !== 0)
    const small = filled.filter(
      ({ value, families, hideBelow = 0 }) => Math.abs(value) < hideBelow || Math.abs(families) < hideBelow,
    )
    if (small.length * 2 <= filled.length) continue
    heldBack.add(group)
    for (const cell of own) cells.delete(cell.id)
  }
}

const valueIn = (table: Table, id: string): number => table.cells.get(id)?.value ?? 0
const valuesIn = (table: Table, ids: readonly string[]): number => ids.reduce((sum, id) => sum + valueIn(table, id), 0)

/**
 * Adds a sum over the cells that are there. What the parts are short of (a cell held back, or a group without a name)
 * is a part that nobody sees. Not a sum whose parts are more than the whole: it does not hold.
 */
function addSum(table: Table, total: string, parts: readonly string[]): void {
  if (table.heldBack.has(groupOf(total))) return
  const present = parts.filter((id) => table.cells.has(id))
  const rest = valueIn(table, total) - valuesIn(table, present)
  if (rest < 0 || (present.length === 0 && rest === 0)) return
  if (!table.cells.has(total)) table.cells.set(total, { id: total, value: 0, families: 0 })
  const slack = `${total} > ${parts[0] ?? ''}`
  if (rest > 0) table.cells.set(slack, { id: slack, value: rest, families: rest, role: 'unseen' })
  table.sums.push({ total, parts: rest > 0 ? [...present, slack] : present })
}

function addSums(table: Table, input: PlanInput, scope: ScopeAmounts): void {
  for (const measure of input.parts.measures) {
    const usable = new Map(groupingsOf(input.parts, measure).map((one) => [one.grouping.code, one]))
    for (const one of usable.values()) addGroups(table, input, scope, measure, one)
    for (const [a, b] of measure.crosses) {
      const [first, second] = [usable.get(a), usable.get(b)]
      if (first === undefined || second === undefined) continue
      addMargin(table, scope, measure, { margin: first, across: second, place: 0, grouping: `${a}+${b}` })
      addMargin(table, scope, measure, { margin: second, across: first, place: 1, grouping: `${a}+${b}` })
    }
    addParts(table, input, scope, measure)
  }
}

function addGroups(
  table: Table,
  input: PlanInput,
  scope: ScopeAmounts,
  measure: CountedMeasure,
  one: GroupingWithQuestion,
): void {
  const at = (grouping: string, key: string, of = measure.code) => cellId(scope.id, of, grouping, key)
  const { code } = one.grouping
  const keys = scope.keys.get(`${measure.code} ${code}`) ?? []
  const cells = keys.map((key) => at(code, key))
  const total = at('all', 'all')
  if (keys.length === 0) return
  if (isPartition(measure, one)) {
    addSum(table, total, cells)
    return
  }
  // One family in several groups: the groups add up to the mentions, each is at most the total, and together at least.
  const mentions = at(code, 'mentions')
  table.cells.set(mentions, { id: mentions, value: valuesIn(table, cells), families: 0, role: 'unseen' })
  addSum(table, mentions, cells)
  addSum(table, mentions, [total])
  for (const id of cells) addSum(table, total, [id])
  const same = input.parts.measures.find(
    (other) => other.counts === 'mentions' && other.of === one.question.code && isSameWhere(other.where, measure.where),
  )
  if (same === undefined || measure.counts !== 'trajectories') return
  addSum(table, mentions, [at('all', 'all', same.code), at(code, UNKNOWN)])
  const shared = same.groupings.includes(code) ? keys.filter((key) => key !== UNKNOWN) : []
  for (const key of shared) addSum(table, at(code, key), [at(code, key, same.code)])
}

type Margin = {
  readonly margin: GroupingWithQuestion
  readonly across: GroupingWithQuestion
  /** Which half of a crossed key names the margin. */
  readonly place: 0 | 1
  readonly grouping: string
}

/** The cells of a cross add up to the groups at its side, where every unit falls in one of them. */
function addMargin(
  table: Table,
  scope: ScopeAmounts,
  measure: CountedMeasure,
  { margin, across, place, grouping }: Margin,
): void {
  const keys = (scope.keys.get(`${measure.code} ${grouping}`) ?? []).filter((key) => key !== MOVED_UP)
  for (const [key, crossed] of Map.groupBy(keys, (one) => one.split('|')[place] ?? '')) {
    const total = cellId(scope.id, measure.code, margin.grouping.code, key)
    const cells = crossed.map((one) => cellId(scope.id, measure.code, grouping, one))
    if (isPartition(measure, across)) addSum(table, total, cells)
    else for (const id of cells) addSum(table, total, [id])
  }
}

/**
 * A whole and its parts, at every place. What is in none of the parts (such as families still underway) is taken as
 * known to the reader, unless it is itself a small number that nothing shows.
 */
function addParts(table: Table, { parts }: PlanInput, scope: ScopeAmounts, whole: CountedMeasure): void {
  for (const group of partsOf(parts.measures, whole)) {
    const has = (code: string) => group.every((part) => part.groupings.includes(code) || crossesOf(part).includes(code))
    for (const code of ['all', ...[...whole.groupings, ...crossesOf(whole)].filter(has)]) {
      for (const key of scope.keys.get(`${whole.code} ${code}`) ?? []) {
        const ids = group.map((part) => cellId(scope.id, part.code, code, key))
        addWhole(table, cellId(scope.id, whole.code, code, key), ids)
      }
    }
  }
}

const crossesOf = (measure: CountedMeasure): string[] => measure.crosses.map((pair) => pair.join('+'))

function addWhole(table: Table, total: string, ids: readonly string[]): void {
  const whole = table.cells.get(total)
  const present = ids.filter((id) => table.cells.has(id))
  if (whole === undefined || present.length === 0) return
  const value = whole.value - valuesIn(table, present)
  if (value < 0) return
  const isUnseen = (value > 0 && value < (whole.hideBelow ?? 0)) || ids.some((id) => table.heldBack.has(groupOf(id)))
  const rest = `${total}${REST}${ids[0]}`
  table.cells.set(rest, { id: rest, value, families: value, hideBelow: 1, role: isUnseen ? 'unseen' : 'fixed' })
  table.sums.push({ total, parts: [...present, rest] })
}
