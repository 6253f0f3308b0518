import { z } from 'zod'
import { code, codes, isoDay, words } from './definition-basics.ts'

/** A child that is not born yet counts as −1 year old in a band, and that band has this code. */
export const UNBORN_BAND = 'unborn'
export const UNBORN_YEARS = -1

const band = z
  .strictObject({
    code,
    name: words,
    from: z.int().min(UNBORN_YEARS).max(150),
    to: z.int().min(UNBORN_YEARS).max(150),
  })
  .meta({ id: 'band', description: 'Years, both included; −1 to −1, with the code unborn, is a pregnancy' })

export const grouping = z
  .strictObject({
    code,
    name: words,
    question: code,
    bands: z.exactOptional(z.array(band).min(1).max(30)),
    each: z.exactOptional(
      z.enum(['year', 'number']).meta({
        description:
          'Instead of bands, for ages: every age by itself (year), or how many there are in a family (number)',
      }),
    ),
    small: z.enum(['hide', 'merge']).meta({ description: 'Small groups are hidden, or taken together as “other”' }),
  })
  .meta({ id: 'grouping' })

const passport = z
  .strictObject({
    definition: words,
    numerator: words,
    denominator: z.exactOptional(words),
    source: words,
    frequency: words,
    owner: words,
    target: z.exactOptional(z.number()),
    validFrom: isoDay,
  })
  .meta({ id: 'passport', description: 'What every figure says about itself' })

/** How a score went from the first time it was asked to the last. */
export const CHANGES = ['higher', 'same', 'lower'] as const

const where = z
  .strictObject({
    reached: z.exactOptional(codes.min(1)),
    in: z.exactOptional(codes.min(1)),
    notIn: z.exactOptional(codes.min(1)),
    answer: z.exactOptional(
      z
        .strictObject({ question: code, is: z.exactOptional(codes.min(1)), isNot: z.exactOptional(codes.min(1)) })
        .meta({ description: 'Only with (is) or without (isNot) one of these answers; no answer counts as without' }),
    ),
    change: z.exactOptional(
      z.strictObject({ from: code, to: code, is: z.array(z.enum(CHANGES)).min(1).max(3) }).meta({
        description:
          'Two choices from the same options, from low to high: only where both were answered and it went so',
      }),
    ),
  })
  .meta({ description: 'Phases ever reached, in which it is now, in which it is not now; empty is every registration' })

export const measure = z
  .strictObject({
    code,
    name: words,
    unit: words,
    counts: z.enum(['trajectories', 'mentions', 'children', 'contacts', 'referrals', 'worker-changes']),
    of: z.exactOptional(code.meta({ description: 'The question whose mentions or children are counted' })),
    where,
    groupings: codes,
    ownGroupings: z.exactOptional(
      codes.min(1).meta({ description: 'Exact and only for the organisation itself, over its own files (R-265)' }),
    ),
    crosses: z.array(z.tuple([code, code])).max(30),
    partOf: z.exactOptional(code),
    passport,
  })
  .meta({ id: 'measure' })

/** A percentage: how much of a measure is in a part of it. */
export const share = z
  .strictObject({ code, name: words, part: code, whole: code, passport })
  .meta({ id: 'share', description: 'A percentage: a measure out of the measure that it is a part of' })
