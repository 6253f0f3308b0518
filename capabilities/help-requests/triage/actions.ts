import type { Tx } from '../../../database/connect.ts'
import { inScope, noteShown } from '../../../database/transaction.ts'
import type { Day } from '../../../foundation/day.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import type { Actor } from '../../access/actor.ts'
import { sendMessage } from '../../messages/actions.ts'
import type { HelpRequest } from '../request.ts'
import { byId, update } from '../store.ts'
import { requestToWeigh } from './queries.ts'
import * as store from './store.ts'
import { estimateTold, gradeTold, isUnsafe } from './weighing.ts'

/** The version that was on the screen, and the day on which it was weighed. */
type Weighing = { readonly rowVersion: number; readonly today: Day }

/**
 * Sets the grade of a request with its reason; earlier ones stay. Grade D tells every director who sees the
 * request, at once, that something waits. Gives how many were told.
 */
export async function gradeRequest(
  actor: Actor,
  id: Id,
  given: Weighing & { readonly grade: string; readonly reason: string },
): Promise<Answer<{ readonly told: number }>> {
  return inScope(actor, async (tx) => {
    const found = await requestToWeigh(actor, id, given.rowVersion)
    if (!found.ok) return found
    const told = gradeTold(given)
    if (!told.ok) return told
    const request = found.value
    if (!(await update(tx, request, { state: request.state }))) return refuse('request-changed-meanwhile')
    await store.addGrade(tx, request, { ...told.value, holdsOn: given.today, recordedBy: actor.personId })
    return told.value.grade === 'D' ? alertDirectors(tx, actor, request) : allow({ told: 0 })
  })
}

/**
 * Records whether children may come to harm and whether there is violence at home; earlier ones stay. Acute danger
 * tells the directors as grade D does. Gives how many were told.
 */
export async function estimateRisk(
  actor: Actor,
  id: Id,
  given: Weighing & { readonly harm: string; readonly violence: string; readonly because: string },
): Promise<Answer<{ readonly told: number; readonly isAcute: boolean }>> {
  return inScope(actor, async (tx) => {
    const found = await requestToWeigh(actor, id, given.rowVersion)
    if (!found.ok) return found
    const told = estimateTold(given)
    if (!told.ok) return told
    const request = found.value
    if (!(await update(tx, request, { state: request.state }))) return refuse('request-changed-meanwhile')
    await store.addEstimate(tx, request, { ...told.value, holdsOn: given.today, recordedBy: actor.personId })
    const isAcute = isUnsafe(undefined, told.value)
    const alerted = isAcute ? await alertDirectors(tx, actor, request) : allow({ told: 0 })
    return alerted.ok ? allow({ ...alerted.value, isAcute }) : alerted
  })
}

/** A director has seen that a request is unsafe; from then on it no longer waits. Refuses whoever is not one there. */
export async function seeUnsafe(actor: Actor, id: Id): Promise<Answer> {
  if (!isId(id)) return refuse('not-found')
  return inScope(actor, async (tx) => {
    const request = await byId(tx, id)
    if (request === undefined) return refuse('not-found')
    noteShown('help-request', [id])
    noteShown('municipality', [request.municipalityId])
    return (await store.seeAlert(tx, id, actor.personId)) ? allow() : refuse('triage-nothing-to-see')
  })
}

/** What is unsafe waits for a director, and each is told. The mail says that something waits; what it is stands in the list, behind signing in. */
async function alertDirectors(tx: Tx, actor: Actor, request: HelpRequest): Promise<Answer<{ readonly told: number }>> {
  await store.raiseAlert(tx, request, actor.personId)
  const directors = await store.directorsOf(tx, request.provisionId)
  for (const personId of directors) {
    const { municipalityId, id: about } = request
    const sent = await sendMessage(actor, {
      kind: 'work-waiting',
      to: { personId },
      municipalityId,
      about,
      urgent: true,
    })
    if (!sent.ok) return sent
  }
  return allow({ told: directors.length })
}
