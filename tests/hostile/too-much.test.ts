import { beforeAll, expect, test } from 'vitest'
import { municipalityWithId } from '../../capabilities/access/queries.ts'
import { links } from '../../web/links.ts'
import { routes } from '../../web/routes.ts'
import { theProduct } from '../disclosure/answers.ts'
import { withDatabase } from '../support/database.ts'
import { aMunicipality, anOperator } from '../support/world.ts'

withDatabase()
const app = theProduct()
let place = ''
beforeAll(async () => {
  place = (await municipalityWithId(await anOperator(), await aMunicipality()))?.slug ?? ''
})

const BOOK = 'x'.repeat(600_000)
const send = (path: string, body: string) =>
  app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    body,
  })
const forVisitors = routes.filter(({ audience, post }) => audience === 'everyone' && post !== undefined)

test('nobody has to sign in to send something, so a book is refused unread on every such page', async () => {
  expect(forVisitors.length).toBeGreaterThan(10)
  for (const { path } of forVisitors) {
    const answer = await send(path.replace(/:\w+/g, 'x'), `zoek=${BOOK}`)
    expect([path, answer.status]).toEqual([path, 413])
  }
  expect(await (await send(links.find({ lang: 'en' }), `zoek=${BOOK}`)).text()).toContain('make it shorter')
})

test('the longest question that is taken in is looked for without holding up others, and not written out again', async () => {
  const began = performance.now()
  const answer = await send(links.find({ lang: 'nl', place }), `zoek=${'y'.repeat(500_000)}`)
  expect(answer.status).toBe(200)
  expect((await answer.text()).length).toBeLessThan(60_000)
  expect(performance.now() - began).toBeLessThan(5_000)
  const words = await send(links.find({ lang: 'nl', place }), `zoek=${'woord '.repeat(80_000)}`)
  expect(words.status).toBe(200)
  for (const path of [links.askStatus(), links.askTakeBack(), links.stepsKept({ lang: 'nl' })])
    expect((await (await send(path, `code=${'z'.repeat(400_000)}`)).text()).length).toBeLessThan(60_000)
})

test('an address typed from paper leads to its page, and one that is nowhere says so in its own language', async () => {
  const typed = await app.request(`/g/${place.toUpperCase()}/`)
  expect(typed.headers.get('location')).toBe(links.home('nl', place))
  const slash = await app.request('/en/stappen/')
  expect([slash.status, slash.headers.get('location')]).toEqual([301, '/en/stappen'])
  expect(await (await app.request('/en/nowhere')).text()).toContain('<html lang="en"')
  expect((await app.request('//elders.example/')).status).toBe(404)
})
