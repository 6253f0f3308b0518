import { z } from 'zod'
import type { Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { typedCount, typedDay, typedText } from '../../forms/typed.ts'
import { slugFormat } from '../../information/front-matter.ts'

/** What people tried out. */
export const SUBJECTS = ['site', 'pages', 'steps', 'forms'] as const
export const STATES = ['planned', 'running', 'done'] as const
/** who tested; of them only is kept how many there were. */
export const TESTERS = ['parents', 'young-people', 'ambassadors', 'others'] as const
/** What was decided about a finding: nothing yet, it was changed, it will be, or it will not. */
export const DECISIONS = ['open', 'changed', 'later', 'not'] as const

export const roundFormat = z
  .strictObject({
    title: typedText(120),
    subject: z.enum(SUBJECTS),
    siteVersion: typedText(60),
    fromOn: typedDay,
    toOn: typedDay,
    state: z.enum(STATES),
    ...{ parents: typedCount, youngPeople: typedCount, ambassadors: typedCount, others: typedCount },
  })
  .refine(({ fromOn, toOn }) => toOn >= fromOn, { path: ['toOn'] })

export type TypedRound = z.output<typeof roundFormat>
export type Round = TypedRound & { readonly municipalityId: Id; readonly id: Id; readonly rowVersion: number }

const empty = (given: unknown) => (typeof given === 'string' && given.trim() === '' ? null : given)

export const findingFormat = z
  .strictObject({
    testers: z.enum(TESTERS),
    task: typedText(200),
    finding: typedText(1_000),
    slug: z.preprocess(empty, slugFormat.nullable()),
    decision: z.enum(DECISIONS),
    done: z.preprocess(empty, typedText(1_000).nullable()),
  })
  // A decision says what was done, or why not.
  .refine(({ decision, done }) => (decision === 'open') === (done === null), { path: ['done'] })

export type TypedFinding = z.output<typeof findingFormat>
export type Finding = TypedFinding & {
  readonly municipalityId: Id
  readonly id: Id
  readonly roundId: Id
  readonly rowVersion: number
}

/** How many people took part in all. */
export const testersIn = ({ parents, youngPeople, ambassadors, others }: Round): number =>
  parents + youngPeople + ambassadors + others

/** A round ends with its last day; what is still open then is to be decided. */
export const isLate = ({ state, toOn }: Pick<Round, 'state' | 'toOn'>, today: Day): boolean =>
  state !== 'done' && toOn < today
