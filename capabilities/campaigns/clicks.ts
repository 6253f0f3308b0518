import type { Id } from '../../foundation/id.ts'
import { Tally } from '../../foundation/tally.ts'

/** A click on a short address, as far as anything of it is kept. */
export type Click = {
  readonly campaignId: Id
  /** The first day of the month. */
  readonly month: string
  /** From the first day of the campaign up to and including its last. */
  readonly isWithin: boolean
}

/** Counts clicks, until they are written away. */
export const aClickTally = () =>
  new Tally<Click>(({ campaignId, month, isWithin }) => `${campaignId} ${month} ${isWithin}`)

/** What this process counted since it was last written away. */
export const clickTally = aClickTally()
