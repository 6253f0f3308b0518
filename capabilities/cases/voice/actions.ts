import { inScope, noteShown } from '../../../database/transaction.ts'
import { type Day, dayAt } from '../../../foundation/day.ts'
import { type Id, newId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { may } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { placeOf, provisionWithId } from '../../access/queries.ts'
import { trajectoryRow } from '../queries.ts'
import * as store from './store.ts'
import { voiceReason } from './voice.ts'

/**
 * Says why the voice of a child is missing in a trajectory. By who works on the trajectory or leads it. The same
 * words again change nothing. Refuses a child that is not of this case, and what `voiceReason` refuses.
 */
export async function explainVoice(
  actor: Actor,
  trajectoryId: Id,
  given: { readonly childId: Id; readonly because: string; readonly on?: Day },
): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const trajectory = await trajectoryRow(actor, trajectoryId)
    const provision = trajectory && (await provisionWithId(actor, trajectory.provisionId))
    if (trajectory === undefined || provision === undefined) return refuse('not-found')
    // Row-level security has let the row through, so an own match is assigned.
    if (!may(actor, 'change', 'trajectory', { ...placeOf(provision), isAssigned: true })) return refuse('not-found')
    if (!(await store.childrenOfCase(tx, trajectoryId)).includes(given.childId)) return refuse('not-found')
    const because = voiceReason(given.because)
    if (!because.ok) return because
    if ((await store.reasonsIn(tx, trajectoryId)).get(given.childId) === because.value) return allow()
    const { municipalityId, provisionId } = trajectory
    await store.insertReason(tx, {
      ...{ id: newId(), municipalityId, trajectoryId, provisionId, childId: given.childId },
      ...{ because: because.value, statedOn: given.on ?? dayAt(new Date()), recordedBy: actor.personId },
    })
    noteShown('trajectory', [trajectoryId])
    return allow()
  })
}
