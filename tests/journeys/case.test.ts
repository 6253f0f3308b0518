import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, isTooWide, withBrowser } from '../support/browser.ts'
import { anInstallation, type RunningProduct, startProduct } from '../support/running-product.ts'

const browser = withBrowser()
let product: RunningProduct
let remove: () => Promise<void>

beforeAll(async () => {
  const installation = await anInstallation()
  remove = installation.remove
  product = await startProduct(installation.env)
}, 120_000)
afterAll(async () => {
  await product?.stop()
  await remove?.()
})

type Viewing = Parameters<typeof browser.open>[0]

async function signedIn(viewing: Viewing = {}): Promise<Page> {
  const page = await browser.open(viewing)
  await page.goto(`${product.address}/inloggen`)
  await page.getByRole('button', { name: /Iris Bakker/ }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/inloggen'))
  return page
}

/** Opens the file of a parent with another parent and a child; gives its address. */
async function aFile(page: Page, name: string): Promise<string> {
  await page.goto(`${product.address}/werk/dossiers/nieuw`)
  await page.selectOption('[name=uitvoering]', { label: 'Relatie- en scheidingspunt, Akkerveen' })
  await page.fill('[name=naam]', name)
  await page.fill('[name=andere]', 'Mark')
  await page.fill('[name=kind-1]', 'Lotte')
  await page.fill('[name=leeftijd-1]', '9')
  await save(page)
  return page.url()
}

const save = (page: Page): Promise<void> => page.locator('main form button').last().click()
const main = (page: Page): Promise<string> => page.locator('main').innerText()
const follow = (page: Page, name: string): Promise<void> => page.locator('main a', { hasText: name }).first().click()
const isFine = async (page: Page): Promise<void> =>
  expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])

test.each([true, false])(
  'a contact is logged once on a phone and feeds timeline and hours, with script: %s',
  async (script) => {
    const page = await signedIn({ width: 320, script })
    await aFile(page, 'Sanne')
    await follow(page, 'Leg een contact vast')
    if (script) await isFine(page)
    await page.fill('[name=notitie]', 'De overdracht gaat vaak mis.')
    await save(page)
    expect(await page.locator('.errors').innerText()).toContain('Vul hele minuten in')
    expect(await page.inputValue('[name=notitie]')).toBe('De overdracht gaat vaak mis.')
    if (script) await isFine(page)
    await page.fill('[name=minuten]', '80')
    await page.getByLabel('Ondersteunen', { exact: true }).check()
    await save(page)
    expect(await main(page)).toMatch(
      /1 uur en 20 minuten in 1\scontact[\s\S]*Contact: ondersteunen, 1 uur en 20 minuten[\s\S]*De overdracht gaat vaak mis.[\s\S]*Eigen dossier/,
    )
    if (script) await isFine(page)
    await follow(page, 'Leg een contact vast')
    await page.fill('[name=minuten]', '10')
    await page.getByLabel('Informeren', { exact: true }).check()
    await page.locator('main form button').last().dblclick()
    await page.waitForURL(/gedaan=contact/)
    expect(await main(page)).toMatch(/1 uur en 30 minuten in 2\scontacten/)
  },
)

test('steps ask in place what they need; of two tabs the second sees both versions and loses nothing', async () => {
  const page = await signedIn({ width: 320 })
  await aFile(page, 'Anna')
  await page.locator('.file-strip a').first().click()
  await isFine(page)
  const trajectory = page.url()
  await follow(page, 'Eerste gesprek')
  await save(page)
  expect(await main(page)).toContain('De stap is gezet.')
  expect(await main(page)).toMatch(/Nog \d+ vragen te beantwoorden/)
  await follow(page, 'Dit gesprek was genoeg')
  await isFine(page)
  await save(page)
  expect(await page.locator('.errors').innerText()).toContain('Zijn er zorgen over geld?')
  await isFine(page)
  const other = await page.context().newPage()
  await other.goto(`${trajectory.split('?')[0]}/antwoorden`)
  await isFine(other)
  await other.locator('input[name=money-worries][value=yes]').check()
  await save(other)
  expect(await main(other)).toContain('De antwoorden zijn bewaard.')
  await page.locator('input[name=risk-estimate][value=none-seen]').check()
  await page.locator('input[name=money-worries][value=no]').check()
  await save(page)
  expect(await main(page)).toMatch(/Iemand was je net voor[\s\S]*Zijn er zorgen over geld\?\s+Ja\s+Nee/)
  await isFine(page)
  await save(page)
  expect(await main(page)).toContain('De stap is gezet.')
  await isFine(page)
})

test('a step by keyboard alone: without a reason it is refused with a sentence, with one it is taken', async () => {
  const page = await signedIn()
  await aFile(page, 'Bea')
  await page.locator('.file-strip a').first().click()
  await page.locator('main a', { hasText: 'Afronden zonder traject' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('[name=dag]').focus()
  await page.keyboard.press('Enter')
  expect(await page.locator('.errors').innerText()).toContain('Kies een reden')
  await page.locator('[name=reden]').first().focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  expect(await main(page)).toMatch(
    /De stap is gezet[\s\S]*Er zijn geen stappen meer[\s\S]*Geen traject: Wil geen hulp meer/,
  )
})

test('family, authority, homes and reaching are kept by small forms; a lost edit shows both versions', async () => {
  const page = await signedIn({ width: 320 })
  const file = await aFile(page, 'Carla')
  await page.goto(`${file}/gezin`)
  await isFine(page)
  await page.locator('button[value=gezag]').click()
  expect(await page.locator('.errors').innerText()).toContain('Kies een antwoord')
  await isFine(page)
  await page.getByLabel('Ja', { exact: true }).check()
  await page.selectOption('[name=gezag-bron]', 'authority-register')
  await page.locator('button[value=gezag]').click()
  expect(await main(page)).toMatch(/Gezag\s+gezag \(Lotte\)/)
  await page.goto(`${file}/gezin`)
  await page.locator('button[value=thuis]').click()
  await page.goto(`${file}/gezin`)
  expect(await page.locator('main table').innerText()).toMatch(/Lotte\s+kind, 9 jaar\s+Carla/)
  await page.fill('[name=lid-leeftijd]', 'negen')
  await page.locator('button[value=lid]').click()
  expect(await page.locator('.errors').innerText()).toContain('Deze leeftijd kan niet')
  await page.fill('[name=lid-leeftijd]', '6')
  await page.fill('[name=lid-naam]', 'Bas')
  await page.locator('button[value=lid]').click()
  expect(await main(page)).toContain('Bas (6)')
  const other = await page.context().newPage()
  await page.goto(`${file}/bereiken`)
  await isFine(page)
  await other.goto(`${file}/bereiken`)
  await other.fill('[name=telefoon]', '06 11 11 11 11')
  await save(other)
  await page.fill('[name=telefoon]', '06 22 22 22 22')
  await save(page)
  expect(await main(page)).toMatch(/Iemand was je net voor[\s\S]*06 11 11 11 11\s+06 22 22 22 22/)
  expect(await page.inputValue('[name=telefoon]')).toBe('06 22 22 22 22')
  await isFine(page)
  await save(page)
  expect(await main(page)).toContain('06 22 22 22 22')
})

test('who leads and works with a parent opens no file of the child, and does not leave as the only worker', async () => {
  const page = await signedIn({ width: 320 })
  const file = await aFile(page, 'Dina')
  await page.goto(`${file}/gezin`)
  await page.locator('button[value=dossier]').click()
  expect(await page.locator('.errors').innerText()).toContain('Vraag een collega')
  await isFine(page)
  await page.goto(file)
  await page.locator('.file-strip a', { hasText: 'jij' }).click()
  await isFine(page)
  expect(await main(page)).toContain('Je bent de enige die hieraan werkt.')
})
