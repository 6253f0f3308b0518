import { randomFillSync } from 'node:crypto'

/** A UUID in lower case. */
export type Id = string

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A new UUID version 7 (RFC 9562): sorts by time of making, so indexes stay compact on PostgreSQL 15, which has no `uuidv7()`. */
export function newId(now: number = Date.now()): Id {
  const bytes = unused()
  bytes.writeUIntBE(now, 0, 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Random bytes are fetched for many ids at a time: fetching them costs more than all the rest of one. */
const pool = Buffer.alloc(256 * 16)
let taken = pool.length

/** Sixteen bytes that nobody had before. */
function unused(): Buffer {
  if (taken === pool.length) {
    randomFillSync(pool)
    taken = 0
  }
  const bytes = Buffer.from(pool.subarray(taken, taken + 16))
  taken += 16
  return bytes
}

export const isId = (text: unknown): text is Id => typeof text === 'string' && uuidShape.test(text)
