import type { Page } from 'playwright-core'
import { isWhole } from './browser.ts'

/** A button of the page itself, by its words, until the page that it leads to is there. */
export async function press(page: Page, words: string): Promise<void> {
  await page.locator(`main button:has-text("${words}")`).first().click()
  await isWhole(page)
}

/** What the page asks or says. */
export const heading = (page: Page): Promise<string> => page.locator('main h1').innerText()

/** Chooses answers by their words, and goes on. */
export async function choose(page: Page, ...labels: string[]): Promise<void> {
  for (const label of labels) await page.getByLabel(label, { exact: true }).check()
  await press(page, 'Verder')
}

/** Chooses where help is needed, from all places of the region, and goes on. */
export async function choosePlace(page: Page, label: string): Promise<void> {
  await page.locator('select[name=place]').selectOption({ label })
  await press(page, 'Verder')
}

/** A parent, as far as the review. */
export async function askAsParent(page: Page, words = 'Ruzie over waar de kinderen zijn.'): Promise<void> {
  await press(page, 'Begin')
  await choosePlace(page, 'Oosterveld (Akkerveen)')
  await choose(page, 'Ouder, of (ex-)partner')
  await page.fill('textarea', words)
  await choose(page, 'Uit elkaar gaan, of uit elkaar zijn')
  await choose(page, 'Bel me')
  await page.fill('[name=phone]', '06 12345678')
  await choose(page, 'Nee, spreek niets in', 'In de ochtend')
  await choose(page, 'Ja, dat kan')
  await page.fill('[name=name]', 'Noor')
  await press(page, 'Verder')
}
