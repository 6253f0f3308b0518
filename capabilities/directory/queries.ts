import { inScope, noteShown } from '../../database/transaction.ts'
import type { Day } from '../../foundation/day.ts'
import { type Id, isId } from '../../foundation/id.ts'
import { may, maySomewhere } from '../access/access.ts'
import type { Actor } from '../access/actor.ts'
import {
  type Municipality,
  municipalitiesKnown,
  municipalityWithId,
  regionsKnown,
  villagesIn,
} from '../access/queries.ts'
import { hsdsFile, type Told, type Where } from './hsds/service.ts'
import { isShown, type Offer } from './offer.ts'
import * as store from './store.ts'

/** What is public in this municipality and not over, by name. */
export async function publicOffers(actor: Actor, municipalityId: Id, today: Day): Promise<Offer[]> {
  const offers = await inScope(actor, (tx) => store.offersIn(tx, municipalityId))
  // An editor sees more rows than the public page shows.
  return offers.filter((offer) => isShown(offer, today))
}

/** The sites that public cards of all municipalities lead to, each once. */
export async function websitesShown(actor: Actor, today: Day): Promise<string[]> {
  const offers = await inScope(actor, (tx) => store.publicOffers(tx, today))
  return [...new Set(offers.flatMap(({ card }) => card.website ?? []))]
}

/** One public card; undefined when it is not there, not public, over, or of another municipality. */
export async function publicOffer(actor: Actor, municipalityId: Id, id: Id, today: Day): Promise<Offer | undefined> {
  const offer = isId(id) ? await inScope(actor, (tx) => store.offerIn(tx, municipalityId, id)) : undefined
  return offer !== undefined && isShown(offer, today) ? offer : undefined
}

/** Whether the actor keeps the local offer of this municipality. */
export const mayKeep = (actor: Actor, { id, regionId }: Municipality): boolean =>
  may(actor, 'change', 'page', { municipalityId: id, regionId: regionId ?? undefined })

/** The municipalities of which the actor keeps the local offer. */
export async function municipalitiesOffering(actor: Actor): Promise<Municipality[]> {
  if (!maySomewhere(actor, 'change', 'page')) return []
  return (await municipalitiesKnown(actor)).filter((one) => mayKeep(actor, one))
}

/** A municipality of which the actor keeps the local offer; undefined for any other and for one that nobody knows. */
export async function municipalityKept(actor: Actor, id: Id): Promise<Municipality | undefined> {
  const found = isId(id) ? await municipalityWithId(actor, id) : undefined
  return found !== undefined && mayKeep(actor, found) ? found : undefined
}

/** Every card of a municipality for who keeps it, drafts and what ended too; nothing for anybody else. */
export async function offersKept(actor: Actor, municipalityId: Id): Promise<Offer[]> {
  if ((await municipalityKept(actor, municipalityId)) === undefined) return []
  noteShown('municipality', [municipalityId])
  return inScope(actor, (tx) => store.offersIn(tx, municipalityId))
}

export type OfferKept = { readonly offer: Offer; readonly steps: Awaited<ReturnType<typeof store.stepsOf>> }

/** One card with everything that happened to it; undefined when it is not the actor's to keep. */
export async function offerKept(actor: Actor, municipalityId: Id, id: Id): Promise<OfferKept | undefined> {
  if (!isId(id) || (await municipalityKept(actor, municipalityId)) === undefined) return undefined
  return inScope(actor, async (tx) => {
    const offer = await store.offerIn(tx, municipalityId, id)
    return offer === undefined ? undefined : { offer, steps: await store.stepsOf(tx, municipalityId, id) }
  })
}

/** What a file of the local offer needs to know of where it is. */
export async function whereOf(actor: Actor, { id, code, name, regionId }: Municipality, today: Day): Promise<Where> {
  const [villages, regions] = await Promise.all([villagesIn(actor, id), regionsKnown(actor)])
  const region = regions.find((one) => one.id === regionId)?.name ?? ''
  return { municipality: { code, name }, region, villages, today }
}

/** The whole local offer of a municipality as a file of HSDS 3.0; undefined for who does not keep it. */
export async function offerFile(
  actor: Actor,
  municipalityId: Id,
  today: Day,
): Promise<ReturnType<typeof hsdsFile> | undefined> {
  const municipality = await municipalityKept(actor, municipalityId)
  if (municipality === undefined) return undefined
  const offers = await offersKept(actor, municipalityId)
  return hsdsFile(offers.map(toldOf), await whereOf(actor, municipality, today))
}

export const toldOf = ({ municipalityId: _, rowVersion: __, ...told }: Offer): Told => told
