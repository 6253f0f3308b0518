import { z } from 'zod'
import type { Day } from '../../../foundation/day.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import { typedDay, typedText } from '../../forms/typed.ts'
import { DOMAINS } from '../../information/front-matter.ts'
import { type AudienceSetting, rounded } from '../../measures/audience.ts'
import { suppress } from '../../measures/suppress.ts'

/** How it was gathered. */
export const WAYS = ['meeting', 'talk', 'letter'] as const
/** from whom. */
export const GROUPS = ['young-people', 'partners', 'ex-partners'] as const
export type Group = (typeof GROUPS)[number]
/** What it is about, in the words of the public pages. */
export const THEMES = DOMAINS
/** Nobody decided yet, it was taken up, or it was not. */
export const STATES = ['open', 'taken-up', 'not'] as const

const empty = (given: unknown) => (typeof given === 'string' && given.trim() === '' ? null : given)

export const gatheredFormat = z.strictObject({
  heldOn: typedDay,
  way: z.enum(WAYS),
  group: z.enum(GROUPS),
  people: z.int().min(1).max(500),
  theme: z.enum(THEMES),
  said: typedText(2_000),
  recommendationId: z.preprocess(empty, z.custom<Id>(isId).nullable()),
})
type TypedGathered = z.output<typeof gatheredFormat>
export type Gathered = Omit<TypedGathered, 'said'> & {
  readonly municipalityId: Id
  readonly id: Id
  /** Gone two years after it was said, or when somebody asked for that. */
  readonly said: string | null
  readonly rowVersion: number
}

export const recommendationFormat = z
  .strictObject({
    advice: typedText(600),
    state: z.enum(STATES),
    decidedBy: z.preprocess(empty, typedText(120).nullable()),
    why: z.preprocess(empty, typedText(1_000).nullable()),
    decidedOn: z.preprocess(empty, typedDay.nullable()),
  })
  .transform((given) => (given.state === 'open' ? { ...given, decidedBy: null, why: null, decidedOn: null } : given))
  // What was decided says by whom, when and why.
  .refine(({ state, decidedBy }) => state === 'open' || decidedBy !== null, { path: ['decidedBy'] })
  .refine(({ state, decidedOn }) => state === 'open' || decidedOn !== null, { path: ['decidedOn'] })
  .refine(({ state, why }) => state === 'open' || why !== null, { path: ['why'] })
export type Recommendation = z.output<typeof recommendationFormat> & {
  readonly municipalityId: Id
  readonly id: Id
  readonly rowVersion: number
}

/** How many people spoke, per group and together; null is hidden. */
export type PeopleHeard = {
  readonly total: number | null
  readonly groups: Readonly<Record<Group, number | null>>
}

const TOTAL = 'total'

/** how many people spoke, with every small number hidden and every number from which one would follow. */
export function peopleHeard(
  gathered: readonly Pick<Gathered, 'group' | 'people'>[],
  { hideBelow, roundTo }: Pick<AudienceSetting, 'hideBelow' | 'roundTo'>,
): PeopleHeard {
  const numberOf = (group: Group) =>
    gathered.filter((one) => one.group === group).reduce((sum, { people }) => sum + people, 0)
  const total = GROUPS.reduce((sum, group) => sum + numberOf(group), 0)
  const cell = (id: string, value: number) => ({ id, value, families: value })
  const cells = [cell(TOTAL, total), ...GROUPS.map((group) => cell(group, numberOf(group)))]
  const hidden = suppress({ cells, sums: [{ total: TOTAL, parts: GROUPS }], hideBelow })
  const shown = (id: string, value: number) => (hidden.has(id) ? null : rounded(value, roundTo))
  return {
    total: shown(TOTAL, total),
    groups: {
      'young-people': shown('young-people', numberOf('young-people')),
      partners: shown('partners', numberOf('partners')),
      'ex-partners': shown('ex-partners', numberOf('ex-partners')),
    },
  }
}

/** Years that are over, the latest first: of one that runs, two looks would tell what came in between. */
export const yearsOver = (gathered: readonly Pick<Gathered, 'heldOn'>[], today: Day): string[] =>
  [...new Set(gathered.map(({ heldOn }) => heldOn.slice(0, 4)))]
    .filter((year) => year < today.slice(0, 4))
    .toSorted()
    .toReversed()
