import { Hono } from 'hono'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { clickTally } from '../../capabilities/campaigns/clicks.ts'
import { publishShippedPages } from '../../capabilities/information/actions.ts'
import { dayAt } from '../../foundation/day.ts'
import { aCampaign } from '../../tests/support/campaigns.ts'
import { withDatabase } from '../../tests/support/database.ts'
import { aMunicipality, anOperator } from '../../tests/support/world.ts'
import { routes } from '../routes.ts'
import { securityHeaders } from '../shell/security.ts'
import { mountPages } from '../shell/serve.tsx'

withDatabase()
const today = dayAt(new Date())
const month = `${today.slice(0, 7)}-01`
const app = new Hono()
app.use(securityHeaders(false))
mountPages(app, routes, {
  ...{ baseUrl: new URL('https://voorveld.example'), isDemo: true, log: () => undefined },
  sessionOf: async () => undefined,
})
const BROWSER = { 'sec-fetch-dest': 'document', 'sec-fetch-site': 'cross-site' }
const follow = (code: string, headers: Record<string, string> = BROWSER, method = 'GET') =>
  app.request(`/ga/${code}`, { method, headers })

beforeAll(async () => {
  const operator = await anOperator()
  await aMunicipality({ code: 'GM0811', name: 'Gadorp' })
  await aMunicipality({ code: 'GM0812', name: 'Staadorp' })
  await publishShippedPages(operator, { isDemo: true, folder: 'tests/support/public-pages' })
  const days = { startsOn: today, endsOn: today, leadsTo: 'informatie/geld-op-een-rij' }
  await aCampaign(operator, { code: 'villa', municipalityCode: 'GM0811' }, days)
  await aCampaign(operator, { code: 'voorbij' }, { ...days, startsOn: '2020-01-01', endsOn: '2020-01-31' })
}, 60_000)
beforeEach(() => {
  clickTally.take()
})

test('[R-248] who follows the short address comes to the page, without a cookie, and no browser keeps the way', async () => {
  const answer = await follow('villa')
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/g/gadorp/informatie/geld-op-een-rij'])
  expect(answer.headers.get('set-cookie')).toBeNull()
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
  const english = await follow('Villa', { ...BROWSER, cookie: 'taal=en' })
  expect(english.headers.get('location')).toBe('/en/g/gadorp/informatie/geld-op-een-rij')
})

test('[R-248] a click is a number, and nothing of it tells who clicked or from where', async () => {
  for (let at = 0; at < 3; at++)
    await follow('villa', {
      ...BROWSER,
      ...{ cookie: 'iets=anders', referer: 'https://elders.example/jan', 'user-agent': 'Een telefoon' },
      'x-forwarded-for': '192.0.2.7',
    })
  const taken = clickTally.take()
  expect(taken).toEqual([{ of: { campaignId: expect.any(String), month, isWithin: true }, n: 3 }])
})

test.each([
  ['a machine that says nothing', {}, 'GET'],
  ['fetched ahead', { ...BROWSER, 'sec-purpose': 'prefetch' }, 'GET'],
  ['a picture', { ...BROWSER, 'sec-fetch-dest': 'image' }, 'GET'],
  ['only looking whether it is there', BROWSER, 'HEAD'],
  ['an editor who tries it', { ...BROWSER, 'sec-fetch-site': 'same-origin' }, 'GET'],
] as const)('[R-248] %s is led on and not counted', async (_, headers, method) => {
  expect((await follow('villa', headers, method)).headers.get('location')).toBe('/g/gadorp/informatie/geld-op-een-rij')
  expect(clickTally.take()).toEqual([])
})

test('[R-248] after its last day the address still leads to the page, and counts outside the period', async () => {
  expect((await follow('voorbij')).headers.get('location')).toBe('/informatie/geld-op-een-rij')
  expect(clickTally.take()).toMatchObject([{ of: { isWithin: false }, n: 1 }])
})

test.each([
  'bestaat-niet',
  '%2F%2Felders.example',
  'https:%2F%2Felders.example',
  '..%2fwerk',
  '%00',
  'a'.repeat(5_000),
])('[R-248] /ga/%s is a page that is not there, and leads nowhere', async (code) => {
  const answer = await follow(code)
  expect([answer.status, answer.headers.get('location')]).toEqual([404, null])
  expect(clickTally.take()).toEqual([])
})

test('a short address leads nowhere else, whatever stands behind it', async () => {
  for (const more of ['?terug=https://elders.example', '?url=//elders.example', '#x'])
    expect((await follow(`villa${more}`)).headers.get('location')).toBe('/g/gadorp/informatie/geld-op-een-rij')
})
