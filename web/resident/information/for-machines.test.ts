import { beforeAll, expect, test } from 'vitest'
import { publishShippedPages } from '../../../capabilities/information/actions.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { aPublicSite, origin } from '../../../tests/support/public-site.ts'
import { aMunicipality, anOperator } from '../../../tests/support/world.ts'

withDatabase()
const app = aPublicSite()

beforeAll(async () => {
  await aMunicipality({ code: 'GM0401', name: 'Kaartdorp' })
  await publishShippedPages(await anOperator(), { isDemo: true, folder: 'tests/support/public-pages' })
}, 60_000)

test('what is new stands in a feed per language and municipality, with whole addresses and nothing about safety', async () => {
  for (const [path, title] of [
    ['/nieuw.xml', 'Nieuw op deze site'],
    ['/en/nieuw.xml', 'New on this site'],
    ['/g/kaartdorp/nieuw.xml', 'Nieuw op deze site'],
  ] as const) {
    const answer = await app.request(path)
    expect(answer.headers.get('content-type')).toContain('application/rss+xml')
    const xml = await answer.text()
    expect(xml).toContain(`<title>${title}</title>`)
    const addresses = [...xml.matchAll(/<item>.*?<link>([^<]+)<\/link>/g)].map(([, address = '']) => address)
    expect(addresses.length).toBeGreaterThan(0)
    for (const address of addresses) expect((await app.request(address.slice(origin.length))).status).toBe(200)
    expect(xml).not.toContain('wat-je-nu-kunt-doen')
  }
  expect(await (await app.request('/g/kaartdorp')).text()).toContain(
    `<link rel="alternate" type="application/rss+xml" href="${origin}/g/kaartdorp/nieuw.xml"/>`,
  )
  expect((await app.request('/g/nergens/nieuw.xml')).status).toBe(404)
})

test('search engines are told where the sitemap is, and where they have no business', async () => {
  const answer = await app.request('/robots.txt')
  expect(answer.headers.get('content-type')).toContain('text/plain')
  const text = await answer.text()
  expect(text).toContain(`Sitemap: ${origin}/sitemap.xml`)
  expect(text).toMatch(/^Disallow: \/werk$/m)
  const closed = [...text.matchAll(/^Disallow: (.+)$/gm)].map(([, path = '']) => path)
  expect(text).toMatch(/^Allow: \/beleid\/paspoorten$/m)
  const open = ['/', '/informatie/geld-op-een-rij', '/begin/geldzorgen', '/g/kaartdorp', '/vraag']
  expect(open.filter((path) => closed.some((start) => path.startsWith(start)))).toEqual([])
})

test('what somebody looked for is no page to find', async () => {
  const body = new URLSearchParams({ zoek: 'geld' })
  const html = await (await app.request('/zoeken', { method: 'POST', body })).text()
  expect(html).toContain('<meta name="robots" content="noindex"/>')
  expect(html).not.toContain('rel="canonical"')
})
