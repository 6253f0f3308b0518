import { expect, test } from 'vitest'
import { day } from '../../foundation/day.ts'
import { aHousehold, aRule, IN_TIME, rulesOf } from '../../tests/support/households.ts'
import { confirmationOf, differencesOf } from './examples.ts'

const examples = [{ code: 'single', name: { nl: 'Alleen', en: 'Alone' }, household: aHousehold({ income: 1600 }) }]
const low = aRule({ incomePercent: 100 })
const high = aRule({ incomePercent: 130 })
const on = { today: IN_TIME, isDemo: false }

test('a changed limit shows in an example household, and the same values show nothing', () => {
  expect(differencesOf(examples, { before: rulesOf(low), after: rulesOf(high) }, on)).toEqual([
    { day: IN_TIME, example: 'single', scheme: 'meedoen-kinderen', before: 'no', after: 'good-chance' },
  ])
  expect(differencesOf(examples, { before: rulesOf(low), after: rulesOf(low) }, on)).toEqual([])
})

test('a scheme that comes or goes is a difference', () => {
  expect(differencesOf(examples, { before: rulesOf(), after: rulesOf(low) }, on)).toMatchObject([
    { before: undefined, after: 'no' },
  ])
  expect(differencesOf(examples, { before: rulesOf(low), after: rulesOf() }, on)).toMatchObject([{ after: undefined }])
})

test('values of next year are looked at on the day on which they begin', () => {
  const next = { validFrom: day('2025-11-01'), validUntil: day('2025-12-31') }
  const before = rulesOf(aRule({ ...low, validUntil: day('2025-10-31') }))
  const after = rulesOf(aRule({ ...low, validUntil: day('2025-10-31') }), aRule({ ...high, ...next }))
  const found = differencesOf(examples, { before, after }, on)
  expect(found).toMatchObject([{ day: '2025-11-01', before: 'unknown', after: 'good-chance' }])
})

test('what is confirmed is this difference and no other', () => {
  const [one, other] = [low, high].map((rule) =>
    confirmationOf(differencesOf(examples, { before: rulesOf(), after: rulesOf(rule) }, on)),
  )
  expect(one).not.toBe('')
  expect(one).not.toBe(other)
})
