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
  holdBackSparse(table, specialIn(input.parts))
  for (const scope of scopes) addSums(table, input, scope)
  for (const at of region?.amounts.keys() ?? []) {
    const parts = municipalities.map((one) => `${one.id} ${at}`)
    addSum(table, `${region?.id} ${at}`, parts)
  }
  return { cells: [...table.cells.values()], sums: table.sums, heldBack: table.heldBack }
}

function addCells(table: Table, { parts, hideBelow, hideSpecialBelow, decided }: PlanInput, scope: ScopeAmounts): void {
  const special = specialIn(parts)
  for (const [at, { n: value, families }] of scope.amounts) {
    const id = `${scope.id} ${at}`
    const [, grouping = ''] = at.split(' ')
    const isSpecial = grouping.split('+').some((code) => special.has(code))
    const already = decided?.get(id)
    const isShown = already === 'shown' || (!isSpecial && hideBelow <= 1)
    const limit = isSpecial ? Math.max(hideBelow, hideSpecialBelow) : hideBelow
    const isNone = isSpecial && limit > 1 && value === 0 && isNoneOfMany(scope, at, special)
    table.cells.set(id, {
      ...{ id, value, families, hideBelow: isShown ? 1 : limit, weight: weightOf(grouping) },
      ...(isShown && { role: 'fixed' }),
      ...((already === 'hidden' || isNone) && { mustHide: true }),
    })
  }
}

/** Groupings by a question under AVG article 9. */
function specialIn(parts: CountedParts): Set<string> {
  const questions = new Set(parts.questions.flatMap((one) => (one.special === true ? [one.code] : [])))
  return new Set(parts.groupings.flatMap((one) => (questions.has(one.question) ? [one.code] : [])))
}

/** That nobody has a special answer says of each of them what the others answered: none is as telling as few. */
function isNoneOfMany(scope: ScopeAmounts, at: string, special: ReadonlySet<string>): boolean {
  const [measure = '', grouping = '', key = ''] = at.split(' ')
  const [codes, keys] = [grouping.split('+'), key.split('|')]
  const place = codes.findIndex((code) => special.has(code))
  if (keys[place] === UNKNOWN || keys[place] === MOVED_UP) return false
  const among = codes.length === 1 ? ['all', 'all'] : [codes[1 - place] ?? '', keys[1 - place] ?? '']
  return (scope.amounts.get([measure, ...among].join(' '))?.n ?? 0) > 0
}

/** A cell of a cross is missed least, a total most. */
const weightOf = (grouping: string): number => (grouping === 'all' ? 2 : grouping.includes('+') ? 0 : 1)

const groupOf = (id: string): string => id.split(' ').slice(0, 3).join(' ')

/**
 * Holds back a whole cross when more than half of its filled cells are small. Where single families fill most cells,
 * hiding them one by one leaves the pattern of empty and filled cells, and that tells who is where. A cross with a
 * special group is held back already for one small or telling cell.
 */
function holdBackSparse({ cells, heldBack }: Table, special: ReadonlySet<string>): void {
  const crosses = [...cells.values()].filter((cell) => cell.id.includes('+'))
  for (const [group, own] of Map.groupBy(crosses, (cell) => groupOf(cell.id))) {
    const filled = own.filter((cell) => cell.value !== 0)
    const small = filled.filter(
      ({ value, families, hideBelow = 0 }) => Math.abs(value) < hideBelow || Math.abs(families) < hideBelow,
    )
    const isSpecial = (group.split(' ')[2] ?? '').split('+').some((code) => special.has(code))
    const isTelling = isSpecial && (small.length > 0 || own.some((cell) => cell.mustHide === true))
    if (small.length * 2 <= filled.length && !isTelling) continue
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
  const isShort = rest > 0 || parts.some((id) => isHeldBack(table, id))
  if (isShort) table.cells.set(slack, { id: slack, value: rest, families: rest, role: 'unseen' })
  table.sums.push({ total, parts: isShort ? [...present, slack] : present })
}

/** Whether a cell of a cross that is held back can be anything: nobody sees a zero at its sides. */
function isHeldBack(table: Table, id: string): boolean {
  if (!table.heldBack.has(groupOf(id))) return false
  const [scope = '', measure = '', grouping = '', key = ''] = id.split(' ')
  const keys = key.split('|')
  return grouping.split('+').every((code, at) => {
    const side = table.cells.get(cellId(scope, measure, code, keys[at] ?? ''))
    return side !== undefined && (side.value > 0 || side.mustHide === true)
  })
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
 * A whole and its parts, at every place. No figure shows what is in none of the parts (such as families still underway);
 * but where there are none in all, or in an ordinary group at the side of a cross, everybody can know that there are none here.
 */
function addParts(table: Table, { parts }: PlanInput, scope: ScopeAmounts, whole: CountedMeasure): void {
  const special = specialIn(parts)
  for (const group of partsOf(parts.measures, whole)) {
    const has = (code: string) => group.every((part) => part.groupings.includes(code) || crossesOf(part).includes(code))
    const at = (measure: CountedMeasure, code: string, key: string) => cellId(scope.id, measure.code, code, key)
    const restAt = (code: string, key: string): number =>
      valueIn(table, at(whole, code, key)) -
      valuesIn(
        table,
        group.map((part) => at(part, code, key)),
      )
    for (const code of ['all', ...[...whole.groupings, ...crossesOf(whole)].filter(has)]) {
      for (const key of scope.keys.get(`${whole.code} ${code}`) ?? []) {
        const keys = key.split('|')
        const sides = code
          .split('+')
          .flatMap((one, place) => (code.includes('+') && !special.has(one) ? [restAt(one, keys[place] ?? '')] : []))
        const isKnown = [restAt('all', 'all'), ...sides].includes(0)
        const ids = group.map((part) => at(part, code, key))
        addWhole(table, at(whole, code, key), { ids, isKnown })
      }
    }
  }
}

const crossesOf = (measure: CountedMeasure): string[] => measure.crosses.map((pair) => pair.join('+'))

type Parts = { readonly ids: readonly string[]; readonly isKnown: boolean }

function addWhole(table: Table, total: string, { ids, isKnown }: Parts): void {
  const whole = table.cells.get(total)
  const present = ids.filter((id) => table.cells.has(id))
  if (whole === undefined || present.length === 0) return
  const value = whole.value - valuesIn(table, present)
  if (value < 0) return
  const isUnseen = !isKnown || ids.some((id) => table.heldBack.has(groupOf(id)))
  const rest = `${total}${REST}${ids[0]}`
  table.cells.set(rest, { id: rest, value, families: value, hideBelow: 1, role: isUnseen ? 'unseen' : 'fixed' })
  table.sums.push({ total, parts: [...present, rest] })
}
