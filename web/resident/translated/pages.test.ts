import { setTimeout as pause } from 'node:timers/promises'
import { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { movePage, proofreadPage, writePage } from '../../../capabilities/information/actions.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { aMunicipality, anOperator, aRegion, yes } from '../../../tests/support/world.ts'
import { routes } from '../../routes.ts'
import { securityHeaders } from '../../shell/security.ts'
import { mountPages } from '../../shell/serve.tsx'

withDatabase()

const app = new Hono()
app.use(securityHeaders(false))
mountPages(app, routes, {
  ...{ baseUrl: new URL('https://voorveld.example'), isDemo: false, log: () => undefined },
  sessionOf: async () => undefined,
})
const status = async (path: string): Promise<number> => (await app.request(path)).status
const told = async (path: string): Promise<string> => (await app.request(path)).text()
/** A machine wrote this in the languages that it is not yet read in. */
const BANNER = 'ترجمته آلة'

const SLUG = 'eerste-week'
const PAGE = `/ar/informatie/${SLUG}`
let operator: Actor

const text = (title: string, more: string, body: string): string =>
  `---\ntitle: ${title}\nsummary: Kort.\naudience: [parent]\nmoment: any\ndomains: [help]\nreviewOn: 2027-05-01\nsources: []\nfacts: [divorce-entry-term, adult-age]\n${more}---\n\n${body}\n`
const BODY = '{{feit:divorce-entry-term}}, {{feit:adult-age}}, {{lijn:safe-home}}, [vraag](vraag:)'
const approve = async (language: 'nl' | 'en' | 'ar') => {
  for (const to of ['tested', 'approved']) yes(await movePage(operator, { slug: SLUG, language, to }))
  // Pages that are kept know of it within a second.
  await pause(1_050)
}

beforeAll(async () => {
  const regionId = await aRegion('Regio Noord')
  await aMunicipality({ code: 'GM0201', name: 'Hierdorp', villages: ['Het Veld'], regionId })
  operator = await anOperator()
  const translation = `translation: { madeBy: machine, of: ${'a'.repeat(64)} }\n`
  yes(await writePage(operator, { slug: SLUG, language: 'nl', text: text('De eerste week', '', BODY) }))
  yes(await writePage(operator, { slug: SLUG, language: 'ar', text: text('الأسبوع الأول', translation, BODY) }))
  await approve('nl')
}, 60_000)

test('[R-007] outside the demo nothing of a language stands anywhere before a person answers for its words', async () => {
  for (const path of ['/ar', '/ar/g/hierdorp', PAGE, '/tr', '/uk/g/hierdorp']) expect(await status(path)).toBe(404)
  for (const path of ['/', '/g/hierdorp', `/informatie/${SLUG}`, '/vraag'])
    expect(await told(path)).not.toContain('lang="ar"')
  expect(await told('/sitemap.xml')).not.toContain('/ar')
})

test('[R-007] [R-261] once proofread and approved the page stands, without the banner, and every page leads to its language', async () => {
  yes(await proofreadPage(operator, { slug: SLUG, language: 'ar' }))
  await approve('ar')
  const html = await told(PAGE)
  expect(html).toMatch(/^<!doctype html><html lang="ar" dir="rtl">/)
  expect(html).not.toContain(BANNER)
  const missing = await app.request('/ar/informatie/is-er-niet')
  expect(missing.status).toBe(404)
  expect(await missing.text()).toMatch(/^<!doctype html><html lang="ar" dir="rtl">/)
  expect(await status('/tr/informatie/is-er-niet')).toBe(404)
  expect(html).toContain('الأسبوع الأول')
  expect(await told('/ar')).not.toContain(BANNER)
  for (const path of ['/', '/vraag', '/zoeken'])
    expect(await told(path)).toContain('<a href="/ar" lang="ar" hreflang="ar">العربية</a>')
  expect(await told('/g/hierdorp')).toContain('href="/ar/g/hierdorp" lang="ar"')
  expect(await told('/en/g/hierdorp')).toContain('href="/ar/g/hierdorp" lang="ar"')
  expect(await told(`/informatie/${SLUG}`)).toContain(`href="${PAGE}" lang="ar"`)
  // Nobody proofread a page in Turkish.
  expect(await told('/')).not.toContain('lang="tr"')
  expect(await status('/tr')).toBe(404)
})

test('search engines find the page in each language, and one address counts', async () => {
  const [own, dutch, sitemap] = [
    await told(`/ar/g/hierdorp/informatie/${SLUG}`),
    await told(`/informatie/${SLUG}`),
    await told('/sitemap.xml'),
  ]
  expect(own).toContain(`<link rel="canonical" href="https://voorveld.example${PAGE}"/>`)
  expect(own).toContain(`hreflang="nl" href="https://voorveld.example/informatie/${SLUG}"`)
  expect(dutch).toContain(`hreflang="ar" href="https://voorveld.example${PAGE}"`)
  expect(await told('/')).not.toContain('hreflang="ar" href="https://voorveld.example/ar/')
  expect(sitemap).toContain(`<loc>https://voorveld.example${PAGE}</loc>`)
  expect(sitemap).toContain('<loc>https://voorveld.example/ar</loc>')
})

test('a fact without words in the language stands in Dutch and is said to be; numbers stay in Dutch figures', async () => {
  const html = await told(PAGE)
  expect(html).toContain('<span lang="nl">zes maanden</span>, 18 سنة')
  expect(html).toContain('href="tel:08002000"')
  expect(html).toContain('1 مايو 2027')
  expect(html).toContain('<a href="/vraag" hreflang="nl">vraag (بالهولندية)</a>')
})

test('the frame is the same for everyone at its address, whatever the browser chose before', async () => {
  const answer = await app.request(PAGE, { headers: { cookie: 'taal=en' } })
  expect(answer.headers.get('set-cookie')).toBeNull()
  expect(await answer.text()).toBe(await told(PAGE))
  for (const path of ['/ar/g/nergens', '/ar/informatie/bestaat-niet', '/de', '/ar/begin/ik-twijfel'])
    expect(await status(path)).toBe(404)
})

test('[R-007] a page that is taken back takes its language along, within a second', async () => {
  yes(await movePage(operator, { slug: SLUG, language: 'ar', to: 'retired' }))
  await pause(1_050)
  expect(await status(PAGE)).toBe(404)
  expect(await told('/')).not.toContain('lang="ar"')
})
