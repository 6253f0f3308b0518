import fc from 'fast-check'
import {
  ACCESSES,
  ACCESSIBLE,
  AUDIENCES,
  type Card,
  cardFormat,
  DOMAINS,
  SPOKEN,
  TYPES,
} from '../../capabilities/directory/card.ts'
import { NO_HOURS } from '../../capabilities/directory/hours.ts'
import { after, day } from '../../foundation/day.ts'

/** Codes of the villages in which offers of the pure tests are. */
export const VILLAGES = ['oost', 'west', 'noord'] as const

/** A card with everything that no sentence mentions. */
export const aCard = (given: Partial<Card> = {}): Card => ({
  name: 'Inloop aan de keukentafel',
  about: { nl: 'Kom binnen voor koffie en een gesprek.', en: 'Come in for coffee and a talk.' },
  provider: 'Stichting De Tafel',
  ...{ type: 'general', access: 'free', domains: ['network'], audiences: ['everyone'] },
  ...{ isWalkIn: false, villages: [], hours: NO_HOURS, languages: ['nl'], accessible: [], cents: 0 },
  ...given,
})

const line = (longest: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: longest })
    .map((text) => text.trim())
    .filter(
      (text) => text.length > 0 && text.length <= longest && !/[\p{Cc}\u2028\u2029]/u.test(text) && text.isWellFormed(),
    )
const both = (longest: number) => fc.record({ nl: line(longest), en: line(longest) }, { requiredKeys: ['nl'] })
const some = <T>(codes: readonly T[], minLength: number) =>
  fc.uniqueArray(fc.constantFrom(...codes), { minLength, maxLength: 4 })
const span = fc
  .tuple(fc.integer({ min: 0, max: 22 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => ({ opens: clock(hour, minute), closes: clock(hour + 1, minute) }))
const clock = (hour: number, minute: number) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
const aDay = fc.nat(3_000).map((days) => after(day('2024-01-01'), { days }))

const anyHours = fc.record({
  regular: fc
    .uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 5 })
    .chain((weekdays) => fc.tuple(...weekdays.map((weekday) => span.map((times) => ({ weekday, ...times }))))),
  exceptions: fc.uniqueArray(aDay, { maxLength: 4 }).chain((days) =>
    fc.tuple(
      ...days.map((on) =>
        fc.oneof(
          fc.constant({ on }),
          span.map((times) => ({ on, ...times })),
        ),
      ),
    ),
  ),
  isClosedOnHolidays: fc.boolean(),
})

const anyPlace = fc.record({
  ...{ name: line(80), street: line(120), town: line(80) },
  postcode: fc
    .tuple(fc.integer({ min: 1000, max: 9999 }), fc.stringMatching(/^[A-Z]{2}$/))
    .map(([n, l]) => `${n} ${l}`),
})

/** Any card that the format allows. */
export const anyCard: fc.Arbitrary<Card> = fc
  .record(
    {
      ...{ name: line(80), about: both(400), provider: line(120) },
      ...{ type: fc.constantFrom(...TYPES), access: fc.constantFrom(...ACCESSES) },
      ...{ domains: some(DOMAINS, 1), audiences: some(AUDIENCES, 1), duration: both(120), isWalkIn: fc.boolean() },
      ...{ minAge: fc.integer({ min: 0, max: 60 }), maxAge: fc.integer({ min: 60, max: 120 }) },
      ...{ place: anyPlace, villages: some<string>(VILLAGES, 0), hours: anyHours },
      phone: fc.stringMatching(/^0[0-9]{9}$/),
      email: fc.stringMatching(/^[a-z]{1,12}@[a-z]{1,12}\.nl$/),
      website: fc.stringMatching(/^https:\/\/[a-z]{1,12}\.nl\/[a-z0-9]{0,12}$/),
      programme: fc.constantFrom('separation-point', 'money-point'),
      ...{ cents: fc.integer({ min: 0, max: 1_000_000 }), costWords: both(120) },
      ...{
        languages: some(SPOKEN, 1),
        accessible: some(ACCESSIBLE, 0).map((codes) => ACCESSIBLE.filter((code) => codes.includes(code))),
        waitingWeeks: fc.integer({ min: 0, max: 104 }),
      },
    },
    {
      requiredKeys: [
        ...(['name', 'about', 'provider', 'type', 'access', 'domains', 'audiences'] as const),
        ...(['isWalkIn', 'villages', 'hours', 'languages', 'accessible'] as const),
      ],
    },
  )
  .filter((card) => cardFormat.safeParse(card).success)
