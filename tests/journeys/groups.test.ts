import { expect, test } from 'vitest'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withSharedDemo } from '../support/demo.ts'

const { at, signedIn } = withSharedDemo()

test('[R-054] a walk-in is begun without a name, and after an afternoon it counts how many came', async () => {
  const page = await signedIn('Wout Lindeboom', { width: 320 })
  const fine = async () => expect([await isTooWide(page), await axeFindings(page)]).toEqual([false, []])
  await page.goto(at('/werk/dossiers/nieuw'))
  expect(await page.locator('[name=uitvoering] option').allInnerTexts()).not.toContain('Buurthuiskamer, Akkerveen')
  await fine()
  await page.getByRole('link', { name: 'Begin een groep' }).click()
  await fine()
  expect(await page.locator('main input[type=text], main [name=naam]').count()).toBe(0)
  await page.getByRole('button', { name: 'Begin', exact: true }).click()
  await page.getByRole('heading', { name: '2 dingen kloppen nog niet' }).waitFor()
  await fine()
  await page.getByLabel('Lindeloo').check()
  await page.getByLabel('Ontmoeten').check()
  await page.getByRole('button', { name: 'Begin', exact: true }).click()
  await page.waitForURL(/werk\/trajecten\/[0-9a-f-]{36}/)
  expect(await page.getByRole('heading', { name: 'Groep', exact: true }).count()).toBe(1)
  await fine()
  await page.getByRole('link', { name: 'Leg een contact vast' }).click()
  expect(await page.getByText(/deze persoon/).count()).toBe(0)
  await page.getByLabel(/Hoeveel minuten/).fill('120')
  await page.getByLabel('6 tot en met 10').check()
  await page.locator('[name=activity]').first().check()
  await fine()
  await page.locator('form.compact button').click()
  await page.waitForURL(/gedaan=contact/)
  expect(await page.locator('.time').innerText()).toContain('Contact')
})
