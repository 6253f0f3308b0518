import { expect, test } from 'vitest'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withSharedDemo } from '../support/demo.ts'

const { at, signedIn } = withSharedDemo()

test('a manager keeps one strong right and ends another, each with a reason', async () => {
  const page = await signedIn('Mina de Wit', { width: 320 })
  await page.goto(at('/werk/mensen'))
  await page.getByRole('link', { name: 'Sterke rechten nakijken' }).click()
  expect([await isTooWide(page), await axeFindings(page)]).toEqual([false, []])
  const keep = page.getByRole('button', { name: /^Houd/ })
  const before = await keep.count()
  expect(before).toBeGreaterThan(1)
  expect(await page.getByText('een ander kijkt dit na').count()).toBe(1)

  await keep.first().click()
  await page.getByText('Schrijf kort op waarom').first().waitFor()
  expect([await isTooWide(page), await axeFindings(page)]).toEqual([false, []])
  await page
    .getByLabel(/^Waarom, voor/)
    .first()
    .fill('Werkt hier nog.')
  await keep.first().click()
  await page.getByText('Dit recht blijft.').waitFor()
  // What neither button sends ends nothing.
  const form = { recht: await page.locator('input[name=recht]').last().inputValue(), reden: 'Zomaar.' }
  const headers = { 'sec-fetch-site': 'same-origin' }
  expect((await page.request.post(at('/werk/rechten'), { headers, form })).status()).toBe(200)
  await page.goto(at('/werk/rechten'))
  expect(await keep.count()).toBe(before)
  await page
    .getByLabel(/^Waarom, voor/)
    .last()
    .fill('Werkt hier niet meer.')
  await page
    .getByRole('button', { name: /^Stop dit recht/ })
    .last()
    .click()
  await page.getByText('Dit recht is nu weg.').waitFor()
  expect(await keep.count()).toBe(before - 1)
})
