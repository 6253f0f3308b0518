import { z } from '@hono/zod-openapi'

export const code = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .openapi({ example: 'registered' })

export const words = z.object({ nl: z.string(), en: z.string() }).openapi('Woorden')
