import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withSharedDemo } from '../support/demo.ts'

const { at, signedIn } = withSharedDemo()

const save = (page: Page): Promise<void> => page.locator('main form button').last().click()
const main = (page: Page): Promise<string> => page.locator('main').innerText()
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click()
const isFine = async (page: Page): Promise<void> =>
  expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])

test('[R-110] a colleague who stands in sees the list apart under Today, and the file names it; until it is ended', async () => {
  const page = await signedIn('Joris Haverman', { width: 320 })
  await page.goto(at('/werk/dossiers/nieuw'))
  await page.selectOption('[name=uitvoering]', { label: 'Relatie- en scheidingspunt, Akkerveen' })
  await page.fill('[name=naam]', 'Hidde')
  await save(page)
  const file = page.url()
  await page.goto(at('/werk/vervanging'))
  await save(page)
  expect(await page.locator('.errors').innerText()).toContain('Kies')
  await isFine(page)
  const today = new Date(Date.now() + 3_600_000).toISOString().slice(0, 10)
  // A form for each place where somebody works; the last is that of the file.
  await page.locator('[name=collega]').last().selectOption({ label: 'Elif Waterman' })
  await page.locator('[name=vanaf]').last().fill(today)
  await page.locator('[name=tot]').last().fill(today)
  await save(page)
  expect(await main(page)).toMatch(/Geregeld\.[\s\S]*Elif Waterman/)
  await isFine(page)
  await page.goto(file)
  expect(await main(page)).toMatch(/Elif Waterman \(vervangt tot en met/)
  const colleague = await signedIn('Elif Waterman', { width: 320 })
  expect(await main(colleague)).toMatch(/Voor Joris Haverman\s+Je vervangt tot en met/)
  await isFine(colleague)
  await colleague.goto(file)
  expect(await main(colleague)).toContain('Hidde')
  await page.goto(at('/werk/vervanging'))
  await page.locator('button[value=stop]').click()
  await colleague.goto(file)
  expect(await main(colleague)).not.toContain('Hidde')
})

test('a worklist keeps a filter under a name, and a manager keeps the list for afterwards', async () => {
  const page = await signedIn('Joris Haverman', { width: 320 })
  await page.goto(at('/werk/trajecten?fase=running'))
  await press(page, 'Bewaar filter')
  expect(await page.locator('.errors').innerText()).toContain('Geef het filter een naam')
  await page.fill('[name=filternaam]', 'Lopend')
  await press(page, 'Bewaar filter')
  await page.goto(at('/werk/trajecten'))
  await page.locator('main a', { hasText: 'Lopend' }).click()
  expect(page.url()).toMatch(/\/werk\/trajecten\?fase=running$/)
  await page.locator('.saved-filters summary').click()
  await isFine(page)
  const manager = await signedIn('Mina de Wit', { width: 320 })
  await manager.goto(at('/werk/daarna'))
  await save(manager)
  expect(await manager.locator('.errors').innerText()).toContain('Vul nog in: de naam.')
  await isFine(manager)
})
