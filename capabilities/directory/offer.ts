import type { Day } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import type { Card } from './card.ts'

/** A card is being written, public, or away for a while. What ended is what its last day says. */
export const STATES = ['draft', 'public', 'paused'] as const
export type State = (typeof STATES)[number]

/** One entry of the local offer: something near home that somebody can go to or use. */
export type Offer = {
  readonly municipalityId: Id
  readonly id: Id
  readonly state: State
  /** Where it takes place, by the code of the village; null for at home, online or in the whole municipality. */
  readonly village: string | null
  readonly card: Card
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  /** The day on which the provider, or the editor with the provider, said that it was right. */
  readonly confirmedOn: Day | null
  readonly rowVersion: number
}

/** What happens to a card, one after the other; nothing of it changes. */
export const STEPS = ['written', 'changed', 'public', 'paused', 'ended', 'confirmed', 'brought-in'] as const
export type Step = (typeof STEPS)[number]

/** After its last day it is over. */
export const isOver = ({ endsOn }: Pick<Offer, 'endsOn'>, today: Day): boolean => endsOn !== null && endsOn < today

/** what ended disappears from the public view, and stays in the history. */
export const isShown = (offer: Pick<Offer, 'state' | 'endsOn'>, today: Day): boolean =>
  offer.state === 'public' && !isOver(offer, today)

/** What begins on a later day is shown with that day. */
export const isAhead = ({ startsOn }: Pick<Offer, 'startsOn'>, today: Day): boolean =>
  startsOn !== null && startsOn > today
