import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withSharedDemo } from '../support/demo.ts'
import { unreachedByTab } from '../support/keyboard.ts'

const { at, signedIn } = withSharedDemo()

const main = (page: Page): Promise<string> => page.locator('main').innerText()
const isFine = async (page: Page): Promise<void> =>
  expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])

/** Opens the page on which the worker of Sanne shares. */
async function toSharing(page: Page): Promise<void> {
  await page.goto(at('/werk/dossiers'))
  await page.locator('main a', { hasText: 'Sanne' }).first().click()
  await page.locator('.file-strip div', { hasText: 'Gedeeld met' }).locator('a').click()
}

async function chooseColleague(page: Page, mail: string): Promise<void> {
  const place = page.locator('[name=waar] option', { hasText: 'Wolderzijl: Scheidingspunt' })
  await page.selectOption('[name=waar]', (await place.first().getAttribute('value')) ?? '')
  await page.fill('[name=werkadres]', mail)
}

const share = (page: Page): Promise<void> => page.locator('button[value=deel]').click()

test.each([true, false])(
  'a worker shares with consent, one colleague elsewhere reads that and nothing more, and the person ends it at once, with script: %s',
  async (script) => {
    const joris = await signedIn('Joris Haverman', { width: 320, script })
    const isSound = async (page: Page) => script && (await isFine(page))
    await toSharing(joris)
    await chooseColleague(joris, 'yara@voorbeeld.example')
    await joris.check('input[name=wat][value=plan]')
    await joris.fill('[name=waarvoor]', 'Samen afspraken maken over het wisselen')
    await share(joris)
    // Nothing that was typed is lost, and it says what is missing.
    expect(await joris.locator('.errors').innerText()).toContain('op welke dag de toestemming is gegeven, hoe')
    expect(await joris.inputValue('[name=waarvoor]')).toContain('over het wisselen')
    await isSound(joris)
    await joris.check('input[name=toestemming-hoe][value=phone]')
    await share(joris)
    expect(await main(joris)).toMatch(/Het staat klaar[\s\S]*Nog niet aangenomen. Er is nog niets gelezen/)

    const yara = await signedIn('Yara Holt', { width: 320, script })
    await yara.goto(at('/werk/dossiers'))
    expect(await main(yara)).toMatch(/Met jou gedeeld[\s\S]*Sanne[\s\S]*Joris Haverman[\s\S]*wacht op jou/)
    await yara.locator('main a', { hasText: 'Sanne' }).click()
    await isSound(yara)
    expect(await main(yara)).not.toContain('Lotte weet')
    await yara.getByRole('button', { name: 'Neem aan' }).click()
    const read = await main(yara)
    expect(read).toMatch(
      /Gedeeld door Joris Haverman, Scheidingspunt Veenstroom \(Akkerveen\)[\s\S]*Lotte weet elke week/,
    )
    for (const hidden of ['Mark', 'De juf het weekrooster geven', '06 0000', 'huis'])
      expect(read).not.toContain(` ${hidden}`)
    await isSound(yara)
    const address = yara.url()

    await joris.goto(joris.url().replace(/\/delen.*/, ''))
    expect(await joris.locator('.plan').innerText()).toContain('Elders leest ook mee: Yara Holt')

    const sanne = await signedIn('Sanne Brouwerij', { width: 320, script })
    await sanne.goto(at('/mijn'))
    expect(await main(sanne)).toMatch(
      /Yara Holt[\s\S]*Leest mee sinds[\s\S]*jouw deel van het plan[\s\S]*over het wisselen[\s\S]*Jij vond dit goed op/,
    )
    await sanne.getByRole('button', { name: /Stop met delen/ }).click()
    expect(await main(sanne)).toMatch(/Het delen is gestopt[\s\S]*Ingetrokken op/)
    await isSound(sanne)
    expect((await yara.goto(address))?.status()).toBe(404)
    await yara.goto(at('/werk/dossiers'))
    expect(await main(yara)).not.toContain('Sanne')
  },
)

test('by keyboard everything is reached; the other parent and the helper of the other parent see nothing of it', async () => {
  const joris = await signedIn('Joris Haverman')
  await toSharing(joris)
  expect(await unreachedByTab(joris)).toEqual([])
  await chooseColleague(joris, 'bram@voorbeeld.example')
  await joris.locator('input[name=wat][value=reach]').focus()
  await joris.keyboard.press('Space')
  await joris.locator('[name=waarvoor]').focus()
  await joris.keyboard.type('Een veilige plek vinden')
  await joris.locator('input[name=grond][value=consent]').focus()
  await joris.keyboard.press('ArrowDown')
  expect(await joris.locator('[name=toestemming-dag]').isVisible()).toBe(false)
  await joris.locator('[name=reden]').focus()
  await joris.keyboard.type('Er is gedreigd, wachten is gevaarlijk.')
  await joris.locator('button[value=deel]').focus()
  await joris.keyboard.press('Enter')
  await joris.waitForURL(/gedaan=gedeeld/)
  expect(await main(joris)).toContain('Veiligheid: Er is gedreigd, wachten is gevaarlijk.')

  const pleun = await signedIn('Pleun Achterberg')
  await pleun.goto(at('/werk/met-reden-geopend'))
  expect(await main(pleun)).toMatch(/Gedeeld om de veiligheid[\s\S]*Joris Haverman[\s\S]*Er is gedreigd/)
  await isFine(pleun)
  const sanne = await signedIn('Sanne Brouwerij')
  await sanne.goto(at('/mijn'))
  expect(await main(sanne)).toMatch(/Bram Kuiperij[\s\S]*nodig was voor de veiligheid/)
  expect(await main(sanne)).not.toContain('gedreigd')
  expect(await unreachedByTab(sanne)).toEqual([])
  for (const [name, path] of [
    ['Mark Duinhoven', '/mijn'],
    ['Dirk Zonderland', '/werk/dossiers'],
  ] as const) {
    const other = await signedIn(name)
    await other.goto(at(path))
    expect(await main(other)).not.toMatch(/Bram Kuiperij|Yara Holt|Met jou gedeeld/)
    expect((await other.goto(joris.url()))?.status()).toBe(404)
  }
})
