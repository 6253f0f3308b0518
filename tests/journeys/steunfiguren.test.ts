import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withSharedDemo } from '../support/demo.ts'

// A child in a separation has somebody of its own, and is referred to somebody online, when it says yes itself.

const { at, open, signedIn } = withSharedDemo()
const main = (page: Page) => page.locator('main').innerText()
const press = (page: Page, name: string) => page.getByRole('button', { name }).click()

async function unfold(page: Page, summary: string): Promise<void> {
  const details = page.locator('details', { has: page.getByText(summary, { exact: true }) })
  if ((await details.getAttribute('open')) === null) await details.locator('summary').click()
}

test.each([
  { child: 'Lotte', there: 'juf Anke', script: true, width: 320 },
  { child: 'Jip', there: 'tante Riet', script: false, width: 1280 },
])(
  '[R-068] [R-070] the worker of a child links whom the child says yes to, and refers it to somebody online: %o',
  async ({ child, there, ...viewing }) => {
    const page = await signedIn('Lieke Overkamp', viewing)
    const isSound = async () => {
      expect(await isTooWide(page)).toBe(false)
      if (viewing.script) expect(await axeFindings(page)).toEqual([])
    }
    await page.goto(at('/werk/dossiers'))
    await page.getByRole('link', { name: child, exact: true }).first().click()
    const file = page.url()
    expect(await page.locator('.file-strip').innerText()).toContain(there)
    await page.locator('.file-strip a', { hasText: there }).click()
    expect(page.url()).toBe(`${file}/iemand`)
    await isSound()

    // Not without the child: nothing is linked, and nothing that was typed is lost.
    await unfold(page, 'Iemand koppelen')
    await page.getByLabel('Een buur of een vriend van de familie').check()
    await page.fill('#noemt', 'buurman Kees')
    await page.getByLabel('Nee, of nog niet gevraagd').first().check()
    await press(page, 'Koppel deze persoon')
    expect(await page.locator('.errors').innerText()).toContain('Alleen als het kind zelf ja zegt')
    expect(await page.inputValue('#noemt')).toBe('buurman Kees')
    await isSound()
    await page.getByLabel('Ja, het kind zei zelf ja').check()
    await page.getByLabel('tekening').check()
    await press(page, 'Koppel deze persoon')
    expect(await main(page)).toContain('Deze persoon is gekoppeld.')
    expect(await main(page)).toMatch(/buurman Kees[\s\S]*tekening/)

    // The same person is not there twice.
    await unfold(page, 'Iemand koppelen')
    await page.getByLabel('Een buur of een vriend van de familie').check()
    await page.fill('#noemt', 'Buurman  KEES')
    await page.getByLabel('Ja, het kind zei zelf ja').check()
    await page.getByLabel('gesprek').check()
    await press(page, 'Koppel deze persoon')
    expect(await page.locator('.errors').innerText()).toContain('Deze persoon staat er op die dag al.')

    await page.goto(`${file}/iemand`)
    await unfold(page, 'Iemand stopt')
    await page.getByLabel('buurman Kees').check()
    await press(page, 'Bewaar de laatste dag')
    expect(await main(page)).toContain('De laatste dag is bewaard.')
    await unfold(page, 'Wie er was')
    expect(await page.locator('details', { hasText: 'Wie er was' }).innerText()).toContain('buurman Kees')

    await unfold(page, 'Verwijzing vastleggen')
    await page.getByLabel('Een forum', { exact: true }).check()
    await press(page, 'Bewaar de verwijzing')
    expect(await page.locator('.errors').innerText()).toContain('Verwijs alleen als het kind het zelf wil.')
    await page.fill('#verwijs-organisatie', 'Praatplein Pluis')
    await page.getByLabel('Ja, het kind wil dit zelf').check()
    await press(page, 'Bewaar de verwijzing')
    expect(await main(page)).toContain('De verwijzing is bewaard.')
    await unfold(page, 'Vastleggen wat ervan kwam')
    await page.getByLabel(/Praatplein Pluis/).check()
    await page.getByLabel('Begonnen', { exact: true }).check()
    await press(page, 'Bewaar wat ervan kwam')
    expect(await main(page)).toMatch(/Praatplein Pluis[\s\S]*Begonnen/)
    await isSound()

    // The file of the child tells that it was referred, and no address of this page tells a name.
    await page.goto(file)
    expect(await page.locator('.time').innerText()).toContain('Verwezen naar iemand online: een forum')
    expect(await page.locator('.time').innerText()).not.toContain('Praatplein')
    for (const other of ['Joris', 'Iris Bakker']) {
      const elsewhere = await signedIn(other, { script: false })
      const answer = await elsewhere.goto(`${file}/iemand`)
      expect([other, answer?.status()]).toEqual([other, 404])
      expect(await elsewhere.locator('body').innerText()).not.toMatch(/Kees|Praatplein|Maatjes/)
    }
  },
)

test('[R-068] [R-070] a boy of 13 reads who is there for him, and his mother reads nothing of it', async () => {
  const jip = await signedIn('Jip Duinhoven', { script: false })
  await jip.goto(at('/mijn'))
  const own = await main(jip)
  for (const said of ['tante Riet', 'Bo (een online maatje)', 'Maatjes Heen en Weer', 'Jij zei hier zelf ja op.'])
    expect(own).toContain(said)
  const sanne = await signedIn('Sanne', { script: false })
  await sanne.goto(at('/mijn'))
  expect(await main(sanne)).not.toMatch(/tante Riet|Maatjes|Anke/)
})

test.each([true, false])(
  '[R-070] a girl of 13 goes on to an online buddy by way of this site, with script: %s',
  async (script) => {
    const page = await open('/g/akkerveen/begin/ik-ben-jong', { width: 320, script })
    const asked = page.waitForRequest('https://www.villapinedo.nl/')
    const [first] = await Promise.all([
      page.waitForRequest(/\/g\/akkerveen\/chatten\/young-buddies$/),
      page.locator('.talk-now').getByRole('link', { name: 'villapinedo.nl' }).click({ noWaitAfter: true }),
    ])
    expect((await asked).redirectedFrom()?.url()).toBe(first.url())
    expect((await asked).headers().referer).toBeUndefined()
    expect(await page.context().cookies()).toEqual([])
  },
)
