/** Chance that comes out the same for the same seed, so that every demo is alike. */
export type Chance = {
  /** A whole number from `from` up to and including `to`. */
  readonly between: (from: number, to: number) => number
  readonly happens: (share: number) => boolean
  /** One of the items; what has more weight comes more often. */
  readonly oneOf: <T>(items: readonly T[], weightOf?: (item: T, index: number) => number) => T | undefined
}

/** Mulberry32: small, even enough for invented families, and nothing for secrets. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    happens: (share) => next() < share,
    oneOf: (items, weightOf = () => 1) => {
      const weights = items.map(weightOf)
      let left = next() * weights.reduce((sum, weight) => sum + weight, 0)
      for (const [index, item] of items.entries()) {
        const weight = weights[index] ?? 0
        if (left < weight) return item
        left -= weight
      }
      return items.find((_, index) => (weights[index] ?? 0) > 0)
    },
  }
}

/** A seed out of words: FNV-1a, so that each provision draws for itself and one more changes no other. */
export const seedOf = (text: string): number =>
  [...text].reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193), 0x811c9dc5) >>> 0
