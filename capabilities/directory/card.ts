import { z } from 'zod'
import { DOMAINS } from '../help-requests/circumstances/circumstances.ts'
import { code } from '../programmes/definition-basics.ts'
import { hoursFormat } from './hours.ts'

/** the parts of life, the same as in what plays a part in a request, so that supply and demand can be laid side by side. */
export { DOMAINS }
export type LifeDomain = (typeof DOMAINS)[number]

/** open to everybody, light help, together with others, or for one person or family alone. */
export const TYPES = ['general', 'light', 'collective', 'individual'] as const
/** one walks in or signs up, or somebody has to decide first. */
export const ACCESSES = ['free', 'indication'] as const
/** for whom it is meant. */
export const AUDIENCES = [
  ...['everyone', 'parents', 'children', 'young-people', 'expecting', 'carers', 'older-people'],
] as const satisfies readonly string[]
/** How one gets in, and what somebody needs to take part. */
export const ACCESSIBLE = [
  ...['wheelchair', 'adapted-toilet', 'lift', 'hearing-loop', 'quiet-room', 'parking', 'bus-stop', 'at-home', 'online'],
] as const
/** Languages that an editor chooses from (ISO 639-1); a file may name others. */
export const SPOKEN = [
  'nl',
  'en',
  'de',
  'fr',
  'pl',
  'tr',
  'ar',
  'uk',
  'ru',
  'ti',
  'so',
  'fa',
  'es',
  'pt',
  'bg',
] as const

const OLDEST = 120
const LONGEST_WAIT_WEEKS = 104
const DEAREST_CENTS = 1_000_000
const MOST_VILLAGES = 60

/** One line as people type it: no signs that steer a screen. */
const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => !/[\p{Cc}\u2028\u2029]/u.test(text) && text.isWellFormed())

/** Dutch always; English where somebody wrote it. */
const inBoth = (longest: number) => z.strictObject({ nl: line(longest), en: z.exactOptional(line(longest)) })

const someOf = <T extends string>(codes: readonly T[], least: number) =>
  z
    .array(z.enum(codes as unknown as readonly [T, ...T[]])) // an enum takes a list that is not empty, as these are
    .min(least)
    .refine((given) => new Set(given).size === given.length)

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80)

export const PHONE = /^[+0-9][0-9 -]{2,19}$/
export const POSTCODE = /^\d{4} [A-Z]{2}$/
const EMAIL = /^[^\s@<>"']{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i
const WEBSITE = /^https:\/\/[^\s"<>]+$/

const placeFormat = z.strictObject({
  name: line(80),
  street: line(120),
  postcode: z.string().regex(POSTCODE),
  town: line(80),
})

/** What a card of the local offer says, apart from the days on which it holds and its state. */
export const cardFormat = z
  .strictObject({
    name: line(80),
    about: inBoth(400),
    provider: line(120),
    type: z.enum(TYPES),
    access: z.enum(ACCESSES),
    /** where somebody finds this programme; what leads to the programme then says where that is. */
    programme: z.exactOptional(code),
    domains: someOf(DOMAINS, 1),
    audiences: someOf(AUDIENCES, 1),
    minAge: z.exactOptional(z.int().min(0).max(OLDEST)),
    maxAge: z.exactOptional(z.int().min(0).max(OLDEST)),
    duration: z.exactOptional(inBoth(120)),
    /** one can come by without an appointment. */
    isWalkIn: z.boolean(),
    place: z.exactOptional(placeFormat),
    /** The villages it is for, by their codes; none for the whole municipality. */
    villages: z.array(slug).max(MOST_VILLAGES),
    hours: hoursFormat,
    phone: z.exactOptional(z.string().regex(PHONE)),
    email: z.exactOptional(z.string().max(200).regex(EMAIL)),
    website: z.exactOptional(z.string().max(300).regex(WEBSITE)),
    /** What one pays in cents; 0 is free, absent is not known. */
    cents: z.exactOptional(z.int().min(0).max(DEAREST_CENTS)),
    costWords: z.exactOptional(inBoth(300)),
    languages: z
      .array(z.string().regex(/^[a-z]{2,3}$/))
      .min(1)
      .max(20)
      .refine((given) => new Set(given).size === given.length),
    accessible: someOf(ACCESSIBLE, 0),
    /** 0 is no waiting; absent is not known. */
    waitingWeeks: z.exactOptional(z.int().min(0).max(LONGEST_WAIT_WEEKS)),
  })
  .refine(({ minAge = 0, maxAge = OLDEST }) => minAge <= maxAge, { path: ['maxAge'] })
  .refine(({ isWalkIn, place }) => !isWalkIn || place !== undefined, { path: ['place'] })

export type Card = z.infer<typeof cardFormat>

/** The fields of a card that are not right, by name, in the order of the card; none when all is well. */
export function cardFaults(given: unknown): readonly string[] {
  const read = cardFormat.safeParse(given)
  return read.success ? [] : [...new Set(read.error.issues.map(({ path }) => path.slice(0, 1).join('') || 'card'))]
}
