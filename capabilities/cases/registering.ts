import { dayAt } from '../../foundation/day.ts'
import { type Id, newId } from '../../foundation/id.ts'
import { type Refused, refuse } from '../../foundation/result.ts'
import type { Child, NewFamily } from '../families/family.ts'
import type { ProgrammeDefinition } from '../programmes/definition.ts'
import type { Age, AnswerValue, Fact, TrajectoryEvent } from './event.ts'
import { fold } from './timeline.ts'
import type { NewAssignment, NewEvent, NewTrajectory, NewWord, Registration } from './trajectory.ts'

/** Where and by whom a registration is recorded. */
export type RecordedIn = {
  readonly municipalityId: Id
  readonly organisationId: Id
  readonly provisionId: Id
  readonly recordedAt: Date
  readonly recordedBy: Id
  readonly importId?: Id | undefined
  /** Whose trajectory it is, in which family; without it the family is opened along with the trajectory. */
  readonly of?: { readonly personId: Id; readonly familyId: Id } | undefined
}

export type Registered = {
  readonly family: NewFamily
  readonly trajectory: NewTrajectory
  readonly events: readonly TrajectoryEvent[]
  readonly rows: readonly NewEvent[]
  readonly words: readonly NewWord[]
  /** Who worked on it by its history, and may reach it for it. */
  readonly assignments: readonly NewAssignment[]
}

/**
 * Everything that one registration becomes: a family with children, a trajectory, its first events and its odd words.
 * A record brought in at a later phase has passed the phases before it, all on the day it names. One that comes with its
 * history stands where that history ends.
 */
export function registered(definition: ProgrammeDefinition, given: Registration, at: RecordedIn): Registered {
  const id = given.id ?? newId()
  const facts = factsOf(definition, given)
  const events = facts.map(
    (fact): TrajectoryEvent => ({ ...fact, id: newId(), recordedAt: at.recordedAt.toISOString() }),
  )
  const family = familyOf(definition, given, at)
  return {
    family,
    trajectory: trajectoryOf(definition, given, at, {
      id,
      familyId: family.id,
      villageCode: family.villageCode,
      facts,
    }),
    events,
    rows: events.map((event, position) => eventRow(event, position, id, at)),
    words: given.originalWords.map((word) => ({
      ...within(at),
      trajectoryId: id,
      ...word,
      word: word.word.slice(0, 200),
    })),
    assignments: assignmentsOf(definition, facts, id, at),
  }
}

/** A history names phases that exist, in the order of its days, from the registration up to today. */
export function historyRefused(given: readonly Registration[], { phases }: ProgrammeDefinition): Refused | undefined {
  const today = dayAt(new Date())
  for (const { holdsOn, history = [] } of given) {
    let last = holdsOn
    for (const fact of history) {
      if (fact.holdsOn > today) return refuse('day-in-future')
      if (fact.holdsOn < last || fact.type === 'registered') return refuse('history-out-of-order')
      if (fact.type === 'moved' && !phases.some(({ code }) => code === fact.to))
        return refuse('phase-unknown', { phase: fact.to })
      last = fact.holdsOn
    }
  }
  return undefined
}

/** The row of an event: its payload holds codes and ids, its day and moment stand in columns of their own. */
export function eventRow(event: TrajectoryEvent, position: number, trajectoryId: Id, at: RecordedIn): NewEvent {
  const { id, recordedAt: _, ...payload } = event
  const { holdsOn } = payload
  return {
    ...within(at),
    id,
    trajectoryId,
    holdsOn,
    recordedAt: at.recordedAt,
    position,
    recordedBy: at.recordedBy,
    payload,
  }
}

const within = (at: RecordedIn) => ({
  municipalityId: at.municipalityId,
  provisionId: at.provisionId,
  importId: at.importId ?? null,
})

function factsOf(definition: ProgrammeDefinition, given: Registration): Fact[] {
  const { holdsOn, answers, phase } = given
  const first = definition.registration.phase
  const through = definition.phases.find((one) => one.code === phase)?.through ?? [phase]
  const start: Fact = {
    type: 'registered',
    holdsOn,
    phase: first,
    answers,
    ...(given.approximateDay && { approximateDay: true }),
  }
  const moves = through
    .filter((to) => to !== first)
    .map(
      (to): Fact => ({
        type: 'moved',
        holdsOn,
        to,
        ...(to === phase && given.reason !== undefined && { reason: given.reason }),
      }),
    )
  return [start, ...moves, ...(given.history ?? [])]
}

function assignmentsOf(
  { roles }: ProgrammeDefinition,
  facts: readonly Fact[],
  trajectoryId: Id,
  at: RecordedIn,
): NewAssignment[] {
  const [role = ''] = roles.worker // the format asks for one at least
  const { municipalityId, provisionId } = at
  return facts.flatMap((fact) => {
    if (fact.type !== 'worker-assigned') return []
    const { personId, holdsOn: fromOn } = fact
    const left = facts.find((one) => one.type === 'worker-left' && one.personId === personId && one.holdsOn >= fromOn)
    return [
      {
        municipalityId,
        id: newId(),
        provisionId,
        trajectoryId,
        personId,
        role,
        fromOn,
        untilOn: left?.holdsOn ?? null,
      },
    ]
  })
}

function familyOf(definition: ProgrammeDefinition, given: Registration, at: RecordedIn): NewFamily {
  const children = answerTo(definition, given, 'ages')
  const village = answerTo(definition, given, 'place')
  return {
    id: newId(),
    municipalityId: at.municipalityId,
    organisationId: at.organisationId,
    villageCode: typeof village === 'string' ? village : undefined,
    children: Array.isArray(children)
      ? children.filter(isAge).map((age): Child => ({ ...age, statedOn: given.holdsOn }))
      : [],
  }
}

const isAge = (one: unknown): one is Age => typeof one === 'object'

const answerTo = (
  definition: ProgrammeDefinition,
  given: Registration,
  type: 'ages' | 'place',
): AnswerValue | undefined =>
  definition.questions
    .filter((one) => one.type === type)
    .map((one) => given.answers[one.code])
    .find((answer) => answer !== undefined)

type Known = {
  readonly id: Id
  readonly familyId: Id
  readonly villageCode: string | undefined
  readonly facts: readonly Fact[]
}

function trajectoryOf(
  definition: ProgrammeDefinition,
  given: Registration,
  at: RecordedIn,
  known: Known,
): NewTrajectory {
  const last = known.facts.at(-1)?.holdsOn ?? given.holdsOn
  const state = fold(known.facts, last)
  return {
    ...within(at),
    id: known.id,
    organisationId: at.organisationId,
    programmeCode: definition.code,
    programmeVersion: definition.version,
    familyId: at.of?.familyId ?? known.familyId,
    personId: at.of?.personId ?? null,
    registeredOn: given.holdsOn,
    approximateDay: given.approximateDay,
    phase: state?.phase ?? definition.registration.phase,
    reason: state?.reason ?? null,
    villageCode: known.villageCode ?? null,
    answers: state?.answers ?? given.answers,
    anchors: state?.anchors ?? {},
    milestonesDone: [...(state?.milestonesDone ?? [])],
  }
}
