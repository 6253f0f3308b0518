import { setTimeout as pause } from 'node:timers/promises'
import { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { movePage, publishShippedPages } from '../../../capabilities/information/actions.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { aMunicipality, anOperator, aRegion, yes } from '../../../tests/support/world.ts'
import { routes } from '../../routes.ts'
import { securityHeaders } from '../../shell/security.ts'
import { mountPages } from '../../shell/serve.tsx'

withDatabase()

function site(isDemo: boolean): Hono {
  const app = new Hono()
  app.use(securityHeaders(false))
  mountPages(app, routes, {
    ...{ baseUrl: new URL('https://voorveld.example'), isDemo, log: () => undefined },
    sessionOf: async () => {
      throw new Error('no session is looked at')
    },
  })
  return app
}
const app = site(true)
const get = (path: string) => app.request(path)
const told = async (path: string): Promise<string> => (await get(path)).text()

const ADDRESSES = [
  '/ouderschapsplan',
  '/en/ouderschapsplan',
  '/g/hierdorp/ouderschapsplan',
  '/en/g/hierdorp/ouderschapsplan',
]

beforeAll(async () => {
  const regionId = await aRegion('Regio Noord')
  await aMunicipality({ code: 'GM0201', name: 'Hierdorp', villages: ['Het Veld'], regionId })
  await publishShippedPages(await anOperator(), { isDemo: true })
}, 120_000)

test.each(ADDRESSES)('%s can send nothing: no field has a name, and there is no form', async (path) => {
  const answer = await get(path)
  const html = await answer.text()
  expect(answer.status).toBe(200)
  expect(answer.headers.get('set-cookie')).toBeNull()
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  expect(main.match(/<textarea/g)?.length).toBeGreaterThan(40)
  expect(main).not.toMatch(/<form|<input|\sname="|\sformaction=|type="submit"/)
  // Every field says so to the browser too: fill nothing in again, and check no spelling elsewhere.
  for (const [field] of main.matchAll(/<textarea[^>]*>/g))
    expect(field).toMatch(/autocomplete="off" spellcheck="false"/)
  expect(html).toContain('data-quick-exit')
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|\son[a-z]+=|\sstyle=/)
})

test('no browser keeps the page, so that going back shows nothing of what was typed', async () => {
  expect((await get('/ouderschapsplan')).headers.get('cache-control')).toBe('no-store')
})

test('the four blocks that the law asks come first, each with its question, then what may be added', async () => {
  const html = await told('/ouderschapsplan')
  const headings = [...html.matchAll(/<h[23] id="([\w-]+)"/g)].map(([, id]) => id)
  expect(headings.filter((id) => id !== 'hulp-hier').slice(0, 5)).toEqual([
    'care',
    'informing',
    'costs',
    'children',
    'holidays',
  ])
  expect(html.match(/data-block="required"/g)).toHaveLength(4)
  expect(html.match(/<details class="plan-block" data-block="optional"/g)).toHaveLength(11)
})

test('it says that it is a draft and no legal advice, and that closing loses what was typed', async () => {
  expect(await told('/ouderschapsplan')).toMatch(/concept en geen juridisch advies[\s\S]*Dan is weg wat je typte/)
  expect(await told('/en/ouderschapsplan')).toMatch(/draft and no legal advice[\s\S]*Then what you typed is gone/)
})

test('who is afraid of the other parent is led elsewhere before the first question, and the window does not tell', async () => {
  const html = await told('/g/hierdorp/ouderschapsplan')
  const before = html.slice(0, html.indexOf('<textarea'))
  expect(before).toContain('href="/vraag/nu"')
  expect(before).toContain('href="/g/hierdorp/informatie/daarna"')
  expect(html.match(/<title>(.*?)<\/title>/)?.[1]).toBe('Maak samen een ouderschapsplan - Voorveld')
})

test('what a law can change is filled in, and help of the place stands beside it', async () => {
  const html = await told('/g/hierdorp/ouderschapsplan')
  expect(html).not.toContain('{{')
  expect(html).toMatch(/Kinderen vanaf 12 jaar krijgen zelf een uitnodiging/)
  expect(html).toContain('Hulp in Hierdorp')
})

test('its page leads to it, in its own language and place, and search engines find it', async () => {
  expect(await told('/en/g/hierdorp/informatie/ouderschapsplan')).toContain('href="/en/g/hierdorp/ouderschapsplan"')
  expect(await told('/sitemap.xml')).toContain('<loc>https://voorveld.example/en/ouderschapsplan</loc>')
  expect(await told('/ouderschapsplan')).not.toContain('noindex')
})

test('[R-007] where its page is not public, neither is the helper, and no text leads to it', async () => {
  yes(await movePage(await anOperator(), { slug: 'ouderschapsplan', language: 'en', to: 'retired' }))
  // What was taken back is gone within a second.
  await pause(1_050)
  const elsewhere = site(false)
  expect((await elsewhere.request('/en/ouderschapsplan')).status).toBe(404)
  expect((await elsewhere.request('/ouderschapsplan')).status).toBe(200)
  expect(await (await elsewhere.request('/sitemap.xml')).text()).not.toContain('/en/ouderschapsplan<')
  const page = await (await elsewhere.request('/en/informatie/kinderen-en-het-plan')).text()
  expect(page).toContain('help with the plan')
  expect(page).not.toContain('href="/en/ouderschapsplan"')
})

test.each(['/g/nergens/ouderschapsplan', '/ouderschapsplan/x'])('%s is a page that is not there', async (path) => {
  expect((await get(path)).status).toBe(404)
})
