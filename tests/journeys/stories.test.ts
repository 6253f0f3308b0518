import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withDemo } from '../support/demo.ts'
import { eitherWay } from '../support/ways.ts'

const { at, open, signedIn } = withDemo()

/** Looked at by the checker, and no wider than the screen. */
const looksRight = async (page: Page): Promise<void> =>
  expect([page.url(), await axeFindings(page), await isTooWide(page)]).toEqual([page.url(), [], false])

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const main = (page: Page): Promise<string> => page.locator('main').innerText()

test.each([true, false])(
  '[R-006] two editors publish a story; whoever told it takes it back by the link, and it is gone within a second, with script: %s',
  async (script) => {
    const words = `We aten weer samen aan tafel, ${script ? 'elke dag' : 'elke week'}.`
    const writer = await signedIn('Mina de Wit', { width: 320, script })
    await writer.goto(at('/werk/verhalen'))
    if (script) await looksRight(writer)
    await writer.getByRole('link', { name: 'Schrijf een verhaal op' }).click()
    const address = writer.url()
    if (script) await looksRight(writer)
    await writer.fill('[name=wordsNl]', `${words} Bel 06 12345678`)
    await writer.getByLabel('Wonen', { exact: true }).check()
    await press(writer, 'Bewaar')
    expect(await main(writer)).toContain('Hierin staat een telefoonnummer')
    expect(await writer.inputValue('[name=wordsNl]')).toContain(words)
    await writer.fill('[name=wordsNl]', words)
    await press(writer, 'Bewaar')
    expect(await main(writer)).toContain('Het verhaal is bewaard.')

    await writer.fill('[name=askedBy]', 'Lieke Overkamp')
    await writer.getByLabel('12 tot en met 15 jaar').check()
    await writer.getByLabel('de verteller zelf').check()
    await press(writer, 'Leg dit vast')
    expect(await main(writer)).toContain('Dan moeten alle ouders met gezag het ook goedvinden.')
    if (script) await looksRight(writer)
    await writer.getByLabel('alle ouders met gezag').check()
    await press(writer, 'Leg dit vast')
    expect(await main(writer)).toContain('Geef de verteller nu het papier mee.')
    await press(writer, 'Het is klaar')
    expect(await main(writer)).toContain('Kijk alle punten na')
    for (const box of await writer.locator('[name=nagekeken]').all()) await box.check()
    await press(writer, 'Het is klaar')
    expect(await main(writer)).toContain('Een collega die het niet schreef of nakeek, zet het op de site.')
    expect(await writer.getByRole('button', { name: 'Zet op de site' }).count()).toBe(0)
    await writer.getByRole('link', { name: 'Papier voor de verteller' }).click()
    if (script) await looksRight(writer)
    const link = new URL(await writer.locator('.story-address').innerText()).pathname

    const colleague = await signedIn('Floor Nachtegaal', { script })
    await colleague.goto(address)
    await press(colleague, 'Zet op de site')
    expect(await main(colleague)).toContain('Het verhaal staat op de site.')

    const reader = await open('/g/akkerveen/begin/wonen', { width: 320, script })
    await expect.poll(async () => (await reader.reload(), await main(reader)), { timeout: 3_000 }).toContain(words)
    if (script) await looksRight(reader)

    const teller = await open(link, { width: 320, script })
    expect(await main(teller)).toContain(words)
    expect(await teller.title()).toBe('Voorveld')
    if (script) await looksRight(teller)
    await press(teller, 'Haal mijn verhaal weg')
    expect(await main(teller)).toContain('Je verhaal is weg')
    // In every process what is kept is asked about once a second.
    await reader.waitForTimeout(1_000)
    await reader.reload()
    expect(await main(reader)).not.toContain(words)

    await teller.goto(at(link))
    const again = await main(teller)
    expect(again).toContain('Deze link werkt niet')
    await teller.goto(at('/verhaal-terug/bcdf-ghjk-mnpq-rtvw-xyz3-4678'))
    expect(await main(teller)).toBe(again)
    await writer.goto(address)
    expect(await main(writer)).toContain('Dit verhaal is gewist')
    expect(await writer.content()).not.toContain(words)
    expect(await teller.context().cookies()).toEqual([])
  },
)

test('[R-006] a story stands beside texts of its subject in both languages, and never beside safety', async () => {
  const dutch = await open('/g/akkerveen/begin/ik-twijfel', { script: false })
  expect(await main(dutch)).toContain('Dat hoefde niet.')
  const english = await open('/en/g/akkerveen/begin/ik-twijfel', { script: false })
  expect(await main(english)).toContain('We translated this story.')
  const elsewhere = await open('/g/elsterbroek/begin/ik-ben-jong', { script: false })
  expect(await elsewhere.locator('.story').count()).toBe(0)
  const folder = 'content/pages/nl'
  const aboutSafety = readdirSync(folder).filter((name) =>
    /^windowTitle:/m.test(readFileSync(join(folder, name), 'utf8')),
  )
  expect(aboutSafety.length).toBeGreaterThan(0)
  for (const name of aboutSafety) {
    const page = await open(`/g/akkerveen/informatie/${name.slice(0, -3)}`, { script: false })
    expect([name, await page.locator('.story').count()]).toEqual([name, 0])
  }
})

test.each(eitherWay(false))(
  '[R-014] [R-162] an adviser records a test round, what was found, what was said and what was decided, with script: %s',
  async (script) => {
    const page = await signedIn('Zoë Uitterweer', { width: 320, script })
    await page.goto(at('/werk/testrondes'))
    if (script) await looksRight(page)
    await page.getByRole('link', { name: 'Nieuwe testronde' }).click()
    await page.getByLabel('Naam van de ronde').fill('Ronde in de bibliotheek')
    await page.getByLabel('Welke versie?').fill('0.1')
    await page.getByLabel('jongeren', { exact: true }).fill('501')
    await press(page, 'Bewaar')
    if (script) await looksRight(page)
    await page.getByLabel('jongeren', { exact: true }).fill('5')
    await press(page, 'Bewaar')
    expect(await main(page)).toContain('De ronde is bewaard.')
    await page.getByRole('link', { name: 'Schrijf iets op' }).click()
    await page.getByLabel('Wat moesten ze doen?').fill('Zoek iemand om mee te praten')
    await page.getByLabel('Wat ging er niet goed').fill('De knop stond te laag.')
    await page.getByLabel('Wat besloten we?').selectOption({ label: 'aangepast' })
    await press(page, 'Bewaar')
    if (script) await looksRight(page)
    await page.getByLabel('Wat deden we').fill('De knop staat nu bovenaan.')
    await press(page, 'Bewaar')
    expect(await main(page)).toContain('De knop staat nu bovenaan.')
    if (script) await looksRight(page)

    await page.goto(at('/beleid/opgehaald'))
    if (script) await looksRight(page)
    expect(await main(page)).toContain('verborgen')
    await page.getByRole('link', { name: 'Schrijf op wat iemand zei' }).click()
    await page.getByLabel('Wat zeiden ze').fill('Mail mij op naam@voorbeeld.example')
    await press(page, 'Bewaar')
    expect(await main(page)).toContain('Hierin staat een e-mailadres')
    if (script) await looksRight(page)
    const said = `Vraag het ons ${script ? 'eerst' : 'ook'}.`
    await page.getByLabel('Wat zeiden ze').fill(said)
    await press(page, 'Bewaar')
    expect(await main(page)).toContain(said)
    await page.getByRole('link', { name: 'Nieuw advies' }).click()
    await page.getByLabel('Wat is het advies?').fill('Vraag het altijd eerst.')
    await page.getByLabel('Is het overgenomen?').selectOption({ label: 'overgenomen' })
    await press(page, 'Bewaar')
    if (script) await looksRight(page)
    await page.getByLabel('Wie besloot dat?').fill('Projectgroep')
    await page.getByLabel('Op welke dag?').fill('2026-01-05')
    await page.getByLabel('Waarom wel of niet?').fill('Het kan meteen.')
    await press(page, 'Bewaar')
    expect(await main(page)).toContain('Het advies is bewaard.')
    expect(await main(page)).toContain('Projectgroep, 5 januari 2026')
  },
)
