import type { Tx } from '../../../database/connect.ts'
import { allOrNothing, inScope, noteShown } from '../../../database/transaction.ts'
import type { Day } from '../../../foundation/day.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { maySomewhere } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import type { HelpRequest } from '../request.ts'
import { addEvent, byId, update } from '../store.ts'
import { alike } from './alike.ts'
import { bestOf, type Decision, decisionOn, type Match } from './match.ts'
import { matchSeen } from './queries.ts'
import * as store from './store.ts'

/** So many requests are compared in one turn of the background task; the rest waits for the next. */
const MOST_AT_ONCE = 200
/** More look-alikes of one request than this help nobody to decide. */
const MOST_MATCHES = 10

/**
 * For the background task: compares requests with what is open at the same organisation in the same municipality, and
 * keeps what they look like. Nothing of it is in any answer to whoever asks. Gives how many were compared.
 */
export async function compareRequests(actor: Actor, now = new Date()): Promise<number> {
  return inScope(actor, async (tx) => {
    const asked = await store.requestsToCompare(tx, MOST_AT_ONCE)
    const here = new Map<string, readonly store.KnownHere[]>()
    for (const one of asked) {
      const key = `${one.municipalityId} ${one.organisationId}`
      const known = here.get(key) ?? (await store.knownHere(tx, one.municipalityId, one.organisationId))
      here.set(key, known)
      const compared = known.filter((other) => isEarlier(other, one)).map((of) => ({ of, alike: alike(one, of) }))
      await store.addMatches(tx, one, bestOf(compared, MOST_MATCHES))
    }
    await store.markCompared(tx, asked, now)
    return asked.length
  })
}

/** Of two requests the later one looks like the earlier one, never the other way round; people were known before. */
function isEarlier(other: store.KnownHere, { requestId, receivedAt }: store.ToCompare): boolean {
  if (other.requestId === null || other.receivedAt === null) return true
  if (other.receivedAt === receivedAt) return other.requestId < requestId
  return new Date(other.receivedAt) < new Date(receivedAt)
}

type Deciding = { readonly otherId: Id; readonly decision: string; readonly rowVersion: number; readonly today: Day }

/**
 * Says whether a request is of somebody we know. Of the same person it goes to who helps that person, and stands in that
 * colleague’s Today; of another of the family it stays; what is not the same is remembered and not shown again.
 */
export async function decideMatch(
  actor: Actor,
  id: Id,
  given: Deciding,
): Promise<Answer<{ readonly isGiven: boolean }>> {
  if (!isId(id) || !isId(given.otherId) || !maySomewhere(actor, 'change', 'help-request')) return refuse('not-found')
  return inScope(actor, async (tx) => {
    const request = await byId(tx, id)
    const match = request && (await store.matchWith(tx, id, given.otherId))
    const seen = match && (await matchSeen(actor, request, match))
    if (request === undefined || match === undefined || seen === undefined) return refuse('not-found')
    noteShown('help-request', [id])
    noteShown('municipality', [request.municipalityId])
    if (!seen.mayDecide) return refuse('match-for-coordinator')
    const way = decisionOn(match, given.decision)
    if (!way.ok) return way
    if (!way.value.isNew) return allow({ isGiven: false })
    if (request.rowVersion !== given.rowVersion) return refuse('request-changed-meanwhile')
    const { decision } = way.value
    return allOrNothing(tx, () => keep(tx, actor, { request, match, decision, on: given.today }))
  })
}

type Keeping = { readonly request: HelpRequest; readonly match: Match; readonly decision: Decision; readonly on: Day }

async function keep(
  tx: Tx,
  actor: Actor,
  { request, match, decision, on }: Keeping,
): Promise<Answer<{ isGiven: boolean }>> {
  const to = decision === 'same-person' && request.closedOn === null ? await helperOf(tx, request, match) : undefined
  const decided = { decision, decidedOn: on, decidedBy: actor.personId }
  if (!(await store.decide(tx, match, decided))) return refuse('match-decided-meanwhile')
  if (to === undefined || to === request.takenBy) return allow({ isGiven: to !== undefined })
  if (!(await update(tx, request, { state: 'taken', takenBy: to }))) return refuse('request-changed-meanwhile')
  await addEvent(tx, request, { type: 'taken', reason: null, recordedBy: actor.personId })
  return allow({ isGiven: true })
}

/** Who helps this person, or has that person’s other request. */
async function helperOf(tx: Tx, { id }: HelpRequest, { personId, otherRequestId }: Match): Promise<Id | undefined> {
  if (personId !== null) return (await store.takersOf(tx, id, personId))[0]
  return otherRequestId === null ? undefined : ((await byId(tx, otherRequestId))?.takenBy ?? undefined)
}
