import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../../foundation/day.ts'
import { anyRegion, countedIn } from '../../tests/support/counted-regions.ts'
import { homeStart } from '../../tests/support/programmes.ts'
import { planKept, trendKept } from './kept-plans.ts'
import { plan } from './plan.ts'
import { type DayJump, pointId, startOf, type TrendInput, trendPlan } from './trend.ts'

const parts = homeStart()
const limits = fc.constantFrom(
  { hideBelow: 10, hideSpecialBelow: 10 },
  { hideBelow: 5, hideSpecialBelow: 5 },
  { hideBelow: 1, hideSpecialBelow: 5 },
)

test('[R-265] what was decided before is given for exactly these counts and limits, whatever else was asked', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyRegion, limits), { minLength: 1, maxLength: 4 }), (asked) => {
      for (const [places, limit] of [...asked, ...asked]) {
        const input = { parts, regionId: 'region', municipalities: countedIn(parts, places), ...limit }
        expect(planKept(input)).toEqual(plan(input))
      }
    }),
    { numRuns: 15 },
  )
})

test('[R-265] one family more, another limit or another decision is another plan', () => {
  const cell = { measure: 'home-start-requests', grouping: 'all', key: 'all', n: 7, families: 7 }
  const [measure = cell.measure] = parts.measures.map(({ code }) => code)
  const input = {
    ...{ parts, regionId: 'region', hideBelow: 5, hideSpecialBelow: 5 },
    municipalities: [{ id: 'a', countsSpecial: false, cells: [{ ...cell, measure }] }],
  }
  const id = `a ${measure} all all`
  const seen = (more: object) => planKept({ ...input, ...more }).cells.get(id)
  expect(seen({})).toBe(7)
  expect(seen({ hideBelow: 10 })).toBeNull()
  expect(seen({ decided: new Map([[id, 'hidden']]) })).toBeNull()
  const eight = [{ id: 'a', countsSpecial: false, cells: [{ ...cell, measure, n: 8, families: 8 }] }]
  expect(seen({ municipalities: eight })).toBe(8)
  expect(seen({})).toBe(7)
})

const places = ['a', 'b']
const jumps = fc.array(
  fc.record({
    scopeId: fc.constantFrom(...places),
    measure: fc.constantFrom(...parts.measures.map(({ code }) => code)),
    holdsOn: fc
      .integer({ min: 0, max: 29 })
      .map((n) => `202${4 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-15`),
    n: fc.integer({ min: -2, max: 12 }),
    families: fc.integer({ min: 0, max: 12 }),
  }),
  { maxLength: 40 },
)

const trendOf = (given: readonly DayJump[], hideBelow: number, hidden: string): Omit<TrendInput, 'measures'> => ({
  ...{ last: day('2026-06-20'), jumps: given, hideBelow, region: { id: 'region', municipalityIds: places } },
  isTotalHidden: (scopeId) => scopeId === hidden,
})

/** As the database adds them up: by the first day of their quarter. */
const byQuarter = (given: readonly DayJump[]): DayJump[] =>
  [
    ...Map.groupBy(given, (one) => `${one.scopeId} ${one.measure} ${startOf(day(one.holdsOn), 'quarter')}`).values(),
  ].flatMap((alike) => {
    const [first] = alike
    if (first === undefined) return []
    const sum = (count: (one: DayJump) => number) => alike.reduce((so, one) => so + count(one), 0)
    const holdsOn = startOf(day(first.holdsOn), 'quarter')
    return [{ ...first, holdsOn, n: sum((one) => one.n), families: sum((one) => one.families) }]
  })

test('[R-265] a trend says the same of days and of their quarters, kept or decided anew', () => {
  fc.assert(
    fc.property(jumps, fc.constantFrom(1, 5, 10), fc.constantFrom('a', 'region', ''), (given, hideBelow, hidden) => {
      const input = trendOf(given, hideBelow, hidden)
      const anew = trendPlan({ ...input, measures: parts.measures })
      expect(trendKept(parts, trendOf(byQuarter(given), hideBelow, hidden))).toEqual(anew)
      expect(trendKept(parts, input)).toEqual(anew)
    }),
    { numRuns: 30 },
  )
})

test('[R-265] a total that is hidden elsewhere hides other periods than one that is shown', () => {
  const [measure = ''] = parts.measures.map(({ code }) => code)
  const given = ['2025-02-01', '2026-02-01'].map((holdsOn) => ({ scopeId: 'a', measure, holdsOn, n: 20, families: 20 }))
  const point = pointId('a', measure, { from: day('2025-01-01'), to: day('2025-12-31') })
  expect(trendKept(parts, trendOf(given, 5, '')).get(point)).toBe(20)
  expect(trendKept(parts, trendOf(given, 5, 'a')).get(point)).toBeNull()
})
