import type { Tx } from '../../../database/connect.ts'
import { allOrNothing, inScope, noteShown } from '../../../database/transaction.ts'
import type { Day } from '../../../foundation/day.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { maySomewhere } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { watches } from '../access.ts'
import { placeOfRequest } from '../queries.ts'
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
  const joining = decision === 'same-person' ? await joiningOf(tx, request, match) : allow({ open: [], to: undefined })
  if (!joining.ok) return joining
  const { open, to } = joining.value
  const decided = { decision, decidedOn: on, decidedBy: actor.personId }
  if (!(await store.decide(tx, match, decided))) return refuse('match-decided-meanwhile')
  if (to === undefined) return allow({ isGiven: false })
  for (const one of open) if (!(await give(tx, actor, one, to))) return refuse('request-changed-meanwhile')
  return allow({ isGiven: open.some(({ id }) => id === request.id) })
}

/** Puts an open request with a colleague; says whether nobody changed it meanwhile. */
async function give(tx: Tx, actor: Actor, request: HelpRequest, to: Id): Promise<boolean> {
  if (request.takenBy === to) return true
  if (!(await update(tx, request, { state: 'taken', takenBy: to }))) return false
  await addEvent(tx, request, { type: 'taken', reason: null, recordedBy: actor.personId })
  return true
}

type Joining = { readonly open: readonly HelpRequest[]; readonly to: Id | undefined }

/**
 * What goes to whom when two turn out to be one person: every open request of that person, to who helps that person or has
 * the earlier request. Refuses when both have a file already, for merging would change who reads what; and when
 * nobody who helps that person takes requests up, for then the next to take it would open a second file.
 */
async function joiningOf(tx: Tx, request: HelpRequest, match: Match): Promise<Answer<Joining>> {
  // Locked: of a decision and a start at the same moment the second waits here, and finds the first one done.
  const open: HelpRequest[] = []
  for (const id of await store.openRequestsOfMatch(tx, match)) {
    const one = await byId(tx, id, true)
    if (one !== undefined && one.closedOn === null) open.push(one)
  }
  const [personId, secondId] = await store.personsOfMatch(tx, match)
  if (secondId !== undefined) return refuse('match-two-files')
  if (personId === undefined) {
    const other = match.otherRequestId === null ? undefined : await byId(tx, match.otherRequestId)
    const to = [other, request, ...open].find((one) => one !== undefined && one.takenBy !== null)?.takenBy
    return allow({ open, to: to ?? undefined })
  }
  const takers = await store.takersOf(tx, request.id, personId)
  const to = takers.find((one) => one === request.takenBy) ?? takers[0]
  return to === undefined && open.length > 0 ? refuse('match-nobody-takes') : allow({ open, to })
}

/** A colleague took one request up: those of the same person that wait come along, so that one colleague has them all. */
export async function takeAlong(actor: Actor, requestId: Id): Promise<void> {
  await inScope(actor, async (tx) => {
    for (const id of await store.openRequestsWith(tx, requestId)) {
      const one = await byId(tx, id, true)
      if (one !== undefined && one.takenBy === null) await give(tx, actor, one, actor.personId)
    }
  })
}

/**
 * Gives back a request of somebody with a file: it does not wait for just anybody, but goes to who helps that person now.
 * Refuses who does not watch over requests, and a person whom nobody else helps; a refusal tells who is no holder nothing.
 */
export async function passOn(actor: Actor, request: HelpRequest): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const isHolder = request.takenBy === actor.personId
    const isWatching = watches(actor, await placeOfRequest(actor, request))
    const match = (await store.matchesOf(tx, request.id)).find(({ decision }) => decision === 'same-person')
    const [personId] = match === undefined || !isWatching ? [] : await store.personsOfMatch(tx, match)
    const takers = personId === undefined ? [] : await store.takersOf(tx, request.id, personId)
    const to = takers.find((one) => one !== request.takenBy)
    if (to === undefined) return refuse(isHolder ? 'request-joined' : 'request-of-colleague')
    return (await give(tx, actor, request, to)) ? allow() : refuse('request-changed-meanwhile')
  })
}
