import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { followsFrom, pinnedByAlgebra, pinnedByTrying } from '../../tests/support/attackers.ts'
import {
  anyRegion,
  askable,
  type Cell,
  countedIn,
  type Family,
  type Place,
} from '../../tests/support/counted-regions.ts'
import { homeStart } from '../../tests/support/programmes.ts'
import { keysIn, type Plan, plan, shownIn } from './plan.ts'
import { type PlanInput, planTable } from './plan-table.ts'
import { cellId } from './scope-amounts.ts'

const parts = homeStart()
const REGION = 'region'

const inputOf = (places: readonly Place[], limits: Partial<PlanInput> = {}): PlanInput => ({
  ...{ parts, regionId: REGION, municipalities: countedIn(parts, places), hideBelow: 5, hideSpecialBelow: 5 },
  ...limits,
})

/** For whom: the public, policy, and an organisation that sees everything of its own but small special groups. */
const audiences = fc.constantFrom(
  { hideBelow: 10, hideSpecialBelow: 10 },
  { hideBelow: 5, hideSpecialBelow: 5 },
  { hideBelow: 1, hideSpecialBelow: 5 },
)

/** Every cell of the region with its true number: what a plan that hides nothing shows. */
function truth(places: readonly Place[]): (Cell & { readonly value: number })[] {
  const open = plan(inputOf(places, { hideBelow: 1, hideSpecialBelow: 1 }))
  return askable(parts, places, REGION).map((cell) => {
    const value = seenIn(open, cell)
    if (value === null) throw new Error('a plan without limits hides nothing')
    return { ...cell, value }
  })
}

type Limits = Pick<PlanInput, 'hideBelow' | 'hideSpecialBelow'>

const isSpecial = (cell: Pick<Cell, 'grouping'>): boolean => cell.grouping.includes('migration-background')
const isSmall = (cell: Cell & { value: number }, { hideBelow, hideSpecialBelow }: Limits): boolean =>
  cell.value > 0 && cell.value < (isSpecial(cell) ? hideSpecialBelow : hideBelow)
const nameOf = ({ scope, measure, grouping, key }: Cell): string => `${scope} ${measure} ${grouping} ${key}`

const isLimited = (cell: Cell, { hideBelow, hideSpecialBelow }: Limits): boolean =>
  (isSpecial(cell) ? hideSpecialBelow : hideBelow) > 1
const crossedMeasures = new Set(parts.measures.filter((one) => one.crosses.length > 0).map((one) => one.code))

const seenIn = (planned: Plan, { scope, measure, grouping, key }: Omit<Cell, 'atoms'>): number | null =>
  shownIn(planned, scope, measure, grouping, key)

describe('any region', () => {
  test('[R-265] what is shown is true, and what is small is not shown', () => {
    fc.assert(
      fc.property(anyRegion, audiences, (places, limits) => {
        const planned = plan(inputOf(places, limits))
        for (const cell of truth(places)) {
          const seen = seenIn(planned, cell)
          if (seen !== null) expect(seen).toBe(cell.value)
          if (isSmall(cell, limits)) expect(seen).toBeNull()
        }
      }),
      { numRuns: 60 },
    )
  })

  test('[R-265] no hidden number follows by adding and subtracting, or by trying, from the sums everybody knows', () => {
    fc.assert(
      fc.property(anyRegion, audiences, (places, limits) => {
        const input = inputOf(places, limits)
        const planned = plan(input)
        const { cells, sums } = planTable(input)
        const idOf = (cell: Cell) => cellId(cell.scope, cell.measure, cell.grouping, cell.key)
        const known = new Set(cells.map(({ id }) => id))
        const all = truth(places).filter((cell) => known.has(idOf(cell)))
        const hidden = new Set(all.filter((cell) => seenIn(planned, cell) === null).map(idOf))
        const small = new Set(all.filter((cell) => isSmall(cell, limits)).map(idOf))
        const notKnowing = cells.map((cell) => ({ ...cell, hideBelow: 0 }))
        // Of special groups a zero is hidden too.
        const mayBeZero = (id: string) => isSpecial({ grouping: id.split(' ')[2] ?? '' })
        const seen = { cells: notKnowing, sums, hidden, hideBelow: 0, mayBeZero }
        expect(pinnedByAlgebra(seen).filter((id) => small.has(id))).toEqual([])
        if (places.length === 1) expect(pinnedByTrying(seen).filter((id) => small.has(id))).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  test('[R-265] no hidden number follows from all shown ones together, family by family, empty groups struck out', () => {
    fc.assert(
      fc.property(anyRegion, audiences, (places, limits) => {
        const planned = plan(inputOf(places, limits))
        const all = truth(places)
        const small = all.filter((cell) => isSmall(cell, limits))
        const cells = all.map((cell) => ({
          name: nameOf(cell),
          atoms: cell.atoms,
          value: cell.value,
          isShown: seenIn(planned, cell) !== null,
        }))
        const found = new Set(followsFrom(cells))
        expect(small.map(nameOf).filter((name) => found.has(name))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('[R-265] the crosses of a place are shown together or not at all, never beside anything hidden there', () => {
    fc.assert(
      fc.property(anyRegion, audiences, (places, limits) => {
        const planned = plan(inputOf(places, limits))
        const all = truth(places).filter((cell) => crossedMeasures.has(cell.measure))
        for (const own of Map.groupBy(all, (cell) => cell.scope).values()) {
          const isHidden = (cell: Cell) => seenIn(planned, cell) === null
          const crosses = own.filter((cell) => cell.grouping.includes('+') && isLimited(cell, limits))
          const filled = new Set(own.filter((cell) => cell.value > 0).map((cell) => cell.measure))
          const some = crosses.filter((cell) => filled.has(cell.measure))
          const isAny = own.some((cell) => isHidden(cell) || (cell.grouping.includes('+') && isSmall(cell, limits)))
          if (isAny) expect(some.filter((cell) => !isHidden(cell))).toEqual([])
          if (isAny)
            expect(some.flatMap((cell) => keysIn(planned, cell.scope, cell.measure, cell.grouping))).toEqual([])
        }
      }),
      { numRuns: 40 },
    )
  })

  test('[R-265] a region of one municipality is that municipality, with the same numbers under one name', () => {
    fc.assert(
      fc.property(anyRegion, audiences, ([place], limits) => {
        if (place === undefined) return
        const inRegion = plan(inputOf([place], limits))
        expect(inRegion).toEqual(plan({ ...inputOf([place], limits), regionId: place.id }))
        expect([...inRegion.cells.keys()].filter((id) => id.startsWith(REGION))).toEqual([])
      }),
      { numRuns: 20 },
    )
  })
})

describe('the crosses of a place', () => {
  const families = (village: string, referrer: Family['referrer'], times: number): Family[] =>
    Array<Family>(times).fill({ village, referrer, background: 'unknown', phase: 'active', ages: [3], questions: [] })
  /** Of municipalities that count no special groups: those would hold back nearly every cross by themselves. */
  const planned = (limits: Limits, ...all: Family[][]): Plan => {
    const input = inputOf(
      all.map((own, at) => ({ id: `m${at}`, villages: ['v0', 'v1'], families: own })),
      limits,
    )
    return plan({ ...input, municipalities: input.municipalities.map((one) => ({ ...one, countsSpecial: false })) })
  }
  const crossedIn = (given: Plan) => keysIn(given, 'm0', 'home-start-registered', 'village+referrer').toSorted()
  const policy = { hideBelow: 5, hideSpecialBelow: 5 }
  const large = [...families('v0', 'school', 12), ...families('v1', 'ggd', 14)]

  test('[R-265] [F-14] groups for the organisation alone are exact for it, and held back from everybody with a limit', () => {
    const cell = (key: string) => ({ measure: 'home-start-children', grouping: 'age-in-years', key, n: 1, families: 1 })
    const municipalities = [{ id: 'a', countsSpecial: false, cells: [cell('2'), cell('9')] }]
    const of = (hideBelow: number) => {
      const planned = plan({ parts, regionId: REGION, municipalities, hideBelow, hideSpecialBelow: 5 })
      return ['2', '3'].map((key) => shownIn(planned, 'a', 'home-start-children', 'age-in-years', key))
    }
    expect([of(1), of(5)]).toEqual([
      [1, 0],
      [null, null],
    ])
  })

  test('[R-265] [F-12] are exact for the own organisation, without a special group', () => {
    const few = [...families('v0', 'school', 2), ...families('v1', 'ggd', 1)]
    expect(crossedIn(planned({ hideBelow: 1, hideSpecialBelow: 5 }, few))).toEqual(['v0|school', 'v1|ggd'])
  })

  test('[R-265] are shown to policy when nothing is hidden, and held back for one small group', () => {
    expect(crossedIn(planned(policy, large))).toEqual(['v0|school', 'v1|ggd'])
    expect(crossedIn(planned(policy, [...large, ...families('v1', 'school', 4)]))).toEqual([])
  })

  test('[R-265] are held back where a large group is hidden for a neighbour: they would add up to it', () => {
    const given = planned(policy, large, [...families('v0', 'school', 3), ...families('v0', 'ggd', 20)])
    expect(shownIn(given, 'm0', 'home-start-registered', 'referrer', 'school')).toBeNull()
    expect(crossedIn(given)).toEqual([])
  })
})

const SCHOOL: Omit<Family, 'background'> = {
  ...{ village: 'v0', referrer: 'school', phase: 'active', ages: [3], questions: [] },
}
const answered = (yes: number, no: number): Place[] => {
  const families = [...Array<'yes'>(yes).fill('yes'), ...Array<'no'>(no).fill('no')]
  return [{ id: 'm0', villages: ['v0'], families: families.map((background) => ({ ...SCHOOL, background })) }]
}
const backgroundsOf = (places: Place[], limits: Limits) => {
  const planned = plan(inputOf(places, limits))
  return ['yes', 'no', 'unknown'].map((key) =>
    shownIn(planned, 'm0', 'home-start-registered', 'migration-background', key),
  )
}

describe('special groups (AVG article 9)', () => {
  const own = { hideBelow: 1, hideSpecialBelow: 5 }

  test('[R-264] are shown when every answer was given often enough', () => {
    expect(backgroundsOf(answered(10, 12), own)).toEqual([10, 12, 0])
  })

  test('[R-264] are hidden when small, for the organisation too', () => {
    expect(backgroundsOf(answered(4, 18), own)).toEqual([null, null, 0])
  })

  test('[R-264] are hidden when nobody gave an answer: that would tell of each family what it answered', () => {
    expect(backgroundsOf(answered(0, 22), own)).toEqual([null, null, 0])
    expect(backgroundsOf(answered(22, 0), { hideBelow: 5, hideSpecialBelow: 5 })).toEqual([null, null, 0])
  })
})
