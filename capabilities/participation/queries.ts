import { type Id, isId } from '../../foundation/id.ts'
import { may, maySomewhere } from '../access/access.ts'
import type { Actor } from '../access/actor.ts'
import { type Municipality, municipalitiesKnown, municipalityWithId } from '../access/queries.ts'
import type { Action } from '../access/roles.ts'

/** Stories belong to public pages; test rounds and gathered input are policy work. */
type Right = readonly [Action, 'page' | 'participation']

const mayThere = (actor: Actor, [action, kind]: Right, { id, regionId }: Municipality): boolean =>
  may(actor, action, kind, { municipalityId: id, regionId: regionId ?? undefined })

/** The municipalities in which the actor has this right. */
export async function municipalitiesWith(actor: Actor, right: Right): Promise<Municipality[]> {
  if (!maySomewhere(actor, ...right)) return []
  return (await municipalitiesKnown(actor)).filter((one) => mayThere(actor, right, one))
}

/** A municipality in which the actor has this right; undefined for any other and for one that nobody knows. */
export async function municipalityWith(actor: Actor, right: Right, id: Id): Promise<Municipality | undefined> {
  const found = isId(id) ? await municipalityWithId(actor, id) : undefined
  return found !== undefined && mayThere(actor, right, found) ? found : undefined
}
