import fc from 'fast-check'
import { AGE_GROUPS, HOMES, type Household, LIVING } from '../../capabilities/money-help/household.ts'
import type { MunicipalRules, Norms, SchemeRule } from '../../capabilities/money-help/rules.ts'
import { day } from '../../foundation/day.ts'

export const IN_TIME = day('2025-09-01')

/** The norm from July 2025 as domain facts have it (D2), with holiday pay. */
export const norms = (given: Partial<Norms> = {}): Norms => ({
  ...{ validFrom: day('2025-07-01'), validUntil: day('2025-12-31'), source: 'D2', checkedOn: day('2025-07-01') },
  ...{ status: 'verified', single: 136_906, couple: 195_580, pensionSingle: 153_021, pensionCouple: 209_498 },
  ...given,
})

/** A scheme for everyone without any limit, until a test says otherwise. */
export const aRule = (given: Partial<SchemeRule> = {}): SchemeRule => ({
  ...{ validFrom: day('2025-01-01'), validUntil: day('2025-12-31'), source: 'Besluit', checkedOn: day('2025-01-02') },
  ...{ status: 'verified', scheme: 'meedoen-kinderen', incomePercent: null, withHolidayPay: true, means: null },
  ...{ ages: AGE_GROUPS, children: null, homes: HOMES, alsoNeeds: [], gives: null, applyHere: { nl: '', en: '' } },
  ...given,
})

export const rulesOf = (...schemes: SchemeRule[]): MunicipalRules => ({ norms: [norms()], schemes })

/** A single tenant of middle age with an income and savings in euros. */
export const aHousehold = ({
  income = 1300,
  means = 500,
  ...given
}: Partial<Omit<Household, 'income' | 'means'>> & { income?: number; means?: number } = {}): Household => ({
  ...{ age: 'middle', living: 'alone', children: [], home: 'rent' },
  ...{ income: { from: income * 100, upTo: income * 100 }, means: { from: means * 100, upTo: means * 100 } },
  ...given,
})

const amount = fc.integer({ min: 0, max: 600_000 })
const about = fc.option(
  fc
    .tuple(amount, fc.option(fc.nat({ max: 100_000 })))
    .map(([from, more]) => ({ from, upTo: more === null ? null : from + more })),
  { nil: undefined },
)

/** Any household at all. */
export const anyHousehold: fc.Arbitrary<Household> = fc.record({
  age: fc.constantFrom(...AGE_GROUPS),
  living: fc.constantFrom(...LIVING),
  children: fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 5 }),
  income: about,
  means: about,
  home: fc.option(fc.constantFrom(...HOMES), { nil: undefined }),
})

/** Any values of a scheme that hold in 2025. */
export const anyRule: fc.Arbitrary<SchemeRule> = fc
  .record({
    incomePercent: fc.option(fc.integer({ min: 90, max: 150 })),
    means: fc.option(fc.record({ single: amount, family: amount })),
    ages: fc.subarray([...AGE_GROUPS], { minLength: 1 }),
    children: fc.option(fc.constantFrom({ from: 4, to: 17 }, { from: 0, to: 12 })),
    homes: fc.subarray([...HOMES], { minLength: 1 }),
    alsoNeeds: fc.subarray(['special-costs', 'student'] as const),
    gives: fc.option(
      fc.record({
        cents: fc.integer({ min: 0, max: 200_000 }),
        per: fc.constantFrom('household' as const, 'adult' as const, 'child' as const),
        period: fc.constantFrom('month' as const, 'year' as const, 'once' as const),
      }),
    ),
  })
  .map(aRule)
