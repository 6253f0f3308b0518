import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'

/**
 * Refuses what is sent with more bytes than this. Where the sender tells the length, as every browser does, nobody looks at what
 * was sent: looking for it makes a whole request of the standard, also for a page that is only asked for. What comes without a
 * length is counted by the library.
 */
export function notLongerThan(most: number, onError: (c: Context) => Response | Promise<Response>): MiddlewareHandler {
  const counted = bodyLimit({ maxSize: most, onError })
  return async (c, next) => {
    const { method } = c.req
    const told = c.req.header('content-length')
    if (told === undefined || c.req.header('transfer-encoding') !== undefined)
      return method === 'GET' || method === 'HEAD' ? next() : counted(c, next)
    return Number(told) > most ? onError(c) : next()
  }
}

const PLAIN_FORM = /^application\/x-www-form-urlencoded\s*(?:;|$)/i

/** The form that was sent. Throws when it did not arrive whole, or is none. */
export async function formIn(c: Context): Promise<FormData> {
  if (!PLAIN_FORM.test(c.req.header('content-type') ?? '')) return c.req.formData()
  const form = new FormData()
  for (const [name, value] of new URLSearchParams(await c.req.text())) form.append(name, value)
  return form
}
