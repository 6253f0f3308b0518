import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import stepPlan from '../../content/step-plans/apart.json' with { type: 'json' }
import { choose, choosePlace, heading, press } from '../support/asking.ts'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withSharedDemo } from '../support/demo.ts'
import { COUPLE } from '../support/stepping.ts'

const { at, open } = withSharedDemo()

/** No finding of axe, nothing that sticks out, one way out, and a title that tells nothing. */
async function isSound(page: Page, script: boolean): Promise<void> {
  if (script) expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
  expect(await page.locator('[data-quick-exit]').count()).toBe(1)
  expect(await page.title()).toBe('Voorveld')
  expect(await page.context().cookies()).toEqual([])
}

/** Asks as a parent who calls by oneself; gives the code. */
async function asked(page: Page): Promise<string> {
  await press(page, 'Begin')
  await choosePlace(page, 'Oosterveld (Akkerveen)')
  await choose(page, 'Ouder, of (ex-)partner')
  await page.fill('textarea', 'Ruzie over de kinderen.')
  await choose(page, 'De kinderen')
  await page.getByText('Ik neem zelf contact op').click()
  await press(page, 'Verder')
  await press(page, 'Sla deze vraag over')
  await press(page, 'Verstuur')
  return page.locator('.reference-code strong').innerText()
}

test.each([true, false])(
  '[R-004] what somebody asked or shared is taken back with the code, and pressed twice it is the same, with script: %s',
  async (script) => {
    const page = await open('/vraag', { width: 320, script })
    const code = await asked(page)
    await page.getByRole('link', { name: 'Neem terug wat je schreef' }).click()
    await isSound(page, script)
    await page.fill('#code', 'BBBB-CCCC-DDDD')
    await press(page, 'Neem het terug')
    expect(await page.locator('.errors').innerText()).toContain('Deze code kennen we niet')
    await isSound(page, script)
    for (let time = 0; time < 2; time++) {
      await page.goto(at('/vraag/terug'))
      await page.fill('#code', code.toLowerCase())
      await press(page, 'Neem het terug')
      expect(await heading(page)).toBe('Het is weg')
      expect(await page.locator('main').innerText()).toContain('Niemand neemt hierover contact met je op.')
      expect(page.url()).toBe(at('/vraag/terug'))
      await isSound(page, script)
    }
    await page.goto(at('/vraag/stand'))
    await page.fill('#code', code)
    await press(page, 'Bekijk')
    expect(await heading(page)).toBe('Teruggenomen')
    await isSound(page, script)
  },
)

const english = new Map(
  stepPlan.questions.flatMap(({ options = [] }) => options.map(({ name }) => [name.nl, name.en] as const)),
)

test.each([true, false])(
  '[R-261] what is shared from the English steps goes on in English up to the code, without a cookie, with script: %s',
  async (script) => {
    const page = await open('/en/g/akkerveen/stappen', { script })
    const on = async (words: string) => {
      const before = await heading(page)
      await press(page, words)
      await expect.poll(() => heading(page), { timeout: 15_000 }).not.toBe(before)
    }
    await on('Begin')
    for (const [label] of COUPLE) {
      await page.getByLabel(english.get(label) ?? label, { exact: true }).check()
      await on('Go on')
    }
    await on('Choose what you share')
    await page.locator('main input[type=checkbox]').first().check()
    await on('On to your question')
    expect(await heading(page)).toBe('Where is help needed?')
    await page.getByLabel('Oosterveld', { exact: true }).check()
    await on('Go on')
    await page.getByLabel('Parent, or (ex-)partner').check()
    await on('Go on')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.locator('main').innerText()).not.toMatch(/\b(Verder|Terug|je|jouw)\b/)
    expect(await page.context().cookies()).toEqual([])
  },
)
