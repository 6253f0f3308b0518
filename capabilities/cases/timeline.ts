import type { Day } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import type { MilestoneDone } from '../programmes/steps.ts'
import { type Afterthought, type Answers, EVERYTHING, type Fact, isFact, type TrajectoryEvent } from './event.ts'

/** What holds for one trajectory on a day, as far as it was known at a moment. */
export type TrajectoryState = {
  readonly phase: string
  /** Why it is in this phase, where the step asked for a reason. */
  readonly reason?: string
  /** Every phase entered so far, in order of first entry, the present one included. */
  readonly reached: readonly string[]
  readonly answers: Answers
  /** By anchor code, the day it was last set to. */
  readonly anchors: Readonly<Record<string, Day>>
  readonly milestonesDone: readonly string[]
  /** The answers given at each contact so far. */
  readonly contacts: readonly Answers[]
  /** Every referral so far, with the answers given at it and after it. */
  readonly referrals: readonly Referral[]
  readonly workers: Workers
}

/** One referral to somebody online, as it stands on a day. */
type Referral = { readonly id: Id; readonly answers: Answers }

/** Whose work the trajectory is, and how often somebody came and left. */
export type Workers = { readonly present: readonly Id[]; readonly came: number; readonly left: number }

export const NO_WORKERS: Workers = { present: [], came: 0, left: 0 }

/**
 * How often a worker took over from another: everyone who came after the first, as far as somebody left. A second
 * worker beside the first is no change, nor is the last one who leaves at the end.
 */
export const workerChanges = ({ came, left }: Workers): number => Math.max(0, Math.min(came - 1, left))

/**
 * What holds on `on` by the events recorded up to and including `knownOn`; undefined before registration, or when the
 * registration was withdrawn. Recorded by then counts; said to hold later does not.
 */
export function stateAt(
  events: readonly TrajectoryEvent[],
  on: Day,
  knownOn: string = EVERYTHING,
): TrajectoryState | undefined {
  return fold(factsKnown(events, knownOn), on)
}

/** The state on a day by facts already in their order. */
export function fold(facts: readonly Fact[], on: Day): TrajectoryState | undefined {
  const start = facts.find((fact) => fact.type === 'registered')
  if (start === undefined || start.holdsOn > on) return undefined
  let state: TrajectoryState = {
    phase: start.phase,
    reached: [start.phase],
    answers: start.answers,
    anchors: {},
    milestonesDone: [],
    contacts: [],
    referrals: [],
    workers: NO_WORKERS,
  }
  for (const fact of facts) if (fact.holdsOn <= on) state = apply(state, fact)
  return state
}

function apply(state: TrajectoryState, fact: Fact): TrajectoryState {
  switch (fact.type) {
    case 'registered':
      return state // where every state starts, also when a step was dated before it
    case 'moved':
      return moved(state, fact)
    case 'answered':
      return { ...state, answers: { ...state.answers, ...fact.answers } }
    case 'anchor-set':
      return { ...state, anchors: { ...state.anchors, [fact.anchor]: fact.holdsOn } }
    case 'milestone-done':
      return { ...state, milestonesDone: withOnce(state.milestonesDone, fact.milestone) }
    case 'contact-made':
      // A call that nobody answered took time, but no kind of service was given.
      return fact.reached === false ? state : { ...state, contacts: [...state.contacts, fact.answers] }
    case 'referral-made':
      return { ...state, referrals: [...state.referrals, { id: fact.referral, answers: fact.answers }] }
    case 'referral-followed':
      return { ...state, referrals: state.referrals.map((one) => followed(one, fact)) }
    case 'worker-assigned':
      return { ...state, workers: withWorker(state.workers, fact.personId) }
    case 'worker-left':
      return { ...state, workers: withoutWorker(state.workers, fact.personId) }
  }
}

function moved({ reason: _, ...state }: TrajectoryState, fact: Extract<Fact, { type: 'moved' }>): TrajectoryState {
  const reason = fact.reason === undefined ? {} : { reason: fact.reason }
  const anchors = { ...state.anchors }
  for (const code of fact.lifts ?? []) delete anchors[code]
  for (const code of fact.sets ?? []) anchors[code] = fact.holdsOn
  return { ...state, ...reason, anchors, phase: fact.to, reached: withOnce(state.reached, fact.to) }
}

const followed = (one: Referral, { referral, answers }: { referral: Id; answers: Answers }): Referral =>
  one.id === referral ? { ...one, answers: { ...one.answers, ...answers } } : one

const withWorker = (workers: Workers, id: Id): Workers =>
  workers.present.includes(id) ? workers : { ...workers, present: [...workers.present, id], came: workers.came + 1 }

const withoutWorker = (workers: Workers, id: Id): Workers =>
  workers.present.includes(id)
    ? { ...workers, present: workers.present.filter((one) => one !== id), left: workers.left + 1 }
    : workers

const withOnce = (list: readonly string[], item: string) => (list.includes(item) ? list : [...list, item])

/**
 * The facts that stand at a knowledge moment, in order: by day, then by the moment of the first recording, then by
 * place in the history. A correction takes the place of what it corrects, whatever day it gives it.
 */
export function factsKnown(events: readonly TrajectoryEvent[], knownOn: string = EVERYTHING): Fact[] {
  const known = byRecording(events.filter((event) => event.recordedAt <= knownOn))
  if (known.every(isFact)) return inOrder(known)
  const later = afterthoughts(known)
  return inOrder(known.filter(isFact).flatMap((event) => standing(event, later)))
}

/** The milestones done by everything known, in the order of their days. */
export function milestonesDone(events: readonly TrajectoryEvent[]): MilestoneDone[] {
  return factsKnown(events).flatMap((fact) => {
    if (fact.type !== 'milestone-done') return []
    const { milestone, holdsOn: on, outcome } = fact
    return [{ milestone, on, ...(outcome !== undefined && { outcome }) }]
  })
}

// Sorting keeps the given order among equals.
const byRecording = (events: readonly TrajectoryEvent[]) =>
  events.toSorted((a, b) => compare(a.recordedAt, b.recordedAt))
const inOrder = (facts: readonly Fact[]): Fact[] => facts.toSorted((a, b) => compare(a.holdsOn, b.holdsOn))
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

type Later = TrajectoryEvent & Afterthought
type Afterthoughts = ReadonlyMap<Id, readonly Later[]>

/** By the event they speak of; only of an earlier one, so that nothing can speak of itself in a ring. */
function afterthoughts(events: readonly TrajectoryEvent[]): Afterthoughts {
  const seen = new Set<Id>()
  const about = new Map<Id, Later[]>()
  for (const event of events) {
    if (!isFact(event)) {
      const target = event.type === 'corrected' ? event.corrects : event.withdraws
      if (seen.has(target)) about.set(target, [...(about.get(target) ?? []), event])
    }
    seen.add(event.id)
  }
  return about
}

/** The fact as last corrected, or nothing when it was withdrawn. A withdrawn correction or withdrawal never was. */
function standing(event: TrajectoryEvent & Fact, later: Afterthoughts): Fact[] {
  if (isWithdrawn(event.id, later)) return []
  return [lastCorrection(event.id, later) ?? event]
}

const isWithdrawn = (id: Id, later: Afterthoughts): boolean =>
  (later.get(id) ?? []).some((one) => one.type === 'withdrawn' && !isWithdrawn(one.id, later))

/** A correction of a correction speaks of the same fact. */
function lastCorrection(id: Id, later: Afterthoughts): Fact | undefined {
  const correction = (later.get(id) ?? []).findLast((one) => one.type === 'corrected' && !isWithdrawn(one.id, later))
  if (correction?.type !== 'corrected') return undefined
  return lastCorrection(correction.id, later) ?? correction.by
}
