import type { Tx } from '../../../database/connect.ts'
import { inScope, noteShown } from '../../../database/transaction.ts'
import type { Id } from '../../../foundation/id.ts'
import { may } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { trajectoryOfPerson, trajectoryRow } from '../../cases/queries.ts'
import { personsNamed } from '../../families/files/queries.ts'
import { mayReadDetails, watches } from '../access.ts'
import { placeOfRequest } from '../queries.ts'
import type { HelpRequest } from '../request.ts'
import { byId } from '../store.ts'
import { type Match, maySeeMatch } from './match.ts'
import * as store from './store.ts'

export type MatchShown = Match & {
  /** The name, only for whoever sees that person anyway. */
  readonly name: string | undefined
  /** What can be opened, only for whoever may. */
  readonly trajectoryId: Id | undefined
  readonly isOtherOpen: boolean
  readonly mayDecide: boolean
}

/** What a request looks like that is known already, for whoever may know that. */
export async function matchesSeen(actor: Actor, id: Id): Promise<readonly MatchShown[]> {
  return inScope(actor, async (tx) => {
    const request = await byId(tx, id)
    if (request === undefined) return []
    const seen: MatchShown[] = []
    for (const match of await store.matchesOf(tx, id)) {
      const shown = await matchSeen(actor, request, match)
      if (shown !== undefined) seen.push(shown)
    }
    return seen
  })
}

/** One match as the actor may know it; undefined when that is not at all. */
export async function matchSeen(actor: Actor, request: HelpRequest, match: Match): Promise<MatchShown | undefined> {
  return inScope(actor, async (tx) => {
    const place = await placeOfRequest(actor, request)
    const other = match.otherRequestId === null ? undefined : await byId(tx, match.otherRequestId)
    const otherPlace = other && (await placeOfRequest(actor, other))
    const isWatching =
      watches(actor, place) &&
      (match.otherRequestId === null || (otherPlace !== undefined && watches(actor, otherPlace)))
    const { families, opposed } = await store.sidesOf(tx)
    const became = other?.trajectoryId ?? undefined
    const isSeen = maySeeMatch({
      isWatching,
      mayTakeUp: may(actor, 'change', 'help-request', place) && mayReadDetails(actor, request, place),
      isOnASide: await isOnASide(tx, actor, request, families),
      isOpposed:
        (match.personId !== null && opposed.has(match.personId)) ||
        // A request that became a trajectory which is closed to the actor is as closed as that.
        (became !== undefined && (await trajectoryRow(actor, became)) === undefined),
      isOtherFree: match.otherRequestId === null || other?.takenBy === null,
      isJoined: match.decision === 'same-person' && request.takenBy === actor.personId,
    })
    if (!isSeen) return undefined
    if (other !== undefined) noteShown('help-request', [other.id])
    const [person] = match.personId === null ? [] : await personsNamed(actor, [match.personId])
    return {
      ...match,
      name: person?.name ?? undefined,
      trajectoryId: match.personId === null ? undefined : await trajectoryOfPerson(actor, match.personId),
      isOtherOpen: other !== undefined && otherPlace !== undefined && mayReadDetails(actor, other, otherPlace),
      mayDecide: isWatching && may(actor, 'change', 'help-request', place),
    }
  })
}

/** Whose file a request goes on in, by what a coordinator decided; for who has that request, and nobody else. */
export const personsOfRequest = (actor: Actor, id: Id): Promise<Id[]> =>
  inScope(actor, (tx) => store.personsWith(tx, id))

/** The open requests of the same person as this one, with itself, in the order in which they are locked; for who has it. */
export const requestsOfSame = (actor: Actor, id: Id): Promise<Id[]> =>
  inScope(actor, (tx) => store.openRequestsWith(tx, id))

/** Whether a request goes on in a file that is there; for who has it or watches over it. */
export const isOfKnownPerson = (actor: Actor, id: Id): Promise<boolean> =>
  inScope(actor, (tx) => store.goesOnInFile(tx, id))

/** Whether the actor serves somebody of a family that this request looks like, or has a request that it looks like. */
async function isOnASide(tx: Tx, actor: Actor, request: HelpRequest, served: ReadonlySet<Id>): Promise<boolean> {
  for (const { familyId, otherRequestId } of await store.matchesOf(tx, request.id)) {
    if (familyId !== null && served.has(familyId)) return true
    if (otherRequestId !== null && (await byId(tx, otherRequestId))?.takenBy === actor.personId) return true
  }
  return false
}
