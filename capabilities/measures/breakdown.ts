import type { Grouping, Measure, ProgrammeDefinition, Words } from '../programmes/definition.ts'
import { type AudienceSetting, rounded } from './audience.ts'
import { MOVED_UP, UNKNOWN } from './cell.ts'
import { isPartition } from './counting.ts'
import type { FigureCell } from './figure.ts'
import { keysIn, type Plan, shownIn } from './plan.ts'

/** Words that are no option, kept with what was written. */
const OTHER = 'other'

const FIXED_NAMES: Readonly<Record<string, Words>> = {
  yes: { nl: 'Ja', en: 'Yes' },
  no: { nl: 'Nee', en: 'No' },
  unborn: { nl: 'Zwanger', en: 'Pregnant' },
  [OTHER]: { nl: 'Overig', en: 'Other' },
  [UNKNOWN]: { nl: 'Niet bekend', en: 'Not known' },
  [MOVED_UP]: { nl: 'Niet meer uit te splitsen', en: 'No longer broken down' },
}

export type NamedKey = { readonly key: string; readonly label: Words }

export type BreakdownInput = {
  readonly definition: ProgrammeDefinition
  readonly measure: Measure
  readonly grouping: Grouping
  readonly plan: Plan
  /** Id of the municipality or region in the plan. */
  readonly scopeId: string
  /** Villages of a municipality, in its order, for a grouping by place. */
  readonly villages: readonly NamedKey[]
  readonly setting: Pick<AudienceSetting, 'hideBelow' | 'roundTo'>
}

/**
 * The groups of one grouping as this audience may see them: places and bands all, also when nobody is there; options
 * that occur; small ones hidden, or taken together as `other` where the grouping says so (F-21).
 */
export function breakdownOf(input: BreakdownInput): FigureCell[] {
  const seen = keysIn(input.plan, input.scopeId, input.measure.code, input.grouping.code)
  const cells = keysOf(input, seen).map(({ key, label }) => ({ key, label, value: inGroup(input, key) }))
  const isMerged = input.grouping.small === 'merge' && addsUp(input) && cells.some((cell) => cell.value === null)
  return (isMerged ? mergeHidden(input, cells) : cells).map((cell) => asCell(cell, input.setting))
}

/** Whether every counted unit falls in exactly one group. */
function addsUp({ definition, measure, grouping }: BreakdownInput): boolean {
  const question = definition.questions.find((one) => one.code === grouping.question)
  return question !== undefined && isPartition(measure, { grouping, question })
}

type Shown = NamedKey & { readonly value: number | null }

const inGroup = ({ plan, scopeId, measure, grouping }: BreakdownInput, key: string): number | null =>
  shownIn(plan, scopeId, measure.code, grouping.code, key)

/** The groups with their names: places and bands all, options that occur, and what has no name of its own. */
function keysOf(input: BreakdownInput, seen: readonly string[]): NamedKey[] {
  const { definition, grouping, villages } = input
  const question = definition.questions.find((one) => one.code === grouping.question)
  const always =
    grouping.each !== undefined
      ? everyNumber(seen)
      : question?.type === 'place'
        ? villages
        : (grouping.bands ?? []).map((band) => ({ key: band.code, label: band.name }))
  const named = [
    ...always,
    ...(question?.options ?? []).map((option) => ({ key: option.code, label: option.name })),
    ...Object.entries(FIXED_NAMES).map(([key, label]) => ({ key, label })),
  ]
  const known = new Map(named.map((one) => [one.key, one]))
  const isAlways = new Set(always.map((one) => one.key))
  const order = [...known.values()].filter(({ key }) => isAlways.has(key) || seen.includes(key))
  const strange = seen.filter((key) => !known.has(key)).map((key) => ({ key, label: { nl: key, en: key } }))
  return [...order, ...strange]
}

/** From the lowest to the highest that occurs, also what lies between and does not. */
function everyNumber(seen: readonly string[]): NamedKey[] {
  const numbers = numbersIn(seen)
  if (numbers.length === 0) return []
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  return Array.from({ length: most - least + 1 }, (_, at) => {
    const key = String(least + at)
    return { key, label: { nl: key, en: key } }
  })
}

const numbersIn = (keys: readonly string[]): number[] => keys.filter((key) => /^\d+$/.test(key)).map(Number)

/** The mean of groups that are numbers themselves (F-14), not rounded; null when there are none or one is hidden. */
export function meanOf(cells: readonly FigureCell[]): number | null {
  const numbers = cells.flatMap(({ key, value }) => (/^\d+$/.test(key) ? [{ number: Number(key), value }] : []))
  const all = numbers.reduce((sum, one) => sum + (one.value ?? 0), 0)
  if (all === 0 || numbers.some((one) => one.value === null)) return null
  return numbers.reduce((sum, one) => sum + one.number * (one.value ?? 0), 0) / all
}

/** What is hidden of options that add up to the total can be told together: that sum is never small (rule of the plan). */
function mergeHidden(input: BreakdownInput, cells: readonly Shown[]): Shown[] {
  const total = shownIn(input.plan, input.scopeId, input.measure.code, 'all', 'all')
  if (total === null) return [...cells]
  const kept = cells.filter((cell) => cell.value !== null && cell.value > 0 && cell.key !== OTHER)
  const rest = total - kept.reduce((sum, cell) => sum + (cell.value ?? 0), 0)
  const label = FIXED_NAMES[OTHER] ?? { nl: OTHER, en: OTHER }
  return [...kept, { key: OTHER, label, value: rest < input.setting.hideBelow ? null : rest }]
}

/**
 * The groups of two groupings crossed, row by row: every pair of groups of which either occurs. Small ones are hidden, and
 * where most would be, all.
 */
export function crossOf(input: Omit<BreakdownInput, 'grouping'>, first: Grouping, second: Grouping): FigureCell[] {
  const { plan, scopeId, measure, setting } = input
  const cross = `${first.code}+${second.code}`
  const pairs = keysIn(plan, scopeId, measure.code, cross).map((key) => key.split('|'))
  const side = (grouping: Grouping, place: 0 | 1): NamedKey[] => {
    const paired = pairs.flatMap((pair) => (pair.length === 2 ? [pair[place] ?? ''] : []))
    return keysOf({ ...input, grouping }, [
      ...new Set([...keysIn(plan, scopeId, measure.code, grouping.code), ...paired]),
    ])
  }
  const cells = side(first, 0).flatMap((row) =>
    side(second, 1).map((column): Shown => {
      const key = `${row.key}|${column.key}`
      const label = { nl: `${row.label.nl}, ${column.label.nl}`, en: `${row.label.en}, ${column.label.en}` }
      return { key, label, value: shownIn(plan, scopeId, measure.code, cross, key) }
    }),
  )
  return cells.map((cell) => asCell(cell, setting))
}

const asCell = ({ key, label, value }: Shown, { roundTo }: BreakdownInput['setting']): FigureCell => ({
  key,
  label,
  value: value === null ? null : rounded(value, roundTo),
  suppressed: value === null,
})

/** The same cell in a list over a region, where villages of two municipalities may share a name. */
export const ofPlace = (cell: FigureCell, { code, name }: { code: string; name: string }): FigureCell => ({
  ...cell,
  key: `${code}/${cell.key}`,
  label: { nl: `${cell.label.nl} (${name})`, en: `${cell.label.en} (${name})` },
})
