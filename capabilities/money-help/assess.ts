import type { About, Household } from './household.ts'
import {
  type AskedOn,
  incomeLimit,
  type MunicipalRules,
  meansLimit,
  type Norms,
  type SchemeRule,
  schemesOn,
  valueOn,
  whyNot,
} from './rules.ts'

/** Never a decision: a chance, or that this year's amount is not known. */
export const VERDICTS = ['good-chance', 'perhaps', 'no', 'unknown'] as const
export type Verdict = (typeof VERDICTS)[number]

/** Why, and what would change it: codes with values, worded once per language in `web/words`. */
export type Reason = {
  readonly code: string
  /** Amounts in cents under `limit`, days under `day`, ages under `from`, `to` and `age`. */
  readonly with?: Readonly<Record<string, number | string>>
}

export type Assessment = {
  readonly scheme: string
  readonly verdict: Verdict
  readonly because: readonly Reason[]
  readonly change: readonly Reason[]
}

/**
 * Between the norm with and without holiday pay lie 5 per cent (D2, 1 July 2025: 1,690.79 is 95 per cent of 1,779.78), and
 * hardly anybody knows which of both the own income is: so near a limit nobody can be sure.
 */
const NEAR_PERCENT = 5

/** What each scheme of a municipality means for this household on this day, in the order of the municipality. */
export const assess = (household: Household, rules: MunicipalRules, asked: AskedOn): Assessment[] =>
  schemesOn(rules, asked.day).map((rule) =>
    assessOne(household, rule, { norms: valueOn(rules.norms, asked.day), asked }),
  )

type Around = { readonly norms: Norms | undefined; readonly asked: AskedOn }

/** One scheme. A value that may not be used gives `unknown`, whatever else is sure. */
export function assessOne(household: Household, rule: SchemeRule, { norms, asked }: Around): Assessment {
  const { scheme } = rule
  const unusable = whyNot(rule, asked)
  if (unusable !== undefined) return unknown(scheme, unusable, dayFor(unusable, rule))
  const found: Finding[] = [...whoIsIt(household, rule)]
  if (rule.incomePercent !== null) {
    if (norms === undefined) return unknown(scheme, 'norm-unknown')
    const old = whyNot(norms, asked)
    if (old !== undefined) return unknown(scheme, `norm-${old}`, dayFor(old, norms))
    found.push(byIncome(household, incomeLimit(household, norms, rule.incomePercent)))
  }
  if (rule.means !== null) found.push(byMeans(household, meansLimit(household, rule.means)))
  for (const need of rule.alsoNeeds) found.push({ sense: 'perhaps', because: { code: `needs-${need}` } })
  return together(scheme, found)
}

/** What one condition says: for it, against it, or neither. */
type Finding = {
  readonly sense: 'good' | 'perhaps' | 'no'
  readonly because: Reason
  readonly change?: Reason
}

/** One no is a no; one doubt is a doubt. */
function together(scheme: string, found: readonly Finding[]): Assessment {
  const sense =
    (['no', 'perhaps', 'good'] as const).find((one) => found.some((finding) => finding.sense === one)) ?? 'good'
  const told = found.filter((finding) => finding.sense === sense)
  return {
    scheme,
    verdict: sense === 'good' ? 'good-chance' : sense,
    because: told.length === 0 ? [{ code: 'for-everyone' }] : told.map(({ because }) => because),
    change: told.flatMap(({ change }) => change ?? []),
  }
}

const dayFor = (why: string, { validFrom, validUntil }: { validFrom: string; validUntil: string }) =>
  why === 'value-expired' ? { day: validUntil } : why === 'value-not-yet' ? { day: validFrom } : undefined

const unknown = (scheme: string, code: string, values?: Reason['with']): Assessment => ({
  scheme,
  verdict: 'unknown',
  because: [values === undefined ? { code } : { code, with: values }],
  change: [{ code: 'ask-amount' }],
})

function whoIsIt(household: Household, rule: SchemeRule): Finding[] {
  const { age, home } = household
  const found: Finding[] = []
  if (!rule.ages.includes(age)) found.push({ sense: 'no', because: { code: `not-for-${age}` } })
  if (rule.children !== null) found.push(byChildren(household, rule.children))
  if (home === undefined && rule.homes.length < 3)
    found.push({ sense: 'perhaps', because: { code: 'home-unknown' }, change: { code: 'tell-home' } })
  if (home !== undefined && !rule.homes.includes(home))
    found.push({ sense: 'no', because: { code: `not-for-home-${home}` } })
  return found
}

function byChildren({ children }: Household, { from, to }: { from: number; to: number }): Finding {
  if (children.some((age) => from <= age && age <= to))
    return { sense: 'good', because: { code: 'child-of-age', with: { from, to } } }
  const because = { code: children.length === 0 ? 'no-children' : 'no-child-of-age', with: { from, to } }
  const next = children.filter((age) => age < from)
  return { sense: 'no', because, ...(next.length > 0 && { change: { code: 'child-turns', with: { age: from } } }) }
}

function byIncome(household: Household, limit: number): Finding {
  const { income, age, living } = household
  const at = { with: { limit } }
  if (income === undefined)
    return { sense: 'perhaps', because: { code: 'income-unknown', ...at }, change: { code: 'tell-income' } }
  // Under 21 the norm is another one, which no source gave (D2).
  if (age === 'young') return { sense: 'perhaps', because: { code: 'young-norm' }, change: { code: 'ask-norm' } }
  const sense = near(income, limit)
  if (sense === 'no') return { sense, because: { code: 'income-above', ...at }, change: { code: 'income-to', ...at } }
  // Adults who share a home can have a lower norm (D2), so a lower limit.
  if (living === 'others')
    return { sense: 'perhaps', because: { code: 'shares-home', ...at }, change: { code: 'ask-norm' } }
  if (sense === 'good') return { sense, because: { code: 'income-below', ...at } }
  return { sense, because: { code: 'income-near', ...at }, change: { code: 'bring-payslip' } }
}

function byMeans({ means }: Household, limit: number): Finding {
  const at = { with: { limit } }
  if (means === undefined)
    return { sense: 'perhaps', because: { code: 'means-unknown', ...at }, change: { code: 'tell-means' } }
  if (means.from > limit)
    return { sense: 'no', because: { code: 'means-above', ...at }, change: { code: 'means-to', ...at } }
  if (means.upTo !== null && means.upTo <= limit) return { sense: 'good', because: { code: 'means-below', ...at } }
  return { sense: 'perhaps', because: { code: 'means-near', ...at }, change: { code: 'tell-means' } }
}

/** Surely below, surely above, or too near to say. */
function near({ from, upTo }: About, limit: number): 'good' | 'no' | 'perhaps' {
  if (from * 100 > limit * (100 + NEAR_PERCENT)) return 'no'
  return upTo !== null && upTo * 100 <= limit * (100 - NEAR_PERCENT) ? 'good' : 'perhaps'
}
