import { inScope, noteShown } from '../../../database/transaction.ts'
import type { Day } from '../../../foundation/day.ts'
import { dayAt } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { may } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { placeOf, provisionWithId, villagesIn } from '../../access/queries.ts'
import { programmeDefinition } from '../../programmes/queries.ts'
import { registerTrajectory } from '../actions.ts'
import type { Answers } from '../event.ts'
import { answerQuestions, completeMilestone, moveTrajectory } from '../history/actions.ts'
import { trajectoryDetail } from '../queries.ts'
import type { Seen } from '../recording/actions.ts'
import { recordingMoment } from '../recording/store.ts'
import * as store from '../store.ts'
import { type AnswerFaults, answersChecked } from './answers.ts'

type Told<T = undefined> = Promise<Answer<T> & { readonly faults?: AnswerFaults }>

export type ToldRegistration = { readonly answers: Answers; readonly on: Day; readonly key: Id }

/**
 * Registers a family that another system keeps, in the first phase of the programme. Sent twice with one key it is one
 * trajectory. Refuses a day still to come, a programme about one person (that needs somebody who stands on that person's
 * side), and answers that a form would refuse.
 */
export async function registerBySystem(
  actor: Actor,
  provisionId: Id,
  { answers, on, key }: ToldRegistration,
): Told<{ trajectoryId: Id }> {
  return inScope(actor, async (tx) => {
    const provision = await provisionWithId(actor, provisionId)
    if (provision === undefined || !may(actor, 'change', 'trajectory', placeOf(provision))) return refuse('not-found')
    const definition = await programmeDefinition(actor, provision.programmeCode)
    if (definition === undefined) return refuse('programme-unknown', { code: provision.programmeCode })
    if (definition.about === 'person') return refuse('programme-about-person')
    if (on > dayAt(new Date())) return refuse('day-in-future')
    const villages = await villagesIn(actor, provision.municipalityId)
    const checked = answersChecked(definition, { answers, villages, isWhole: true })
    if (!checked.ok) return checked
    // Whoever sends the same at the same moment waits here, and then finds what the first one made.
    await recordingMoment(tx, provision.municipalityId)
    if (await store.isMade(tx, key)) {
      noteShown('trajectory', [key])
      return allow({ trajectoryId: key })
    }
    return registerTrajectory(actor, provisionId, {
      ...{ id: key, answers: checked.value, special: {}, originalWords: [], approximateDay: false },
      ...{ holdsOn: on, phase: definition.registration.phase },
    })
  })
}

/** The answers of a change to a trajectory, checked against the version of the programme in which it runs. */
async function withAnswers(
  actor: Actor,
  { trajectoryId }: Seen,
  answers: Answers,
  change: (checked: Answers) => Promise<Answer>,
): Told {
  return inScope(actor, async () => {
    const detail = await trajectoryDetail(actor, trajectoryId)
    if (detail === undefined) return refuse('not-found')
    const villages = await villagesIn(actor, detail.trajectory.municipalityId)
    const checked = answersChecked(detail.definition, { answers, before: detail.trajectory.answers, villages })
    return checked.ok ? change(checked.value) : checked
  })
}

/** A step to another phase; see `moveTrajectory`. */
export const moveBySystem = (
  actor: Actor,
  seen: Seen,
  { answers, ...step }: { to: string; on: Day; reason?: string; answers: Answers },
): Told => withAnswers(actor, seen, answers, (checked) => moveTrajectory(actor, seen, { ...step, answers: checked }))

/** Answers from a day on; see `answerQuestions`. */
export const answerBySystem = (actor: Actor, seen: Seen, given: { answers: Answers; on: Day }): Told =>
  withAnswers(actor, seen, given.answers, (answers) => answerQuestions(actor, seen, { ...given, answers }))

/** A milestone that was done; see `completeMilestone`. */
export const completeBySystem = (
  actor: Actor,
  seen: Seen,
  { answers, ...given }: { milestone: string; on: Day; outcome?: string; answers: Answers },
): Told =>
  withAnswers(actor, seen, answers, (checked) => completeMilestone(actor, seen, { ...given, answers: checked }))
