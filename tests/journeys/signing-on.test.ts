import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, isTooWide, withBrowser } from '../support/browser.ts'
import { signInAs } from '../support/demo.ts'
import { anIdentityProvider, CLIENT, type RunningProvider } from '../support/identity-provider.ts'
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
let provider: RunningProvider | undefined

beforeAll(async () => {
  installation = await anInstallation()
  product = await startProduct({ ...installation.env, PORT: String(await aFreePort()) })
}, 60_000)
afterAll(async () => {
  await provider?.stop()
  await product.stop()
  await installation.remove()
})

const at = (path: string) => product.address + path

test('a manager says where an organisation signs in, tries it, maps a group; a new colleague comes in by it and goes out', async () => {
  provider = await anIdentityProvider({ redirectUris: [], port: await aFreePort() })
  const manager = await browser.open({ width: 320, script: false })
  await manager.goto(at('/inloggen'))
  await signInAs(manager, 'Mina de Wit')
  await manager.goto(at('/werk/mensen'))
  await manager.getByRole('link', { name: 'Inloggen via de organisatie' }).click()
  await manager
    .getByRole('link', { name: /^Stel in/ })
    .first()
    .click()
  const setUpAt = manager.url()
  await manager.getByLabel('Naam op de inlogpagina').fill('Stichting Proef')
  await manager.getByLabel('Adres (issuer)').fill(provider.issuer)
  await manager.getByLabel('Naam van Voorveld daar').fill(CLIENT.id)
  await manager.getByLabel('Geheim', { exact: true }).fill(CLIENT.secret)
  await manager.getByLabel(/Toelaten als/).check()
  await manager.getByRole('button', { name: 'Bewaar' }).click()
  await expect.poll(() => manager.getByText('Bewaard.').count()).toBe(1)
  expect(await manager.content()).not.toContain(CLIENT.secret)

  // Whoever manages the provider fills in the address that the page gives.
  const address = (await manager.locator('dd.key').first().textContent()) ?? ''
  await provider.stop()
  const { port } = provider
  await manager.getByRole('button', { name: 'Probeer het' }).click()
  await expect.poll(() => manager.getByRole('alert').or(manager.locator('.error-summary')).count()).toBeGreaterThan(0)
  expect(await manager.content()).toContain('antwoordt nu niet')
  provider = await anIdentityProvider({ redirectUris: [address], signOutUris: [at('/inloggen')], port })
  await manager.getByRole('button', { name: 'Probeer het' }).click()
  await expect.poll(() => manager.getByText('De inlogdienst antwoordt').count()).toBe(1)

  await manager.getByLabel('Groep', { exact: true }).fill('beleid')
  await manager.getByLabel('Rol', { exact: true }).selectOption('policy-adviser')
  await manager.getByRole('button', { name: 'Voeg toe' }).click()
  await manager.getByRole('button', { name: 'Zet aan' }).click()
  await expect.poll(() => manager.getByText('Mensen kunnen nu via deze organisatie inloggen.').count()).toBe(1)
  expect([await isTooWide(manager), await axeFindings(await onScript(setUpAt))]).toEqual([false, []])

  provider.sitDown({
    ...{ sub: '1', email: 'nieuw@proef.example', email_verified: true, name: 'Nieuwe Collega', groups: ['beleid'] },
  })
  const page = await browser.open({ script: false })
  await page.goto(at('/inloggen?terug=/beleid/cijfers'))
  await page.getByRole('link', { name: 'Inloggen via Stichting Proef' }).click()
  await page.waitForURL(/\/beleid\/cijfers$/)
  expect(await page.content()).toContain('Nieuwe Collega')
  await page.goto(at('/werk/mijn-account'))
  expect(await page.getByText('Wachtwoord veranderen').count()).toBe(0)

  await page.locator('details.person summary').click()
  await page.getByRole('button', { name: 'Uitloggen' }).click()
  await page.getByRole('link', { name: 'Log ook uit bij Stichting Proef' }).click()
  expect(new URL(page.url()).origin).toBe(provider.issuer)

  provider.sitDown({ sub: '2', email: 'onbekend@proef.example', email_verified: true })
  const stranger = await browser.open({ width: 320 })
  await stranger.goto(at('/inloggen'))
  await stranger.getByRole('link', { name: 'Inloggen via Stichting Proef' }).click()
  await expect.poll(() => stranger.getByText('kennen we je hier nog niet').count()).toBeGreaterThan(0)
  expect([await isTooWide(stranger), await axeFindings(stranger)]).toEqual([false, []])
})

/** The same page of the manager in a browser that runs scripts, which axe needs. */
async function onScript(address: string) {
  const page = await browser.open()
  await page.goto(at('/inloggen'))
  await signInAs(page, 'Mina de Wit')
  await page.goto(address)
  return page
}
