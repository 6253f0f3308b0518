import type { Hono } from 'hono'
import { links } from '../links.ts'

/** A page that anyone may have open. The only address elsewhere that Voorveld sends a browser to, and only when the visitor asks. */
const NEUTRAL_PAGE = 'https://www.knmi.nl/nederland-nu/weer/verwachtingen'

/** Leaves at once: the browser forgets what it kept of this site and shows the weather. No session is touched, so no cookie tells. */
export function mountQuickExit(app: Hono): void {
  app.get(links.quickExit(), (c) => {
    c.header('Clear-Site-Data', '"cache", "storage"')
    c.header('Cache-Control', 'no-store')
    return c.redirect(NEUTRAL_PAGE, 303)
  })
}
