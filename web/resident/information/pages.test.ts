import { setTimeout as pause } from 'node:timers/promises'
import { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { movePage, publishShippedPages, writePage } from '../../../capabilities/information/actions.ts'
import { tally } from '../../../capabilities/information/visits/visit.ts'
import { dayAt } from '../../../foundation/day.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { restartSignIn } from '../../../tests/support/signing-in.ts'
import { aMunicipality, anOperator, aRegion, yes } from '../../../tests/support/world.ts'
import { routes } from '../../routes.ts'
import { securityHeaders } from '../../shell/security.ts'
import { mountPages } from '../../shell/serve.tsx'

withDatabase()

const app = new Hono()
app.use(securityHeaders(false))
mountPages(app, routes, {
  ...{ baseUrl: new URL('https://voorveld.example'), isDemo: true, log: () => undefined },
  sessionOf: async (c) => {
    // A page that is the same for everyone looks at no session; a form that is posted does.
    if (c.req.method === 'GET') throw new Error('no session is looked at')
    return undefined
  },
})
const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
const told = async (path: string): Promise<string> => (await get(path)).text()

const PAGE = '/informatie/geld-op-een-rij'
const SAFETY = '/informatie/wat-je-nu-kunt-doen'

beforeAll(async () => {
  const regionId = await aRegion('Regio Noord')
  await aMunicipality({ code: 'GM0201', name: 'Hierdorp', villages: ['Het Veld'], regionId })
  await aMunicipality({ code: 'GM0202', name: 'Daardorp', villages: ['De Berg'], regionId })
  await publishShippedPages(await anOperator(), { isDemo: true, folder: 'tests/support/public-pages' })
}, 60_000)

test('[R-001] a page is read without an account and sets no cookie, and a browser may keep it for a while', async () => {
  const answer = await get(PAGE)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('set-cookie')).toBeNull()
  expect(answer.headers.get('cache-control')).toBe('public, max-age=60')
  const html = await answer.text()
  expect(html).toContain('<h1 itemprop="name">Je geld op een rij</h1>')
  expect(html).toContain('data-quick-exit')
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|\son[a-z]+=|\sstyle=/)
})

test('who has the page already is told so, and it goes out small', async () => {
  const first = await get(PAGE, { 'accept-encoding': 'gzip, br' })
  expect(first.headers.get('content-encoding')).toBe('br')
  expect(first.headers.get('vary')).toBe('Accept-Encoding')
  const again = await get(PAGE, { 'if-none-match': first.headers.get('etag') ?? '' })
  expect(again.status).toBe(304)
  expect(await again.text()).toBe('')
  expect((await get(PAGE, { 'if-none-match': 'W/"another"' })).status).toBe(200)
})

test('the address says the language, whatever the browser chose before', async () => {
  const english = { headers: { cookie: 'taal=en' } }
  expect(await (await app.request(PAGE, english)).text()).toContain('<html lang="nl"')
  expect(await told(`/en${PAGE}`)).toContain('Your money in a row')
  expect(await told(PAGE)).toContain(`href="/en${PAGE}" lang="en"`)
})

test('a page that is the same everywhere counts as one, in two languages', async () => {
  const html = await told(`/en/g/hierdorp${PAGE}`)
  expect(html).toContain(`<link rel="canonical" href="https://voorveld.example/en${PAGE}"/>`)
  expect(html).toContain(`hreflang="nl" href="https://voorveld.example${PAGE}"`)
  expect(html).toContain(`href="/g/hierdorp${PAGE}" lang="nl"`)
})

test('the bar of every public page leads to the search of its language and place', async () => {
  const nl = (at: string) => `<a href="${at}/zoeken">Zoeken</a>`
  for (const [path, link] of [
    [PAGE, nl('')],
    [SAFETY, nl('')],
    ['/g/hierdorp', nl('/g/hierdorp')],
    ['/g/hierdorp/regelingen', nl('/g/hierdorp')],
    ['/g/hierdorp/hulp-in-de-buurt', nl('/g/hierdorp')],
    ['/g/hierdorp/stappen', nl('/g/hierdorp')],
    [`/en/g/hierdorp${PAGE}`, '<a href="/en/g/hierdorp/zoeken">Search</a>'],
    ['/g/hierdorp/informatie/nergens', nl('')],
  ] as const) {
    const bar = /<header class="bar.*?<\/header>/s.exec(await told(path))?.[0]
    expect([path, bar?.includes(link)]).toEqual([path, true])
  }
})

test('[R-017] a page about safety has a window title that tells nothing, and no browser keeps it', async () => {
  const answer = await get(SAFETY)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const html = await answer.text()
  expect(html).toContain('<title>Voorveld</title>')
  expect(html).toContain('href="tel:08002000"')
})

test('a line that may not be told becomes the site of that service', async () => {
  const html = await told('/informatie/vertellen-aan-de-kinderen')
  expect(html).toContain('https://www.kindertelefoon.nl/')
  expect(html).not.toContain('0800 0432')
})

test('[R-002] what one municipality adds is read there and not next door, within a second after it was approved', async () => {
  const operator = await anOperator()
  const slug = 'geld-op-een-rij'
  const adding = { slug, language: 'nl', municipalityCode: 'GM0201', isAddition: true } as const
  const text =
    '---\ntitle: Bij ons\nsummary: Kort.\naudience: [parent]\nmoment: any\ndomains: [money]\nreviewOn: 2027-05-01\nsources: []\n---\n\nKom langs in het Veldhuis.\n'
  expect(await told(`/g/hierdorp${PAGE}`)).not.toContain('Veldhuis')
  yes(await writePage(operator, { ...adding, text }))
  for (const to of ['tested', 'approved']) yes(await movePage(operator, { ...adding, to }))
  await pause(1_050)
  expect(await told(`/g/hierdorp${PAGE}`)).toContain('Kom langs in het Veldhuis.')
  expect(await told(`/g/daardorp${PAGE}`)).not.toContain('Veldhuis')
  expect(await told(PAGE)).not.toContain('Veldhuis')
  yes(await movePage(operator, { ...adding, to: 'retired' }))
  await pause(1_050)
  expect(await told(`/g/hierdorp${PAGE}`)).not.toContain('Veldhuis')
})

test('[R-002] the chosen municipality stays in every link of its pages', async () => {
  const html = await told('/g/hierdorp')
  expect(html).toContain('href="/g/hierdorp/begin/geldzorgen"')
  expect(await told('/g/hierdorp/begin/geldzorgen')).toContain(`href="/g/hierdorp${PAGE}"`)
  expect(html).toContain('>Hierdorp</a>')
})

test('[R-012] the front page and every page say that the expert is no mediator and stands apart from the municipality', async () => {
  for (const path of ['/', PAGE]) expect(await told(path)).toMatch(/raad los van de gemeente, is geen mediator/)
})

const choose = (typed: string) =>
  app.request('/gemeente', { method: 'POST', body: new URLSearchParams({ plaats: typed }) })

test.each([
  ['Hierdorp', '/g/hierdorp'],
  ['hiredorp', '/g/hierdorp'],
  ['het veld', '/g/hierdorp'],
])('[R-002] who types “%s” comes to %s', async (typed, to) => {
  const answer = await choose(typed)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, to])
})

test.each(['', '   ', 'Atlantis', '\'"><script>alert(1)</script>', 'x'.repeat(5_000)])(
  'who types “%s” is told that it is not known, and can choose from all',
  async (typed) => {
    const answer = await choose(typed)
    const html = await answer.text()
    expect(answer.status).toBe(200)
    expect(html).toContain('aria-invalid="true"')
    expect(html).toContain('href="/g/daardorp"')
    expect(html).not.toContain('<script>alert')
  },
)

test.each([
  '/g/nergens',
  `/g/nergens${PAGE}`,
  '/informatie/geen',
  '/informatie/%00',
  '/informatie/..%2f..%2fetc',
  `/informatie/${'a'.repeat(5_000)}`,
  '/begin/constructor',
  '/begin/__proto__',
])('%s is a page that is not there', async (path) => {
  expect((await get(path)).status).toBe(404)
})

test('every page leads to both statements; until they are approved these say whom to ask, and are not found', async () => {
  for (const [home, to] of [
    ['/g/hierdorp', ['/g/hierdorp/informatie/privacy', '/g/hierdorp/informatie/toegankelijkheid']],
    ['/en', ['/en/informatie/privacy', '/en/informatie/toegankelijkheid']],
  ] as const) {
    const html = await told(home)
    for (const address of to) {
      expect(html).toContain(`href="${address}"`)
      const statement = await get(address)
      expect([statement.status, (await statement.text()).includes('content="noindex"')]).toEqual([200, true])
    }
  }
  expect((await get('/informatie/bestaat-niet')).status).toBe(404)
})

const browser = (from: string) => ({ 'sec-fetch-dest': 'document', 'sec-fetch-site': from })

test('[R-015] a view from elsewhere is a visit, one from a page here is not, and both are counted without a trace of who', async () => {
  tally.take()
  await get(PAGE, { ...browser('cross-site'), cookie: 'sessie=x', 'user-agent': 'Firefox' })
  await get(PAGE, browser('none'))
  await get(PAGE, { ...browser('none'), 'if-none-match': (await get(PAGE)).headers.get('etag') ?? '' })
  await get(PAGE, browser('same-origin'))
  await get('/en/g/hierdorp', browser('none'))
  await get('/en/begin/ik-twijfel', browser('none'))
  await get('/informatie/bestaat-niet', browser('none'))
  await get('/sitemap.xml', browser('none'))
  const month = `${dayAt(new Date()).slice(0, 7)}-01`
  const page = { month, place: undefined, what: 'informatie', slug: 'geld-op-een-rij', language: 'nl' }
  expect(tally.take()).toEqual([
    { of: { ...page, kind: 'arrival' }, n: 3 },
    { of: { ...page, kind: 'onward' }, n: 1 },
    { of: { ...page, place: 'hierdorp', what: 'voorpagina', slug: '', language: 'en', kind: 'arrival' }, n: 1 },
    { of: { ...page, what: 'begin', slug: 'ik-twijfel', language: 'en', kind: 'arrival' }, n: 1 },
  ])
})

test('[R-070] [R-015] a click on to an online buddy or chat is counted, and nobody knows of whom', async () => {
  tally.take()
  expect(await told('/g/hierdorp/begin/ik-ben-jong')).toContain('href="/g/hierdorp/chatten/young-buddies"')
  const click = await get('/g/hierdorp/chatten/young-buddies', { ...browser('same-origin'), cookie: 'sessie=x' })
  expect([click.status, click.headers.get('location'), click.headers.get('cache-control')]).toEqual([
    ...[303, 'https://www.villapinedo.nl/', 'no-store'],
  ])
  expect([click.headers.get('set-cookie'), click.headers.get('referrer-policy')]).toEqual([null, 'no-referrer'])
  // From elsewhere it is no click of ours, and a machine that says nothing is nobody.
  for (const headers of [browser('none'), browser('cross-site'), {}])
    expect((await get('/en/chatten/child-line-chat', headers)).status).toBe(303)
  for (const code of ['emergency', 'child-line', 'bestaat-niet', 'https:%2F%2Fkwaad.example'])
    expect((await get(`/chatten/${code}`, browser('same-origin'))).status).toBe(404)
  const month = `${dayAt(new Date()).slice(0, 7)}-01`
  const of = { month, place: 'hierdorp', what: 'chatten', slug: 'young-buddies', language: 'nl', kind: 'onward' }
  expect(tally.take()).toEqual([{ of, n: 1 }])
})

test('[R-015] a page asks whether it helped, but one about safety asks nothing', async () => {
  expect(await told(PAGE)).toContain('action="/informatie/geld-op-een-rij/geholpen"')
  expect(await told(SAFETY)).not.toContain('geholpen')
  const post = (path: string, antwoord: string) =>
    app.request(path, { method: 'POST', body: new URLSearchParams({ antwoord }) })
  restartSignIn() // answers are counted under a key of signing in
  const answer = await post('/g/hierdorp/informatie/geld-op-een-rij/geholpen', 'useful')
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    '/g/hierdorp/informatie/geld-op-een-rij/geholpen',
  ])
  expect(await told('/g/hierdorp/informatie/geld-op-een-rij/geholpen')).toContain('Dank je wel')
  expect((await post(`${PAGE}/geholpen`, 'misschien')).status).toBe(404)
  expect((await post(`${SAFETY}/geholpen`, 'useful')).status).toBe(404)
})

test('[R-069] [R-037] a child and a young person see whom to talk and chat with, what to do when nobody is there, and how to ask alone', async () => {
  for (const path of ['/begin/ik-ben-een-kind', '/begin/ik-ben-jong']) {
    const html = await told(path)
    const block = html.match(/<section class="talk-now".*?<\/div>/s)?.[0] ?? ''
    expect(block).toMatch(/<h3>Praten<\/h3><ul><li><strong>De Kindertelefoon/)
    expect(block).toMatch(/<h3>Typen<\/h3><ul><li><strong>Chatten met de Kindertelefoon/)
    // Not one of these numbers was verified, so only the sites are named; the numbers for danger always are.
    expect(block).toContain('href="https://www.kindertelefoon.nl/"')
    expect([...block.matchAll(/href="tel:(\d+)"/g)].map(([, number]) => number)).toEqual(['112', '08002000'])
    expect(block).toContain('Is er nu niemand?')
    expect(block).toContain('href="/vraag/kind"')
    // Beside the texts too a child is led to asking alone, never to the form for parents.
    const beside = html.match(/<aside class="local-help".*?<\/aside>/s)?.[0] ?? ''
    expect([...beside.matchAll(/href="(\/vraag[^"]*)"/g)].map(([, href]) => href)).toEqual(['/vraag/kind', '/vraag/nu'])
  }
  expect(await told('/begin/ik-twijfel')).not.toContain('talk-now')
})
