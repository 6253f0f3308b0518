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

/** Every total and group that can be asked for, and all sums that everybody can know; no crosses (`crosses.ts`). */
export type PlanTable = {
  readonly cells: readonly TableCell[]
  readonly sums: readonly Sum[]
  readonly municipalities: readonly ScopeAmounts[]
  /** Absent when the region is one municipality. */
  readonly region: ScopeAmounts | undefined
}

/** In the name of what a whole has beside its parts: in the sums, but never asked for. */
export const REST = ' rest '

type Table = { readonly cells: Map<string, TableCell>; readonly sums: Sum[] }

export function planTable(input: PlanInput): PlanTable {
  const municipalities = input.municipalities.map((one) => amountsOf(input.parts, one))
  // A region of one municipality is that municipality: no cell has another name.
  const region = municipalities.length > 1 ? regionOf(input.parts, input.regionId, municipalities) : undefined
  const scopes = region === undefined ? municipalities : [...municipalities, region]
  const table: Table = { cells: new Map(), sums: [] }
  const own = ownIn(input.parts)
  for (const scope of scopes) addCells(table, input, scope)
  for (const scope of scopes) addSums(table, input, scope)
  for (const at of region?.amounts.keys() ?? []) {
    if (isCross(at) || own.has(at.slice(0, at.lastIndexOf(' ')))) continue
    const parts = municipalities.map((one) => `${one.id} ${at}`)
    addSum(table, `${region?.id} ${at}`, parts)
  }
  return { cells: [...table.cells.values()], sums: table.sums, municipalities, region }
}

function addCells(table: Table, { parts, hideBelow, hideSpecialBelow, decided }: PlanInput, scope: ScopeAmounts): void {
  const special = specialIn(parts)
  const own = ownIn(parts)
  for (const [at, { n: value, families }] of scope.amounts) {
    const id = `${scope.id} ${at}`
    const [measure = '', grouping = ''] = at.split(' ')
    if (isCross(at) || own.has(`${measure} ${grouping}`)) continue
    const isSpecial = special.has(grouping)
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

/** Measures with a grouping that is for the organisation alone: in no table, because it is exact or not shown. */
export const ownIn = (parts: CountedParts): Set<string> =>
  new Set(
    parts.measures.flatMap(({ code, ownGroupings = [] }) => ownGroupings.map((grouping) => `${code} ${grouping}`)),
  )

/** Groupings by a question under AVG article 9. */
export function specialIn(parts: CountedParts): Set<string> {
  const questions = new Set(parts.questions.flatMap((one) => (one.special === true ? [one.code] : [])))
  return new Set(parts.groupings.flatMap((one) => (questions.has(one.question) ? [one.code] : [])))
}

/** That nobody has a special answer says of each of them what the others answered: none is as telling as few. */
export function isNoneOfMany(scope: ScopeAmounts, at: string, special: ReadonlySet<string>): boolean {
  const [measure = '', grouping = '', key = ''] = at.split(' ')
  const [codes, keys] = [grouping.split('+'), key.split('|')]
  const place = codes.findIndex((code) => special.has(code))
  if (keys[place] === UNKNOWN || keys[place] === MOVED_UP) return false
  const among = codes.length === 1 ? ['all', 'all'] : [codes[1 - place] ?? '', keys[1 - place] ?? '']
  return (scope.amounts.get([measure, ...among].join(' '))?.n ?? 0) > 0
}

/** A group is missed less than a total. */
const weightOf = (grouping: string): number => (grouping === 'all' ? 2 : 1)

/** Two groupings crossed are joined by a plus; no code holds one. */
export const isCross = (at: string): boolean => at.includes('+')

const valueIn = (table: Table, id: string): number => table.cells.get(id)?.value ?? 0
const valuesIn = (table: Table, ids: readonly string[]): number => ids.reduce((sum, id) => sum + valueIn(table, id), 0)

/**
 * Adds a sum over the cells that are there. What the parts are short of (a group without a name) is a part
 * that nobody sees. Not a sum whose parts are more than the whole: it does not hold.
 */
function addSum(table: Table, total: string, parts: readonly string[]): void {
  const present = parts.filter((id) => table.cells.has(id))
  const rest = valueIn(table, total) - valuesIn(table, present)
  if (rest < 0 || (present.length === 0 && rest === 0)) return
  if (!table.cells.has(total)) table.cells.set(total, { id: total, value: 0, families: 0 })
  const slack = `${total} > ${parts[0] ?? ''}`
  const isShort = rest > 0
  if (isShort) table.cells.set(slack, { id: slack, value: rest, families: rest, role: 'unseen' })
  table.sums.push({ total, parts: isShort ? [...present, slack] : present })
}

function addSums(table: Table, input: PlanInput, scope: ScopeAmounts): void {
  for (const measure of input.parts.measures) {
    for (const one of groupingsOf(input.parts, measure)) addGroups(table, input, scope, measure, one)
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

/**
 * A whole and its parts, at every place. No figure shows what is in none of the parts (such as families still underway);
 * but where there are none in all, everybody can know that there are none in any group.
 */
function addParts(table: Table, { parts }: PlanInput, scope: ScopeAmounts, whole: CountedMeasure): void {
  for (const group of partsOf(parts.measures, whole)) {
    const idsAt = (code: string, key: string) => group.map((part) => cellId(scope.id, part.code, code, key))
    const totalAt = (code: string, key: string) => cellId(scope.id, whole.code, code, key)
    const isKnown = valueIn(table, totalAt('all', 'all')) === valuesIn(table, idsAt('all', 'all'))
    const shared = whole.groupings.filter((code) => group.every((part) => part.groupings.includes(code)))
    for (const code of ['all', ...shared]) {
      for (const key of scope.keys.get(`${whole.code} ${code}`) ?? [])
        addWhole(table, totalAt(code, key), { ids: idsAt(code, key), isKnown })
    }
  }
}

type Parts = { readonly ids: readonly string[]; readonly isKnown: boolean }

function addWhole(table: Table, total: string, { ids, isKnown }: Parts): void {
  const whole = table.cells.get(total)
  const present = ids.filter((id) => table.cells.has(id))
  if (whole === undefined || present.length === 0) return
  const value = whole.value - valuesIn(table, present)
  if (value < 0) return
  const rest = `${total}${REST}${ids[0]}`
  table.cells.set(rest, { id: rest, value, families: value, hideBelow: 1, role: isKnown ? 'fixed' : 'unseen' })
  table.sums.push({ total, parts: [...present, rest] })
}
