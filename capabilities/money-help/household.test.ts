import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MOST_CENTS, readAmount } from './amount.ts'
import { FIELDS, householdIn, INCOME_BANDS } from './household.ts'

test.each([
  ['1650', 165_000],
  ['1.650', 165_000],
  ['1.234,50', 123_450],
  ['€ 1.234,5', 123_450],
  ['1234.50', 123_450],
  ['1,234.50', 123_450],
  ['EUR 1 650,-', 165_000],
  ['1650 euro per maand', 165_000],
  ['0', 0],
  ['1.000.000', MOST_CENTS],
])('“%s” is %i cents', (typed, cents) => {
  expect(readAmount(typed)).toEqual({ ok: true, value: cents })
})

test.each([
  ['-1', 'amount-below-nothing'],
  ['−1.234,50', 'amount-below-nothing'],
  ['1000000,01', 'amount-too-large'],
  ['99999999999999999999999999', 'amount-too-large'],
  ['veel', 'amount-unreadable'],
  ['1.23', undefined],
  ['1.2.3', 'amount-unreadable'],
  ['1e9', 'amount-unreadable'],
  ['NaN', 'amount-unreadable'],
  ['<script>', 'amount-unreadable'],
  ['a\u0000b', 'amount-unreadable'],
  ['', 'amount-unreadable'],
])('“%s” gives %s', (typed, reason) => {
  const answer = readAmount(typed)
  expect(answer.ok ? undefined : answer.reason).toBe(reason)
})

test('an amount is read back as it is written in Dutch and in English', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: MOST_CENTS }), fc.constantFrom('nl-NL', 'en-GB'), (cents, locale) => {
      const written = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(cents / 100)
      expect(readAmount(written)).toEqual({ ok: true, value: cents })
    }),
  )
})

const read = (given: Record<string, string>) => householdIn((field) => given[field] ?? '')
const told = { [FIELDS.age]: 'middle', [FIELDS.living]: 'alone' }

test('age and living are enough; a typed amount says more than a band', () => {
  expect(read(told).household).toEqual({
    ...{ age: 'middle', living: 'alone', children: [] },
    ...{ income: undefined, means: undefined, home: undefined },
  })
  const band = INCOME_BANDS[2]
  expect(read({ ...told, [FIELDS.incomeBand]: band?.code ?? '' }).household?.income).toEqual(band?.about)
  const both = { ...told, [FIELDS.incomeBand]: band?.code ?? '', [FIELDS.income]: '900' }
  expect(read(both).household?.income).toEqual({ from: 90_000, upTo: 90_000 })
})

test.each([
  ['4, 9 en 14', [4, 9, 14]],
  ['14 jaar, 4 jaar', [4, 14]],
  ['4 9', [4, 9]],
  ['  ', []],
])('children as “%s” are %j', (typed, ages) => {
  expect(read({ ...told, [FIELDS.children]: typed }).household?.children).toEqual(ages)
})

test.each(['2015', '-4', '4.5', 'twee', '28', '1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16'])(
  'children as “%s” are asked again',
  (typed) => {
    const { household, faults } = read({ ...told, [FIELDS.children]: typed })
    expect([household, Object.keys(faults)]).toEqual([undefined, [FIELDS.children]])
  },
)

test('whatever is sent gives a household or a fault, never anything else', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...Object.values(FIELDS)), fc.string()), (given) => {
      const { household, faults } = read(given)
      expect(household === undefined).toBe(Object.keys(faults).length > 0)
    }),
  )
})
