import { randomBytes } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { maySomewhere } from '../../capabilities/access/access.ts'
import { type Actor, BUILT_IN } from '../../capabilities/access/actor.ts'
import { loadActor } from '../../capabilities/access/queries.ts'
import type { ExpectedSession, SessionRow } from '../../capabilities/access/sign-in/queries.ts'
import { audited } from '../../capabilities/privacy/audit.ts'
import { type Acting, inScope, inScopeBehind, onceMore } from '../../database/transaction.ts'
import { dayAt } from '../../foundation/day.ts'
import { langInAddress, links } from '../links.ts'
import { type Lang, langFrom } from '../words/words.ts'
import { errorPage } from './error-page.tsx'
import { type Guarded, type PageRequest, type Reply, redirect } from './guarded.ts'
import { answerKept, keptPage, keptValue } from './kept-pages.ts'
import { translationsAt } from './languages.ts'
import { formIn, notLongerThan } from './lengths.ts'
import { pathMeant } from './local-path.ts'
import { namesKnown, saidFor } from './names.ts'
import { isFromOurPages } from './security.ts'
import { browserOf } from './session.ts'
import { keepTyped } from './typed-kept.ts'
import { countClick, countView } from './visits.ts'

export type Route = {
  readonly path: string
  readonly audience: 'everyone' | 'resident' | 'professional' | 'volunteer' | 'policy'
  readonly get?: Guarded
  readonly post?: Guarded
}

/** A signed-in session; `needs` is the step that comes before any other page. */
export type Session = {
  readonly personId: string
  readonly sessionId: string
  readonly needs?: 'second-factor' | 'renewal' | 'enrolment'
}

export type Shell = {
  readonly baseUrl: URL
  readonly isDemo: boolean
  /** How many proxies of our own stand before this server; none unless said. */
  readonly proxies?: number
  readonly sessionOf: (c: Context) => Promise<Session | undefined>
  /** Whose session it will be, where somebody was here before: looked up together with the first questions of the page. */
  readonly expectedSession?: (c: Context) => ExpectedSession | undefined
  readonly log: (line: { level: 'info' | 'error'; requestId: string; what: string; fault?: unknown }) => void
}

/** The language chosen for this browser; Dutch until somebody chooses. */
export const LANGUAGE_COOKIE = 'taal'

/** Puts every page of the table behind its guard: who, one transaction, one audit row, one answer. */
export function mountPages(app: Hono, routes: readonly Route[], shell: Shell): void {
  for (const route of routes) {
    const { get, post } = route
    if (get !== undefined)
      app.get(route.path, (c) => (get.isForAll ? answerForAll(c, route, get, shell) : answer(c, route, get, shell)))
    if (post === undefined) continue
    const answerPost = (c: Context) =>
      post.isForAll ? answerAsNobody(c, route, post, shell) : answer(c, route, post, shell)
    if (route.audience === 'everyone') app.post(route.path, notTooLong, answerPost)
    else app.post(route.path, answerPost)
  }
}

/** Many times what fits in the longest form for visitors. Reading more holds up everyone, and nobody has to sign in for it. */
const LONGEST_OF_VISITORS = 512 * 1024
const notTooLong = notLongerThan(LONGEST_OF_VISITORS, async (c) => send(c, await errorPage(languageOf(c), 'tooLong')))

async function answer(c: Context, route: Route, page: Guarded, shell: Shell): Promise<Response> {
  const lang = languageOf(c)
  const isPost = c.req.method === 'POST'
  if (isPost && !isFromOurPages(c.req.raw, shell.baseUrl)) return send(c, await errorPage(lang, 'elsewhere'))
  const quick = await answerExpected(c, route, page, shell)
  if (quick !== undefined) return quick
  const session = await shell.sessionOf(c)
  const before = stepBefore(page, session, c, isPost)
  if (before !== undefined) return send(c, isPost && session === undefined ? await keptOr(c, before, lang) : before)
  const form = isPost ? await readForm(c) : new FormData()
  if (!(form instanceof FormData)) return send(c, await errorPage(lang, form, { path: c.req.path }))
  const request: Unsaid = {
    ...(await requestOf(c, route, shell, { form, query: new URL(c.req.url).searchParams })),
    sessionId: session?.sessionId,
    needs: session?.needs,
  }
  // Whoever has a step of signing in before them is nobody yet, but to that step.
  const isSomebody = session !== undefined && (session.needs === undefined || page.isSigningIn)
  const personId = isSomebody ? session.personId : BUILT_IN.visitor
  const reply = await handleAs(personId, route, page, { ...request, isReading: !isPost || page.isReading })
  return send(c, reply.kind === 'not-found' ? await errorPage(lang, 'notFound') : reply)
}

/** The same for who was here before, in one transaction; undefined when the session is not what was expected. */
async function answerExpected(c: Context, route: Route, page: Guarded, shell: Shell): Promise<Response | undefined> {
  if (page.isSigningIn) return undefined
  const expected = shell.expectedSession?.(c)
  if (expected === undefined) return undefined
  const isPost = c.req.method === 'POST'
  const form = isPost ? await readForm(c) : new FormData()
  if (!(form instanceof FormData)) return undefined
  const { personId } = expected
  const acting = { personId, traceId: randomBytes(16).toString('hex') }
  const query = new URL(c.req.url).searchParams
  const isReading = !isPost || page.isReading
  const asked = await requestOf(c, route, shell, { form, query })
  const work = () =>
    inScopeBehind(
      acting,
      expected.question,
      async (rows: Promise<readonly SessionRow[]>) => {
        // Without the session the actor is nobody's.
        const [found, actor] = await Promise.all([rows, loadActor(personId, acting.traceId, 'web')])
        const session = expected.found(found)
        if (session === undefined || actor === undefined) return undefined
        const request = { ...asked, sessionId: session.sessionId, needs: undefined }
        return pageAs(actor, route, page, { ...request, isReading })
      },
      isReading,
    )
  const reply = await onceMore(work)
  if (reply === undefined) return undefined
  return send(c, reply.kind === 'not-found' ? await errorPage(languageOf(c), 'notFound') : reply)
}

/** A page that is the same for everyone: kept once it was made, and made by nobody in particular. */
async function answerForAll(c: Context, route: Route, page: Guarded, shell: Shell): Promise<Response> {
  const { path } = c.req
  const now = new Date()
  const reply = await keptPage(path, now, async () => {
    const request = await requestOf(c, route, shell, { form: new FormData(), query: new URLSearchParams() })
    return handleAs(BUILT_IN.visitor, route, page, {
      ...request,
      sessionId: undefined,
      needs: undefined,
      isReading: true,
    })
  })
  if (reply.kind === 'kept') {
    viewed(c, route, now)
    return answerKept(reply, c.req.raw.headers)
  }
  // On to a site that is not ours: that is counted as well, and nothing else of it is known.
  if (reply.kind === 'redirect' && URL.canParse(reply.to)) viewed(c, route, now)
  if (reply.kind !== 'not-found') return send(c, reply)
  const meant = pathMeant(path)
  return send(c, meant === undefined ? await errorPage(languageOf(c), 'notFound') : redirect(meant))
}

function viewed(c: Context, { path }: Route, now: Date): void {
  const { method, raw } = c.req
  countView({ method, headers: raw.headers, route: path, params: c.req.param(), today: dayAt(now) })
}

/** What is sent to a page that is the same for everyone: no session is looked at, and nobody in particular answers. */
async function answerAsNobody(c: Context, route: Route, page: Guarded, shell: Shell): Promise<Response> {
  const lang = languageOf(c)
  if (!isFromOurPages(c.req.raw, shell.baseUrl)) return send(c, await errorPage(lang, 'elsewhere'))
  const form = await readForm(c)
  if (!(form instanceof FormData)) return send(c, await errorPage(lang, form, { path: c.req.path }))
  const request = await requestOf(c, route, shell, { form, query: new URLSearchParams() })
  const nobody = await keptValue('visitor', request.now, () =>
    loadActor(BUILT_IN.visitor, randomBytes(16).toString('hex'), 'web'),
  )
  if (nobody === undefined) throw new Error('every installation has a visitor')
  const reply = await page.handle(nobody, askedBy(nobody, { ...request, sessionId: undefined, needs: undefined }))
  return send(c, reply.kind === 'not-found' ? await errorPage(lang, 'notFound') : reply)
}

async function requestOf(
  c: Context,
  { audience }: Route,
  { isDemo, baseUrl, proxies }: Shell,
  { form, query }: Pick<PageRequest, 'form' | 'query'>,
): Promise<Omit<Unsaid, 'sessionId' | 'needs'>> {
  const [now, params] = [new Date(), c.req.param() as Record<string, string>] // Hono types params per literal path; these paths are data
  const today = dayAt(now)
  const isForResidents = audience === 'everyone' || audience === 'resident'
  return {
    ...{ lang: languageOf(c), now, today, path: c.req.path, params, query, form, isDemo },
    translations: isForResidents ? await translationsAt({ place: params.place, now, today, isDemo }) : new Map(),
    names: await namesKnown(now),
    origin: baseUrl.origin,
    browser: browserOf(c, proxies),
  }
}

/** Where somebody goes first: to sign-in, or to the step of signing in that is still open. */
function stepBefore(page: Guarded, session: Session | undefined, c: Context, isPost: boolean): Reply | undefined {
  if (page.may === 'everyone') return undefined
  const back = isPost ? undefined : c.req.path + new URL(c.req.url).search
  if (session === undefined) return { kind: 'redirect', to: links.signIn(back) }
  if (session.needs === 'second-factor') return { kind: 'redirect', to: links.secondFactor() }
  if (session.needs === 'renewal') return { kind: 'redirect', to: links.renew() }
  if (session.needs === 'enrolment') return { kind: 'redirect', to: links.enrol() }
  return undefined
}

/** A session that ended while typing: what was typed waits behind signing in. Without anything to keep, sign-in itself. */
async function keptOr(c: Context, before: Reply, lang: Lang): Promise<Reply> {
  const form = await readForm(c)
  const kept = form instanceof FormData ? await keepTyped(form, new Date()) : undefined
  return kept === undefined ? before : errorPage(lang, 'sessionEnded', { signInHref: links.signIn(kept) })
}

type Unsaid = Omit<PageRequest, 'said'>
type Asked = Unsaid & { readonly isReading: boolean }

/** A request as its page gets it: with the names of where this person works. */
const askedBy = (actor: Actor, request: Unsaid): PageRequest => ({ ...request, said: saidFor(request, actor) })

async function handleAs(personId: string, route: Route, page: Guarded, request: Asked): Promise<Reply> {
  const acting = { personId, traceId: randomBytes(16).toString('hex') }
  if (page.isSigningIn) return handleOutside(acting, page, request)
  const work = async (): Promise<Reply> => {
    const actor = await loadActor(personId, acting.traceId, 'web')
    if (actor === undefined) return { kind: 'redirect', to: links.signIn() }
    return pageAs(actor, route, page, request)
  }
  return onceMore(() => inScope(acting, work, request.isReading))
}

async function pageAs(actor: Actor, route: Route, page: Guarded, request: Asked): Promise<Reply> {
  if (!isAllowed(actor, page)) return { kind: 'not-found' }
  if (page.act === undefined) return page.handle(actor, askedBy(actor, request))
  return audited(actor, { act: page.act, route: route.path, reasonOf: reasonIn }, () =>
    page.handle(actor, askedBy(actor, request)),
  )
}

async function handleOutside({ personId, traceId }: Acting, page: Guarded, request: Unsaid): Promise<Reply> {
  const actor = await loadActor(personId, traceId, 'web')
  if (actor === undefined) return { kind: 'redirect', to: links.signIn() }
  return isAllowed(actor, page) ? page.handle(actor, askedBy(actor, request)) : { kind: 'not-found' }
}

/** Why a page says no, for the audit row. */
function reasonIn(reply: Reply): string | undefined {
  if (reply.kind === 'not-found') return 'not-found'
  return reply.kind === 'html' ? reply.refusedWith : undefined
}

function isAllowed(actor: Actor, page: Guarded): boolean {
  if (typeof page.may === 'string') return true
  return maySomewhere(actor, page.may[0], page.may[1])
}

/** What was sent; or why no page gets to see it: it did not arrive whole, or holds the one sign (NUL) that no database keeps. */
async function readForm(c: Context): Promise<FormData | 'unreadable' | 'strangeSign'> {
  try {
    const form = await formIn(c)
    return [...form].flat().some((part) => typeof part === 'string' && part.includes('\0')) ? 'strangeSign' : form
  } catch {
    return 'unreadable'
  }
}

/** The language in which this browser gets its answers. */
export function languageOf(c: Context): Lang {
  const inAddress = langInAddress(c.req.path)
  if (inAddress !== undefined) return inAddress
  const cookie = c.req.header('cookie')?.match(/(?:^|;\s*)taal=(nl|en)(?:;|$)/)?.[1]
  return langFrom(cookie)
}

/** An answer over HTTP; a page that is not there became a page by now. */
function send(c: Context, reply: Reply): Response {
  if ('cookies' in reply) for (const line of reply.cookies ?? []) c.header('Set-Cookie', line, { append: true })
  switch (reply.kind) {
    case 'html':
      return c.html(reply.html, reply.status as 200, reply.headers) // any HTTP status; Hono types only literals
    case 'redirect':
      if (reply.click !== undefined) countClick(c.req.method, c.req.raw.headers, reply.click)
      return c.newResponse(null, 303, { Location: reply.to, ...reply.headers })
    case 'json':
      return c.json(reply.value)
    case 'download':
      return c.body(reply.body, 200, {
        'Content-Type': reply.type,
        'Content-Disposition': `attachment; filename="${reply.name}"`,
      })
    case 'not-found':
      return c.notFound() as Response // Hono lets a handler for pages not found answer later; ours does not
  }
}
