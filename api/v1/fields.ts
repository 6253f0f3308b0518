import { z } from '@hono/zod-openapi'
import { type Day, parseDay } from '../../foundation/day.ts'
import { type Id, isId } from '../../foundation/id.ts'

/** A number of a record. */
export const id = z
  .string()
  .refine(isId)
  .transform((text): Id => text)
  .openapi({ type: 'string', format: 'uuid', example: '01990000-0000-7000-8000-000000000000' })

export const day = z
  .string()
  .transform((text, context): Day => {
    const found = parseDay(text)
    if (found !== undefined) return found
    context.issues.push({ code: 'invalid_format', format: 'date', input: text })
    return z.NEVER
  })
  .openapi({ type: 'string', format: 'date', example: '2026-03-01' })

/** As answers give them. */
export const idGiven = z.string().openapi({ format: 'uuid' })
export const momentGiven = z.string().openapi({ format: 'date-time' })
export const dayGiven = z.string().openapi({ format: 'date' })

export const code = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .openapi({ example: 'registered' })

export const municipalityCode = z
  .string()
  .regex(/^GM[0-9]{4}$/)
  .openapi({ description: 'CBS-code van een gemeente', example: 'GM0148' })

export const words = z.object({ nl: z.string(), en: z.string() }).openapi('Woorden')

/** A whole number in an address, in plain figures: what else a computer takes for one (`0x10`, `1e2`) is refused. */
export const figures = z
  .string()
  .regex(/^[0-9]{1,9}$/)
  .transform(Number)

/** How many of a list, and where it goes on. */
export const paging = {
  aantal: figures
    .pipe(z.int().min(1).max(200))
    .optional()
    .openapi({ type: 'integer', minimum: 1, maximum: 200, description: 'Hoeveel per bladzijde; 50 als je niets zegt' }),
  na: z.string().max(80).optional().openapi({ description: 'Waar de bladzijde verdergaat; staat in `volgende`' }),
}

/** A page of a list: what is on it, and the address of the next one. */
export const pageOf = <T extends z.ZodType>(name: string, one: T) =>
  z
    .object({
      resultaten: z.array(one),
      volgende: z
        .string()
        .nullable()
        .openapi({ description: 'Adres van de volgende bladzijde; leeg op de laatste', format: 'uri' }),
    })
    .openapi(name)
