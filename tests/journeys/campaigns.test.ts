import { expect, test } from 'vitest'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withSharedDemo } from '../support/demo.ts'
import { eitherWay } from '../support/ways.ts'

const { at, signedIn } = withSharedDemo()

test.each(eitherWay(false))(
  '[R-248] an adviser makes a campaign for young people, follows its address, and writes down the reach, with script: %s',
  async (script) => {
    const page = await signedIn('Floor Nachtegaal', { width: 320, script })
    const looksRight = async () =>
      script
        ? expect([page.url(), await axeFindings(page), await isTooWide(page)]).toEqual([page.url(), [], false])
        : null
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
    const main = () => page.locator('main').innerText()
    await page.goto(at('/werk/campagnes'))
    expect(await main()).toContain('Jij telt mee')
    expect(await main()).toContain('/ga/jij-telt-mee')
    await looksRight()

    await page.getByRole('link', { name: 'Nieuwe campagne' }).click()
    await looksRight()
    const code = `villa-${script ? 'een' : 'twee'}`
    await page.getByLabel('Naam van de campagne').fill('Villa op bezoek')
    await page.getByLabel('Kort adres').fill('Villa !')
    await page.getByLabel('Voor wie').selectOption({ label: 'jongeren van 12 tot en met 17' })
    await page.getByLabel('Waar te zien').selectOption({ label: 'TikTok' })
    await page.getByLabel('Eerste dag').fill('2026-01-01')
    await page.getByLabel('Laatste dag').fill('2099-12-31')
    await page
      .getByLabel('Naar welke pagina leidt het adres?')
      .selectOption({ label: 'Ingang: Ik ben 12 tot en met 17 jaar' })
    await press('Bewaar')
    expect(await main()).toContain('kleine letters, cijfers en streepjes')
    expect(await page.getByLabel('Naam van de campagne').inputValue()).toBe('Villa op bezoek')
    await looksRight()
    await page.getByLabel('Kort adres').fill(code)
    await press('Bewaar')
    expect(await main()).toContain('De campagne is bewaard.')
    expect(await page.getByRole('textbox', { name: 'Kort adres' }).count()).toBe(0)
    await looksRight()

    await page.getByRole('link', { name: 'Schrijf het bereik op' }).click()
    await page.getByLabel('Hoeveel mensen?').fill('1500')
    await press('Bewaar')
    expect(await page.getByLabel('Hoeveel mensen?').inputValue()).toBe('1500')
    await looksRight()
    await page.getByLabel('Waar las je het?').fill('overzicht van het kanaal')
    await press('Bewaar')
    expect(await main()).toContain('Het bereik is bewaard.')
    expect(await main()).toContain('overzicht van het kanaal')
    await looksRight()

    const file = await page.request.get(at('/werk/campagnes/lijst/csv'))
    expect(await file.text()).toContain(`/ga/${code}`)
    await page.goto(at(`/ga/${code.toUpperCase()}`))
    expect(new URL(page.url()).pathname).toBe('/begin/ik-ben-jong')
  },
)

test('[R-248] a coordinator keeps no campaigns', async () => {
  const page = await signedIn('Iris Bakker', { script: false })
  await page.goto(at('/werk/campagnes'))
  expect(await page.locator('h1').innerText()).not.toBe('Campagnes')
})
