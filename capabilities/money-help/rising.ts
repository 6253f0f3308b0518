import { assessOne } from './assess.ts'
import type { Household } from './household.ts'
import {
  type AskedOn,
  incomeLimit,
  isCouple,
  type MunicipalRules,
  type SchemeRule,
  schemesOn,
  valueOn,
  whyNot,
} from './rules.ts'

/** A scheme that ends when the income rises past its limit. */
export type Cliff = {
  readonly scheme: string
  /** The limit of the scheme for this household, in cents per month. */
  readonly limit: number
  /** So much more than now is still inside the limit. */
  readonly room: number
  /** What it is worth per month now, in cents. */
  readonly worth: number
}

export type Step = {
  /** So much more than now, in cents per month. */
  readonly more: number
  /** What schemes are still worth then, per month. */
  readonly schemes: number
  /** Of the rise, what is left after what ended: less than nothing when more ended than came in. */
  readonly kept: number
}

export type Rising = {
  readonly asked: Step
  readonly steps: readonly Step[]
  /** Near first. */
  readonly cliffs: readonly Cliff[]
  /** Schemes that are not counted: their amount is not known, or they ask what we do not know. */
  readonly notCounted: readonly string[]
  /** Up to here somebody is worse off than without the rise; undefined when that happens nowhere in sight. */
  readonly worseUntil: number | undefined
}

const STEP = 5_000
const STEPS = 12
const MONTHS = 12

/**
 * What changes when the income rises (R-135, armoedeval): which schemes of the municipality end at which income, and what of
 * the rise is kept. Counts only schemes that this household has a chance of now and of which the amount is known; national
 * benefits are not in it. Undefined without an exact income.
 */
export function rising(
  household: Household,
  rules: MunicipalRules,
  asked: AskedOn & { more: number },
): Rising | undefined {
  const { income } = household
  const norms = valueOn(rules.norms, asked.day)
  if (income === undefined || income.from !== income.upTo || norms === undefined || whyNot(norms, asked) !== undefined)
    return undefined
  const reached = schemesOn(rules, asked.day).filter((rule) => {
    if (rule.incomePercent === null) return false
    const { verdict } = assessOne(household, rule, { norms, asked })
    return verdict === 'good-chance' || verdict === 'perhaps'
  })
  const limitOf = ({ incomePercent }: SchemeRule) => incomeLimit(household, norms, incomePercent ?? 0)
  const isCounted = (rule: SchemeRule) =>
    worthOf(household, rule) > 0 && rule.alsoNeeds.length === 0 && income.from <= limitOf(rule)
  const cliffs = reached
    .filter(isCounted)
    .map((rule) => cliffOf(household, rule, limitOf(rule), income.from))
    .toSorted((one, other) => one.limit - other.limit)
  const at = (more: number) => stepAt(cliffs, more)
  const steps = Array.from({ length: STEPS }, (_, nth) => at((nth + 1) * STEP))
  return {
    asked: at(asked.more),
    ...{ steps, cliffs },
    notCounted: reached.filter((rule) => !isCounted(rule)).map(({ scheme }) => scheme),
    worseUntil: worseUntil(cliffs),
  }
}

const cliffOf = (household: Household, rule: SchemeRule, limit: number, income: number): Cliff => ({
  ...{ scheme: rule.scheme, limit, worth: worthOf(household, rule) },
  room: Math.max(0, limit - income),
})

/** What a scheme is worth per month to this household; what is given once is not counted. */
function worthOf(household: Household, { gives, children }: SchemeRule): number {
  if (gives === null || gives.period === 'once') return 0
  const perYear = gives.period === 'month' ? gives.cents * MONTHS : gives.cents
  const ofAge = household.children.filter(
    (age) => children === null || (children.from <= age && age <= children.to),
  ).length
  const times = { household: 1, adult: isCouple(household) ? 2 : 1, child: ofAge }[gives.per]
  return Math.round((perYear * times) / MONTHS)
}

function stepAt(cliffs: readonly Cliff[], more: number): Step {
  const sum = (some: readonly Cliff[]) => some.reduce((all, { worth }) => all + worth, 0)
  const ended = sum(cliffs.filter(({ room }) => more > room))
  return { more, schemes: sum(cliffs) - ended, kept: more - ended }
}

/** The largest rise that leaves somebody worse off: just behind a limit, until the rise has made up for all that ended. */
function worseUntil(cliffs: readonly Cliff[]): number | undefined {
  const worse = cliffs.flatMap(({ room }) => {
    const ended = cliffs.filter((one) => one.room <= room).reduce((all, { worth }) => all + worth, 0)
    return ended > room ? [ended] : []
  })
  return worse.length === 0 ? undefined : Math.max(...worse)
}
