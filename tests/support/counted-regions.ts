import fc from 'fast-check'
import { type Contribution, contributions } from '../../capabilities/measures/cell.ts'
import type { CountedParts } from '../../capabilities/measures/counted.ts'
import type { CountedMunicipality } from '../../capabilities/measures/scope-amounts.ts'
import { specialGroups } from '../../capabilities/measures/special.ts'

const REFERRERS = ['school', 'ggd', 'municipality'] as const
const BACKGROUNDS = ['yes', 'no', 'unknown'] as const
const PHASES = ['registered', 'active', 'not-supported'] as const
const QUESTIONS = ['listening-ear', 'screen-time', 'structure'] as const

export type Family = {
  readonly village: string
  readonly referrer: (typeof REFERRERS)[number]
  readonly background: (typeof BACKGROUNDS)[number]
  readonly phase: (typeof PHASES)[number]
  readonly ages: readonly number[]
  readonly questions: readonly string[]
}
export type Place = { readonly id: string; readonly villages: readonly string[]; readonly families: readonly Family[] }

const someFamilies = (villages: readonly string[]): fc.Arbitrary<Family[]> =>
  fc
    .array(
      // Equal families together: only so do groups grow beyond the limits.
      fc.tuple(
        fc.record({
          village: fc.constantFrom(...villages),
          referrer: fc.constantFrom(...REFERRERS),
          background: fc.constantFrom(...BACKGROUNDS),
          phase: fc.constantFrom('active' as const, ...PHASES),
          ages: fc.array(fc.integer({ min: 0, max: 17 }), { minLength: 1, maxLength: 2 }),
          questions: fc.uniqueArray(fc.constantFrom(...QUESTIONS), { maxLength: 2 }),
        }),
        fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 20 })),
      ),
      { maxLength: 9 },
    )
    .map((groups) => groups.flatMap(([family, times]) => Array<Family>(times).fill(family)))

const somePlace: fc.Arbitrary<Omit<Place, 'id'>> = fc
  .integer({ min: 1, max: 3 })
  .map((count) => Array.from({ length: count }, (_, at) => `v${at}`))
  .chain((villages) => someFamilies(villages).map((families) => ({ villages, families })))

/** One to three municipalities; two may have a village of the same name. */
export const anyRegion: fc.Arbitrary<Place[]> = fc
  .array(somePlace, { minLength: 1, maxLength: 3 })
  .map((places) => places.map((place, at) => ({ id: `m${at}`, ...place })))

/** The places as they are counted: ordinary groups per family, special ones as the database sums them. */
export const countedIn = (parts: CountedParts, places: readonly Place[]): CountedMunicipality[] =>
  places.map(({ id, families }) => ({ id, countsSpecial: true, cells: families.flatMap((one) => cellsOf(parts, one)) }))

function cellsOf(parts: CountedParts, family: Family): Contribution[] {
  const { village, referrer, background, phase, ages, questions } = family
  const children = ages.map((years) => ({ years }))
  const answers = { village, referrer, question: [...questions], children }
  const cells = contributions(parts, {
    ...{
      phase,
      reached: ['registered', phase],
      answers,
      anchors: {},
      milestonesDone: [],
      contacts: [],
      referrals: [],
      workers: { present: [], came: 0, left: 0 },
    },
  })
  const counted = new Set(cells.map((cell) => cell.measure))
  const special = specialGroups(parts).flatMap(({ measure, grouping, other, otherFirst }): Contribution[] => {
    if (!counted.has(measure) || background === 'unknown') return []
    const beside = { village, referrer }[other]
    const key = beside === undefined ? background : otherFirst ? `${beside}|${background}` : `${background}|${beside}`
    return [{ measure, grouping, key, n: 1, families: 1 }]
  })
  return [...cells, ...special]
}

/** A cell that can be asked for, and what it is made of: the smallest groups, of families, children or mentions. */
export type Cell = {
  readonly scope: string
  readonly measure: string
  readonly grouping: string
  readonly key: string
  readonly atoms: readonly string[]
}

type Atom = { readonly place: string; readonly name: string; readonly groups: Readonly<Record<string, string>> }

/** Every cell of the region and its municipalities, also those in which nothing is counted. */
export function askable(parts: CountedParts, places: readonly Place[], regionId: string): Cell[] {
  const region = places.length > 1 ? [{ scope: regionId, within: places }] : []
  const scopes = [...places.map((one) => ({ scope: one.id, within: [one] })), ...region]
  return scopes.flatMap(({ scope, within }) =>
    parts.measures.flatMap((measure) => {
      const atoms = within.flatMap((place) => atomsOf(measure.code, place))
      const groupings = ['all', ...measure.groupings, ...measure.crosses.map((pair) => pair.join('+'))]
      const asked = groupings.filter((one) => scope !== regionId || !one.includes('village'))
      return asked.flatMap((grouping) => {
        const keyOf = ({ groups }: Atom) =>
          grouping
            .split('+')
            .flatMap((code) => groups[code] ?? [])
            .join('|')
        return [...Map.groupBy(atoms, keyOf)].map(([key, own]) => ({
          ...{ scope, measure: measure.code, grouping, key },
          atoms: own.map((atom) => `${atom.place} ${atom.name}`),
        }))
      })
    }),
  )
}

const PHASES_OF: Readonly<Record<string, readonly string[]>> = {
  'home-start-registered': PHASES,
  'home-start-supported-families': ['active'],
  'home-start-not-supported': ['not-supported'],
}
const BANDS = ['0-3', '4-11', '12-17', '18-plus', 'unborn']

function atomsOf(measure: string, { id: place, villages }: Place): Atom[] {
  const all = 'all'
  if (measure === 'home-start-question-mentions')
    return QUESTIONS.map((question) => ({ place, name: question, groups: { all, question } }))
  if (measure === 'home-start-children')
    return villages.flatMap((village) =>
      BANDS.map((band) => ({ place, name: `${village} ${band}`, groups: { all, village, 'age-band': band } })),
    )
  return villages.flatMap((village) =>
    REFERRERS.flatMap((referrer) =>
      BACKGROUNDS.flatMap((background) =>
        (PHASES_OF[measure] ?? []).map((phase) => ({
          place,
          name: `${village} ${referrer} ${background} ${phase}`,
          groups: { all, village, referrer, 'migration-background': background },
        })),
      ),
    ),
  )
}
