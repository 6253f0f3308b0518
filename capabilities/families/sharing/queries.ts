import { inScope, noteShown } from '../../../database/transaction.ts'
import { type Day, day, dayAt } from '../../../foundation/day.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import { maySomewhere } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { municipalityWithId } from '../../access/queries.ts'
import { type Item, mayRead, mayReceive } from '../disclosure.ts'
import { readerOf } from '../files/queries.ts'
import { type ShownSharing, stateOf } from './sharing.ts'
import * as store from './store.ts'

export type { PlaceToShare, Reach } from './store.ts'

/**
 * What is or was shared of a person, with whom and why, newest first: for who works on that person and for the person.
 * Nobody else is told that anything is shared.
 */
export async function sharingsOf(actor: Actor, personId: Id): Promise<ShownSharing[]> {
  return inScope(actor, async (tx) => {
    const reader = await readerOf(actor)
    if (!mayRead(reader, { disclosure: 'own-file', personId })) return []
    const shown = await store.shownAs(tx, reader.is.has(personId) ? 'self' : 'worker')
    const own = shown.filter((one) => one.personId === personId)
    noteShown('sharing', new Set(own.map((one) => one.id)))
    return own
  })
}

/** What of the persons that the actor works on was offered to somebody elsewhere, and not taken yet on this day. */
export async function sharingsNotTaken(actor: Actor, today: Day): Promise<ShownSharing[]> {
  return inScope(actor, async (tx) => {
    const offered = (await store.shownAs(tx, 'worker')).filter((one) => stateOf(one, today) === 'offered')
    const reader = offered.length === 0 ? undefined : await readerOf(actor)
    const waiting = offered.filter(
      ({ personId }) => reader !== undefined && mayRead(reader, { disclosure: 'own-file', personId }),
    )
    noteShown('sharing', new Set(waiting.map((one) => one.id)))
    return waiting
  })
}

/** A sharing with this actor; taken or still to be taken. */
export type ReceivedSharing = ShownSharing & { readonly isAccepted: boolean }

/** What is shared with this actor and stands open today, by the rule of disclosure after the database said the same. */
export async function receivedSharings(actor: Actor): Promise<ReceivedSharing[]> {
  return inScope(actor, async (tx) => {
    const reader = await readerOf(actor)
    const items = await receivedItems(actor)
    const found = (await store.shownAs(tx, 'receiver')).flatMap((one): ReceivedSharing[] => {
      const item = items.get(one.id)
      if (item === undefined) return []
      const isAccepted = mayRead(reader, item)
      return isAccepted || mayReceive(reader, item) ? [{ ...one, isAccepted }] : []
    })
    noteShown('sharing', new Set(found.map((one) => one.id)))
    // Who looks from elsewhere is in the logs of the municipality whose file it is, and told to the person.
    noteShown('file', new Set(found.map((one) => one.personId)))
    noteShown('municipality', new Set(found.map((one) => one.municipalityId)))
    return found
  })
}

/** What the rule needs to know of each sharing with this actor, by its number. */
export async function receivedItems(actor: Actor): Promise<Map<Id, Item>> {
  return inScope(actor, async (tx) => {
    const [found, today] = [await store.received(tx), dayAt(new Date())]
    const receivedOf = new Set(found.filter((one) => one.isAccepted).map((one) => one.personId))
    return new Map(
      found.map(({ sharingId, personId, isAccepted, endsOn, others }) => {
        const term = { isAccepted, isWithdrawn: false, endsOn: day(endsOn), today }
        const sharing = { receiverId: actor.personId, ...term, others: new Set(others), receivedOf }
        return [sharingId, { disclosure: 'received', personId, sharing }]
      }),
    )
  })
}

/** One sharing with this actor; undefined for every other, and once it no longer stands. */
export async function receivedSharing(actor: Actor, sharingId: Id): Promise<ReceivedSharing | undefined> {
  if (!isId(sharingId)) return undefined
  return (await receivedSharings(actor)).find((one) => one.id === sharingId)
}

/** How to reach the person of a sharing, when that is what is shared and the actor took it; never the address. */
export async function receivedReach(actor: Actor, sharingId: Id): Promise<store.Reach | undefined> {
  return inScope(actor, async (tx) => {
    const item = (await receivedItems(actor)).get(sharingId)
    if (item === undefined || !mayRead(await readerOf(actor), item)) return undefined
    return store.reachOf(tx, sharingId)
  })
}

/** What was shared on a ground of safety and why, newest first, for the privacy officer; nothing for anybody else. */
export async function safetySharings(actor: Actor): Promise<ShownSharing[]> {
  if (!maySomewhere(actor, 'list', 'broken-glass')) return []
  return inScope(actor, async (tx) => {
    const found = await store.shownAs(tx, 'officer')
    noteShown('sharing', new Set(found.map((one) => one.id)))
    return found
  })
}

/** Where somebody works with whom something of this person can be shared; nothing for who does not work on the person. */
export const placesToShare = (actor: Actor, personId: Id): Promise<store.PlaceToShare[]> =>
  inScope(actor, async (tx) => (isId(personId) ? store.placesToShare(tx, personId) : []))

/** How many days a sharing lasts at most in a municipality. */
export async function sharingDaysIn(actor: Actor, municipalityId: Id): Promise<number> {
  const municipality = await municipalityWithId(actor, municipalityId)
  if (municipality === undefined) throw new Error('every municipality is known')
  return municipality.sharingDays
}
