import type { Day } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import type { Answers, Fact, Happening } from './event.ts'

/** A family as it is brought in: by a form or by a row of a registration file. */
export type Registration = {
  /** Of whoever may send it twice: the number of the trajectory that it becomes. */
  readonly id?: Id
  readonly answers: Answers
  /** Answers to special questions (AVG article 9), stored apart and only summed. */
  readonly special: Readonly<Record<string, string>>
  /** Words that are none of the options, as they were written. */
  readonly originalWords: readonly { readonly question: string; readonly word: string }[]
  readonly holdsOn: Day
  readonly approximateDay: boolean
  /** Phase on that day. */
  readonly phase: string
  readonly reason?: string
  /** What happened after that day, in order, of a trajectory that comes whole from elsewhere. */
  readonly history?: readonly Fact[]
}

/** One line of a list of trajectories. */
export type TrajectoryRow = {
  readonly id: Id
  readonly municipalityId: Id
  readonly provisionId: Id
  readonly programmeCode: string
  readonly programmeVersion: number
  readonly familyId: Id
  /** Whose trajectory it is; null when it is the family's as a whole. */
  readonly personId: Id | null
  readonly registeredOn: Day
  readonly approximateDay: boolean
  readonly phase: string
  readonly reason: string | null
  readonly villageCode: string | null
  readonly answers: Answers
  readonly anchors: Readonly<Record<string, Day>>
  readonly milestonesDone: readonly string[]
  readonly rowVersion: number
}

/** What is stored of a new trajectory, its events and its odd words. */
export type NewTrajectory = {
  readonly municipalityId: Id
  readonly id: Id
  readonly organisationId: Id
  readonly provisionId: Id
  readonly programmeCode: string
  readonly programmeVersion: number
  readonly familyId: Id
  readonly personId: Id | null
  readonly importId: Id | null
  readonly registeredOn: Day
  readonly approximateDay: boolean
  readonly phase: string
  readonly reason: string | null
  readonly villageCode: string | null
  readonly answers: Answers
  readonly anchors: Readonly<Record<string, Day>>
  readonly milestonesDone: string[]
}

export type NewAssignment = {
  readonly municipalityId: Id
  readonly id: Id
  readonly provisionId: Id
  readonly trajectoryId: Id
  readonly personId: Id
  readonly role: string
  readonly fromOn: Day
  readonly untilOn: Day | null
  /** The arrangement by which somebody stands in for a colleague. */
  readonly standsIn?: Id
}

export type NewEvent = {
  readonly municipalityId: Id
  readonly id: Id
  readonly trajectoryId: Id
  readonly provisionId: Id
  readonly importId: Id | null
  readonly holdsOn: Day
  readonly recordedAt: Date
  readonly position: number
  readonly recordedBy: Id
  readonly payload: Happening
}

export type NewWord = {
  readonly municipalityId: Id
  readonly trajectoryId: Id
  readonly provisionId: Id
  readonly importId: Id | null
  readonly question: string
  readonly word: string
}
