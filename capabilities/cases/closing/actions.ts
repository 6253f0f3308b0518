import { allOrNothing, inScope } from '../../../database/transaction.ts'
import type { Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, refuse } from '../../../foundation/result.ts'
import type { Actor } from '../../access/actor.ts'
import { handOver } from '../afterwards/actions.ts'
import type { Answers } from '../event.ts'
import { answerQuestions, moveTrajectory } from '../history/actions.ts'
import { trajectoryDetail } from '../queries.ts'
import type { Seen } from '../recording/actions.ts'
import { closes } from '../reopening/reopening.ts'
import { explainVoice } from '../voice/actions.ts'

export type Closing = {
  readonly to: string
  readonly on: Day
  readonly reason?: string
  readonly answers: Answers
  /** Why the voice of a child is missing, by child. */
  readonly voices: ReadonlyMap<Id, string>
  /** What is handed over for afterwards. */
  readonly offerIds: readonly Id[]
  /** Of the form: sent twice, it closes once. */
  readonly key: Id
}

/**
 * Closes a trajectory with all that closing asks, all or nothing: answers, why a child was not heard, what was handed over,
 * and the step itself. Refuses what is still missing.
 */
export async function closeTrajectory(actor: Actor, seen: Seen, given: Closing): Promise<Answer> {
  return inScope(actor, (tx) =>
    allOrNothing(tx, async () => {
      const detail = await trajectoryDetail(actor, seen.trajectoryId)
      if (detail === undefined) return refuse('not-found')
      if (detail.events.some(({ id }) => id === given.key)) return { ok: true, value: undefined }
      if (!closes(detail.definition, given.to)) return refuse('step-not-from-here')
      const told = await besides(actor, seen.trajectoryId, given)
      if (!told.ok) return told
      const { to, on, reason, answers, key } = given
      return moveTrajectory(actor, seen, { to, on, answers, key, ...(reason !== undefined && { reason }) })
    }),
  )
}

/** Keeps what was filled in so far, so that closing can wait for another day. */
export async function prepareClosing(
  actor: Actor,
  seen: Seen,
  given: Omit<Closing, 'to' | 'reason' | 'key' | 'offerIds'>,
): Promise<Answer> {
  return inScope(actor, (tx) =>
    allOrNothing(tx, async () => {
      const told = await besides(actor, seen.trajectoryId, { ...given, offerIds: [] })
      return told.ok ? answerQuestions(actor, seen, { answers: given.answers, on: given.on }) : told
    }),
  )
}

async function besides(
  actor: Actor,
  trajectoryId: Id,
  { voices, offerIds, on }: Pick<Closing, 'voices' | 'offerIds' | 'on'>,
): Promise<Answer> {
  for (const [childId, because] of voices) {
    const said = await explainVoice(actor, trajectoryId, { childId, because, on })
    if (!said.ok) return said
  }
  return handOver(actor, trajectoryId, { offerIds, on })
}
