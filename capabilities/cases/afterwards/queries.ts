import { inScope } from '../../../database/transaction.ts'
import type { Day } from '../../../foundation/day.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import { may } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { type Municipality, municipalitiesKnown } from '../../access/queries.ts'
import { trajectoryRow } from '../queries.ts'
import { type Handed, mayBeHanded, type Offer } from './offer.ts'
import * as store from './store.ts'

/** The municipalities whose list for afterwards this actor keeps. */
export const municipalitiesKept = async (actor: Actor): Promise<Municipality[]> =>
  (await municipalitiesKnown(actor)).filter((one) => mayKeep(actor, one))

export const mayKeep = (actor: Actor, { id, regionId }: Municipality): boolean =>
  may(actor, 'change', 'setting', { municipalityId: id, regionId: regionId ?? undefined })

/** All that a municipality ever had on its list, by name; for who keeps it. */
export async function offersKept(actor: Actor, municipality: Municipality): Promise<Offer[]> {
  if (!mayKeep(actor, municipality)) return []
  return inScope(actor, (tx) => store.offersOf(tx, municipality.id))
}

/** What can be handed over in this trajectory on a day: of its own municipality, for its programme, valid then. */
export async function offersFor(actor: Actor, trajectoryId: Id, on: Day): Promise<Offer[]> {
  return inScope(actor, async (tx) => {
    const trajectory = await trajectoryRow(actor, trajectoryId)
    if (trajectory === undefined) return []
    const all = await store.offersOf(tx, trajectory.municipalityId)
    return all.filter((one) => mayBeHanded(one, { ...trajectory, on }))
  })
}

/** What was handed over in this trajectory, from early to late. */
export const handedIn = async (actor: Actor, trajectoryId: Id): Promise<Handed[]> =>
  isId(trajectoryId) ? inScope(actor, (tx) => store.handedIn(tx, trajectoryId)) : []
