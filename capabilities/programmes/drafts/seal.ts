import { createHash } from 'node:crypto'

/** A seal of a part of a document as somebody saw it, so that a later save notices that it changed meanwhile. */
export const sealOfSeen = (seen: unknown): string =>
  createHash('sha256')
    .update(canonical(seen ?? null))
    .digest('hex')
    .slice(0, 32)

/** The database gives keys back in an order of its own. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`
}
