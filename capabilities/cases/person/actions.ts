import { allOrNothing, inScope, noteShown } from '../../../database/transaction.ts'
import type { Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { newId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import type { Actor } from '../../access/actor.ts'
import { provisionWithId } from '../../access/queries.ts'
import { changeDetails, openFamily, startWork } from '../../families/files/actions.ts'
import type { Details, NewMember, PersonKind } from '../../families/files/person.ts'
import { personFile, worksSteadilyOn } from '../../families/files/queries.ts'
import type { ProgrammeDefinition } from '../../programmes/definition.ts'
import { programmeDefinition } from '../../programmes/queries.ts'
import { countRegistered } from '../actions.ts'
import { recordWorker } from '../history/actions.ts'
import { mayBegin } from '../provision-end.ts'
import { trajectories } from '../queries.ts'
import { recordingMoment } from '../recording/store.ts'
import { historyRefused, registered } from '../registering.ts'
import * as store from '../store.ts'
import type { Registration } from '../trajectory.ts'

export type ForPerson = {
  readonly provisionId: Id
  readonly personId: Id
  readonly registration: Registration
  /** Who works on it from its first day. */
  readonly worker: { readonly accountId: Id; readonly role: string }
}

/**
 * Starts a trajectory of one person: a parent's and a child's are apart, each with its own worker. By
 * whoever works on that person already, or becomes the first to do so. Refuses a phase that the programme does not have,
 * and a worker who serves another adult of the family.
 */
export async function startTrajectory(actor: Actor, given: ForPerson): Promise<Answer<{ trajectoryId: Id }>> {
  return inScope(actor, async (tx) => {
    const { personId, provisionId, registration, worker } = given
    const provision = await provisionWithId(actor, provisionId)
    const definition = provision && (await programmeDefinition(actor, provision.programmeCode))
    if (provision === undefined || definition === undefined) return refuse('not-found')
    if (definition.about === 'group') return refuse('programme-about-group')
    if (!definition.phases.some((one) => one.code === registration.phase))
      return refuse('phase-unknown', { phase: registration.phase })
    const refused = historyRefused([registration], definition)
    if (refused !== undefined) return refused
    const begun = mayBegin(registration.holdsOn, provision, definition.longest?.span)
    if (!begun.ok) return begun
    const started = await worksFrom(actor, given)
    if (!started.ok) return started
    const file = await personFile(actor, personId)
    const [familyId] = file?.familyIds ?? []
    if (file === undefined || familyId === undefined) return refuse('not-found')
    const recordedAt = await recordingMoment(tx, provision.municipalityId)
    const { municipalityId, organisationId } = provision
    const at = {
      municipalityId,
      organisationId,
      provisionId,
      recordedAt,
      recordedBy: actor.personId,
      of: { personId, familyId },
    }
    const made = registered(definition, inTrack(definition, registration, file.person.kind), at)
    const trajectoryId = made.trajectory.id
    await store.insertTrajectories(tx, [made.trajectory])
    const assigned = { personId: worker.accountId, role: worker.role, fromOn: registration.holdsOn, untilOn: null }
    await store.insertAssignments(tx, [{ id: newId(), municipalityId, provisionId, trajectoryId, ...assigned }])
    await store.insertEvents(tx, made.rows)
    await store.insertWords(tx, made.words)
    await countRegistered(actor, definition, at, { made, given: registration })
    const from = { personId: worker.accountId, role: worker.role, on: registration.holdsOn }
    const known = await recordWorker(actor, trajectoryId, { ...from, begins: true })
    if (!known.ok) return known
    noteShown('trajectory', [trajectoryId])
    noteShown('municipality', [municipalityId])
    return allow({ trajectoryId })
  })
}

/** Opens a trajectory of somebody with a file, in its first phase; the actor is the worker. Refuses what `startTrajectory` refuses. */
export async function openTrajectory(
  actor: Actor,
  { provisionId, personId, on }: { readonly provisionId: Id; readonly personId: Id; readonly on: Day },
): Promise<Answer<{ trajectoryId: Id }>> {
  return inScope(actor, async () => {
    const provision = await provisionWithId(actor, provisionId)
    const definition = provision && (await programmeDefinition(actor, provision.programmeCode))
    if (definition === undefined) return refuse('not-found')
    return startTrajectory(actor, {
      ...{ provisionId, personId, worker: { accountId: actor.personId, role: definition.roles.worker[0] ?? 'worker' } },
      registration: {
        ...{ answers: {}, special: {}, originalWords: [], holdsOn: on, approximateDay: false },
        phase: definition.registration.phase,
      },
    })
  })
}

export type NewFile = {
  /** Of the form: sent twice, it opens one file. */
  readonly key?: Id
  readonly provisionId: Id
  /** The first one is whom it is about. */
  readonly members: readonly NewMember[]
  readonly details: Partial<Details>
  readonly on: Day
}

/**
 * Opens a family, the file of the one it is about, how to reach that person, and a first trajectory of which the actor
 * is the worker: all or nothing. Asks no indication and no referral.
 */
export async function openFile(
  actor: Actor,
  { key, provisionId, members, details, on }: NewFile,
): Promise<Answer<{ personId: Id; trajectoryId: Id }>> {
  return inScope(actor, (tx) =>
    allOrNothing(tx, async () => {
      if (key !== undefined) await store.oneAtATime(tx, key)
      const sent = key === undefined ? undefined : await openedBefore(actor, key)
      if (sent !== undefined) return allow(sent)
      const provision = await provisionWithId(actor, provisionId)
      const definition = provision && (await programmeDefinition(actor, provision.programmeCode))
      if (definition === undefined) return refuse('not-found')
      if (definition.about === 'group') return refuse('programme-about-group')
      const worker = { accountId: actor.personId, role: definition.roles.worker[0] ?? 'worker' }
      const family = await openFamily(actor, provisionId, { key, members, worker: { ...worker, fromOn: on } })
      if (!family.ok) return family
      const [personId = ''] = family.value.personIds
      const started = await openTrajectory(actor, { provisionId, personId, on })
      if (!started.ok) return started
      const changed = await changeDetails(actor, personId, { rowVersion: 1, change: details })
      return changed.ok ? allow({ personId, trajectoryId: started.value.trajectoryId }) : changed
    }),
  )
}

/** What this form opened when it was sent before, by this same actor. */
async function openedBefore(actor: Actor, personId: Id): Promise<{ personId: Id; trajectoryId: Id } | undefined> {
  if (!(await worksSteadilyOn(actor)).has(personId)) return undefined
  const { rows } = await trajectories(actor, { personId })
  const [first] = rows
  return first && { personId, trajectoryId: first.id }
}

/** Who starts it for oneself may be the first on this file; for a colleague one works on the person already. */
async function worksFrom(actor: Actor, { personId, provisionId, registration, worker }: ForPerson): Promise<Answer> {
  const own = await worksSteadilyOn(actor)
  if (worker.accountId === actor.personId && own.has(personId)) return allow()
  return startWork(actor, { personId, provisionId, ...worker, fromOn: registration.holdsOn })
}

/** A parent goes in the track of parents and a child in that of children, unless the registration says otherwise. */
function inTrack({ tracks }: ProgrammeDefinition, registration: Registration, kind: PersonKind): Registration {
  const of = kind === 'adult' ? 'adult' : 'child'
  const track = tracks?.each.find(({ person }) => person === of)
  if (tracks === undefined || track === undefined) return registration
  return { ...registration, answers: { [tracks.question]: track.code, ...registration.answers } }
}
