import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withDemo } from '../support/demo.ts'
import { eitherWay } from '../support/ways.ts'

const { at, open, signedIn } = withDemo()

const main = (page: Page) => page.locator('main').innerText()
const looksRight = async (page: Page, script: boolean) =>
  script
    ? expect([page.url(), await axeFindings(page), await isTooWide(page)]).toEqual([page.url(), [], false])
    : undefined

test.each(eitherWay(true))(
  '[R-262] a municipality chooses a name, and residents and search use it there, with script: %s',
  async (script) => {
    const page = await signedIn('Floor Nachtegaal', { width: 320, script })
    await page.goto(at('/werk/namen'))
    await looksRight(page, script)
    await page.getByRole('link', { name: 'Zandermeer', exact: true }).click()
    await page.getByRole('link', { name: 'scheidingsdeskundige', exact: true }).click()
    await looksRight(page, script)
    const name = script ? 'gezinsmaatje' : 'gezinsgids'
    const dutch = page.locator('fieldset', { hasText: 'In het Nederlands' }).first()
    const article = (given: string) => dutch.locator(`input[name="article/nl"][value="${given}"]`).check()
    await dutch.locator('[name="name/nl"]').fill('<i>maatje</i>')
    await dutch.locator('[name="plural/nl"]').fill(`${name}s`)
    await article('het')
    await dutch.locator('[name="synonyms/nl"]').fill('scheidingshulp')
    await page.getByRole('button', { name: 'Bewaar' }).click()
    // At the field, with what was typed.
    expect(await main(page)).toContain('Gebruik hier alleen letters')
    expect(await dutch.locator('[name="name/nl"]').inputValue()).toBe('<i>maatje</i>')
    await looksRight(page, script)
    await dutch.locator('[name="name/nl"]').fill(name)
    await page.getByRole('button', { name: 'Bewaar' }).click()
    expect(await main(page)).toContain('De naam staat nu op alle pagina’s.')
    expect(await main(page)).toContain('deze gemeente')

    const resident = await open('/g/zandermeer/informatie/onze-scheidingsdeskundige', { width: 320, script })
    await expect
      .poll(async () => (await resident.reload(), main(resident)), { timeout: 20_000 })
      .toContain(`Het ${name}: naast je`)
    expect(await main(resident)).toContain('Woorden op deze pagina')
    expect(await main(resident)).not.toMatch(/(^|\n)De scheidingsdeskundige/)
    await looksRight(resident, script)
    await resident.goto(at('/g/akkerveen/informatie/onze-scheidingsdeskundige'))
    expect(await main(resident)).toContain('De scheidingsdeskundige: naast je')
    await resident.goto(at('/g/zandermeer/zoeken'))
    await resident.locator('main [name=zoek]').fill('scheidingshulp')
    await resident.locator('main').getByRole('button', { name: 'Zoek' }).click()
    expect(await main(resident)).toContain('Dit bedoel je misschien')
    expect(await main(resident)).toContain(`Het ${name}: naast je`)
    await looksRight(resident, script)
    await resident.goto(at('/g/zandermeer/begrippen'))
    expect((await main(resident)).toLowerCase()).toContain(name)
    await looksRight(resident, script)

    // Taken away again, with who did what and when.
    await page.getByRole('link', { name: 'scheidingsdeskundige', exact: true }).click()
    expect(await main(page)).toContain(`${name} / separation expert`)
    await page.getByRole('button', { name: 'Haal onze eigen naam weg' }).click()
    expect(await main(page)).toContain('Jullie eigen naam is weg.')
  },
)

test('[R-262] figures, passports, imports and what is given along say the name of the municipality', async () => {
  const floor = await signedIn('Floor Nachtegaal', { script: false })
  await floor.goto(at('/werk/namen'))
  await floor.getByRole('link', { name: 'Akkerveen', exact: true }).click()
  await floor.getByRole('link', { name: 'relatie- en scheidingspunt', exact: true }).click()
  const dutch = floor.locator('fieldset', { hasText: 'In het Nederlands' }).first()
  await dutch.locator('[name="name/nl"]').fill('uitelkaarhuis')
  await dutch.locator('[name="plural/nl"]').fill('uitelkaarhuizen')
  await floor.getByRole('button', { name: 'Bewaar' }).click()
  const mina = await signedIn('Mina de Wit', { script: false })
  const femke = await signedIn('Femke Rietveldt', { script: false })
  const figures = '/beleid/cijfers?gebied=GM9990&programma=separation-point'
  for (const [page, path] of [
    [mina, figures],
    [mina, '/beleid/paspoorten'],
    [mina, '/werk/daarna'],
    [femke, '/werk/importeren/nieuw'],
  ] as const) {
    await page.goto(at(path))
    const said = async () => (await page.reload(), (await main(page)).toLowerCase())
    await expect.poll(said, { timeout: 20_000 }).toContain('uitelkaarhuis')
    const isOfMore = path === '/werk/importeren/nieuw'
    expect(await said()).not.toContain(
      `relatie- en scheidingspunt${isOfMore ? ', scheidingspunt veenstroom, akkerveen' : ''}`,
    )
  }
  const file = await mina.request.get(at(figures.replace('cijfers', 'cijfers/csv')))
  expect([file.status(), file.headers()['content-disposition']]).toEqual([200, expect.stringContaining('cijfers.csv')])
  expect((await file.text()).toLowerCase()).toContain('uitelkaarhuis')
  const elsewhere = await signedIn('Zoë Uitterweer', { script: false })
  await elsewhere.goto(at('/beleid/cijfers?gebied=GM9992&programma=separation-point'))
  expect((await main(elsewhere)).toLowerCase()).not.toContain('uitelkaarhuis')
  await floor.getByRole('link', { name: 'relatie- en scheidingspunt', exact: true }).click()
  await floor.getByRole('button', { name: 'Haal onze eigen naam weg' }).click()
  expect(await main(floor)).toContain('Jullie eigen naam is weg.')
})

test('[R-262] a word that people type is tied to one that stands on the pages, and taken away', async () => {
  const page = await signedIn('Floor Nachtegaal', { width: 1280 })
  await page.goto(at('/werk/namen'))
  await page.getByRole('link', { name: 'Zandermeer', exact: true }).click()
  await page.getByRole('link', { name: 'Zoekwoorden bekijken en veranderen' }).click()
  await looksRight(page, true)
  await page.getByLabel('Wat mensen typen').fill('pegels')
  await page.getByLabel('Woord op de pagina’s').fill('zebrapad')
  await page.getByRole('button', { name: 'Voeg het woord toe' }).click()
  expect(await main(page)).toContain('Geen openbare pagina heeft “zebrapad”.')
  await looksRight(page, true)
  await page.getByLabel('Woord op de pagina’s').fill('geld')
  await page.getByRole('button', { name: 'Voeg het woord toe' }).click()
  const resident = await open('/g/zandermeer/zoeken', { width: 320 })
  await resident.locator('main [name=zoek]').fill('pegels')
  await resident.locator('main').getByRole('button', { name: 'Zoek' }).click()
  expect((await main(resident)).toLowerCase()).toContain('geld')
  await page.getByRole('button', { name: 'Haal weg pegels, voor geld' }).click()
  expect(await main(page)).toContain('Het woord is weg.')
})

test('[R-261] who works in a municipality reads its names on the screens, and who works elsewhere those of there', async () => {
  const options = async (name: string) => {
    const page = await signedIn(name, { width: 1280 })
    await page.goto(at('/werk/dossiers/nieuw'))
    return page.locator('[name=uitvoering]').innerText()
  }
  expect(await options('Yara Holt')).toContain('Scheidingsloket, Wolderzijl')
  expect(await options('Lieke Overkamp')).toContain('Relatie- en scheidingspunt, Akkerveen')
})
