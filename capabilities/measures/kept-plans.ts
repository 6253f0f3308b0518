import { hash } from 'node:crypto'
import { keptByContent } from '../../foundation/kept.ts'
import type { CountedParts } from './counted.ts'
import { type Plan, plan } from './plan.ts'
import type { PlanInput } from './plan-table.ts'
import { type TrendInput, type TrendPlan, trendPlan } from './trend.ts'

// What is hidden follows from the counts alone, and deciding it takes most of the time of a figure. Counts of past days
// seldom change, and several people open the same report: then it was decided before. The counts are read anew each time,
// by who may see them; only what was decided about exactly these counts is kept.

/** Some 20,000 numbers are a few megabytes. */
const BOUNDS = { most: 24, largest: 20_000 }
const plans = keptByContent<Plan>({ ...BOUNDS, sizeOf: ({ cells }) => cells.size })
const trends = keptByContent<TrendPlan>({ ...BOUNDS, sizeOf: (points) => points.size })

/** The plan of these counts, as `plan` decides it. */
export const planKept = (input: PlanInput): Plan => plans.of(contentOfPlan(input), () => plan(input))

/** The plan of the years and quarters of these counts, as `trendPlan` decides it. */
export const trendKept = (parts: CountedParts, input: Omit<TrendInput, 'measures'>): TrendPlan => {
  const whole: TrendInput = { ...input, measures: parts.measures }
  return trends.of(contentOfTrend(parts, whole), () => trendPlan(whole))
}

function contentOfPlan({ parts, regionId, municipalities, hideBelow, hideSpecialBelow, decided }: PlanInput): string {
  const counts = municipalities.map(({ id, countsSpecial, cells }) => [
    ...[id, countsSpecial],
    cells.map(({ measure, grouping, key, n, families }) => [measure, grouping, key, n, families]),
  ])
  return JSON.stringify([wordsOf(parts), regionId, hideBelow, hideSpecialBelow, [...(decided ?? [])], counts])
}

function contentOfTrend(parts: CountedParts, input: TrendInput): string {
  const { last, jumps, region, hideBelow, isTotalHidden } = input
  const hidden = [...region.municipalityIds, region.id].map((scopeId) =>
    parts.measures.map(({ code }) => isTotalHidden(scopeId, code)),
  )
  const counts = jumps.map(({ scopeId, measure, holdsOn, n, families }) => [scopeId, measure, holdsOn, n, families])
  return JSON.stringify([wordsOf(parts), last, region.id, region.municipalityIds, hideBelow, hidden, counts])
}

/** Stands for all that a programme says about counting; worked out once for each definition that was read. */
const said = new WeakMap<CountedParts, string>()

function wordsOf(parts: CountedParts): string {
  const known = said.get(parts)
  if (known !== undefined) return known
  const { questions, groupings, measures } = parts
  const words = hash('sha256', JSON.stringify([questions, groupings, measures]), 'base64')
  said.set(parts, words)
  return words
}
