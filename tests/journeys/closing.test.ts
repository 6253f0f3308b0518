import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { arrives, axeFindings, isTooWide } from '../support/browser.ts'
import { withSharedDemo } from '../support/demo.ts'

const { at, signedIn } = withSharedDemo()

const save = (page: Page): Promise<void> => page.locator('main form button').last().click()
const main = (page: Page): Promise<string> => page.locator('main').innerText()
const follow = (page: Page, name: string): Promise<void> => page.locator('main a', { hasText: name }).first().click()
const check = (page: Page, name: string, value: string): Promise<void> =>
  page.locator(`input[name=${name}][value=${value}]`).check()
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click()
const isFine = async (page: Page): Promise<void> =>
  expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])

/** A parent with a child, at the end of a talk that was enough; gives the address of the trajectory. */
async function almostDone(page: Page, name: string): Promise<string> {
  await page.goto(at('/werk/dossiers/nieuw'))
  await page.selectOption('[name=uitvoering]', { label: 'Relatie- en scheidingspunt, Akkerveen' })
  await page.fill('[name=naam]', name)
  await page.fill('[name=kind-1]', 'Fenna')
  await page.fill('[name=leeftijd-1]', '8')
  await save(page)
  await page.locator('.file-strip a').first().click()
  const [trajectory = ''] = page.url().split('?')
  await follow(page, 'Eerste gesprek')
  await save(page)
  await follow(page, 'Dit gesprek was genoeg')
  await check(page, 'risk-estimate', 'none-seen')
  await check(page, 'money-worries', 'no')
  await save(page)
  await follow(page, 'Afsluiten')
  return trajectory
}

/** Everything that closing still asks, but for the child and the reason. */
async function fillIn(page: Page): Promise<void> {
  for (const name of ['parent-role-apart', 'aware-of-effect', 'own-strength', 'conflicts-fewer'])
    await check(page, name, 'yes')
  await check(page, 'needs-weighed', 'unknown')
  await check(page, 'otherwise', 'youth-help')
  await check(page, 'otherwise-certainty', 'estimate')
  await page.fill('[name=otherwise-amount]', '6250')
  await check(page, 'otherwise-source', 'consulent')
  await check(page, 'relation', 'marriage')
  await check(page, 'separation-phase', 'separated')
  await check(page, 'housing', 'no-worry')
  await check(page, 'law', 'no-law')
  await check(page, 'form', 'individual')
  await page.fill('[name=form-why]', 'Praat liever alleen.')
  await check(page, 'handed-over', 'parents-meet')
}

test('[R-046] [R-049] [R-062] [R-067] a case is closed on one page on a phone: it says what is missing and keeps what was typed; by keyboard it is opened again', async () => {
  const page = await signedIn('Joris Haverman', { width: 320 })
  const trajectory = await almostDone(page, 'Roos')
  expect(await main(page)).toMatch(
    /Dit ontbreekt nog\s+Wat het kind zelf zegt: van 1 kind\s+Wat heeft het gebracht\? nog 5/,
  )
  await fillIn(page)
  await press(page, 'Afsluiten')
  expect(await page.locator('.errors').innerText()).toMatch(/stem van Fenna[\s\S]*Kies een reden/)
  expect(await page.inputValue('[name=otherwise-amount]')).toBe('6250')
  await isFine(page)
  await page.locator('[name^=stem-]').fill('Fenna is nog te jong.')
  await press(page, 'Bewaar, sluit later af')
  expect(await main(page)).toMatch(
    /Bewaard\. Het traject is nog open\.[\s\S]*Dit ontbreekt nog\s+Afsluiten: kies waarom/,
  )
  await isFine(page)
  await check(page, 'reden', 'question-answered')
  await page.getByLabel(/Oudercafé/).check()
  await press(page, 'Afsluiten')
  expect(await main(page)).toMatch(/Het traject is afgesloten\.[\s\S]*Meegegeven\s+Oudercafé/)
  await follow(page, 'Open de lijst om te printen')
  expect(await page.title()).toBe('Adressen om te bewaren - Voorveld')
  expect(await main(page)).not.toMatch(/Roos|Fenna|scheiding/i)
  await isFine(page)
  await reopenedByKeyboard(page, trajectory)
})

/** Two tabs: the first opens it with the keyboard, pressed twice, the second is refused and sees both versions. */
async function reopenedByKeyboard(page: Page, trajectory: string): Promise<void> {
  await page.goto(trajectory)
  await page.locator('main a', { hasText: 'Opnieuw openen' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('main form button').focus()
  await page.keyboard.press('Enter')
  expect(await page.locator('.errors').innerText()).toContain('Kies een reden')
  await isFine(page)
  const other = await page.context().newPage()
  await other.goto(`${trajectory}/heropenen/running`)
  await check(other, 'reden', 'new-event')
  await page.locator('[name=reden]').first().focus()
  await page.keyboard.press('Space')
  await page.locator('main form button').dblclick()
  await arrives(page, /gedaan=heropend/)
  expect(await main(page)).toMatch(/weer open\.[\s\S]*Opnieuw geopend\s+jij\s+Deze persoon vraagt opnieuw hulp/)
  expect((await main(page)).match(/Opnieuw geopend/g)).toHaveLength(1)
  await isFine(page)
  await save(other)
  expect(await main(other)).toMatch(
    /Iemand was je net voor[\s\S]*Stand\s+Advies of begeleiding loopt\s+naar “Advies[\s\S]*opnieuw hulp\s+Er is iets nieuws/,
  )
  await isFine(other)
}

test('without script a case is closed and opened again as well', async () => {
  const page = await signedIn('Joris Haverman', { width: 320, script: false })
  await almostDone(page, 'Carlijn')
  await fillIn(page)
  await page.locator('[name^=stem-]').fill('Fenna is nog te jong.')
  await check(page, 'reden', 'question-answered')
  await press(page, 'Afsluiten')
  expect(await main(page)).toContain('Het traject is afgesloten.')
  await follow(page, 'Opnieuw openen')
  expect(await main(page)).toContain('Het gaat terug naar jou.')
  await check(page, 'reden', 'aftercare')
  await save(page)
  expect(await main(page)).toContain('Het traject is weer open.')
})
