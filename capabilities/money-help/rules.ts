import type { Day } from '../../foundation/day.ts'
import type { AgeGroup, HOMES, Household } from './household.ts'

/** How sure a value is: read in its official source, read elsewhere, or not found in any source. */
export const STATUSES = ['verified', 'secondary', 'unverified'] as const
export type Status = (typeof STATUSES)[number]

/** When a value holds, and where it comes from. A value without a last day does not exist: every amount changes. */
export type Dated = {
  readonly validFrom: Day
  readonly validUntil: Day
  readonly source: string
  readonly checkedOn: Day
  readonly status: Status
}

/** The norm per month in cents, with holiday pay (D2); a limit is a percentage of it. */
export type Norms = Dated & {
  readonly single: number
  readonly couple: number
  readonly pensionSingle: number
  readonly pensionCouple: number
}

/** What a scheme asks besides, and the check does not: a good chance is never said where one of these stands. */
export const ALSO_NEEDS = ['special-costs', 'low-income-years', 'long-illness', 'student', 'local-tax'] as const
export type AlsoNeed = (typeof ALSO_NEEDS)[number]

export const PER = ['household', 'adult', 'child'] as const
export const PERIODS = ['month', 'year', 'once'] as const

/** What one municipality decided about one scheme, for a period. */
export type SchemeRule = Dated & {
  readonly scheme: string
  /** Income may be at most this percentage of the norm; null when the scheme does not look at income. */
  readonly incomePercent: number | null
  /** Whether the municipality counts holiday pay as income; told, because it moves the limit a little. */
  readonly withHolidayPay: boolean
  /** What somebody may own at most, in cents; null when the scheme does not look at it. */
  readonly means: { readonly single: number; readonly family: number } | null
  readonly ages: readonly AgeGroup[]
  /** Only with a child at home of this age, both ends included; null when children do not matter. */
  readonly children: { readonly from: number; readonly to: number } | null
  readonly homes: readonly (typeof HOMES)[number][]
  readonly alsoNeeds: readonly AlsoNeed[]
  readonly gives: {
    readonly cents: number
    readonly per: (typeof PER)[number]
    readonly period: (typeof PERIODS)[number]
  } | null
  /** How it is asked for here, in the words of the municipality; empty when the general text says it all. */
  readonly applyHere: { readonly nl: string; readonly en: string }
}

/** Everything that a municipality decided, each value for its period: one document, with versions. */
export type MunicipalRules = {
  readonly norms: readonly Norms[]
  readonly schemes: readonly SchemeRule[]
  /** Texts of schemes that only this municipality has; their values stand among the others. */
  readonly own?: readonly OwnScheme[]
}

export type Said = { readonly nl: string; readonly en: string }

/** A scheme that one municipality has for itself, as everyone may read about it. */
export type OwnScheme = {
  readonly code: string
  readonly name: Said
  readonly summary: Said
  readonly forWhom: readonly Said[]
  readonly gives: readonly Said[]
  readonly apply: readonly Said[]
  readonly bring: readonly Said[]
  readonly goodToKnow: readonly Said[]
  readonly source: string
  readonly checkedOn: Day
  readonly reviewOn: Day
  readonly status: Status
}

export const NO_RULES: MunicipalRules = { norms: [], schemes: [] }

/** Of one value over its periods the one that holds on a day; else the last that ended, else the next that begins. */
export function valueOn<T extends Dated>(values: readonly T[], day: Day): T | undefined {
  // Written for older browsers too, which know no toSorted and no findLast.
  const byStart = [...values].sort((one, other) => (one.validFrom < other.validFrom ? -1 : 1))
  return byStart.filter(({ validFrom }) => validFrom <= day).at(-1) ?? byStart[0]
}

/** What holds of each scheme on a day, in the order of the municipality. */
export function schemesOn(rules: MunicipalRules, day: Day): SchemeRule[] {
  const codes = [...new Set(rules.schemes.map(({ scheme }) => scheme))]
  return codes.flatMap(
    (code) =>
      valueOn(
        rules.schemes.filter(({ scheme }) => scheme === code),
        day,
      ) ?? [],
  )
}

/** On which day a value is asked, and whether uncertain values count: they do in the demo only, under a banner. */
export type AskedOn = { readonly day: Day; readonly isDemo: boolean }

/** Why a value may not be used, if it may not: it is never used silently past its last day or without a source. */
export function whyNot(
  value: Dated,
  { day, isDemo }: AskedOn,
): 'value-expired' | 'value-not-yet' | 'value-unverified' | undefined {
  if (day > value.validUntil) return 'value-expired'
  if (day < value.validFrom) return 'value-not-yet'
  return value.status === 'unverified' && !isDemo ? 'value-unverified' : undefined
}

/** A couple has one norm and one means limit together; a single parent has the norm of a single (D2). */
type Norm = Pick<Household, 'age' | 'living'>

export const isCouple = ({ living }: Pick<Household, 'living'>): boolean => living === 'partner'
export const isFamily = (household: Household): boolean => isCouple(household) || household.children.length > 0

/** The norm of a household per month. */
export function normOf(household: Norm, norms: Norms): number {
  if (household.age === 'pension') return isCouple(household) ? norms.pensionCouple : norms.pensionSingle
  return isCouple(household) ? norms.couple : norms.single
}

/** Where the income of a household may end: a percentage of its norm, in whole cents. */
export const incomeLimit = (household: Norm, norms: Norms, percent: number): number =>
  Math.round((normOf(household, norms) * percent) / 100)

export const meansLimit = (household: Household, means: { single: number; family: number }): number =>
  isFamily(household) ? means.family : means.single
