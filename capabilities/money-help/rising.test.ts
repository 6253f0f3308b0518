import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aHousehold, anyRule, aRule, IN_TIME, norms, rulesOf } from '../../tests/support/households.ts'
import { rising } from './rising.ts'

const asked = { day: IN_TIME, isDemo: false, more: 20_000 }
const perChild = aRule({
  ...{ incomePercent: 120, children: { from: 4, to: 17 } },
  gives: { cents: 30_000, per: 'child', period: 'year' },
})

test('[R-135] who earns more sees which scheme ends where, and what is kept of the rise', () => {
  const parent = aHousehold({ children: [6, 11], income: 1600 })
  const seen = rising(parent, rulesOf(perChild), asked)
  expect(seen?.cliffs).toEqual([{ scheme: 'meedoen-kinderen', limit: 164_287, room: 4_287, worth: 5_000 }])
  expect(seen?.asked).toEqual({ more: 20_000, schemes: 0, kept: 15_000 })
  expect(seen?.worseUntil).toBe(5_000)
  expect(rising(parent, rulesOf(perChild), { ...asked, more: 4_287 })?.asked.kept).toBe(4_287)
  expect(rising(parent, rulesOf(perChild), { ...asked, more: 4_288 })?.asked.kept).toBe(-712)
})

test('what is not known, is given once or asks more than we asked is named and not counted', () => {
  const others = [
    aRule({ scheme: 'inkomenstoeslag', incomePercent: 110, gives: null }),
    aRule({ scheme: 'bijzondere-bijstand', incomePercent: 110, alsoNeeds: ['special-costs'], gives: perChild.gives }),
    aRule({ scheme: 'kwijtschelding', incomePercent: 110, gives: { cents: 9, per: 'household', period: 'once' } }),
  ]
  const seen = rising(aHousehold({ income: 1000 }), rulesOf(...others), asked)
  expect([seen?.cliffs, seen?.notCounted]).toEqual([[], ['inkomenstoeslag', 'bijzondere-bijstand', 'kwijtschelding']])
  expect(seen?.worseUntil).toBeUndefined()
})

test('without an exact income, or without the norm of today, nothing is worked out', () => {
  const band = { ...aHousehold(), income: { from: 100_000, upTo: 125_000 } }
  expect(rising(band, rulesOf(perChild), asked)).toBeUndefined()
  expect(rising(aHousehold(), { ...rulesOf(perChild), norms: [] }, asked)).toBeUndefined()
})

test('what is kept is the rise without what ended, and past the worst place nobody is worse off', () => {
  const some = fc.array(anyRule, { maxLength: 5 })
  fc.assert(
    fc.property(some, fc.integer({ min: 0, max: 3000 }), fc.nat({ max: 300_000 }), (rules, income, more) => {
      const schemes = rules.map((rule, at) => ({ ...rule, scheme: `s-${at}` }))
      const household = aHousehold({ income, children: [5, 12], living: 'partner' })
      const seen = rising(household, { norms: [norms()], schemes }, { ...asked, more })
      if (seen === undefined) throw new Error('an exact income gives an answer')
      const worth = seen.cliffs.reduce((all, one) => all + one.worth, 0)
      expect(seen.asked.kept).toBe(more - (worth - seen.asked.schemes))
      if (seen.asked.kept < 0) expect(more).toBeLessThan(seen.worseUntil ?? 0)
      for (const step of seen.steps) expect(step.schemes).toBeLessThanOrEqual(worth)
    }),
  )
})
