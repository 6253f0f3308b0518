import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { askAsParent, press } from '../support/asking.ts'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withSharedDemo } from '../support/demo.ts'
import { eitherWay } from '../support/ways.ts'

const { at, open, signedIn } = withSharedDemo()

/** What the page says, when it sticks out nowhere and axe, which needs script, finds nothing. */
async function sound(page: Page, script: boolean): Promise<string> {
  expect(await isTooWide(page)).toBe(false)
  if (script) expect(await axeFindings(page)).toEqual([])
  return page.locator('main').innerText()
}

/** Ticks or presses what this selector finds by the space bar alone. */
async function bySpace(page: Page, ...selectors: string[]): Promise<void> {
  for (const selector of selectors) {
    await page.locator(selector).first().focus()
    await page.keyboard.press('Space')
  }
}

/** Follows the link or presses the button with these words by the keyboard. */
async function byEnter(page: Page, words: string): Promise<void> {
  await page.locator(`main button:has-text("${words}"), main a:has-text("${words}")`).first().focus()
  const loaded = page.waitForEvent('load')
  await page.keyboard.press('Enter')
  await loaded
}

test.each(eitherWay(true))(
  '[R-024] [R-025] [R-029] [R-030] one request from reception to what plays a part, handing over and the ladder, by keyboard, with script: %s',
  async (script) => {
    const asker = await open('/vraag')
    await askAsParent(asker)
    await press(asker, 'Verstuur')
    const page = await signedIn('Dirk Zonderland', { width: 320, script })
    await page.goto(at('/werk/hulpvragen'))
    await page.locator('tbody a').last().click()
    await byEnter(page, 'Ik pak dit op')
    await page.waitForURL(/opgepakt/)
    const address = new URL(page.url()).pathname

    await byEnter(page, 'Leg vast wat er speelt')
    await page.fill('[name=words]', 'Twee maanden huur achter.')
    await byEnter(page, 'Bewaar')
    expect(await sound(page, script)).toContain('Vraag ook of er zorgen over geld zijn.')
    expect(await page.inputValue('[name=words]')).toBe('Twee maanden huur achter.')
    await bySpace(page, '[name=money][value=yes]', '[name=housing][value=may-lose-home]', '[name=domains][value=legal]')
    await bySpace(page, '[name=law][value=debt-assistance]')
    await byEnter(page, 'Bewaar')
    expect(await page.locator('main').innerText()).toMatch(
      /Wat speelt er\?[\s\S]*Regels en rechten[\s\S]*Kan de woning kwijtraken[\s\S]*Schuldhulp/,
    )

    await byEnter(page, 'Geef door aan Geldpunt')
    expect(await sound(page, script)).toContain('Er is nog niets doorgegeven.')
    await bySpace(page, '[name=mee][value=name]', '[name=mee][value=reach]', '[name=akkoord]')
    await byEnter(page, 'Geef door aan Geldpunt')
    expect(await page.locator('main').innerText()).toMatch(/doorgegeven aan Geldpunt[\s\S]*de naam en hoe en wanneer/)

    await byEnter(page, 'Leg vast welke hulp je bekeek')
    await bySpace(page, '[name=heavy][value=used]')
    await byEnter(page, 'Bewaar')
    expect(await page.locator('.errors').innerText()).toContain('Zonder die reden kies je geen zware hulp.')
    await page.fill('[name=heavy-why]', 'Een groep en een training hielpen niet.')
    await byEnter(page, 'Bewaar')
    expect(await sound(page, script)).toMatch(
      /Oplossingsladder[\s\S]*Gebruikt[\s\S]*Een groep en een training hielpen niet\./,
    )

    const helper = await signedIn('Kees Vonder', { width: 320, script })
    await helper.goto(at('/werk/hulpvragen'))
    await helper.locator('tbody a').last().click()
    const received = await sound(helper, script)
    expect(received).toMatch(/doorgegeven door Relatie- en scheidingspunt[\s\S]*06 12345678[\s\S]*Noor/)
    expect(received).not.toContain('Ruzie over waar de kinderen zijn.')
    expect(new URL(helper.url()).pathname).not.toBe(address)
  },
)

test('two people note at once: the second sees both versions, nothing typed is lost, and saving again keeps both', async () => {
  const asker = await open('/vraag')
  await askAsParent(asker)
  await press(asker, 'Verstuur')
  const page = await signedIn('Dirk Zonderland')
  await page.goto(at('/werk/hulpvragen'))
  await page.locator('tbody a').last().click()
  await press(page, 'Ik pak dit op')
  await page.waitForURL(/opgepakt/)
  const address = `${new URL(page.url()).pathname}/wat-speelt-er`
  const coordinator = await signedIn('Femke Rietveldt')
  await page.goto(at(address))
  await coordinator.goto(at(address))
  await page.locator('[name=money][value=no]').check()
  await press(page, 'Bewaar')
  await coordinator.locator('[name=money][value=yes]').check()
  await coordinator.fill('[name=words]', 'Zij belde mij ook.')
  await press(coordinator, 'Bewaar')
  const both = await sound(coordinator, true)
  expect(both).toMatch(
    /net voor[\s\S]*Zo staat het nu[\s\S]*Nee[\s\S]*Dit wilde jij[\s\S]*Ja[\s\S]*Zij belde mij ook\./,
  )
  expect(await coordinator.inputValue('[name=words]')).toBe('Zij belde mij ook.')
  await press(coordinator, 'Bewaar')
  await coordinator.getByText('Eerdere versies').click()
  expect(await sound(coordinator, true)).toMatch(
    /Zij belde mij ook\.[\s\S]*Eerdere versies[\s\S]*Nee[\s\S]*door een collega/,
  )
})

/** How many requests of this law the page counts, and all together. */
const counted = async (page: Page, law: string): Promise<number[]> =>
  Promise.all(
    [law, 'Samen'].map(async (head) =>
      Number(
        await page
          .locator('tr', { has: page.getByRole('rowheader', { name: head }) })
          .locator('.num')
          .innerText(),
      ),
    ),
  )

test('[R-031] a law chosen at a request counts one more in the split of who coordinates it, by keyboard; who takes up requests sees no split', async () => {
  const asker = await open('/vraag')
  await askAsParent(asker)
  await press(asker, 'Verstuur')
  const coordinator = await signedIn('Femke Rietveldt', { width: 320, script: false })
  await coordinator.goto(at('/werk/hulpvragen'))
  await byEnter(coordinator, 'Bekijk de hulpvragen per wet')
  await sound(coordinator, false)
  const [before = 0, all = 0] = await counted(coordinator, 'Wmo')

  const page = await signedIn('Dirk Zonderland', { width: 320 })
  await page.goto(at('/werk/hulpvragen'))
  expect(await page.locator('main').innerText()).not.toContain('per wet')
  await page.locator('tbody a').last().click()
  await byEnter(page, 'Ik pak dit op')
  await page.waitForURL(/opgepakt/)
  await byEnter(page, 'Leg vast wat er speelt')
  await bySpace(page, '[name=money][value=no]', '[name=law][value=wmo]')
  await byEnter(page, 'Bewaar')
  await page.goto(at('/beleid/hulpvragen-per-wet'))
  expect(await sound(page, true)).toContain('Je hebt geen gebied')

  await coordinator.reload()
  expect(await counted(coordinator, 'Wmo')).toEqual([before + 1, all])
})
