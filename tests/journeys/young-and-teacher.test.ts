import { expect, test } from 'vitest'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withDemo } from '../support/demo.ts'

const { at, open } = withDemo()

test.each([true, false])(
  '[R-069] [R-037] a girl of 13 sees whom to talk with, reads when a judge listens, and asks alone, with script: %s',
  async (script) => {
    const page = await open('/g/akkerveen', { width: 320, script })
    await page.getByRole('link', { name: 'Ik ben 12 tot en met 17 jaar' }).first().click()
    const talk = page.locator('.talk-now')
    for (const said of ['De Kindertelefoon', 'Chatten met de Kindertelefoon', 'Is er nu niemand?', 'Veilig Thuis'])
      expect(await talk.innerText()).toContain(said)
    if (script) expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
    const entrance = page.url()
    await page.getByRole('link', { name: 'Praten met een rechter' }).click()
    const text = await page.locator('main').innerText()
    expect(text).toMatch(/uitnodigen als je 12 jaar of ouder bent/)
    expect(text).toContain('Je ouders zijn er niet bij.')
    expect(await page.title()).not.toMatch(/scheid|geweld/i)
    await page.goto(entrance)
    await page.locator('.talk-now').getByRole('link', { name: 'Stel zelf je vraag' }).click()
    expect(new URL(page.url()).pathname).toBe('/vraag/kind')
    expect(await page.locator('[data-quick-exit]').count()).toBe(1)
    if (script) expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
    expect(await page.context().cookies()).toEqual([])
  },
)

test.each([true, false])(
  '[R-013] [R-069] a teacher reads how to recognise and to refer, and what a child can do, with script: %s',
  async (script) => {
    const page = await open('/g/akkerveen', { width: 320, script })
    await page.getByRole('link', { name: 'Ik werk met gezinnen' }).first().click()
    if (script) expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
    expect(await page.locator('aside').innerText()).toContain('Hulp in Akkerveen')
    const entrance = page.url()
    for (const title of ['Relatieproblemen herkennen in je werk', 'Zo verwijs je een gezin door']) {
      await page.goto(entrance)
      await page.getByRole('link', { name: title }).first().click()
      expect(await page.locator('h1').innerText()).toBe(title)
      if (script) expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
    }
    expect(await page.locator('main').innerText()).toContain('Zegt iemand nee, dan is het nee.')
    await page.goto(at('/g/akkerveen/begin/ik-ben-een-kind'))
    expect(await page.locator('.talk-now').innerText()).toContain('De Kindertelefoon')
    expect(await page.context().cookies()).toEqual([])
  },
)

test('in the dark, and as wide as a desk, the pages of children keep everybody in', async () => {
  for (const width of [320, 1440]) {
    const page = await open('/g/akkerveen/begin/ik-ben-een-kind', { width, dark: true })
    expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
  }
})
