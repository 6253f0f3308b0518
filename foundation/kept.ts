import { hash } from 'node:crypto'

type Bounds<T> = {
  /** How many results stay at most. */
  readonly most: number
  /** How large all that stay may be together, in the measure of `sizeOf`. */
  readonly largest: number
  readonly sizeOf: (result: T) => number
}

/**
 * Keeps the newest results of a pure function by all that went into it, so that the same content gives what was made of it
 * before, whoever asks, and other content never does. `content` must hold everything that the result depends on. What was
 * asked longest ago goes first when there are too many or they are too large.
 */
export function keptByContent<T>({ most, largest, sizeOf }: Bounds<T>) {
  const kept = new Map<string, { readonly result: T; readonly size: number }>()
  let size = 0
  const drop = (key: string): void => {
    size -= kept.get(key)?.size ?? 0
    kept.delete(key)
  }
  return {
    of(content: string, make: () => T): T {
      const key = hash('sha256', content, 'base64')
      const known = kept.get(key)
      drop(key)
      const result = known === undefined ? make() : known.result
      const own = known?.size ?? sizeOf(result)
      if (own > largest) return result
      kept.set(key, { result, size: own })
      size += own
      for (const oldest of kept.keys()) {
        if (kept.size <= most && size <= largest) break
        drop(oldest)
      }
      return result
    },
    /** How many stay, and how large they are together. */
    now: () => ({ count: kept.size, size }),
  }
}
