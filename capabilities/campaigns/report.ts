import type { Day } from '../../foundation/day.ts'
import { type Sum, suppress, type TableCell } from '../measures/suppress.ts'

/** How often a short address was followed in one month. */
export type ClickCount = { readonly month: Day; readonly isWithin: boolean; readonly n: number }

/** Null where a number is hidden. */
export type Shown = number | null

export type CampaignReport = {
  /** Months that are over, the latest first. */
  readonly months: readonly { readonly month: Day; readonly within: Shown; readonly outside: Shown }[]
  readonly within: Shown
  readonly outside: Shown
  /** Clicks within the period per hundred people reached, with one decimal; null when hidden or while nobody knows the reach. */
  readonly percentOfReach: Shown
}

export type Counting = {
  /** The first day of the month that runs: of that one nothing is told, as two looks a day apart would tell what came between. */
  readonly running: Day
  readonly reach: number | undefined
  readonly hideBelow: number
}

/**
 * What may be told of the clicks of one campaign: below `hideBelow` a number is hidden, and so is what it could be
 * worked out from, because months add up.
 */
export function campaignReport(counts: readonly ClickCount[], { running, reach, hideBelow }: Counting): CampaignReport {
  const over = counts.filter(({ month }) => month < running)
  const months = [...new Set(over.map(({ month }) => month))].sort().reverse()
  const of = (month: Day | undefined, isWithin: boolean): number =>
    over
      .filter((one) => one.isWithin === isWithin && (month === undefined || one.month === month))
      .reduce((sum, { n }) => sum + n, 0)
  const cell = (month: Day | undefined, isWithin: boolean): TableCell => {
    const value = of(month, isWithin)
    return { id: nameOf(month, isWithin), value, families: value, ...(month === undefined && { weight: 1 }) }
  }
  const sides = [true, false]
  const cells = sides.flatMap((isWithin) => [undefined, ...months].map((month) => cell(month, isWithin)))
  const sums: Sum[] = sides.map((isWithin) => ({
    total: nameOf(undefined, isWithin),
    parts: months.map((month) => nameOf(month, isWithin)),
  }))
  const hidden = suppress({ cells, sums, hideBelow })
  const shown = (month: Day | undefined, isWithin: boolean): Shown =>
    hidden.has(nameOf(month, isWithin)) ? null : of(month, isWithin)
  const within = shown(undefined, true)
  return {
    months: months.map((month) => ({ month, within: shown(month, true), outside: shown(month, false) })),
    ...{ within, outside: shown(undefined, false) },
    percentOfReach: within === null || !reach ? null : Math.round((within / reach) * 1000) / 10,
  }
}

const nameOf = (month: Day | undefined, isWithin: boolean): string => `${month ?? 'all'} ${isWithin}`
