import { expect, test } from 'vitest'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withSharedDemo } from '../support/demo.ts'

const { at, open } = withSharedDemo()

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
    expect(new URL(page.url()).pathname).toBe('/g/akkerveen/vraag/kind')
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

/** Reads the corner of an age: what may be decided, what stays secret, and the way out; then what is read next. */
test.each([
  ['a boy of 9', 'Ik ben een kind', /kinderen vanaf 12 jaar/, 'Het mag. Het hoeft niet.', 'Waar woon ik nu?', true],
  ['a boy of 9', 'Ik ben een kind', /kinderen vanaf 12 jaar/, 'Het mag. Het hoeft niet.', 'Waar woon ik nu?', false],
  ['a girl of 15', 'Ik ben 12 tot en met 17 jaar', /Van 12 jaar tot 16 jaar/, 'meestal ook', 'Moet ik kiezen', true],
  ['a girl of 15', 'Ik ben 12 tot en met 17 jaar', /Van 12 jaar tot 16 jaar/, 'meestal ook', 'Moet ik kiezen', false],
] as const)(
  '[R-269] [R-069] [R-037] %s reads what may be decided, what stays secret and how to leave, behind “%s”',
  async (_who, door, age, alsoSaid, next, script) => {
    const page = await open('/g/akkerveen', { width: 320, script })
    await page.getByRole('link', { name: door }).first().click()
    const text = await page.locator('main').innerText()
    expect(text).toMatch(age)
    for (const said of [alsoSaid, 'Je mag ons iets vragen', 'moeten we er soms iemand bij halen', '112'])
      expect(text).toContain(said)
    // No more secrecy than the law gives: never a promise without its limit.
    expect(text).not.toMatch(/blijft (altijd )?geheim|vertellen (het )?(nooit|aan niemand)/i)
    const away = page.locator('main').getByRole('link', { name: /^Snel weg/ })
    expect(await away.getAttribute('href')).toBe(await page.locator('[data-quick-exit]').getAttribute('href'))
    if (script) expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
    await page.getByRole('link', { name: next }).first().click()
    expect(await page.locator('h1').innerText()).toContain(next)
    if (script) expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
    expect(await page.context().cookies()).toEqual([])
  },
)

test.each(['ik-ben-een-kind', 'ik-ben-jong'])(
  'in the dark, and as wide as a desk, %s keeps everybody in',
  async (code) => {
    for (const width of [320, 768, 1440]) {
      const page = await open(`/g/akkerveen/begin/${code}`, { width, dark: true })
      expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
    }
  },
)
