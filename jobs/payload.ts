import { parseDay } from '../foundation/day.ts'
import { isId } from '../foundation/id.ts'

/** What a job may carry under a key: a record's id, a day, or one of these codes. Never a name, an address or free words. */
export type PayloadShape = Readonly<Record<string, 'id' | 'day' | readonly string[]>>
export type Payload = Readonly<Record<string, string>>

/**
 * The payload when it holds exactly what the queue declared. Throws on anything else, without repeating it: a job table
 * is read by people who run machines, so nothing of a person may ever stand in it.
 */
export function guardPayload(queue: string, shape: PayloadShape, payload: unknown): Payload {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload))
    throw new TypeError(`${queue}: no payload`)
  const given = Object.entries(payload)
  const guarded: Record<string, string> = {}
  for (const [key, value] of given) {
    const kind = Object.hasOwn(shape, key) ? shape[key] : undefined
    if (kind === undefined || typeof value !== 'string' || !fits(kind, value)) {
      throw new TypeError(`${queue}: a payload holds only the ids, days and codes that the queue declared`)
    }
    guarded[key] = value
  }
  const missing = Object.keys(shape).find((key) => !Object.hasOwn(guarded, key))
  if (missing !== undefined) throw new TypeError(`${queue}: ${missing} is missing`)
  return guarded
}

function fits(kind: PayloadShape[string], value: string): boolean {
  if (kind === 'id') return isId(value)
  if (kind === 'day') return parseDay(value) !== undefined
  return kind.includes(value)
}
