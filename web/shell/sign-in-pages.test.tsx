import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { markInstallation } from '../../capabilities/access/actions.ts'
import { setPasswordsForDemo } from '../../capabilities/access/sign-in/demo.ts'
import { invite } from '../../capabilities/access/sign-in/invitations.ts'
import { expectedSession, sessionBehind } from '../../capabilities/access/sign-in/queries.ts'
import { database, useDatabase } from '../../database/transaction.ts'
import { withDatabase } from '../../tests/support/database.ts'
import { aPlainBrowser } from '../../tests/support/plain-browser.ts'
import { aColleague, codeNow, forgetCodes, PASSWORD, restartSignIn } from '../../tests/support/signing-in.ts'
import { anOperator, yes } from '../../tests/support/world.ts'
import { links } from '../links.ts'
import { guarded } from './guarded.ts'
import { publicPage } from './pages.tsx'
import { securityHeaders } from './security.ts'
import { mountPages, type Route } from './serve.tsx'
import { signInRoutes } from './sign-in-routes.ts'

withDatabase()
beforeAll(() => restartSignIn())

const showName = guarded({ may: 'signed-in' }, (actor, page) =>
  publicPage(page, { title: 'x' }, <p>Hier werkt {actor.name}</p>),
)
const greet = guarded({ may: 'everyone' }, (actor, page) => publicPage(page, { title: 'x' }, <p>Dag {actor.name}</p>))
const routes: Route[] = [
  ...signInRoutes,
  { path: '/werk', audience: 'professional', get: showName },
  { path: '/hallo', audience: 'everyone', get: greet },
]

const app = new Hono()
app.use(securityHeaders(true))
mountPages(app, routes, {
  baseUrl: new URL('https://voorveld.example'),
  isDemo: false,
  sessionOf: (c) => sessionBehind(c.req.header('cookie')),
  expectedSession: (c) => expectedSession(c.req.header('cookie')),
  log: () => undefined,
})

const aBrowser = () => aPlainBrowser(app)
const secretOn = (html: string): string => html.match(/class="key">([A-Z2-7 ]+)</)?.[1]?.replaceAll(' ', '') ?? ''
const signOutOn = links.signOut()

async function anInvitation() {
  const colleague = await aColleague()
  const { token } = yes(await invite(await anOperator(), colleague.actor.personId))
  return { ...colleague, link: links.invitation(token) }
}

/** Follows the invitation up to and including the recovery codes. */
async function aWorkingAccount() {
  const invited = await anInvitation()
  const browser = aBrowser()
  await browser.post(invited.link, { password: PASSWORD, again: PASSWORD })
  const secret = secretOn((await browser.open(links.enrol())).html)
  await browser.post(links.enrol(), { code: await codeNow(secret) })
  await browser.post(links.enrol(), {})
  await forgetCodes()
  return { ...invited, browser, secret }
}

test('from the invitation over password, app and recovery codes to the work, without script', async () => {
  const { link, actor, email } = await anInvitation()
  const browser = aBrowser()
  const welcome = await browser.open(link)
  expect(welcome.html).toContain(email)
  expect(welcome.html).toMatch(/<title>Wachtwoord - Voorveld<\/title>/)
  expect(await browser.post(link, { password: PASSWORD, again: PASSWORD })).toMatchObject({
    status: 303,
    to: '/inloggen/instellen',
  })
  const enrol = await browser.open(links.enrol())
  expect(enrol.html).toContain('otpauth://totp/Voorveld:')
  expect(await browser.post(links.enrol(), { code: await codeNow(secretOn(enrol.html)) })).toMatchObject({
    status: 303,
    to: '/inloggen/instellen',
  })
  expect((await browser.open(links.enrol())).html.match(/[A-Z0-9]{5}-[A-Z0-9]{5}/g)).toHaveLength(10)
  expect(await browser.post(links.enrol(), {})).toMatchObject({ status: 303, to: '/werk' })
  expect((await browser.open('/werk')).html).toContain(actor.name)
  expect(await browser.open(links.enrol())).toMatchObject({ status: 303, to: '/werk' })
})

test('before the second step is set up and the codes are kept, every other page leads back to it', async () => {
  const { link, actor } = await anInvitation()
  const browser = aBrowser()
  await browser.post(link, { password: PASSWORD, again: PASSWORD })
  for (const path of ['/werk', links.account(), links.signIn()])
    expect(await browser.open(path)).toMatchObject({ to: '/inloggen/instellen' })
  expect(await browser.post(links.account(), { doe: 'overal' })).toMatchObject({ to: '/inloggen/instellen' })
  expect((await browser.open('/hallo')).html).not.toContain(actor.name)
  await browser.post(links.enrol(), { code: await codeNow(secretOn((await browser.open(links.enrol())).html)) })
  expect(await browser.open('/werk')).toMatchObject({ to: '/inloggen/instellen' })
})

test('a code that is sent twice does not skip the recovery codes', async () => {
  const { link } = await anInvitation()
  const browser = aBrowser()
  await browser.post(link, { password: PASSWORD, again: PASSWORD })
  const code = await codeNow(secretOn((await browser.open(links.enrol())).html))
  await Promise.all([browser.post(links.enrol(), { code }), browser.post(links.enrol(), { code })])
  await browser.post(links.enrol(), { code })
  expect((await browser.open(links.enrol())).html).toMatch(/[A-Z0-9]{5}-[A-Z0-9]{5}/)
})

test('password and code lead to the page that was asked for', async () => {
  const { email, secret } = await aWorkingAccount()
  const browser = aBrowser()
  const asked = await browser.open('/werk?dag=2026-03-01')
  expect(asked.to).toBe('/inloggen?terug=%2Fwerk%3Fdag%3D2026-03-01')
  expect((await browser.open(asked.to ?? '')).html).toContain('name="terug" value="/werk?dag=2026-03-01"')
  const half = await browser.post(links.signIn(), { email, password: PASSWORD, terug: '/werk?dag=2026-03-01' })
  expect(half.to).toBe('/inloggen/code?terug=%2Fwerk%3Fdag%3D2026-03-01')
  expect((await browser.open('/werk')).to).toMatch(/^\/inloggen/)
  expect((await browser.open(half.to ?? '')).html).toContain('autocomplete="one-time-code"')
  const done = await browser.post(links.secondFactor(), { code: await codeNow(secret), terug: '/werk?dag=2026-03-01' })
  expect(done).toMatchObject({ status: 303, to: '/werk?dag=2026-03-01' })
})

test('nobody is sent elsewhere after signing in', async () => {
  const { email, secret } = await aWorkingAccount()
  for (const elsewhere of ['//elders.example', 'https://elders.example', '/\\elders.example', '/\t/elders.example']) {
    const browser = aBrowser()
    await browser.post(links.signIn(), { email, password: PASSWORD, terug: elsewhere })
    expect((await browser.post(links.secondFactor(), { code: await codeNow(secret), terug: elsewhere })).to).toBe(
      '/werk',
    )
    await forgetCodes()
  }
})

test('a refusal keeps the address, never the password, and says what to do', async () => {
  const { email } = await aWorkingAccount()
  const refused = await aBrowser().post(links.signIn(), { email, password: 'fout-fout-fout' })
  expect(refused.status).toBe(400)
  expect(refused.html).toContain(`value="${email}"`)
  expect(refused.html).toContain('horen niet bij elkaar')
  expect(refused.html).not.toContain('fout-fout-fout')
})

test('a form left empty says so at its fields', async () => {
  const empty = await aBrowser().post(links.signIn(), {})
  expect(empty.status).toBe(400)
  expect(empty.html).toContain('id="email-error"')
  expect(empty.html).toContain('id="password-error"')
})

test('a form on another site signs nobody in', async () => {
  const { email } = await aWorkingAccount()
  const browser = aBrowser()
  expect(
    (await browser.post(links.signIn(), { email, password: PASSWORD }, { 'sec-fetch-site': 'cross-site' })).status,
  ).toBe(403)
  expect(browser.jar.size).toBe(0)
})

test('a session number set beforehand is worth nothing after signing in', async () => {
  const { email, secret, browser: victim } = await aWorkingAccount()
  const planted = new Map(victim.jar)
  await victim.post(links.signIn(), { email, password: PASSWORD })
  await victim.post(links.secondFactor(), { code: await codeNow(secret) })
  expect((await victim.open('/werk')).status).toBe(200)
  const attacker = aBrowser()
  for (const [name, value] of planted) attacker.jar.set(name, value)
  expect((await attacker.open('/werk')).to).toMatch(/^\/inloggen/)
})

test('after signing out nothing of the work stays in the browser', async () => {
  const { browser } = await aWorkingAccount()
  const page = await browser.open('/werk')
  expect(page.headers.get('cache-control')).toBe('no-store')
  const old = new Map(browser.jar)
  const out = await browser.post(signOutOn, {})
  expect(out).toMatchObject({ status: 303, to: '/inloggen' })
  expect(out.headers.get('clear-site-data')).toBe('"cache"')
  expect(browser.jar.size).toBe(0)
  for (const [name, value] of old) browser.jar.set(name, value)
  expect((await browser.open('/werk')).to).toMatch(/^\/inloggen/)
})

test('an invitation works once, also when its form is sent twice, and a weak password does not use it up', async () => {
  const { link } = await anInvitation()
  const browser = aBrowser()
  expect((await browser.post(link, { password: 'kort', again: 'kort' })).html).toContain('minstens 12 tekens')
  expect((await browser.post(link, { password: PASSWORD, again: 'iets-heel-anders' })).html).toContain('niet gelijk')
  expect((await browser.post(link, { password: PASSWORD, again: PASSWORD })).to).toBe('/inloggen/instellen')
  expect((await browser.post(link, { password: PASSWORD, again: PASSWORD })).to).toBe('/inloggen')
  expect((await browser.open('/inloggen')).to).toBe('/inloggen/instellen')
  const late = await aBrowser().open(link)
  expect(late.status).toBe(400)
  expect(late.html).toContain('werkt niet meer')
})

test('the account page lists this device and changes the password', async () => {
  const { browser, email } = await aWorkingAccount()
  const page = await browser.open(links.account())
  expect(page.html).toContain(email)
  expect(page.html).toContain('Firefox op Linux')
  expect(page.html).toContain('dit apparaat')
  const form = { doe: 'wachtwoord', current: PASSWORD, next: 'regen-trein-kaas-vuur', again: 'regen-trein-kaas-vuur' }
  expect((await browser.post(links.account(), { ...form, current: 'x' })).html).toContain('niet je huidige wachtwoord')
  expect((await browser.post(links.account(), { ...form, again: 'x' })).html).toContain('niet gelijk')
  const done = await browser.post(links.account(), form)
  expect(done).toMatchObject({ status: 303, to: '/werk/mijn-account?gedaan=wachtwoord' })
  expect((await browser.open(done.to ?? '')).html).toContain('Je nieuwe wachtwoord geldt nu')
  expect((await aBrowser().post(links.signIn(), { email, password: PASSWORD })).status).toBe(400)
})

test.each([
  ['nl', 'een teken in dat we niet kunnen bewaren'],
  ['en', 'It holds a sign that we cannot keep'],
])('a sign that no database keeps is refused in words, in %s', async (lang, sentence) => {
  const refused = await app.request(links.signIn(), {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', cookie: `taal=${lang}` },
    body: new URLSearchParams({ email: 'a\0b@post.example', password: PASSWORD }),
  })
  expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining(sentence)])
})

test('new recovery codes are shown at once, before anything else', async () => {
  const { browser } = await aWorkingAccount()
  expect((await browser.post(links.account(), { doe: 'codes', 'codes-password': 'x' })).status).toBe(400)
  expect((await browser.post(links.account(), { doe: 'codes', 'codes-password': PASSWORD })).to).toBe(
    '/inloggen/instellen',
  )
  expect((await browser.open('/werk')).to).toBe('/inloggen/instellen')
  expect((await browser.open(links.enrol())).html).toMatch(/[A-Z0-9]{5}-[A-Z0-9]{5}/)
})

test('signing out everywhere ends the sessions of every browser', async () => {
  const { browser, email, secret } = await aWorkingAccount()
  const other = aBrowser()
  await other.post(links.signIn(), { email, password: PASSWORD })
  await other.post(links.secondFactor(), { code: await codeNow(secret) })
  expect((await other.open('/werk')).status).toBe(200)
  expect(await browser.post(links.account(), { doe: 'overal' })).toMatchObject({ status: 303, to: '/inloggen' })
  for (const one of [browser, other]) expect((await one.open('/werk')).to).toMatch(/^\/inloggen/)
})

test('a session is looked up with one statement, and without a cookie with none', async () => {
  const { browser } = await aWorkingAccount()
  const cookie = [...browser.jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const real = database()
  const asked: string[] = []
  const transaction: typeof real.transaction = (work, first) => {
    asked.push('transaction')
    return real.transaction(work, first)
  }
  const once: typeof real.once = (statement, first) => {
    asked.push('statement')
    return real.once(statement, first)
  }
  useDatabase({ ...real, transaction, once })
  await sessionBehind(undefined)
  await sessionBehind('taal=nl')
  expect(asked).toEqual([])
  expect(await sessionBehind(cookie)).toBeDefined()
  expect(asked).toEqual(['statement'])
  useDatabase(real)
})

test('in the demo one press signs in as a person of the fictional region', async () => {
  await markInstallation(await anOperator(), 'demo')
  const { actor, email } = await aColleague()
  yes(await setPasswordsForDemo([actor.personId], 'kom-maar-binnen'))
  const people = [
    { email, name: actor.name, role: 'policy-adviser' as const, place: 'Akkerveen', group: 'first' as const },
  ]
  restartSignIn({ secondFactor: 'skipped', demo: { password: 'kom-maar-binnen', people } })
  const browser = aBrowser()
  expect((await browser.open(links.signIn())).html).toContain(`value="${email}"`)
  expect(await browser.post(links.signIn(), { persoon: email, terug: '/werk' })).toMatchObject({
    status: 303,
    to: '/werk',
  })
  expect((await browser.open('/werk')).html).toContain(actor.name)
  expect((await aBrowser().post(links.signIn(), { persoon: 'niemand@voorbeeld.example' })).status).toBe(400)
  restartSignIn()
  await database().transaction((tx) => tx.execute(sql`update installation set purpose = 'real'`))
  expect(await setPasswordsForDemo([actor.personId], 'kom-maar-binnen')).toMatchObject({
    ok: false,
    reason: 'demo-only',
  })
})
