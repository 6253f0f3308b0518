/** More different things than are counted in a minute; beyond it what is new is not counted, and memory stays what it is. */
const MOST = 20_000

export type Counted<Of> = readonly { readonly of: Of; readonly n: number }[]

/**
 * Counts in memory, until it is written away: nothing of one stands apart from another. `keyOf` gives one text for what is
 * counted together.
 */
export class Tally<Of> {
  readonly #keyOf: (of: Of) => string
  #counts = new Map<string, { readonly of: Of; n: number }>()

  constructor(keyOf: (of: Of) => string) {
    this.#keyOf = keyOf
  }

  add(of: Of, n = 1): void {
    const key = this.#keyOf(of)
    const known = this.#counts.get(key)
    if (known !== undefined) known.n += n
    else if (this.#counts.size < MOST) this.#counts.set(key, { of, n })
  }

  /** What was counted so far; from here on counting begins anew. */
  take(): Counted<Of> {
    const taken = [...this.#counts.values()]
    this.#counts = new Map()
    return taken
  }

  /** Has what was counted written away, and gives how many different counts; what cannot be written counts for the next time. */
  async writeAway(write: (taken: Counted<Of>) => Promise<void>): Promise<number> {
    const taken = this.take()
    if (taken.length === 0) return 0
    try {
      await write(taken)
    } catch (fault) {
      for (const { of, n } of taken) this.add(of, n)
      throw fault
    }
    return taken.length
  }
}
