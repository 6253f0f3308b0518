import { z } from 'zod'
import { isoDay, words } from '../programmes/definition-basics.ts'
import { MOST_CENTS } from './amount.ts'
import { AGE_GROUPS, HOMES, LIVING } from './household.ts'
import { ALSO_NEEDS, PER, PERIODS, STATUSES } from './rules.ts'

const cents = z.int().min(0).max(MOST_CENTS)
const age = z.int().min(0).max(27)

const dated = {
  validFrom: isoDay,
  validUntil: isoDay,
  source: z.string().trim().min(1).max(300),
  checkedOn: isoDay,
  status: z.enum(STATUSES),
}

const norms = z.strictObject({ ...dated, single: cents, couple: cents, pensionSingle: cents, pensionCouple: cents })

const schemeRule = z.strictObject({
  ...dated,
  scheme: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60),
  incomePercent: z.int().min(50).max(300).nullable(),
  withHolidayPay: z.boolean(),
  means: z.strictObject({ single: cents, family: cents }).nullable(),
  ages: z.array(z.enum(AGE_GROUPS)).min(1),
  children: z.strictObject({ from: age, to: age }).nullable(),
  homes: z.array(z.enum(HOMES)).min(1),
  alsoNeeds: z.array(z.enum(ALSO_NEEDS)),
  gives: z.strictObject({ cents, per: z.enum(PER), period: z.enum(PERIODS) }).nullable(),
  applyHere: z.strictObject({ nl: z.string().max(600), en: z.string().max(600) }),
})

const said = (most: number) => z.strictObject({ nl: z.string().min(1).max(most), en: z.string().min(1).max(most) })
const lines = z.array(said(300)).max(12)
const ownScheme = z.strictObject({
  code: z
    .string()
    .regex(/^eigen-[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60),
  ...{ name: said(80), summary: said(200), forWhom: lines.min(1), gives: lines.min(1), apply: lines.min(1) },
  ...{ bring: lines, goodToKnow: lines },
  source: z.string().trim().min(1).max(300),
  ...{ checkedOn: isoDay, reviewOn: isoDay, status: z.enum(STATUSES) },
})

/** What a municipality decided, as it is stored. */
export const rulesFormat = z.strictObject({
  norms: z.array(norms).max(40),
  schemes: z.array(schemeRule).max(400),
  own: z.exactOptional(z.array(ownScheme).max(40)),
})

const about = z.strictObject({ from: cents, upTo: cents.nullable() })

/** The example households that come with the product. */
export const examplesFormat = z.strictObject({
  about: z.string(),
  examples: z
    .array(
      z.strictObject({
        code: z.string(),
        name: words,
        household: z.strictObject({
          age: z.enum(AGE_GROUPS),
          living: z.enum(LIVING),
          children: z.array(age),
          income: about,
          means: about,
          home: z.enum(HOMES),
        }),
      }),
    )
    .min(1),
})
