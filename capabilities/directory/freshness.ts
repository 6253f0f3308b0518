import { after, type Day } from '../../foundation/day.ts'

/** Every quarter the provider is asked whether a card is still right; a month without an answer later it fades. */
export const ASK_AFTER_MONTHS = 3
export const STALE_AFTER_MONTHS = 4
/** Who did not answer is asked again after three weeks, as long as the card is not confirmed. */
export const ASK_AGAIN_DAYS = 21

/** How far a card can be trusted: confirmed within the quarter, to be asked again, or not confirmed for too long. */
export type Freshness = 'fresh' | 'ask-again' | 'stale'

/** What was never confirmed is as little known as what was confirmed too long ago. */
export function freshness(confirmedOn: Day | null, today: Day): Freshness {
  if (confirmedOn === null || today >= after(confirmedOn, { months: STALE_AFTER_MONTHS })) return 'stale'
  return today >= after(confirmedOn, { months: ASK_AFTER_MONTHS }) ? 'ask-again' : 'fresh'
}

/** Whether the provider is mailed today: no longer fresh, and not asked in the last weeks. */
export const isToAsk = (confirmedOn: Day | null, lastAskedOn: Day | undefined, today: Day): boolean =>
  freshness(confirmedOn, today) !== 'fresh' &&
  (lastAskedOn === undefined || today >= after(lastAskedOn, { days: ASK_AGAIN_DAYS }))
