import { may, type Place } from '../access/access.ts'
import type { Actor } from '../access/actor.ts'
import type { HelpRequest } from './request.ts'

/** Who watches over requests that others took up; the database says the same in `access.provisions_of_requests_watched`. */
const WATCHING = ['coordinator', 'director']

export const watches = (actor: Actor, place: Place): boolean =>
  may({ ...actor, grants: actor.grants.filter(({ role }) => WATCHING.includes(role)) }, 'read', 'help-request', place)

type Held = Pick<HelpRequest, 'takenBy' | 'isStoodIn'>

/**
 * Own words and the way to reach somebody: while it waits all who take up requests, then who took it up, who stands in for
 * that colleague, and who watches.
 */
export function mayReadDetails(actor: Actor, { takenBy, isStoodIn }: Held, place: Place): boolean {
  if (!may(actor, 'read', 'help-request', place)) return false
  return takenBy === null || takenBy === actor.personId || isStoodIn || watches(actor, place)
}

/** Whoever may change requests takes one up or, having it or standing in, goes on; who watches does so with one of somebody else. */
export function mayStep(actor: Actor, { takenBy, isStoodIn }: Held, place: Place): boolean {
  if (!may(actor, 'change', 'help-request', place)) return false
  return takenBy === null || takenBy === actor.personId || isStoodIn || watches(actor, place)
}
