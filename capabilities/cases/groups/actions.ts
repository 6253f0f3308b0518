import { inScope, noteShown } from '../../../database/transaction.ts'
import { type Day, dayAt } from '../../../foundation/day.ts'
import { type Id, isId, newId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { may } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { placeOf, provisionWithId } from '../../access/queries.ts'
import { openFamilies } from '../../families/actions.ts'
import { programmeDefinition } from '../../programmes/queries.ts'
import { countRegistered } from '../actions.ts'
import type { Answers } from '../event.ts'
import { recordWorker } from '../history/actions.ts'
import { mayBegin } from '../provision-end.ts'
import { recordingMoment } from '../recording/store.ts'
import { registered } from '../registering.ts'
import * as store from '../store.ts'
import type { Registration } from '../trajectory.ts'

export type NewGroup = {
  /** Of the form: sent twice, it is one group. */
  readonly key: Id
  readonly provisionId: Id
  /** As the form checked them, by the questions of the registration. */
  readonly answers: Answers
  readonly on: Day
}

/**
 * Begins a trajectory of a group: no name, no file, no person; the actor works on it from its first day. Refuses a
 * programme about people, a day still to come, and a day after the last one of the provision.
 */
export async function openGroup(actor: Actor, given: NewGroup): Promise<Answer<{ trajectoryId: Id }>> {
  const { key, provisionId, answers, on } = given
  return inScope(actor, async (tx) => {
    const provision = isId(provisionId) && isId(key) ? await provisionWithId(actor, provisionId) : undefined
    if (provision === undefined || !may(actor, 'change', 'trajectory', { ...placeOf(provision), isAssigned: true }))
      return refuse('not-found')
    const definition = await programmeDefinition(actor, provision.programmeCode)
    if (definition === undefined) return refuse('programme-unknown', { code: provision.programmeCode })
    if (definition.about !== 'group') return refuse('programme-about-people')
    if (on > dayAt(new Date())) return refuse('day-in-future')
    const begun = mayBegin(on, provision, definition.longest?.span)
    if (!begun.ok) return begun
    // Whoever sends the same at the same moment waits here, and then finds what the first one made.
    const recordedAt = await recordingMoment(tx, provision.municipalityId)
    if (await store.isMade(tx, key)) return allow({ trajectoryId: key })
    const { municipalityId, organisationId } = provision
    const at = { municipalityId, organisationId, provisionId, recordedAt, recordedBy: actor.personId }
    const registration: Registration = {
      ...{ id: key, answers, special: {}, originalWords: [], holdsOn: on, approximateDay: false },
      phase: definition.registration.phase,
    }
    const made = registered(definition, registration, at)
    await openFamilies(actor, [made.family])
    await store.insertTrajectories(tx, [made.trajectory])
    const worker = { personId: actor.personId, role: definition.roles.worker[0] ?? 'worker' }
    await store.insertAssignments(tx, [
      { id: newId(), municipalityId, provisionId, trajectoryId: key, ...worker, fromOn: on, untilOn: null },
    ])
    await store.insertEvents(tx, made.rows)
    await countRegistered(actor, definition, at, { made, given: registration })
    const known = await recordWorker(actor, key, { ...worker, on, begins: true })
    if (!known.ok) return known
    noteShown('trajectory', [key])
    noteShown('municipality', [municipalityId])
    return allow({ trajectoryId: key })
  })
}
