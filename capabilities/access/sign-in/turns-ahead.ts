/** Turns of one key that a process took at once: how many were granted, what is left beyond them, and for how long they hold. */
export type Block = { readonly granted: number; readonly leftBeyond: number; readonly holdsMs: number }

export type TurnAhead = { readonly isAllowed: boolean; readonly left: number; readonly waitMs: number }

type Held = Block & { readonly until: number; used: number }

/** Of more keys than this the block that was taken first is forgotten; what was left of it counts as used. */
const MOST_KEYS = 1_000

/**
 * Hands out turns that were taken some at a time, so that not each request waits for the row of its key. Never more are handed
 * out than were granted; turns that nobody used when their time is over are lost. `take` asks for the next block of a key; who
 * comes while one is asked for waits for that one.
 */
export function turnsAhead(now: () => number = Date.now) {
  const blocks = new Map<string, Held>()
  const asked = new Map<string, Promise<void>>()

  const fetched = async (key: string, take: () => Promise<Block>): Promise<void> => {
    const block = await take()
    blocks.delete(key)
    blocks.set(key, { ...block, until: now() + block.holdsMs, used: 0 })
    const [first] = blocks.keys()
    if (blocks.size > MOST_KEYS && first !== undefined) blocks.delete(first)
  }

  return async (key: string, take: () => Promise<Block>): Promise<TurnAhead> => {
    for (;;) {
      const block = blocks.get(key)
      const waitMs = block === undefined ? 0 : block.until - now()
      if (block !== undefined && waitMs > 0) {
        if (block.used < block.granted) {
          block.used += 1
          return { isAllowed: true, left: block.granted - block.used + block.leftBeyond, waitMs }
        }
        // Where nothing more was granted there is nothing until the time is over.
        if (block.leftBeyond === 0) return { isAllowed: false, left: 0, waitMs }
      }
      const pending = asked.get(key) ?? fetched(key, take).finally(() => asked.delete(key))
      asked.set(key, pending)
      await pending
    }
  }
}
