import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withDemo } from '../support/demo.ts'
import { eitherWay } from '../support/ways.ts'

const { at, open, signedIn } = withDemo()

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const main = (page: Page): Promise<string> => page.locator('main').innerText()

test.each(eitherWay(false))(
  '[R-249] a film of an experience expert comes on the site with consent for the voice, and goes at one press, with script: %s',
  async (script) => {
    const looksRight = async (page: Page) =>
      script
        ? expect([page.url(), await axeFindings(page), await isTooWide(page)]).toEqual([page.url(), [], false])
        : null
    const words = `Ik dacht ${script ? 'lang' : 'kort'} dat het aan mij lag.`
    const writer = await signedIn('Mina de Wit', { width: 320, script })
    await writer.goto(at('/werk/verhalen'))
    await writer.getByRole('link', { name: 'Schrijf een verhaal op' }).click()
    const address = writer.url()
    await writer.fill('[name=wordsNl]', words)
    await writer.getByLabel('Familie en vrienden', { exact: true }).check()
    await writer.getByText('Is het een gesprek of een film?').click()
    await writer.getByLabel('een film', { exact: true }).check()
    await looksRight(writer)
    await writer.fill('[name=videoUrl]', 'https://films.voorbeeld.example/7')
    await writer.fill('[name=videoMinutes]', '3')
    await writer.fill('[name=videoSeconds]', '45')
    await writer.getByLabel('Ja, bij de film staat ondertiteling').check()
    await writer.getByLabel('de stem', { exact: true }).check()
    await press(writer, 'Bewaar')
    // Without all that is said in it nobody who is deaf or blind gets it.
    expect(await writer.getAttribute('[name=transcriptNl]', 'aria-invalid')).toBe('true')
    expect(await writer.inputValue('[name=videoMinutes]')).toBe('3')
    await looksRight(writer)
    await writer.fill('[name=transcriptNl]', 'Het was stil in huis. Nu praten we.')
    await press(writer, 'Bewaar')
    expect(await main(writer)).toContain('Het verhaal is bewaard.')

    await writer.fill('[name=askedBy]', 'Een collega')
    await writer.getByLabel('de verteller zelf').check()
    await press(writer, 'Leg dit vast')
    expect(await main(writer)).toContain('In deze film is meer te horen of te zien dan is afgesproken.')
    await looksRight(writer)
    await writer.locator('[name=uses][value=voice]').check()
    await press(writer, 'Leg dit vast')
    expect(await main(writer)).toContain('Geef de verteller nu het papier mee.')
    for (const box of await writer.locator('[name=nagekeken]').all()) await box.check()
    await press(writer, 'Het is klaar')
    await writer.getByRole('link', { name: 'Papier voor de verteller' }).click()
    const link = new URL(await writer.locator('.story-address').innerText()).pathname

    const colleague = await signedIn('Floor Nachtegaal', { script })
    await colleague.goto(address)
    await press(colleague, 'Zet op de site')

    const reader = await open('/g/akkerveen/begin/familie', { width: 320, script })
    const asked: string[] = []
    reader.on('request', (request) => asked.push(new URL(request.url()).host))
    await expect.poll(async () => (await reader.reload(), await main(reader)), { timeout: 3_000 }).toContain(words)
    expect(new Set(asked)).toEqual(new Set([new URL(at('/')).host]))
    expect(await main(reader)).toMatch(/3 minuten en 45 seconden.*films\.voorbeeld\.example kan zien dat je komt/s)
    const film = reader.getByRole('link', { name: 'Bekijk de film op films.voorbeeld.example' })
    expect([await film.getAttribute('href'), await film.getAttribute('rel')]).toEqual([
      'https://films.voorbeeld.example/7',
      'noreferrer external',
    ])
    await reader.getByText('Lees alles wat er in de film wordt gezegd').click()
    expect(await main(reader)).toContain('Het was stil in huis. Nu praten we.')
    await looksRight(reader)

    const teller = await open(link, { width: 320, script })
    expect(await main(teller)).toContain('De film staat op films.voorbeeld.example.')
    await looksRight(teller)
    await press(teller, 'Haal mijn verhaal weg')
    await reader.waitForTimeout(1_000)
    await reader.reload()
    expect(await main(reader)).not.toContain(words)
  },
)
