import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tokenOf } from '../../capabilities/access/sign-in/invitation.ts'
import { keyFrom } from '../../capabilities/access/sign-in/library.ts'
import { links } from '../../web/links.ts'
import { axeFindings, isTooWide, withBrowser } from '../support/browser.ts'
import { signInAs } from '../support/demo.ts'
import { unreachedByTab } from '../support/keyboard.ts'
import { anInstallation, type Installation, type RunningProduct, startProduct } from '../support/running-product.ts'

const SECRET = 'a-key-for-this-journey-that-nobody-uses-0001'
const browser = withBrowser()
let installation: Installation
let product: RunningProduct
beforeAll(async () => {
  installation = await anInstallation()
  product = await startProduct({ ...installation.env, APP_SECRET: SECRET })
}, 60_000)
afterAll(async () => {
  await product.stop()
  await installation.remove()
})

const main = (page: Page): Promise<string> => page.locator('main').innerText()
async function isFine(page: Page, script: boolean): Promise<void> {
  expect(await isTooWide(page)).toBe(false)
  if (script) expect(await axeFindings(page)).toEqual([])
}
async function signedIn(name: string, script = true): Promise<Page> {
  const page = await browser.open({ width: 320, script })
  await page.goto(`${product.address}/inloggen`)
  await signInAs(page, name)
  return page
}

async function toInviting(page: Page): Promise<void> {
  await page.goto(`${product.address}/werk/dossiers`)
  await page.locator('main a', { hasText: 'Sanne' }).first().click()
  await page.locator('.file-strip div', { hasText: 'Zelf inloggen' }).locator('a').click()
}

/** The link of the mail, which a demo sends nowhere. That it is in the mail is shown beside the door. */
const linkOf = (invitationId: string): string => links.invitation(tokenOf(invitationId, keyFrom(SECRET, 'invitations')))

test.each([true, false])(
  '[R-088] a worker invites, the page of the link tells nothing, and with the code of the worker a person signs in and reads the own page, with script: %s',
  async (script) => {
    const joris = await signedIn('Joris Haverman', script)
    await toInviting(joris)
    await isFine(joris, script)
    expect(await unreachedByTab(joris)).toEqual([])
    const send = joris.locator('main form.compact button')
    await send.click()
    expect(await joris.locator('.errors').innerText()).toContain('Bespreek het eerst')
    await joris.check('[name=besproken]')
    await send.click()
    expect(await joris.locator('.errors').innerText()).toContain('niemand anders deze mail leest')
    expect(await joris.isChecked('[name=besproken]')).toBe(true)
    await isFine(joris, script)
    await joris.check('[name=alleen]')
    const path = linkOf(await joris.inputValue('[name=_sleutel]'))
    await send.click()
    const code = (await main(joris)).match(/\d{3} \d{3}/)?.[0] ?? ''
    await isFine(joris, script)

    const sanne = await browser.open({ width: 320, script })
    await sanne.goto(product.address + path)
    expect(await sanne.locator('body').innerText()).not.toMatch(/sanne|joris|scheid/i)
    await isFine(sanne, script)
    expect(await unreachedByTab(sanne)).toEqual([])
    for (const name of ['password', 'again']) await sanne.fill(`[name=${name}]`, 'regen-trein-kaas-vuur')
    await sanne.fill('[name=code]', code === '000 000' ? '111111' : '000000')
    await sanne.locator('main form button').click()
    expect(await main(sanne)).toContain('Deze code klopt niet')
    for (const name of ['password', 'again']) await sanne.fill(`[name=${name}]`, 'regen-trein-kaas-vuur')
    await sanne.fill('[name=code]', code)
    await sanne.locator('main form button').click()
    await sanne.waitForURL(/\/mijn/)
    expect(await main(sanne)).toContain('Sanne')
    await sanne.goto(product.address + path)
    expect(await main(sanne)).toContain('Deze link werkt niet')
  },
  180_000,
)

test('the other parent’s worker gets the same page as for nobody', async () => {
  const joris = await signedIn('Joris Haverman')
  await toInviting(joris)
  const address = joris.url()
  const other = await signedIn('Dirk Zonderland')
  const answers: (string | undefined)[] = []
  for (const url of [address, address.replace(/[0-9a-f-]{36}/, '01990000-0000-7000-8000-000000000000')]) {
    const response = await other.goto(url)
    answers.push(`${response?.status()} ${(await main(other)).replace(/kenmerk: \S+/, '')}`)
  }
  expect(answers[0]).toMatch(/^404/)
  expect(answers[0]).toBe(answers[1])
})
