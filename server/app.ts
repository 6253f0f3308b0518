import { randomUUID } from 'node:crypto'
import { Hono, type MiddlewareHandler } from 'hono'
import type { Logger } from 'pino'
import { API_AT } from '../api/v1/document.ts'
import { endpoints } from '../api/v1/routes.ts'
import { buildApi } from '../api/v1/serve.ts'
import { isAway } from '../database/away.ts'
import { database } from '../database/transaction.ts'
import { FILES_AT } from '../web/design/browser-files.ts'
import { asset } from '../web/design/files.ts'
import { links } from '../web/links.ts'
import { routes } from '../web/routes.ts'
import { errorPage } from '../web/shell/error-page.tsx'
import { notLongerThan } from '../web/shell/lengths.ts'
import { localPath, pathMeant } from '../web/shell/local-path.ts'
import { mountQuickExit } from '../web/shell/quick-exit.ts'
import { securityHeaders } from '../web/shell/security.ts'
import { LANGUAGE_COOKIE, languageOf, mountPages, type Shell } from '../web/shell/serve.tsx'
import { browserOf } from '../web/shell/session.ts'
import { codeOf, faultInLog } from './fault-in-log.ts'

/** The largest thing anyone sends is a registration file of 5 MB, with room for the form around it. */
const LARGEST_REQUEST = 6 * 1024 * 1024

/** PostgreSQL still answers then, but takes nothing in; and every page writes in the audit log. */
const DISK_FULL = '53100'
/** So long health tells of a full disk after it was met; then somebody may try again. */
const FULL_FOR_MS = 10_000

/** A database that restarts is back within seconds. */
const COME_BACK_AFTER_SECONDS = '10'

export type AppParts = Omit<Shell, 'log'> & {
  readonly logger: Logger
  readonly apiPerMinute: number
  /** Where weak spots are told, as `mailto:` or `https:`. */
  readonly securityContact?: string | undefined
  /** Measures every request, where measurements are told. */
  readonly measure?: MiddlewareHandler
  /** Says no more at shutdown, so that a balancer sends nobody here. */
  readonly isStopping: () => boolean
  /** Milliseconds of the clock, for a test to set. */
  readonly clock?: () => number
}

/** The web application: health, files, the API, pages; everything with the same headers, limits and log line. */
export function buildApp(parts: AppParts): Hono {
  const app = new Hono()
  app.use(securityHeaders(parts.baseUrl.protocol === 'https:'))
  app.use(requestLog(parts.logger))
  if (parts.measure !== undefined) app.use(parts.measure)
  app.route(API_AT, theApi(parts))
  app.use(notLongerThan(LARGEST_REQUEST, (c) => asResponse(errorPage(languageOf(c), 'tooLarge'))))
  const { clock = Date.now } = parts
  let fullAt = Number.NEGATIVE_INFINITY
  mountHealth(app, parts, () => clock() - fullAt < FULL_FOR_MS)
  app.get(`${FILES_AT}*`, (c) => asset(c.req.path, c.req.raw.headers) ?? c.notFound())
  mountSecurityText(app, parts)
  mountQuickExit(app)
  mountLanguage(app)
  mountPages(app, routes, { ...parts, log: (line) => parts.logger[line.level](line, line.what) })
  app.notFound((c) => {
    const meant = pathMeant(c.req.path)
    if (meant !== undefined && c.req.method === 'GET') return c.redirect(meant, 301)
    return asResponse(errorPage(languageOf(c), 'notFound'))
  })
  app.onError((fault, c) => {
    const requestId = c.res.headers.get('x-request-id') ?? randomUUID()
    parts.logger.error({ requestId, fault: faultInLog(fault) }, 'fault')
    const kind = kindOf(fault)
    if (codeOf(fault) === DISK_FULL) fullAt = clock()
    const page = errorPage(languageOf(c), kind, { path: c.req.path, requestId })
    return asResponse(page, kind === 'away' ? { 'Retry-After': COME_BACK_AFTER_SECONDS } : {})
  })
  return app
}

const theApi = ({ baseUrl, proxies, logger, apiPerMinute }: AppParts): Hono =>
  buildApi(endpoints, {
    baseUrl,
    perMinute: apiPerMinute,
    notLongerThan,
    kindOf,
    networkOf: (c) => browserOf(c, proxies).address,
    logFault: (c, fault) =>
      logger.error({ requestId: c.res.headers.get('x-request-id'), fault: faultInLog(fault) }, 'fault'),
  })

/** One line per request: no address, no person, no concrete path; the route pattern and the request id suffice. */
function requestLog(logger: Logger) {
  return async (c: import('hono').Context, next: () => Promise<void>) => {
    const started = performance.now()
    const requestId = randomUUID()
    c.header('X-Request-Id', requestId)
    await next()
    const ms = Math.round(performance.now() - started)
    logger.info({ requestId, method: c.req.method, route: c.req.routePath, status: c.res.status, ms }, 'request')
  }
}

function mountHealth(app: Hono, parts: AppParts, isFull: () => boolean): void {
  app.get('/gezond/leeft', (c) => c.json({ leeft: true }))
  app.get('/gezond/klaar', async (c) => {
    if (parts.isStopping()) return c.json({ klaar: false, waarom: 'stopt' }, 503)
    try {
      await database().answers()
      return isFull() ? c.json({ klaar: false, waarom: 'schijf' }, 503) : c.json({ klaar: true })
    } catch {
      return c.json({ klaar: false, waarom: 'database' }, 503)
    }
  })
}

/** So long the file says that it holds (RFC 9116 asks for less than a year); it is made anew at every request. */
const CONTACT_HOLDS_MS = 180 * 24 * 60 * 60 * 1_000

/** RFC 9116: where whoever finds a weak spot can tell it. */
function mountSecurityText(app: Hono, { securityContact, baseUrl, clock = Date.now }: AppParts): void {
  if (securityContact === undefined) return
  const path = '/.well-known/security.txt'
  app.get(path, (c) => {
    const expires = new Date(clock() + CONTACT_HOLDS_MS).toISOString()
    const lines = [`Contact: ${securityContact}`, `Expires: ${expires}`, 'Preferred-Languages: nl, en']
    return c.text(`${[...lines, `Canonical: ${baseUrl.origin}${path}`].join('\n')}\n`)
  })
}

function mountLanguage(app: Hono): void {
  app.get('/taal/:lang{nl|en}', (c) => {
    const lang = c.req.param('lang')
    c.header('Set-Cookie', `${LANGUAGE_COOKIE}=${lang}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`)
    return c.redirect(localPath(c.req.query('terug')) ?? links.home(), 303)
  })
}

const kindOf = (fault: unknown) => {
  if (isAway(fault)) return 'away'
  return isUnreadable(fault) ? 'unreadable' : 'fault'
}

/**
 * What was sent is nothing that the database can read as what it should be: no number of a record, no day, a sign that no
 * text holds. Doors refuse it in a better sentence where somebody could mean it; here is what only a made-up form sends.
 */
const isUnreadable = (fault: unknown): boolean => /^22(P02|P05|003|007|008|021)$/.test(codeOf(fault) ?? '')

async function asResponse(
  page: ReturnType<typeof errorPage>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const reply = await page
  if (reply.kind !== 'html') throw new Error('an error page is a page')
  return new Response(reply.html, {
    status: reply.status,
    headers: { 'Content-Type': 'text/html; charset=UTF-8', ...headers },
  })
}
