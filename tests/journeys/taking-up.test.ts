import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { askAsParent, press } from '../support/asking.ts'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { signInAs, withSharedDemo } from '../support/demo.ts'
import { eitherWay } from '../support/ways.ts'

const { at, open, signedIn } = withSharedDemo()

/** Nothing that sticks out and no finding of axe, which looks with script of its own. */
async function isSound(page: Page, script: boolean): Promise<void> {
  expect(await isTooWide(page)).toBe(false)
  if (script) expect(await axeFindings(page)).toEqual([])
}

/** Answers both questions about safety. */
async function weighSafety(page: Page): Promise<void> {
  await page.getByRole('radiogroup', { name: 'Lopen kinderen gevaar?' }).getByLabel('Zorgen').check()
  await page.getByRole('radiogroup', { name: 'Is er geweld thuis?' }).getByLabel('Niet te beoordelen').check()
  await press(page, 'Bewaar de inschatting')
  expect(await page.locator('.errors').innerText()).toContain('waarom je het niet kon beoordelen')
  expect(await page.locator('input[name=kinderen]:checked').inputValue()).toBe('concern')
  await page.fill('[name=omdat]', 'Het gesprek was kort.')
  await press(page, 'Bewaar de inschatting')
  expect(await page.locator('main').innerText()).toContain('Het gesprek was kort.')
}

test.each([320, 1280])(
  'a colleague takes a request up, and of two at once one is told, at %i pixels',
  async (width) => {
    const asker = await open('/vraag')
    await askAsParent(asker)
    await press(asker, 'Verstuur')
    const [page, other] = [await signedIn('Joris Haverman', { width }), await signedIn('Joris Haverman', { width })]
    await page.goto(at('/werk/hulpvragen'))
    expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
    const link = page.locator('tbody a').last()
    await other.goto(at((await link.getAttribute('href')) ?? ''))
    await link.click()
    expect(await page.locator('main').innerText()).toContain('Spreek niets in.')
    expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
    await press(page, 'Ik pak dit op')
    expect(await page.locator('main').innerText()).toContain('Je hebt deze vraag opgepakt')
    await press(other, 'Ik pak dit op')
    expect(await other.locator('.errors').innerText()).toContain('net voor')
    expect(await other.locator('main').innerText()).toMatch(/Zo staat het nu[\s\S]*opgepakt[\s\S]*Dit wilde jij/)
    expect([await axeFindings(other), await isTooWide(other)]).toEqual([[], false])
    await page.getByText('Past hier niet').first().click()
    await page.getByLabel('Andere hulp past beter').check()
    await page.locator('main button[value=not-fitting]').click()
    expect(await page.locator('.errors').innerText()).toContain('hoe je de veiligheid inschat')
    expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
    await weighSafety(page)
    await page.getByText('Past hier niet').first().click()
    await page.locator('main button[value=not-fitting]').click()
    expect(await page.locator('.errors').innerText()).toContain('Kies waarom')
    await page.getByLabel('Andere hulp past beter').check()
    await page.locator('main button[value=not-fitting]').click()
    expect(await page.locator('main').innerText()).toContain('Past hier niet: Andere hulp past beter')
  },
)

test('a colleague notes what came by phone; what was typed when the session ended is offered after signing in', async () => {
  const page = await signedIn('Joris Haverman', { width: 320 })
  await page.goto(at('/werk/hulpvragen/nieuw'))
  expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
  await page.locator('main button', { hasText: 'Leg vast' }).click()
  expect(await page.locator('.errors').innerText()).toContain('Kies hoe de vraag binnenkwam')
  expect(await axeFindings(page)).toEqual([])
  await page.fill('[name=words]', 'Een lang verhaal aan de telefoon')
  await page.getByLabel('telefoon', { exact: true }).check()
  await page.context().clearCookies()
  await page.locator('main button', { hasText: 'Leg vast' }).click()
  expect(await page.locator('main').innerText()).toContain('Wat je typte, bewaren we zeven dagen, alleen voor jou')
  await page.locator('main a', { hasText: 'Inloggen' }).click()
  await signInAs(page, 'Joris Haverman')
  expect(new URL(page.url()).pathname).toBe('/werk/hulpvragen/nieuw')
  expect(await page.locator('main').innerText()).toContain('Dit typte je eerder')
  expect(await page.inputValue('[name=words]')).toBe('Een lang verhaal aan de telefoon')
  expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
  await page.selectOption('[name=place]', { label: 'Oosterveld (Akkerveen)' })
  await page.getByLabel('Ouder, of (ex-)partner').check()
  await page.getByLabel('Geld of schulden').check()
  await page.getByLabel('Ik neem zelf contact op').check()
  await page.locator('main button', { hasText: 'Leg vast' }).click()
  expect(await page.locator('main').innerText()).toMatch(/Geef deze code door: [A-Z0-9]{4}-/)
  await page.goto(at('/werk/hulpvragen/nieuw'))
  expect(await page.inputValue('[name=words]')).toBe('')
  await page.locator('main button', { hasText: 'Tel dit advies' }).click()
  expect(await page.locator('main').innerText()).toContain('Geteld.')
})

test.each(eitherWay(true))(
  '[R-022] grade D shows whom to call, 112 first, and stands on top of the list, by keyboard, with script: %s',
  async (script) => {
    const asker = await open('/vraag')
    await askAsParent(asker)
    await press(asker, 'Verstuur')
    const page = await signedIn('Joris Haverman', { width: 320, script })
    await page.goto(at('/werk/hulpvragen'))
    await page.locator('tbody a').first().click()
    await press(page, 'Ik pak dit op')
    await press(page, 'Bewaar de zwaarte')
    expect(await page.locator('.errors').innerText()).toContain('A, B, C of D')
    await page.locator('[name=zwaarte][value=D]').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Er wordt nu gedreigd.')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(/gemeld/)
    expect(await page.locator('main').innerText()).toMatch(/Dit is niet veilig[\s\S]*112[\s\S]*Veilig Thuis 0800 2000/)
    await isSound(page, script)
    await page.goto(at('/werk/hulpvragen'))
    expect(await page.locator('main').innerText()).toMatch(/Onveilig: eerst kijken[\s\S]*Wacht op iemand/)
    await isSound(page, script)
    await page.goto(at('/werk'))
    expect(await page.locator('main').innerText()).toMatch(
      /Wacht op een ander[\s\S]*nog geen regisseur heeft dit gezien/,
    )
    const director = await signedIn('Wieke', { width: 320, script })
    expect(await director.locator('main').innerText()).toMatch(/Onveilig: eerst kijken \(1\)/)
    await isSound(director, script)
    await director.locator('main button', { hasText: 'Ik heb dit gezien' }).focus()
    await director.keyboard.press('Enter')
    await director.waitForURL(/gedaan=see/)
    expect(await director.locator('main').innerText()).not.toContain('Onveilig')
    await page.reload()
    expect(await page.locator('main').innerText()).not.toContain('nog geen regisseur')
  },
)

test.each(eitherWay(false))(
  'what waits is done on Today itself, and of two at once one is told, with script: %s',
  async (script) => {
    const asker = await open('/vraag')
    await askAsParent(asker)
    await press(asker, 'Verstuur')
    const [page, other] = [await signedIn('Joris Haverman', { width: 320, script }), await signedIn('Joris Haverman')]
    await isSound(page, script)
    await page.locator('main button', { hasText: 'Ik pak dit op' }).last().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/gedaan=take/)
    expect(await page.locator('[role=status]').innerText()).toContain('Je hebt de vraag opgepakt')
    await other.locator('main button', { hasText: 'Ik pak dit op' }).last().click()
    await other.waitForSelector('.errors')
    await isSound(other, true)
  },
)

test.each(eitherWay(true))(
  '[R-028] a trajectory starts from a request that was weighed, with what is known filled in, with script: %s',
  async (script) => {
    const asker = await open('/vraag')
    await askAsParent(asker)
    await press(asker, 'Verstuur')
    const page = await signedIn('Joris Haverman', { width: 320, script })
    await page.goto(at('/werk/hulpvragen'))
    await page.locator('tbody a').last().click()
    await press(page, 'Ik pak dit op')
    await page.getByRole('link', { name: 'Start een traject' }).click()
    expect(await page.locator('main').innerText()).toContain('Kies eerst hoe zwaar de vraag is')
    await page.getByRole('link', { name: 'Terug naar de vraag' }).click()
    await page.locator('[name=zwaarte][value=B]').check()
    await page.fill('[name=waarom]', 'Een paar gesprekken helpen.')
    await press(page, 'Bewaar de zwaarte')
    await page.locator('[name=kinderen][value=none-seen]').check()
    await page.locator('[name=geweld][value=none-seen]').check()
    await press(page, 'Bewaar de inschatting')
    await page.getByRole('link', { name: 'Start een traject' }).click()
    expect([await page.inputValue('[name=naam]'), await page.inputValue('[name=telefoon]')]).toEqual([
      'Noor',
      '06 12345678',
    ])
    expect(await page.locator('[name=uitvoering] option:checked').innerText()).toContain('Relatie- en scheidingspunt')
    await isSound(page, script)
    await page.fill('[name=kind-1]', 'Lot')
    await page.fill('[name=leeftijd-1]', 'zes')
    await press(page, 'Start het traject')
    expect(await page.inputValue('[name=kind-1]')).toBe('Lot')
    expect(await page.locator('.errors').count()).toBe(1)
    await isSound(page, script)
    await page.fill('[name=leeftijd-1]', '6')
    await press(page, 'Start het traject')
    await page.waitForURL(/werk\/trajecten/)
    expect(await page.locator('h1').innerText()).toContain('Relatie- en scheidingspunt')
  },
)
