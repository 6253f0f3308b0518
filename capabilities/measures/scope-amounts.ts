import { type Contribution, MOVED_UP, UNKNOWN } from './cell.ts'
import type { CountedMeasure, CountedParts, CountedQuestion } from './counted.ts'
import { type GroupingWithQuestion, groupingsOf } from './counting.ts'

export type Amount = { readonly n: number; readonly families: number }

/** What is counted in one municipality, or in the region as a whole. */
export type ScopeAmounts = {
  readonly id: string
  /** By measure, grouping and key, as `amountKey` joins them; absent is zero. */
  readonly amounts: ReadonlyMap<string, Amount>
  /** Every key seen, by measure and grouping. */
  readonly keys: ReadonlyMap<string, readonly string[]>
}

export type CountedMunicipality = {
  readonly id: string
  /** Whether special groupings are counted here. */
  readonly countsSpecial: boolean
  readonly cells: readonly Contribution[]
}

export const NOTHING: Amount = { n: 0, families: 0 }
export const amountKey = (measure: string, grouping: string, key: string): string => `${measure} ${grouping} ${key}`
/** Codes hold no space, so the four can be taken apart again. */
export const cellId = (scope: string, measure: string, grouping: string, key: string): string =>
  `${scope} ${amountKey(measure, grouping, key)}`

/** The counts of one municipality, special groupings completed with everybody whose answer is not known. */
export function amountsOf(parts: CountedParts, { id, countsSpecial, cells }: CountedMunicipality): ScopeAmounts {
  const amounts = new Map<string, Amount>()
  for (const { measure, grouping, key, ...amount } of cells) addTo(amounts, amountKey(measure, grouping, key), amount)
  if (countsSpecial) for (const measure of parts.measures) completeSpecial(parts, measure, amounts)
  return scopeOf(id, amounts)
}

/** The region: municipalities added up. Places stay with their municipality, because two may share a name. */
export function regionOf(parts: CountedParts, id: string, municipalities: readonly ScopeAmounts[]): ScopeAmounts {
  const placed = new Set(parts.groupings.filter((one) => isPlace(parts, one.question)).map((one) => one.code))
  const amounts = new Map<string, Amount>()
  for (const one of municipalities) {
    for (const [group, keys] of one.keys) {
      const [, grouping = ''] = group.split(' ')
      if (grouping.split('+').some((code) => placed.has(code))) continue
      for (const key of keys) addTo(amounts, `${group} ${key}`, one.amounts.get(`${group} ${key}`) ?? NOTHING)
    }
  }
  return scopeOf(id, amounts)
}

const isPlace = (parts: CountedParts, question: string): boolean =>
  parts.questions.some((one) => one.code === question && one.type === 'place')

function scopeOf(id: string, amounts: ReadonlyMap<string, Amount>): ScopeAmounts {
  const keys = new Map<string, string[]>()
  for (const at of amounts.keys()) {
    // By slices: this runs for every cell of a region, and splitting was half the time of a plan.
    const end = at.lastIndexOf(' ')
    const [group, key] = [at.slice(0, end), at.slice(end + 1)]
    const list = keys.get(group)
    if (list === undefined) keys.set(group, [key])
    else list.push(key)
  }
  return { id, amounts, keys }
}

function addTo(amounts: Map<string, Amount>, at: string, { n, families }: Amount): void {
  const so = amounts.get(at) ?? NOTHING
  amounts.set(at, { n: so.n + n, families: so.families + families })
}

/** The options of a question as keys, so that an empty one can be shown, and hidden where nothing else can cover. */
export function optionKeys(question: CountedQuestion): string[] {
  const named = question.type === 'yes-no-unknown' ? ['yes', 'no'] : (question.options ?? []).map((one) => one.code)
  return [...new Set([...named, UNKNOWN])]
}

function completeSpecial(parts: CountedParts, measure: CountedMeasure, amounts: Map<string, Amount>): void {
  const specials = groupingsOf(parts, measure).filter((one) => one.question.special === true)
  if (specials.length === 0) return
  const known = scopeOf('', amounts).keys
  for (const special of specials) {
    complete(amounts, measure.code, special, 'all', ['all'], (key) => key)
    for (const [a, b] of measure.crosses.filter((pair) => pair.includes(special.grouping.code))) {
      const isFirst = a === special.grouping.code
      const other = isFirst ? b : a
      const join = (key: string, beside: string) => (isFirst ? `${key}|${beside}` : `${beside}|${key}`)
      complete(
        amounts,
        measure.code,
        { ...special, cross: `${a}+${b}` },
        other,
        known.get(`${measure.code} ${other}`) ?? [],
        join,
      )
    }
  }
}

type Special = GroupingWithQuestion & { readonly cross?: string }

/** What the named options leave of each total is unknown. */
function complete(
  amounts: Map<string, Amount>,
  measure: string,
  { grouping, question, cross = grouping.code }: Special,
  totals: string,
  totalKeys: readonly string[],
  join: (key: string, total: string) => string,
): void {
  for (const totalKey of totalKeys) {
    const total = amounts.get(amountKey(measure, totals, totalKey)) ?? NOTHING
    const options = optionKeys(question).map((key) => amountKey(measure, cross, join(key, totalKey)))
    // Groups that moved up have an answer too, though no longer a name; in a cross they are not told apart from unknown.
    const movedUp = amountKey(measure, cross, MOVED_UP)
    if (totals !== 'all') amounts.delete(movedUp)
    const counted = [...options, movedUp].map((at) => amounts.get(at) ?? NOTHING)
    for (const at of options) addTo(amounts, at, NOTHING)
    const rest = (count: (amount: Amount) => number) =>
      count(total) - counted.reduce((so, amount) => so + count(amount), 0)
    addTo(amounts, amountKey(measure, cross, join(UNKNOWN, totalKey)), {
      n: rest((one) => one.n),
      families: rest((one) => one.families),
    })
  }
}
