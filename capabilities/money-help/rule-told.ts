import { type Day, parseDay } from '../../foundation/day.ts'
import { type Answer, allow, refuse } from '../../foundation/result.ts'
import { readAmount } from './amount.ts'
import { AGE_GROUPS, HOMES } from './household.ts'
import {
  ALSO_NEEDS,
  type Dated,
  type MunicipalRules,
  type Norms,
  PER,
  PERIODS,
  type SchemeRule,
  STATUSES,
} from './rules.ts'

/** What somebody typed on the screen of one value: texts by field, and what was ticked. */
export type ToldValue = { readonly text: (field: string) => string; readonly all: (field: string) => readonly string[] }

const LONGEST_SOURCE = 300
const LONGEST_APPLY = 600
const PERCENT = { least: 50, most: 300 } as const
const OLDEST_CHILD = 27

/** The norm amounts as they were typed. Refuses by field what is no amount, no source, and days that cannot be. */
export function normsFrom(told: ToldValue, today: Day): Answer<Norms> {
  const dated = datedFrom(told, today)
  if (!dated.ok) return dated
  const amounts: Record<string, number> = {}
  for (const field of ['single', 'couple', 'pensionSingle', 'pensionCouple']) {
    const amount = amountIn(told, field)
    if (!amount.ok) return amount
    amounts[field] = amount.value
  }
  const { single = 0, couple = 0, pensionSingle = 0, pensionCouple = 0 } = amounts
  return allow({ ...dated.value, single, couple, pensionSingle, pensionCouple })
}

/** The values of one scheme as they were typed. Refuses by field, as `normsFrom`, and what belongs together and is half there. */
export function ruleFrom(told: ToldValue, scheme: string, today: Day): Answer<SchemeRule> {
  const dated = datedFrom(told, today)
  const percent = percentIn(told)
  const means = meansIn(told)
  const children = childrenIn(told)
  const gives = givesIn(told)
  for (const one of [dated, percent, means, children, gives]) if (!one.ok) return one
  if (!dated.ok || !percent.ok || !means.ok || !children.ok || !gives.ok) return refuse('not-found')
  const ages = AGE_GROUPS.filter((age) => told.all('ages').includes(age))
  if (ages.length === 0) return refuse('value-none-chosen', { field: 'ages' })
  const homes = HOMES.filter((home) => told.all('homes').includes(home))
  if (homes.length === 0) return refuse('value-none-chosen', { field: 'homes' })
  const applyHere = { nl: told.text('applyNl'), en: told.text('applyEn') }
  for (const [field, text] of [
    ['applyNl', applyHere.nl],
    ['applyEn', applyHere.en],
  ] as const)
    if (text.length > LONGEST_APPLY) return refuse('value-text-long', { field, most: LONGEST_APPLY })
  if ((applyHere.nl === '') !== (applyHere.en === ''))
    return refuse('value-both-languages', { field: applyHere.nl === '' ? 'applyNl' : 'applyEn' })
  return allow({
    ...{ scheme, ...dated.value, incomePercent: percent.value, withHolidayPay: told.all('holidayPay').length > 0 },
    ...{ means: means.value, ages, children: children.value, homes, gives: gives.value, applyHere },
    alsoNeeds: ALSO_NEEDS.filter((need) => told.all('alsoNeeds').includes(need)),
  })
}

function datedFrom(told: ToldValue, today: Day): Answer<Dated> {
  const [validFrom, validUntil, checkedOn] = ['validFrom', 'validUntil', 'checkedOn'].map((field) =>
    parseDay(told.text(field)),
  )
  if (validFrom === undefined) return refuse('value-day', { field: 'validFrom' })
  if (validUntil === undefined) return refuse('value-day', { field: 'validUntil' })
  if (validUntil < validFrom) return refuse('value-days-order', { field: 'validUntil' })
  if (checkedOn === undefined || checkedOn > today) return refuse('value-checked', { field: 'checkedOn' })
  const source = told.text('source')
  if (source === '') return refuse('value-source', { field: 'source' })
  if (source.length > LONGEST_SOURCE) return refuse('value-text-long', { field: 'source', most: LONGEST_SOURCE })
  const status = STATUSES.find((one) => one === told.text('status'))
  if (status === undefined) return refuse('value-status', { field: 'status' })
  return allow({ validFrom, validUntil, checkedOn, source, status })
}

function amountIn(told: ToldValue, field: string): Answer<number> {
  const amount = readAmount(told.text(field))
  return amount.ok ? amount : refuse(amount.reason, { field })
}

function percentIn(told: ToldValue): Answer<number | null> {
  const typed = told.text('incomePercent')
  if (typed === '') return allow(null)
  const percent = /^\d{1,3}\s*%?$/.test(typed) ? Number.parseInt(typed, 10) : Number.NaN
  return percent >= PERCENT.least && percent <= PERCENT.most
    ? allow(percent)
    : refuse('value-percent', { field: 'incomePercent', from: PERCENT.least, to: PERCENT.most })
}

function meansIn(told: ToldValue): Answer<SchemeRule['means']> {
  if (told.text('meansSingle') === '' && told.text('meansFamily') === '') return allow(null)
  const single = amountIn(told, 'meansSingle')
  if (!single.ok) return single
  const family = amountIn(told, 'meansFamily')
  return family.ok ? allow({ single: single.value, family: family.value }) : family
}

function childrenIn(told: ToldValue): Answer<SchemeRule['children']> {
  const [from, to] = ['childrenFrom', 'childrenTo'].map((field) => told.text(field))
  if (from === '' && to === '') return allow(null)
  const ages = [from, to].map((text) => (/^\d{1,2}$/.test(text ?? '') ? Number(text) : Number.NaN))
  const [youngest = Number.NaN, oldest = Number.NaN] = ages
  if (!(youngest <= oldest && oldest <= OLDEST_CHILD))
    return refuse('value-children', { field: 'childrenFrom', most: OLDEST_CHILD })
  return allow({ from: youngest, to: oldest })
}

function givesIn(told: ToldValue): Answer<SchemeRule['gives']> {
  if (told.text('gives') === '') return allow(null)
  const cents = amountIn(told, 'gives')
  if (!cents.ok) return cents
  const per = PER.find((one) => one === told.text('per'))
  const period = PERIODS.find((one) => one === told.text('period'))
  return per === undefined || period === undefined
    ? refuse('value-none-chosen', { field: per === undefined ? 'per' : 'period' })
    : allow({ cents: cents.value, per, period })
}

/** The rules with these norm amounts: in place of those that began on `replaces`, if any. Refuses periods that overlap. */
export function withNorms(rules: MunicipalRules, norms: Norms, replaces?: string): Answer<MunicipalRules> {
  const all = placed(rules.norms, norms, ({ validFrom }) => validFrom === replaces)
  return overlaps(all) ? refuse('value-overlaps', { field: 'validFrom' }) : allow({ ...rules, norms: all })
}

/** The rules with these values of a scheme, likewise; in the place where they stood. */
export function withRule(rules: MunicipalRules, rule: SchemeRule, replaces?: string): Answer<MunicipalRules> {
  const isSame = ({ scheme }: SchemeRule) => scheme === rule.scheme
  const all = placed(rules.schemes, rule, (one) => isSame(one) && one.validFrom === replaces)
  return overlaps(all.filter(isSame))
    ? refuse('value-overlaps', { field: 'validFrom' })
    : allow({ ...rules, schemes: all })
}

const placed = <T>(values: readonly T[], value: T, isOld: (one: T) => boolean): T[] =>
  values.some(isOld) ? values.map((one) => (isOld(one) ? value : one)) : [...values, value]

/** The rules without the values of a scheme that begin on this day. */
export const withoutRule = (rules: MunicipalRules, scheme: string, validFrom: string): MunicipalRules => ({
  ...rules,
  schemes: rules.schemes.filter((one) => one.scheme !== scheme || one.validFrom !== validFrom),
})

const overlaps = (values: readonly Dated[]): boolean =>
  values.some((one, at) =>
    values.slice(at + 1).some((other) => one.validFrom <= other.validUntil && other.validFrom <= one.validUntil),
  )
