import { expect, test } from 'vitest'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withSharedDemo } from '../support/demo.ts'

const { at, signedIn } = withSharedDemo()

test.each([true, false])(
  'on a phone the menu of a manager leaves the screen to the work, says where one is, and opens by keyboard, with script: %s',
  async (script) => {
    const page = await signedIn('Mina de Wit', { width: 320, script })
    await page.goto(at('/werk/gemeente'))
    const screen = await page.locator('main').boundingBox()
    expect(screen?.y).toBeLessThan(180)
    const more = page.locator('nav summary')
    expect(await more.innerText()).toBe('Verder: Gemeente')
    expect(await page.getByRole('link', { name: 'Namen', exact: true }).isVisible()).toBe(false)
    await more.focus()
    await page.keyboard.press('Enter')
    if (script) expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
    const names = page.getByRole('link', { name: 'Namen', exact: true })
    for (let tabs = 0; tabs < 20 && !(await page.locator('nav a[href="/werk/namen"]:focus').count()); tabs += 1)
      await page.keyboard.press('Tab')
    expect(await names.isVisible()).toBe(true)
    await page.keyboard.press('Enter')
    await page.waitForURL(at('/werk/namen'))
    expect(await page.locator('nav summary').innerText()).toBe('Verder: Namen')
  },
)

test('on a wide screen the whole menu lies open, without a button', async () => {
  const page = await signedIn('Mina de Wit', { width: 1440, script: false })
  await page.goto(at('/werk/gemeente'))
  expect(await page.locator('nav summary').isVisible()).toBe(false)
  const current = page.locator('nav [aria-current=page]')
  expect([await current.innerText(), await current.isVisible()]).toEqual(['Gemeente', true])
  await page.getByRole('link', { name: 'Namen', exact: true }).click()
  await page.waitForURL(at('/werk/namen'))
})

test.each([
  [320, 'below each other'],
  [900, 'side by side'],
])('[R-130] at %d px the two languages of an own scheme stand %s, each told apart', async (width, how) => {
  const page = await signedIn('Mina de Wit', { width, script: false })
  await page.goto(at('/werk/regelingen/eigen'))
  const box = async (name: string) => page.getByRole('group', { name }).boundingBox()
  const [dutch, english] = [await box('In het Nederlands'), await box('In het Engels')]
  if (dutch === null || english === null) throw new Error('both languages are there')
  const isBeside = english.x >= dutch.x + dutch.width && english.y === dutch.y
  expect(isBeside).toBe(how === 'side by side')
  if (!isBeside) expect(english.y).toBeGreaterThanOrEqual(dutch.y + dutch.height)
  for (const lang of ['nl', 'en'])
    expect(await page.locator(`fieldset :is(input, textarea)[lang=${lang}]`).count()).toBe(7)
  expect(await isTooWide(page)).toBe(false)
})
