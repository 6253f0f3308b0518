import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '../../database/demo/places.ts'
import { axeFindings, isTooWide, withBrowser } from '../support/browser.ts'
import { signInAs } from '../support/demo.ts'
import {
  aFreePort,
  anInstallation,
  type Installation,
  type RunningProduct,
  startProduct,
} from '../support/running-product.ts'

const browser = withBrowser()
let installation: Installation
let product: RunningProduct

beforeAll(async () => {
  installation = await anInstallation()
  product = await startProduct({ ...installation.env, PORT: String(await aFreePort()) })
}, 60_000)
afterAll(async () => {
  await product.stop()
  await installation.remove()
})

const at = (path: string) => product.address + path

/** A device that keeps keys and asks for a finger, as Chromium plays it. */
async function aDevice(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
  return session
}

const isWhole = async (page: Page) => expect([await isTooWide(page), await axeFindings(page)]).toEqual([false, []])

test('a coordinator makes a key on the own device, signs in with it, gives it a name and takes it away', async () => {
  const page = await browser.open({ width: 320, apart: true })
  await aDevice(page)
  await page.goto(at('/inloggen'))
  await signInAs(page, 'Iris Bakker')
  await page.goto(at('/werk/mijn-account'))
  const keys = page.getByRole('region', { name: 'Sleutels' })
  await keys.getByLabel('Huidig wachtwoord').fill('niet het goede wachtwoord')
  await keys.getByRole('button', { name: 'Maak een sleutel' }).click()
  await page.getByText('Dit is niet je huidige wachtwoord').first().waitFor()

  await keys.getByLabel('Huidig wachtwoord').fill(DEMO_PASSWORD)
  await keys.getByRole('button', { name: 'Maak een sleutel' }).click()
  await page.getByLabel('Naam').fill('Telefoon')
  await isWhole(page)
  await page.getByRole('button', { name: 'Maak de sleutel' }).click()
  await page.getByText('Je sleutel is klaar').waitFor()
  await isWhole(page)

  await page.locator('details.person summary').click()
  await page.getByRole('button', { name: 'Uitloggen' }).click()
  await page.goto(at('/inloggen?terug=/werk/dossiers'))
  await page.getByRole('link', { name: 'Inloggen met een sleutel' }).click()
  await isWhole(page)
  await page.getByRole('button', { name: 'Gebruik je sleutel' }).click()
  await page.waitForURL(/\/werk\/dossiers$/)
  expect(await page.locator('.person').first().textContent()).toContain('Iris Bakker')

  await page.goto(at('/werk/mijn-account'))
  await keys.getByLabel('Andere naam voor Telefoon').fill('Oude telefoon')
  await keys.getByRole('button', { name: /^Hernoem/ }).click()
  await page.getByText('De naam is veranderd').waitFor()
  expect(await keys.getByRole('rowheader', { name: 'Oude telefoon' }).count()).toBe(1)
  await keys.getByRole('button', { name: /^Haal weg/ }).click()
  await page.getByText('Die sleutel opent hier niets meer').waitFor()

  await page.locator('details.person summary').click()
  await page.getByRole('button', { name: 'Uitloggen' }).click()
  await page.goto(at('/inloggen/sleutel'))
  await page.getByRole('button', { name: 'Gebruik je sleutel' }).click()
  await page.getByText('Deze sleutel kennen we hier niet').first().waitFor()
  await isWhole(page)
})

test('a device without a key says so and changes nothing; without script the page names the password', async () => {
  const page = await browser.open({ apart: true })
  await aDevice(page)
  await page.goto(at('/inloggen/sleutel'))
  await page.getByRole('button', { name: 'Gebruik je sleutel' }).click()
  await page.getByText('Je apparaat gaf geen sleutel').waitFor()

  const plain = await browser.open({ script: false, width: 320 })
  await plain.goto(at('/inloggen/sleutel'))
  expect(await plain.getByText('Een sleutel werkt alleen in een browser').isVisible()).toBe(true)
  expect(await plain.getByRole('button', { name: 'Gebruik je sleutel' }).count()).toBe(0)
  await plain.getByRole('link', { name: 'Inloggen met je wachtwoord' }).click()
  expect(new URL(plain.url()).pathname).toBe('/inloggen')
})
