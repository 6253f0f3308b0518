import { after, type Day, day } from '../../foundation/day.ts'
import { type AudienceSetting, rounded } from './audience.ts'
import type { CountedMeasure } from './counted.ts'
import { partsOf } from './counting.ts'
import type { Sum, TableCell } from './linked.ts'
import { suppress } from './suppress.ts'

export type Per = 'year' | 'quarter'
export type Period = { readonly from: Day; readonly to: Day }
export type TrendPoint = Period & { readonly value: number | null; readonly suppressed: boolean }

/** Whole years or quarters from the one that holds `first` to the one that holds `last`; the last ends on `last`. */
export function periodsBetween(first: Day, last: Day, per: Per): Period[] {
  const periods: Period[] = []
  for (let from = startOf(first, per); from <= last; from = after(from, lengthOf(per))) {
    const end = after(after(from, lengthOf(per)), { days: -1 })
    periods.push({ from, to: end < last ? end : last })
  }
  return periods
}

const lengthOf = (per: Per) => (per === 'year' ? { years: 1 } : { months: 3 })

/** The first day of the year or quarter that holds this day. */
export function startOf(on: Day, per: Per): Day {
  const year = on.slice(0, 4)
  if (per === 'year') return day(`${year}-01-01`)
  const month = Math.floor((Number(on.slice(5, 7)) - 1) / 3) * 3 + 1
  return day(`${year}-${String(month).padStart(2, '0')}-01`)
}

/** A jump of the total on a day, in one municipality and one measure. */
export type DayJump = {
  readonly scopeId: string
  readonly measure: string
  readonly holdsOn: string
  readonly n: number
  readonly families: number
}

export type TrendInput = {
  /** Up to which day; it starts with the first jump. */
  readonly last: Day
  readonly jumps: readonly DayJump[]
  /** The region, when its municipalities add up to something that is shown. */
  readonly region: { readonly id: string; readonly municipalityIds: readonly string[] }
  readonly measures: readonly CountedMeasure[]
  readonly hideBelow: number
  /** Whether the total up to the last day is shown, by place and measure. */
  readonly isTotalHidden: (scopeId: string, measure: string) => boolean
}

/** What may be seen of each year and quarter, by place, measure and period; null is hidden. */
export type TrendPlan = ReadonlyMap<string, number | null>

export const pointId = (scopeId: string, measure: string, { from, to }: Period): string =>
  `${scopeId} ${measure} ${from}/${to}`

type Table = { readonly cells: Map<string, TableCell>; readonly sums: Sum[] }

/**
 * Decides what may be seen of every year and quarter, in all places and measures at once, so that neither the total, nor
 * the year of a quarter, nor another place gives a hidden period away.
 */
export function trendPlan(input: TrendInput): TrendPlan {
  const { region, measures } = input
  const table: Table = { cells: new Map(), sums: [] }
  const years = yearsOf(input).map((year): Year => ({ ...year, quarters: quartersOf(year) }))
  const periods = years.flatMap(({ quarters, ...year }) => [year, ...quarters])
  const jumpsOf = Map.groupBy(input.jumps, ({ measure }) => measure)
  const hasRegion = region.municipalityIds.length > 1
  const scopes = hasRegion ? [...region.municipalityIds, region.id] : region.municipalityIds
  for (const scopeId of scopes)
    for (const { code } of measures)
      addRow(table, input, { scopeId, measure: code, years, jumps: jumpsOf.get(code) ?? [] })
  for (const { code } of hasRegion ? measures : []) {
    for (const period of periods) {
      const parts = region.municipalityIds.map((id) => pointId(id, code, period))
      table.sums.push({ total: pointId(region.id, code, period), parts })
    }
  }
  for (const scopeId of scopes) {
    for (const period of periods) addParts(table, input, (code) => pointId(scopeId, code, period))
  }
  const hidden = suppress({ cells: [...table.cells.values()], sums: table.sums, hideBelow: input.hideBelow })
  return new Map([...table.cells.values()].map(({ id, value }) => [id, hidden.has(id) ? null : value]))
}

function yearsOf({ jumps, last }: TrendInput): Period[] {
  const [first] = jumps.map((jump) => jump.holdsOn).toSorted()
  return first === undefined ? [] : periodsBetween(day(first), last, 'year')
}

/** The quarters of a year, unless the year is no longer than one. */
function quartersOf({ from, to }: Period): Period[] {
  const quarters = periodsBetween(from, to, 'quarter')
  return quarters.length > 1 ? quarters : []
}

type Year = Period & { readonly quarters: readonly Period[] }
type Row = {
  readonly scopeId: string
  readonly measure: string
  readonly years: readonly Year[]
  /** Of this measure, in all places. */
  readonly jumps: readonly DayJump[]
}

/** One place and measure: the years make the total, the quarters make their year. */
function addRow({ cells, sums }: Table, input: TrendInput, { scopeId, measure, years, jumps: everywhere }: Row): void {
  const isRegion = scopeId === input.region.id && input.region.municipalityIds.length > 1
  const jumps = everywhere.filter((jump) => isRegion || jump.scopeId === scopeId)
  const add = (id: string, within: readonly DayJump[], more: Partial<TableCell>): string => {
    const value = within.reduce((sum, jump) => sum + jump.n, 0)
    const families = within.reduce((sum, jump) => sum + jump.families, 0)
    cells.set(id, { id, value, families, ...more })
    return id
  }
  const addPeriod = (period: Period, weight: number): string => {
    const within = jumps.filter(({ holdsOn }) => holdsOn >= period.from && holdsOn <= period.to)
    return add(pointId(scopeId, measure, period), within, { weight })
  }
  const parts = years.map((year) => {
    const total = addPeriod(year, 1)
    const quarters = year.quarters.map((quarter) => addPeriod(quarter, 0))
    if (quarters.length > 0) sums.push({ total, parts: quarters })
    return total
  })
  const isHidden = input.isTotalHidden(scopeId, measure)
  const total = add(
    `${scopeId} ${measure} total`,
    jumps,
    isHidden ? { mustHide: true } : { role: 'fixed', hideBelow: 1 },
  )
  sums.push({ total, parts })
}

/** In each period the parts and the rest make the whole; a rest that is no small number is known to everybody. */
function addParts(
  { cells, sums }: Table,
  { measures, hideBelow }: TrendInput,
  idOf: (measure: string) => string,
): void {
  for (const whole of measures) {
    for (const group of partsOf(measures, whole)) {
      const total = cells.get(idOf(whole.code))
      const parts = group.map((one) => idOf(one.code))
      const value = parts.reduce((rest, id) => rest - (cells.get(id)?.value ?? 0), total?.value ?? 0)
      if (total === undefined) continue
      const isSmall = value !== 0 && Math.abs(value) < hideBelow
      const rest = `${total.id} rest ${parts[0]}`
      cells.set(rest, { id: rest, value, families: value, hideBelow: 1, role: isSmall ? 'unseen' : 'fixed' })
      sums.push({ total: total.id, parts: [...parts, rest] })
    }
  }
}

/** The points of one place and measure, rounded for their audience; what nobody counted in is 0. */
export function pointsOf(
  planned: TrendPlan,
  periods: readonly Period[],
  of: { readonly scopeId: string; readonly measure: string },
  { roundTo }: Pick<AudienceSetting, 'roundTo'>,
): TrendPoint[] {
  return periods.map((period) => {
    const value = planned.get(pointId(of.scopeId, of.measure, period))
    return { ...period, value: value === null ? null : rounded(value ?? 0, roundTo), suppressed: value === null }
  })
}
