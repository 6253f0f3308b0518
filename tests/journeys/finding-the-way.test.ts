import { expect, test } from 'vitest'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withSharedDemo } from '../support/demo.ts'

const { at, open } = withSharedDemo()

test.each([true, false])(
  '[R-001] [R-002] [R-005] somebody chooses the own village and comes by an entrance to a page with help nearby, with script: %s',
  async (script) => {
    const page = await open('/', { width: 320, script })
    await page
      .getByRole('link', { name: /^Kies je gemeente/ })
      .first()
      .click()
    await page.fill('input[name=plaats]', 'lindelo')
    await page.getByRole('button', { name: 'Zoek mijn gemeente' }).click()
    expect(new URL(page.url()).pathname).toBe('/g/akkerveen')
    await page.getByRole('link', { name: 'Ik heb zorgen over geld' }).click()
    expect(await page.locator('h1').innerText()).toBe('Ik heb zorgen over geld')
    expect(await page.locator('aside').innerText()).toContain('Hulp in Akkerveen')
    await page.locator('main .page-list a').first().click()
    expect(new URL(page.url()).pathname).toMatch(/^\/g\/akkerveen\/informatie\//)
    // Looking for what keeps somebody out takes script.
    if (script) expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
    await page.getByRole('link', { name: 'English' }).click()
    expect(new URL(page.url()).pathname).toMatch(/^\/en\/g\/akkerveen\/informatie\//)
    expect(await page.context().cookies()).toEqual([])
  },
)

test('[R-017] who is afraid finds a page by own words; what was typed stands in no address, and the window says nothing', async () => {
  const page = await open('/', { width: 320, script: false })
  await page.fill('input[name=zoek]', 'mijn man heeft mij geslagen')
  await page.getByRole('button', { name: 'Zoek', exact: true }).click()
  expect(page.url()).toBe(at('/zoeken'))
  // Whom to call stands above all that was found.
  const call = page.locator('main .unsafe a[href^="tel:"]')
  expect(await call.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
    'tel:112',
    'tel:08002000',
  ])
  await page.locator('main .page-list a').first().click()
  expect(await page.title()).toBe('Voorveld')
  expect(new URL(page.url()).pathname).not.toMatch(/geweld|veilig|slaan/)
  expect(await page.locator('[data-quick-exit]').count()).toBe(1)
  expect(await page.context().cookies()).toEqual([])
})

test('from any page on a small phone one tap leads to the search of the own municipality, but where somebody must call', async () => {
  const page = await open('/g/akkerveen/hulp-in-de-buurt', { width: 320, script: false })
  const bar = page.locator('header.bar')
  const find = bar.getByRole('link', { name: 'Zoeken' })
  const [one, other] = [await find.boundingBox(), await bar.getByRole('link', { name: 'Snel weg' }).boundingBox()]
  expect([one?.y, Math.min(one?.height ?? 0, other?.height ?? 0) >= 44]).toEqual([other?.y, true])
  await find.click()
  expect(page.url()).toBe(at('/g/akkerveen/zoeken'))
  expect(await page.locator('input[name=zoek]').isVisible()).toBe(true)
  const links: number[] = []
  for (const path of ['/vraag', '/inloggen', '/vraag/nu']) {
    await page.goto(at(path))
    links.push(await page.locator('a[href="/zoeken"]').count())
  }
  // In the bar and in the footer.
  expect(links).toEqual([2, 2, 0])
})

test('[R-017] who types that living is too much sees first whom to call for that, also when nothing is found', async () => {
  const page = await open('/g/akkerveen/zoeken', { width: 320 })
  await page.fill('input[name=zoek]', 'ik wil niet meer leven')
  await page.getByRole('button', { name: 'Zoek', exact: true }).click()
  expect(await page.locator('main .unsafe a[href^="tel:"]').getAttribute('href')).toBe('tel:113')
  expect(await axeFindings(page)).toEqual([])
  expect(await page.title()).not.toMatch(/dood|113/)
})
