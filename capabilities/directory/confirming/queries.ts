import { inScope } from '../../../database/transaction.ts'
import { type Day, dayAt } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import type { Actor } from '../../access/actor.ts'
import { BUILT_IN } from '../../access/actor.ts'
import { formKey } from '../../forms/keys.ts'
import { isShown, type Offer } from '../offer.ts'
import { municipalityKept, publicOffer } from '../queries.ts'
import { hashOf, isToken, tokenFor } from './link.ts'
import * as store from './store.ts'

/** What a provider finds behind its link: the card, that the link was used already, or nothing that works. */
export type Behind = { readonly state: 'open'; readonly offer: Offer } | { readonly state: 'answered' | 'over' }

export async function offerBehind(actor: Actor, token: string): Promise<Behind> {
  if (!isToken(token)) return { state: 'over' }
  return inScope(actor, async (tx) => {
    const offer = await store.offerBehind(tx, hashOf(token))
    if (offer !== undefined) return { state: 'open', offer }
    return { state: (await store.isAnswered(tx, hashOf(token))) ? 'answered' : 'over' }
  })
}

/** Where the mail about this question goes, with its link; for the background jobs, and only while it is of use. */
export async function mailAbout(actor: Actor, askId: Id): Promise<{ email: string; token: string } | undefined> {
  if (actor.personId !== BUILT_IN.jobs) return undefined
  const today = dayAt(new Date())
  return inScope(actor, async (tx) => {
    const ask = await store.askWithId(tx, askId)
    if (ask === undefined || ask.answer !== null || ask.untilOn < today) return undefined
    const offer = await publicOffer(actor, ask.municipalityId, ask.offerId, today)
    const email = offer !== undefined && isShown(offer, today) ? offer.card.email : undefined
    return email === undefined ? undefined : { email, token: tokenFor(askId, formKey('offer-ask')) }
  })
}

export type Remark = Awaited<ReturnType<typeof store.openRemarks>>[number]

/** What providers want to be different in this municipality, for who keeps it; the oldest first. */
export async function openRemarks(actor: Actor, municipalityId: Id): Promise<Remark[]> {
  if ((await municipalityKept(actor, municipalityId)) === undefined) return []
  return inScope(actor, (tx) => store.openRemarks(tx, municipalityId))
}

/** When each card of this municipality was last asked about, for who keeps it. */
export async function lastAsked(actor: Actor, municipalityId: Id): Promise<ReadonlyMap<Id, Day>> {
  if ((await municipalityKept(actor, municipalityId)) === undefined) return new Map()
  const asked = await inScope(actor, (tx) => store.lastAsked(tx, municipalityId))
  return new Map([...asked].map(([key, on]) => [key.split(' ')[1] ?? '', on]))
}

/** Everything that was asked about one card, for who keeps it; the newest first. */
export async function asksAbout(actor: Actor, municipalityId: Id, offerId: Id) {
  if ((await municipalityKept(actor, municipalityId)) === undefined) return []
  return inScope(actor, (tx) => store.asksAbout(tx, municipalityId, offerId))
}
