import type { Id } from '../../foundation/id.ts'

/** A click on a short address, as far as anything of it is kept. */
export type Click = {
  readonly campaignId: Id
  /** The first day of the month. */
  readonly month: string
  /** From the first day of the campaign up to and including its last. */
  readonly isWithin: boolean
}

/** More campaigns than a site has; beyond it nothing new is counted, and memory stays what it is. */
const MOST = 20_000

/** Counts in memory, until it is written away: nothing of one click stands apart from another. */
export class ClickTally {
  #counts = new Map<string, { readonly of: Click; n: number }>()

  add(of: Click, n = 1): void {
    const key = `${of.campaignId} ${of.month} ${of.isWithin}`
    const known = this.#counts.get(key)
    if (known !== undefined) known.n += n
    else if (this.#counts.size < MOST) this.#counts.set(key, { of, n })
  }

  /** What was clicked so far; from here on counting begins anew. */
  take(): readonly { readonly of: Click; readonly n: number }[] {
    const taken = [...this.#counts.values()]
    this.#counts = new Map()
    return taken
  }
}

/** What this process counted since it was last written away. */
export const clickTally = new ClickTally()
