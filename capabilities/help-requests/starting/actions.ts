import type { Tx } from '../../../database/connect.ts'
import { allOrNothing, inScope, noteShown } from '../../../database/transaction.ts'
import { after } from '../../../foundation/day.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { maySomewhere } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { provisionWithId } from '../../access/queries.ts'
import { type NewFile, openFile, openTrajectory } from '../../cases/person/actions.ts'
import { personsOfRequest, requestsOfSame } from '../matches/queries.ts'
import type { HelpRequest } from '../request.ts'
import * as store from '../store.ts'
import { mayEndNow, weighed } from '../triage/queries.ts'
import { mayLeadOn } from '../triage/weighing.ts'
import { knownFileOf } from './queries.ts'

export type Starting = NewFile & {
  /** The version that was on the screen. */
  readonly rowVersion: number
  /** For how many months after this the details of the request stay. */
  readonly keepMonths: number
}

/**
 * Starts a trajectory for who asked: a family with a file, a trajectory and how to reach that person, and the request
 * ends; all in one transaction, or nothing. Whoever has the request becomes the worker. Sent twice it is one trajectory.
 * Of somebody we know it opens in the file that is there, or goes on in what runs already: one family has one case.
 */
export async function startFromRequest(actor: Actor, id: Id, given: Starting): Promise<Answer<{ trajectoryId: Id }>> {
  if (!isId(id) || !maySomewhere(actor, 'change', 'help-request')) return refuse('not-found')
  return inScope(actor, async (tx) => {
    // Locked, with all that is of the same person: of two sent at the same moment the second waits here, and finds the
    // first one done.
    for (const one of await requestsOfSame(actor, id)) await store.byId(tx, one, true)
    const request = await store.byId(tx, id, true)
    if (request === undefined) return refuse('not-found')
    noteShown('help-request', [id])
    noteShown('municipality', [request.municipalityId])
    if (request.takenBy !== actor.personId) return refuse('request-of-colleague')
    if (request.trajectoryId !== null) return allow({ trajectoryId: request.trajectoryId })
    const may = await mayStart(actor, request, given)
    if (!may.ok) return may
    return allOrNothing(tx, () => start(tx, actor, { request, given }))
  })
}

async function mayStart(actor: Actor, request: HelpRequest, { rowVersion, provisionId }: Starting): Promise<Answer> {
  if (request.rowVersion !== rowVersion) return refuse('request-changed-meanwhile')
  if (request.state !== 'taken') return refuse('request-step-not-now')
  const leads = mayLeadOn((await weighed(actor, request.id))?.grades.at(-1)?.grade)
  if (!leads.ok) return leads
  const ends = await mayEndNow(actor, request)
  if (!ends.ok) return ends
  const provision = await provisionWithId(actor, provisionId)
  return provision?.municipalityId === request.municipalityId ? allow() : refuse('triage-provision-elsewhere')
}

async function start(
  tx: Tx,
  actor: Actor,
  { request, given }: { readonly request: HelpRequest; readonly given: Starting },
): Promise<Answer<{ trajectoryId: Id }>> {
  const opened = await openOrGoOn(actor, request, given)
  if (!opened.ok) return opened
  const { trajectoryId } = opened.value
  const changed = await store.update(tx, request, { state: 'trajectory', trajectoryId, closedOn: given.on })
  if (!changed) return refuse('request-changed-meanwhile')
  await store.addEvent(tx, request, { type: 'trajectory', reason: null, recordedBy: actor.personId })
  await store.setForgetOn(tx, request.id, after(given.on, { months: given.keepMonths }))
  return allow({ trajectoryId })
}

async function openOrGoOn(actor: Actor, { id }: HelpRequest, given: Starting): Promise<Answer<{ trajectoryId: Id }>> {
  const known = await knownFileOf(actor, id)
  // Of somebody with a file no second one opens; whoever has this request heard that it is of somebody known here.
  if (known === undefined && (await personsOfRequest(actor, id)).length > 0) return refuse('request-person-elsewhere')
  if (known === undefined) return openFile(actor, given)
  const running = known.open.find(({ provisionId }) => provisionId === given.provisionId)
  if (running !== undefined) return allow({ trajectoryId: running.id })
  return openTrajectory(actor, { provisionId: given.provisionId, personId: known.personId, on: given.on })
}
