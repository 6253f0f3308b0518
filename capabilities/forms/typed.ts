import { z } from 'zod'
import { type Answer, allow, refuse } from '../../foundation/result.ts'
import { isoDay } from '../programmes/definition-basics.ts'
import { type Trace, traceIn } from './traces.ts'

/** A text that somebody typed: trimmed, without signs that print nothing, of one line or more. */
export const typedText = (longest: number) =>
  z
    .string()
    .refine((text) => text.isWellFormed())
    .transform((text) =>
      text
        .replace(/\r\n?/g, '\n')
        .replace(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/gu, ' ')
        .trim(),
    )
    .pipe(z.string().min(1).max(longest))

export const typedDay = isoDay
/** So many people fit in no room. */
export const typedCount = z.int().min(0).max(500)

/**
 * What a form says, once it is right. Refuses with the first field that is not, and with the first text that can lead to a
 * person by a number or an address.
 */
export function checkTyped<Format extends z.ZodType>(
  format: Format,
  given: unknown,
  texts: readonly (keyof z.output<Format> & string)[],
): Answer<z.output<Format>> {
  const read = format.safeParse(given)
  if (!read.success) return refuse('typed-field-wrong', { field: String(read.error.issues[0]?.path[0] ?? '') })
  for (const field of texts) {
    const text: unknown = read.data[field]
    const trace = typeof text === 'string' ? traceIn(text) : undefined
    if (trace !== undefined) return refuse(HOLDS[trace], { field })
  }
  return allow(read.data)
}

const HOLDS: Readonly<Record<Trace, string>> = {
  mail: 'typed-holds-mail',
  phone: 'typed-holds-phone',
  postcode: 'typed-holds-postcode',
  'citizen-number': 'typed-holds-citizen-number',
}
