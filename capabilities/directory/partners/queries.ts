import { inScope, noteShown } from '../../../database/transaction.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import { may, maySomewhere } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { type Municipality, municipalitiesKnown, municipalityWithId } from '../../access/queries.ts'
import type { Action } from '../../access/roles.ts'
import type { PartnerTold } from './partner.ts'
import * as store from './store.ts'

const mayThere = (actor: Actor, action: Action, { id, regionId }: Municipality): boolean =>
  may(actor, action, 'partner', { municipalityId: id, regionId: regionId ?? undefined })

/** The municipalities whose partners the actor reads. */
export async function municipalitiesWithPartners(actor: Actor): Promise<Municipality[]> {
  if (!maySomewhere(actor, 'read', 'partner')) return []
  return (await municipalitiesKnown(actor)).filter((one) => mayThere(actor, 'read', one))
}

/** A municipality in which the actor may do this with partners; undefined for any other and for one that nobody knows. */
export async function municipalityForPartners(
  actor: Actor,
  action: 'read' | 'change' | 'export',
  id: Id,
): Promise<Municipality | undefined> {
  const found = isId(id) ? await municipalityWithId(actor, id) : undefined
  return found !== undefined && mayThere(actor, action, found) ? found : undefined
}

/** The partners of a municipality with agreements and contacts; nothing for who may not read them there. */
export async function partnersKept(actor: Actor, municipalityId: Id): Promise<PartnerTold[]> {
  if ((await municipalityForPartners(actor, 'read', municipalityId)) === undefined) return []
  noteShown('municipality', [municipalityId])
  return inScope(actor, async (tx) => {
    const agreements = Map.groupBy(await store.agreementsIn(tx, municipalityId), ({ partnerId }) => partnerId)
    const touches = Map.groupBy(await store.touchesIn(tx, municipalityId), ({ partnerId }) => partnerId)
    return (await store.partnersIn(tx, municipalityId)).map((partner) => ({
      partner,
      agreements: agreements.get(partner.id) ?? [],
      touches: touches.get(partner.id) ?? [],
    }))
  })
}

/** One partner; undefined when it is not there or not for the actor. */
export const partnerKept = async (actor: Actor, municipalityId: Id, id: Id): Promise<PartnerTold | undefined> =>
  isId(id) ? (await partnersKept(actor, municipalityId)).find(({ partner }) => partner.id === id) : undefined
