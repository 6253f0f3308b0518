import { inScope, noteShown } from '../../../database/transaction.ts'
import { after, type Day } from '../../../foundation/day.ts'
import { type Id, isId, newId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { type Actor, BUILT_IN } from '../../access/actor.ts'
import { formKey } from '../../forms/keys.ts'
import { sendMessage } from '../../messages/actions.ts'
import { isToAsk } from '../freshness.ts'
import { isShown, type Offer } from '../offer.ts'
import { municipalityKept } from '../queries.ts'
import * as offers from '../store.ts'
import { hashOf, isToken, LINK_DAYS, LONGEST_REMARK, tokenFor } from './link.ts'
import * as store from './store.ts'

/**
 * Asks the provider of every public card that is no longer fresh whether it still is right, by a mail with a link that works
 * once; not who was asked in the last weeks, and not who has no address. For the background jobs. Gives how many were asked.
 */
export async function askProviders(actor: Actor, today: Day): Promise<number> {
  if (actor.personId !== BUILT_IN.jobs) return 0
  return inScope(actor, async (tx) => {
    await store.lockAsking(tx)
    const asked = await store.lastAsked(tx)
    const due = (await offers.publicOffers(tx, today)).filter(
      ({ municipalityId, id, card, confirmedOn }) =>
        card.email !== undefined && isToAsk(confirmedOn, asked.get(`${municipalityId} ${id}`), today),
    )
    for (const offer of due) await ask(actor, offer, today)
    return due.length
  })
}

/** Asks the provider of one card now. Refuses who does not keep it, a card that is not public, one without an address, and a second time on one day. */
export async function askProvider(actor: Actor, municipalityId: Id, id: Id, today: Day): Promise<Answer> {
  if (!isId(id) || (await municipalityKept(actor, municipalityId)) === undefined) return refuse('not-found')
  return inScope(actor, async (tx) => {
    await store.lockAsking(tx)
    const offer = await offers.offerIn(tx, municipalityId, id)
    if (offer === undefined) return refuse('not-found')
    if (!isShown(offer, today)) return refuse('offer-not-public')
    if (offer.card.email === undefined) return refuse('offer-no-address')
    const last = (await store.lastAsked(tx, municipalityId)).get(`${municipalityId} ${id}`)
    if (last === today) return refuse('offer-asked-today')
    noteShown('municipality', [municipalityId])
    return ask(actor, offer, today)
  })
}

const ask = (actor: Actor, { municipalityId, id: offerId }: Offer, today: Day): Promise<Answer> =>
  inScope(actor, async (tx) => {
    const id = newId()
    await store.insertAsk(tx, {
      ...{ municipalityId, id, offerId, askedOn: today, untilOn: after(today, { days: LINK_DAYS }) },
      ...{ tokenHash: hashOf(tokenFor(id, formKey('offer-ask'))), createdBy: actor.personId },
    })
    return sendMessage(actor, { kind: 'offer-check', to: {}, municipalityId, about: id })
  })

export type Answering = {
  readonly token: string
  /** The version of the card that the provider saw. */
  readonly rowVersion: number
  /** What has to be different; undefined when all is right. */
  readonly remark?: string
}

/**
 * Takes what a provider says about its card: that it is right, from today on, or what has to be different, for an editor.
 * Works once. Refuses a link that is used, too old or unknown, a card that changed meanwhile, and a remark that says
 * nothing or too much.
 */
export async function answerAsk(actor: Actor, { token, rowVersion, remark }: Answering): Promise<Answer> {
  if (!isToken(token)) return refuse('offer-link-over')
  const words = remark?.replace(/[^\P{Cc}\n]/gu, ' ').trim()
  if (words !== undefined && (words === '' || words.length > LONGEST_REMARK || !words.isWellFormed()))
    return refuse(words === '' ? 'offer-remark-empty' : 'offer-remark-long', { most: LONGEST_REMARK })
  return inScope(actor, async (tx) => {
    const hash = hashOf(token)
    const taken = await store.answer(tx, { hash, rowVersion, remark: words ?? null, stepId: newId() })
    if (taken) return allow()
    return refuse((await store.offerBehind(tx, hash)) === undefined ? 'offer-link-over' : 'changed-meanwhile')
  })
}

/** Puts away what a provider wanted to be different: an editor did it. Refuses who does not keep that municipality. */
export async function handleRemark(actor: Actor, municipalityId: Id, askId: Id): Promise<Answer> {
  if (!isId(askId) || (await municipalityKept(actor, municipalityId)) === undefined) return refuse('not-found')
  return inScope(actor, async (tx) => {
    noteShown('municipality', [municipalityId])
    return (await store.handleRemark(tx, municipalityId, askId)) ? allow() : refuse('not-found')
  })
}
