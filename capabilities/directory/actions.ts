import { inScope, noteShown } from '../../database/transaction.ts'
import type { Day } from '../../foundation/day.ts'
import { type Id, isId } from '../../foundation/id.ts'
import { type Answer, allow, type Refused, refuse } from '../../foundation/result.ts'
import type { Actor } from '../access/actor.ts'
import { villagesIn } from '../access/queries.ts'
import { programmesKnown } from '../programmes/queries.ts'
import { type Card, cardFaults, cardFormat } from './card.ts'
import type { Offer, State, Step } from './offer.ts'
import { municipalityKept } from './queries.ts'
import * as store from './store.ts'

export type SavingOffer = {
  readonly municipalityId: Id
  /** Chosen by the form, so that a form that was sent twice makes one card. */
  readonly id: Id
  /** The version that was on the screen; undefined for a new card. */
  readonly rowVersion?: number
  readonly village: string | null
  /** Whatever was typed; checked here. */
  readonly card: unknown
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  /** The day on which somebody last checked it with the provider. */
  readonly confirmedOn: Day | null
  readonly today: Day
}

/**
 * Keeps a card of the local offer: a new one as a draft, a known one in its state, with a step in its history.
 * Refuses who does not keep that municipality, a card with a wrong field (named), a village of elsewhere, a programme that
 * nobody knows here (unless a file brought it in on this card), an end before the beginning, a check on a day to come, and a
 * version that somebody changed meanwhile.
 */
export async function saveOffer(actor: Actor, given: SavingOffer): Promise<Answer> {
  const { municipalityId, id, rowVersion, village, startsOn, endsOn, confirmedOn, today } = given
  if (!isId(id) || (await municipalityKept(actor, municipalityId)) === undefined) return refuse('not-found')
  const checked = await checkedCard(actor, given)
  if (!checked.ok) return checked
  if (confirmedOn !== null && confirmedOn > today) return refuse('offer-checked-ahead', { field: 'confirmedOn' })
  if (startsOn !== null && endsOn !== null && endsOn < startsOn) return refuse('offer-ends-first', { field: 'endsOn' })
  const { programme } = checked.value
  const isUnknown = programme !== undefined && !(await programmesKnown(actor)).some(({ code }) => code === programme)
  return inScope(actor, async (tx) => {
    const before = await store.offerIn(tx, municipalityId, id)
    if (isUnknown && before?.card.programme !== programme)
      return refuse('offer-programme-unknown', { field: 'programme' })
    const now = { municipalityId, id, village, card: checked.value, startsOn, endsOn, confirmedOn, by: actor.personId }
    if (rowVersion === undefined) {
      if (before !== undefined) return allow()
      const row = { ...now, state: 'draft' as const, rowVersion: 1 }
      await store.insertOffers(tx, [row])
      await store.recordSteps(tx, 'written', [row])
      return allow()
    }
    if (before === undefined) return refuse('not-found')
    const row = { ...now, state: before.state, rowVersion }
    if (!(await store.updateOffer(tx, row))) return refuse('changed-meanwhile')
    await store.recordSteps(tx, 'changed', [row])
    noteShown('municipality', [municipalityId])
    return allow()
  })
}

async function checkedCard(actor: Actor, { municipalityId, village, card }: SavingOffer): Promise<Answer<Card>> {
  const [field] = cardFaults(card)
  if (field !== undefined) return wrongField(field)
  const read = cardFormat.parse(card)
  const codes = (await villagesIn(actor, municipalityId)).map(({ code }) => code)
  if (village !== null && !codes.includes(village)) return refuse('offer-village-unknown', { field: 'village' })
  if (!read.villages.every((code) => codes.includes(code)))
    return refuse('offer-village-unknown', { field: 'villages' })
  return allow(read)
}

const wrongField = (field: string): Refused => refuse('offer-field-wrong', { field })

export type ChangingOffer = {
  readonly municipalityId: Id
  readonly id: Id
  readonly rowVersion: number
}

/** Makes a card public, or takes it away for a while. Refuses as `saveOffer` does, and what stands so already. */
export const moveOffer = (actor: Actor, changing: ChangingOffer, to: Exclude<State, 'draft'>): Promise<Answer> =>
  changed(actor, changing, to, (offer) =>
    offer.state === to ? refuse('offer-no-step') : allow({ ...offer, state: to }),
  )

/**
 * Ends a card: after this day it is gone from every public page, and it stays in the history. Refuses as `saveOffer`
 * does, and a day before it began.
 */
export const endOffer = (actor: Actor, changing: ChangingOffer, endsOn: Day): Promise<Answer> =>
  changed(actor, changing, 'ended', (offer) =>
    offer.startsOn !== null && endsOn < offer.startsOn
      ? refuse('offer-ends-first', { field: 'endsOn' })
      : allow({ ...offer, endsOn }),
  )

/** Says that an editor checked the card with the provider today. Refuses as `saveOffer` does. */
export const confirmOffer = (actor: Actor, changing: ChangingOffer, today: Day): Promise<Answer> =>
  changed(actor, changing, 'confirmed', (offer) => allow({ ...offer, confirmedOn: today }))

async function changed(
  actor: Actor,
  { municipalityId, id, rowVersion }: ChangingOffer,
  step: Step,
  change: (offer: Offer) => Answer<Offer>,
): Promise<Answer> {
  if (!isId(id) || (await municipalityKept(actor, municipalityId)) === undefined) return refuse('not-found')
  return inScope(actor, async (tx) => {
    const before = await store.offerIn(tx, municipalityId, id)
    if (before === undefined) return refuse('not-found')
    if (before.rowVersion !== rowVersion) return refuse('changed-meanwhile')
    const after = change(before)
    if (!after.ok) return after
    const row = { ...after.value, rowVersion, by: actor.personId }
    if (!(await store.updateOffer(tx, row))) return refuse('changed-meanwhile')
    await store.recordSteps(tx, step, [row])
    noteShown('municipality', [municipalityId])
    return allow()
  })
}
