import { isDeepStrictEqual } from 'node:util'
import type { Day } from '../../foundation/day.ts'
import {
  type Age,
  type Answers,
  type AnswerValue,
  EVERYTHING,
  type Fact,
  type TrajectoryEvent,
} from '../cases/event.ts'
import { factsKnown, fold, type TrajectoryState, workerChanges } from '../cases/timeline.ts'
import { keptWith } from '../programmes/moments.ts'
import type {
  AnswerWhere,
  ChangeWhere,
  CountedGrouping,
  CountedMeasure,
  CountedParts,
  CountedQuestion,
} from './counted.ts'
import { groupingsOf, ownGroupingsOf } from './counting.ts'

/**
 * One jump of a figure: from `holdsOn` on it is `n` higher. The kept summary is a sum of jumps, so that
 * value(D, K) = the sum of `n` with holdsOn ≤ D and recordedAt ≤ K. `families` counts trajectories, for thresholds.
 */
export type Cell = {
  readonly measure: string
  /** `all`, a grouping, or two joined by `+`. */
  readonly grouping: string
  /** `all`, an option or place, or two joined by `|`. */
  readonly key: string
  readonly holdsOn: Day
  readonly n: number
  readonly families: number
}

export type Contribution = Omit<Cell, 'holdsOn'>

/** No answer, or one that falls in no band. */
export const UNKNOWN = 'unknown'
/** What groups that lost their name at destruction count under. */
export const MOVED_UP = 'moved-up'
/** Band of a child that is not born yet. */
export const UNBORN = 'unborn'

/**
 * The jumps that turn the kept figures of one trajectory from its history `before` into `after`; only what differs. Up to the
 * day of the first fact that differs both jump alike, so those days are not counted.
 */
export function cellsBetween(
  parts: CountedParts,
  before: readonly TrajectoryEvent[],
  after: readonly TrajectoryEvent[],
): Cell[] {
  const [old, now] = [factsKnown(before, EVERYTHING), factsKnown(after, EVERYTHING)]
  const from = firstDayApart(old, now)
  if (from === undefined) return []
  const alike = old.findLast(({ holdsOn }) => holdsOn < from)
  const startsAs = alike && fold(old, alike.holdsOn)
  const jumps = new Map<string, Cell>()
  addJumps(jumps, parts, { facts: old, from, startsAs, sign: -1 })
  addJumps(jumps, parts, { facts: now, from, startsAs, sign: 1 })
  return [...jumps.values()].filter((cell) => cell.n !== 0 || cell.families !== 0)
}

/** Of two lists in the order of their days, the first day on which they say something else; undefined when they are the same. */
function firstDayApart(old: readonly Fact[], now: readonly Fact[]): Day | undefined {
  let at = 0
  while (at < old.length && old[at] === now[at]) at++
  const [a, b] = [old[at]?.holdsOn, now[at]?.holdsOn]
  return a === undefined || (b !== undefined && b < a) ? b : a
}

type Jumping = {
  readonly facts: readonly Fact[]
  readonly from: Day
  /** What held before that day. */
  readonly startsAs: TrajectoryState | undefined
  readonly sign: 1 | -1
}

function addJumps(jumps: Map<string, Cell>, parts: CountedParts, { facts, from, startsAs, sign }: Jumping): void {
  let last = startsAs
  let previous: readonly Contribution[] | undefined
  for (const holdsOn of new Set(facts.flatMap((fact) => (fact.holdsOn < from ? [] : [fact.holdsOn])))) {
    const present = fold(facts, holdsOn)
    // Much that happens, such as a call that nobody answered, moves no figure.
    if (isDeepStrictEqual(countedOf(parts, last), countedOf(parts, present))) continue
    for (const part of previous ?? counted(parts, last)) add(jumps, part, holdsOn, -sign)
    previous = counted(parts, present)
    for (const part of previous) add(jumps, part, holdsOn, sign)
    last = present
  }
}

const counted = (parts: CountedParts, state: TrajectoryState | undefined): Contribution[] =>
  state === undefined ? [] : contributions(parts, state)

/** Of a state, what measures of these parts look at. */
function countedOf({ measures }: CountedParts, state: TrajectoryState | undefined) {
  if (state === undefined) return undefined
  const { phase, reached, answers, contacts, referrals, workers } = state
  const ifCounted = (what: CountedMeasure['counts'], part: unknown) =>
    measures.some(({ counts }) => counts === what) ? part : undefined
  const units = [
    ifCounted('contacts', contacts),
    ifCounted('referrals', referrals),
    ifCounted('worker-changes', workers),
  ]
  return { phase, reached, answers, units }
}

function add(jumps: Map<string, Cell>, part: Contribution, holdsOn: Day, sign: number): void {
  const at = `${part.measure}\n${part.grouping}\n${part.key}\n${holdsOn}`
  const cell = jumps.get(at)
  const n = (cell?.n ?? 0) + sign * part.n
  const families = (cell?.families ?? 0) + sign * part.families
  jumps.set(at, { ...part, holdsOn, n, families })
}

/** What one trajectory in this state adds to every figure: in all, by each grouping, and by each cross of two. */
export function contributions(parts: CountedParts, state: TrajectoryState): Contribution[] {
  return parts.measures
    .filter((measure) => counts(parts, measure, state))
    .flatMap((measure) => ofMeasure(parts, measure, state))
}

/** Whether a trajectory in this state counts for the measure: reached any of, is in any of, is in none of, answered, went so. */
function counts({ questions }: CountedParts, { where }: CountedMeasure, state: TrajectoryState): boolean {
  if (where.reached !== undefined && !where.reached.some((phase) => state.reached.includes(phase))) return false
  if (where.in !== undefined && !where.in.includes(state.phase)) return false
  if (where.notIn?.includes(state.phase) === true) return false
  if (where.change !== undefined && !hasGone(questions, where.change, state.answers)) return false
  return where.answer === undefined || isAnswered(where.answer, state.answers)
}

/** Both scores by their place in the list, which goes from low to high; a score that is missing went nowhere. */
function hasGone(questions: CountedParts['questions'], { from, to, is }: ChangeWhere, answers: Answers): boolean {
  const scored = (code: string): number => {
    const options = questions.find((one) => one.code === code)?.options ?? []
    return options.findIndex((option) => option.code === answers[code])
  }
  const [start, end] = [scored(from), scored(to)]
  if (start < 0 || end < 0) return false
  return is.includes(end > start ? 'higher' : end < start ? 'lower' : 'same')
}

function isAnswered({ question, is, isNot }: AnswerWhere, answers: Answers): boolean {
  const given = codesIn(answers[question])
  if (is !== undefined && !given.some((code) => is.includes(code))) return false
  return isNot === undefined || !given.some((code) => isNot.includes(code))
}

/** What is counted: the trajectory itself or a change in it, each mention, each child, or each contact or referral by its answers. */
type Unit = undefined | string | Age | Occasion
type Occasion = { readonly of: 'contacts' | 'referrals'; readonly answers: Answers }

const isOccasion = (unit: Unit): unit is Occasion => typeof unit === 'object' && 'of' in unit

function ofMeasure(parts: CountedParts, measure: CountedMeasure, state: TrajectoryState): Contribution[] {
  const sums = new Map<string, Contribution>()
  const count = (grouping: string, key: string): void => {
    const at = `${grouping}\n${key}`
    sums.set(at, { measure: measure.code, grouping, key, n: (sums.get(at)?.n ?? 0) + 1, families: 1 })
  }
  // Special answers are not among those of the trajectory: the database counts them itself.
  const usable = new Map(
    [...groupingsOf(parts, measure), ...ownGroupingsOf(parts, measure)].flatMap((one) =>
      one.question.special === true ? [] : [[one.grouping.code, one] as const],
    ),
  )
  for (const unit of unitsOf(measure, state)) {
    const keys = (code: string) => {
      const one = usable.get(code)
      return one === undefined ? [] : keysOf(one.grouping, one.question, measure, unit, state)
    }
    count('all', 'all')
    for (const code of [...measure.groupings, ...(measure.ownGroupings ?? [])])
      for (const key of keys(code)) count(code, key)
    for (const [a, b] of measure.crosses)
      for (const x of keys(a)) for (const y of keys(b)) count(`${a}+${b}`, `${x}|${y}`)
  }
  return [...sums.values()]
}

function unitsOf(measure: CountedMeasure, state: TrajectoryState): readonly Unit[] {
  if (measure.counts === 'trajectories') return [undefined]
  if (measure.counts === 'contacts') return state.contacts.map((answers): Unit => ({ of: 'contacts', answers }))
  if (measure.counts === 'referrals') return state.referrals.map(({ answers }): Unit => ({ of: 'referrals', answers }))
  if (measure.counts === 'worker-changes') return Array<undefined>(workerChanges(state.workers)).fill(undefined)
  const answer = state.answers[measure.of ?? '']
  if (measure.counts === 'children') return agesIn(answer)
  return codesIn(answer)
}

function keysOf(
  grouping: CountedGrouping,
  question: CountedQuestion,
  measure: CountedMeasure,
  unit: Unit,
  state: TrajectoryState,
): readonly string[] {
  // A mention by its own question, or a child by its own age: the unit itself says where it belongs.
  if (unit !== undefined && !isOccasion(unit) && measure.of === question.code)
    return [typeof unit === 'string' ? unit : bandOf(grouping, unit)]
  const answers = isOccasion(unit) && keptWith(question.asked) === unit.of ? unit.answers : state.answers
  const answer = answers[question.code]
  if (grouping.each === 'number') return [answer === undefined ? UNKNOWN : String(agesIn(answer).length)]
  const keys = question.type === 'ages' ? agesIn(answer).map((age) => bandOf(grouping, age)) : codesIn(answer)
  return keys.length === 0 ? [UNKNOWN] : [...new Set(keys)]
}

function bandOf(grouping: CountedGrouping, age: Age): string {
  if ('weeksPregnant' in age) return UNBORN
  if (grouping.each === 'year') return String(age.years)
  return grouping.bands?.find((band) => band.from <= age.years && age.years <= band.to)?.code ?? UNKNOWN
}

const isAge = (one: unknown): one is Age => typeof one === 'object'

const agesIn = (answer: AnswerValue | undefined): readonly Age[] => (Array.isArray(answer) ? answer.filter(isAge) : [])

function codesIn(answer: AnswerValue | undefined): readonly string[] {
  if (typeof answer === 'string') return answer === '' ? [] : [answer]
  return Array.isArray(answer) ? answer.filter((one) => typeof one === 'string') : []
}
