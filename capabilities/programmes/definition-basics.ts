import { z } from 'zod'
import { parseDay } from '../../foundation/day.ts'

/** Lower-case words joined by hyphens: `first-call`. */
export const code = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .meta({ id: 'code', description: 'Lower-case words joined by hyphens, such as first-call' })

const text = z.string().max(1000).regex(/\S/)

/** What people read, in Dutch at B1 and in English. */
export const words = z
  .strictObject({ nl: text, en: text })
  .meta({ id: 'words', description: 'The same in Dutch (language level B1) and in English' })

/** The same, where a text in one of the other languages of the public site may name it; Dutch stands in for what is not there. */
export const wordsAndMore = z.strictObject({
  ...words.shape,
  ...{ ar: z.exactOptional(text), tr: z.exactOptional(text), pl: z.exactOptional(text), uk: z.exactOptional(text) },
})

/** How people write it in files; compared without capitals, accents and double spaces. */
export const synonyms = z
  .array(z.string().max(120).regex(/\S/))
  .max(60)
  .meta({ description: 'How people write it in files; capitals, accents and double spaces make no difference' })

const length = z.int().min(0).max(5000)

export const span = z
  .strictObject({
    days: z.exactOptional(length),
    weeks: z.exactOptional(length),
    months: z.exactOptional(length),
    years: z.exactOptional(length),
  })
  .meta({ id: 'span', description: 'A length of time; 31 January plus one month is the last day of February' })

export const isoDay = z.iso
  .date()
  .transform((text, context) => {
    const day = parseDay(text)
    if (day !== undefined) return day
    context.issues.push({ code: 'invalid_format', format: 'date', input: text })
    return z.NEVER
  })
  .meta({ id: 'day', description: 'A day, such as 2021-03-01' })

/** Several codes that point at something elsewhere in the definition. */
export const codes = z.array(code).max(60)
