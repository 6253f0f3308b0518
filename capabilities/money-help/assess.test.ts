import fc from 'fast-check'
import { expect, test } from 'vitest'
import { after, day } from '../../foundation/day.ts'
import { aHousehold, anyHousehold, anyRule, aRule, IN_TIME, norms, rulesOf } from '../../tests/support/households.ts'
import { assess, VERDICTS } from './assess.ts'
import type { Household } from './household.ts'
import { incomeLimit, type SchemeRule } from './rules.ts'

const asked = { day: IN_TIME, isDemo: false }
const of = (household: Household, rule: SchemeRule, on = asked) => {
  const [one] = assess(household, rulesOf(rule), on)
  if (one === undefined) throw new Error('one rule gives one answer')
  return one
}
const capped = aRule({ incomePercent: 120 })

test.each([
  ['single', 110, 148_000],
  ['single', 120, 161_454],
  ['single', 130, 174_909],
  ['couple', 110, 211_428],
  ['couple', 120, 230_648],
  ['couple', 130, 249_869],
] as const)(
  'of the norm of January 2025 (D2), %s at %i per cent is what the municipality told: %i cents',
  (who, percent, cents) => {
    const january = norms({ single: 134_545, couple: 192_207 })
    const household = aHousehold({ living: who === 'couple' ? 'partner' : 'alone' })
    expect(incomeLimit(household, january, percent)).toBe(cents)
  },
)

test('[R-130] a household hears of each scheme whether there is a chance, why, and what would change it', () => {
  const family = aHousehold({ children: [6], income: 1400 })
  expect(of(family, aRule({ incomePercent: 120, children: { from: 4, to: 17 } }))).toEqual({
    ...{ scheme: 'meedoen-kinderen', verdict: 'good-chance', change: [] },
    because: [
      { code: 'child-of-age', with: { from: 4, to: 17 } },
      { code: 'income-below', with: { limit: 164_287 } },
    ],
  })
  expect(of(aHousehold({ income: 1900 }), capped)).toMatchObject({
    verdict: 'no',
    because: [{ code: 'income-above', with: { limit: 164_287 } }],
    change: [{ code: 'income-to', with: { limit: 164_287 } }],
  })
  expect(of(aHousehold({ income: 1650 }), capped)).toMatchObject({
    verdict: 'perhaps',
    because: [{ code: 'income-near' }],
  })
  expect(of(aHousehold({ children: [2] }), aRule({ children: { from: 4, to: 17 } }))).toMatchObject({
    verdict: 'no',
    change: [{ code: 'child-turns', with: { age: 4 } }],
  })
})

test('a single parent has the norm of a single and the means limit of a family', () => {
  const rule = aRule({ incomePercent: 100, means: { single: 757_500, family: 1_515_000 } })
  const parent = aHousehold({ children: [3], income: 1200, means: 10_000 })
  expect(of(parent, rule).verdict).toBe('good-chance')
  expect(of({ ...parent, children: [] }, rule)).toMatchObject({ verdict: 'no', because: [{ code: 'means-above' }] })
})

test('what was not told is a doubt, never a no', () => {
  const silent = { ...aHousehold(), income: undefined, means: undefined, home: undefined }
  const rule = aRule({ incomePercent: 120, means: { single: 1, family: 1 }, homes: ['rent'] })
  expect(of(silent, rule)).toMatchObject({
    verdict: 'perhaps',
    because: [{ code: 'home-unknown' }, { code: 'income-unknown' }, { code: 'means-unknown' }],
  })
})

test('who is under 21 or shares a home has another norm, so nothing is promised', () => {
  expect(of(aHousehold({ age: 'young', income: 100 }), capped)).toMatchObject({
    verdict: 'perhaps',
    because: [{ code: 'young-norm' }],
  })
  expect(of(aHousehold({ living: 'others', income: 100 }), capped).verdict).toBe('perhaps')
  expect(of(aHousehold({ living: 'others', income: 4000 }), capped).verdict).toBe('no')
})

test('a higher income never makes a chance better', () => {
  fc.assert(
    fc.property(anyHousehold, anyRule, fc.nat({ max: 200_000 }), (household, rule, more) => {
      const { income } = household
      fc.pre(income !== undefined)
      const richer = { from: income.from + more, upTo: income.upTo === null ? null : income.upTo + more }
      const before = VERDICTS.indexOf(of(household, rule).verdict)
      expect(VERDICTS.indexOf(of({ ...household, income: richer }, rule).verdict)).toBeGreaterThanOrEqual(before)
    }),
  )
})

test('an amount that ended, did not begin or has no source gives neither a yes nor a no, for any household', () => {
  fc.assert(
    fc.property(anyHousehold, anyRule, (household, rule) => {
      const next = { ...asked, day: day('2026-01-01') }
      expect(of(household, rule, next)).toMatchObject({
        verdict: 'unknown',
        because: [{ code: 'value-expired', with: { day: '2025-12-31' } }],
      })
      expect(of(household, rule, { ...asked, day: day('2024-12-31') }).verdict).toBe('unknown')
      const unsure = { ...rule, status: 'unverified' as const }
      expect(of(household, unsure)).toMatchObject({ verdict: 'unknown', because: [{ code: 'value-unverified' }] })
      expect(of(household, unsure, { ...asked, isDemo: true }).verdict).not.toBe('unknown')
    }),
  )
})

test('without the norm of that day nobody hears a yes or a no by income', () => {
  const late = { validUntil: day('2026-12-31') }
  const rules = {
    norms: [norms()],
    schemes: [aRule({ ...late, incomePercent: 120 }), aRule({ ...late, scheme: 'studietoeslag' })],
  }
  const on = { ...asked, day: day('2026-01-01') }
  expect(assess(aHousehold({ income: 9000 }), rules, on).map(({ verdict }) => verdict)).toEqual([
    'unknown',
    'good-chance',
  ])
  expect(assess(aHousehold(), { ...rules, norms: [] }, on)[0]).toMatchObject({ because: [{ code: 'norm-unknown' }] })
})

test('each day has the values of its own period', () => {
  const old = aRule({ incomePercent: 100 })
  const next = aRule({ incomePercent: 150, validFrom: day('2026-01-01'), validUntil: day('2026-12-31') })
  const both = { norms: [norms({ validUntil: day('2026-12-31') })], schemes: [next, old] }
  const verdictOn = (on: string) => assess(aHousehold({ income: 1600 }), both, { ...asked, day: day(on) })[0]?.verdict
  expect(verdictOn('2025-12-31')).toBe('no')
  expect(verdictOn('2026-01-01')).toBe('good-chance')
  expect(verdictOn(after(day('2026-12-31'), { days: 1 }))).toBe('unknown')
})
