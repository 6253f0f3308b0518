import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { expectedSession, sessionBehind } from '../../capabilities/access/sign-in/queries.ts'
import { asSignIn, inScope, inScopeBehind } from '../../database/transaction.ts'
import { newId } from '../../foundation/id.ts'
import { withDatabase } from '../../tests/support/database.ts'
import { afterwards, aSignedInColleague, restartSignIn } from '../../tests/support/signing-in.ts'
import { links } from '../links.ts'
import { guarded } from './guarded.ts'
import { publicPage } from './pages.tsx'
import { mountPages } from './serve.tsx'

withDatabase()
beforeAll(() => restartSignIn())

let shown = 0
let lookedUp = 0

const showName = guarded({ may: 'signed-in', act: 'name.read' }, async (actor, page) => {
  shown += 1
  return publicPage(page, { title: 'x' }, <p>Hier werkt {actor.name}</p>)
})

const app = new Hono()
mountPages(app, [{ path: '/werk', audience: 'professional', get: showName, post: showName }], {
  baseUrl: new URL('https://voorveld.example'),
  isDemo: false,
  sessionOf: (c) => {
    lookedUp += 1
    return sessionBehind(c.req.header('cookie'))
  },
  expectedSession: (c) => expectedSession(c.req.header('cookie')),
  log: () => undefined,
})

async function open(cookie: string, method = 'GET') {
  const headers = { cookie, 'sec-fetch-site': 'same-origin' }
  const body = method === 'GET' ? undefined : new URLSearchParams({})
  const answer = await app.request('https://voorveld.example/werk', { method, headers, ...(body && { body }) })
  return { status: answer.status, to: answer.headers.get('location'), html: await answer.text() }
}

/** Somebody who was here before: the session is expected from now on. */
async function whoWasHere() {
  const colleague = await aSignedInColleague()
  await open(colleague.cookies)
  ;[shown, lookedUp] = [0, 0]
  return colleague
}

test('who was here before is looked up together with the page, for reading and for sending', async () => {
  const { cookies, actor } = await whoWasHere()
  for (const method of ['GET', 'POST']) {
    const { status, html } = await open(cookies, method)
    expect([status, html.includes(actor.name)]).toEqual([200, true])
  }
  expect([shown, lookedUp]).toEqual([2, 0])
})

const ENDED = [
  ['past its end', sql`update sign_in.sessions set expires_at = now() - interval '1 second' where user_id = `],
  ['left alone', sql`update sign_in.sessions set last_seen_at = now() - interval '61 minutes' where user_id = `],
  ['gone', sql`delete from sign_in.sessions where user_id = `],
] as const

test.each(ENDED)('a session that is %s shows nothing, also to who was here before', async (_, end) => {
  const { cookies, actor } = await whoWasHere()
  await afterwards(sql`${end}${actor.personId}`)
  for (const method of ['GET', 'POST']) {
    const { status, to, html } = await open(cookies, method)
    expect([status, to?.slice(0, 9), html.includes(actor.name)]).toEqual([303, '/inloggen', false])
  }
  expect(shown).toBe(0)
  const { rows } = await afterwards(
    sql`select 1 from logs.audit_rows where actor_id = ${actor.personId} and act = 'name.read'`,
  )
  expect(rows).toHaveLength(1)
})

test('who is switched off is out at once', async () => {
  const { cookies, actor } = await whoWasHere()
  await afterwards(sql`update people set is_active = false where id = ${actor.personId}`)
  expect(await open(cookies)).toMatchObject({ status: 303 })
  expect(shown).toBe(0)
})

test('a new password that is asked for comes before the page', async () => {
  const { cookies, actor } = await whoWasHere()
  await afterwards(sql`update sign_in.users set renew_since = now() where id = ${actor.personId}`)
  expect(await open(cookies)).toMatchObject({ status: 303, to: links.renew() })
  expect(shown).toBe(0)
})

const acting = () => ({ personId: newId(), traceId: '0'.repeat(32) })

test('what comes after the session is asked in the role of pages, as this actor', async () => {
  const who = acting()
  const found = await inScopeBehind(
    who,
    sql`select current_user as who`,
    async (rows) => {
      const first = await rows
      return [first, await inTransaction(sql`select current_user as who, access.actor() as actor`)]
    },
    true,
  )
  expect(found).toEqual([[{ who: 'voorveld_sign_in' }], [{ who: 'voorveld_app', actor: who.personId }]])

  async function inTransaction(asked: ReturnType<typeof sql>) {
    return inScope(who, async (tx) => (await tx.execute(asked)).rows)
  }
})

test('a question that fails answers nothing of the page', async () => {
  const work = inScopeBehind(acting(), sql`select 1 / 0`, (rows) => rows, true)
  await expect(work).rejects.toThrow()
  expect(await asSignIn(async (tx) => (await tx.execute(sql`select 1 as n`)).rows)).toEqual([{ n: 1 }])
})
