import { expect, test } from 'vitest'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withSharedDemo } from '../support/demo.ts'

const { at, signedIn } = withSharedDemo()

test('a manager gives another system a key without script, the system asks with it, and the manager takes it back', async () => {
  const page = await signedIn('Mina de Wit', { script: false })
  await page.goto(at('/werk/systemen'))
  await page.getByLabel('Naam').fill('Registratie van De Brug')
  await page.getByRole('button', { name: 'Voeg toe' }).click()
  // Who registers works for an organisation; what was typed is still there.
  await expect.poll(() => page.getByText('Kies de organisatie').count()).toBe(1)
  await page.getByLabel('Organisatie').selectOption('Stichting De Brug')
  await page.getByRole('button', { name: 'Voeg toe' }).click()
  await page.getByRole('heading', { name: 'Registratie van De Brug' }).waitFor()
  await page.getByRole('button', { name: 'Maak de sleutel' }).click()
  expect(await page.getByText('Kies ten minste één ding').count()).toBe(0) // the browser itself asks for the label first
  await page.getByLabel('Waar de sleutel wordt gebruikt').fill('Rekencentrum')
  await page.getByLabel('programma’s lezen').check()
  await page.getByRole('button', { name: 'Maak de sleutel' }).click()
  await page.getByRole('heading', { name: 'De sleutel is klaar' }).waitFor()
  const key = await page.getByLabel('Sleutel').inputValue()
  const ask = (path: string) => fetch(at(`/api/v1${path}`), { headers: { authorization: `Bearer ${key}` } })
  expect((await ask('/programmas')).status).toBe(200)
  expect((await ask('/trajecten')).status).toBe(403)
  // What no button of the page sends turns nothing off.
  const headers = { 'sec-fetch-site': 'same-origin' }
  for (const form of [{}, { doe: 'iets' }])
    expect((await page.request.post(page.url(), { headers, form })).status()).toBe(200)
  expect((await ask('/programmas')).status).toBe(200)
  await page.getByRole('link', { name: 'Ik heb hem bewaard' }).click()
  expect(await page.content()).not.toContain(key)
  expect(await page.getByText('nog niet').count()).toBe(0)
  await page.getByRole('button', { name: 'Neem terug' }).click()
  await page.getByText('Gedaan.').waitFor()
  expect((await ask('/programmas')).status).toBe(401)
})

test.each([320, 768, 1440])('the pages of systems are whole on a screen of %i wide', async (width) => {
  const page = await signedIn('Mina de Wit', { width })
  await page.goto(at('/werk/systemen'))
  await page.getByLabel('Naam').fill(`Rapportage ${width}`)
  await page.getByLabel('Wat voor systeem').selectOption('rapportagesysteem')
  expect([await isTooWide(page), await axeFindings(page)]).toEqual([false, []])
  await page.getByRole('button', { name: 'Voeg toe' }).click()
  await page.getByRole('heading', { name: `Rapportage ${width}` }).waitFor()
  expect([await isTooWide(page), await axeFindings(page)]).toEqual([false, []])
  // A system that reports is offered no key for files.
  expect(await page.getByLabel('trajecten lezen').count()).toBe(0)
  await page.getByLabel('Waar de sleutel wordt gebruikt').fill('Proef')
  await page.getByLabel('cijfers lezen').check()
  await page.getByRole('button', { name: 'Maak de sleutel' }).click()
  await page.getByRole('heading', { name: 'De sleutel is klaar' }).waitFor()
  expect([await isTooWide(page), await axeFindings(page)]).toEqual([false, []])
})
