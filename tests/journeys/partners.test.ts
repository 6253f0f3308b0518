import { expect, test } from 'vitest'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withSharedDemo } from '../support/demo.ts'
import { eitherWay } from '../support/ways.ts'

const { at, signedIn } = withSharedDemo()

test.each(eitherWay(false))(
  '[R-142] a coordinator finds a partner that asks attention, agrees something and writes down the contact, with script: %s',
  async (script) => {
    const page = await signedIn('Iris Bakker', { width: 320, script })
    const looksRight = async () =>
      script
        ? expect([page.url(), await axeFindings(page), await isTooWide(page)]).toEqual([page.url(), [], false])
        : null
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
    const main = () => page.locator('main').innerText()
    await page.goto(at('/werk/partners'))
    await looksRight()
    await page.getByRole('link', { name: /aandacht vragen/ }).click()
    expect(await main()).toContain('Woonstichting Het Erf')
    expect(await main()).not.toContain('Basisschool De Wilg')

    await page.getByRole('link', { name: 'Nieuwe partner' }).click()
    await page.getByLabel('Naam van de organisatie').fill('Voetbalclub 06 12345678')
    await page.getByLabel('Soort').selectOption({ label: 'vereniging' })
    await page.getByLabel('Met wie praat je daar?').fill('jeugdcoördinator')
    await page.getByLabel('Mensen om je heen').check()
    await press('Bewaar')
    expect(await main()).toContain('Hierin staat een telefoonnummer')
    await looksRight()
    const name = `Voetbalclub ${script ? 'Oost' : 'West'}`
    await page.getByLabel('Naam van de organisatie').fill(name)
    await press('Bewaar')
    expect(await main()).toContain('De partner is bewaard.')
    expect(await main()).toContain('nog nooit contact')

    await page.getByRole('link', { name: 'Nieuwe afspraak' }).click()
    await looksRight()
    await page.getByLabel('Wat spraken we af?').fill('De trainer belt ons bij zorgen over het gezin, zonder naam.')
    await page.getByLabel('Wie let erop?').selectOption({ label: 'consulent' })
    await press('Bewaar')
    expect(await main()).toContain('De afspraak is bewaard.')
    await page.getByRole('link', { name: 'Schrijf een contact op' }).click()
    await looksRight()
    await page.getByLabel('Waar ging het over?').fill('Kennismaking op het veld.')
    await press('Bewaar')
    expect(await main()).toContain('Kennismaking op het veld.')
    expect(await main()).not.toContain('nog nooit contact')
    await looksRight()

    await page.getByRole('link', { name: 'Alle partners' }).click()
    const file = await page.request.get(
      at((await page.getByRole('link', { name: 'Als CSV' }).getAttribute('href')) ?? ''),
    )
    expect(await file.text()).toContain(name)
    await page.getByLabel('Soort').selectOption({ label: 'vereniging' })
    await press('Toon')
    expect(await main()).toContain(name)
    expect(await main()).not.toContain('Basisschool De Wilg')
  },
)

test.each(eitherWay(true))(
  '[R-146] an adviser sees for which village there are questions and no offer, with script: %s',
  async (script) => {
    const page = await signedIn('Tom Veldhuis', { width: 320, script })
    await page.goto(at('/beleid/aanbod-en-vraag'))
    const main = () => page.locator('main').innerText()
    expect(await main()).toContain('Wat valt op?')
    expect(await main()).toContain('Opvoeden en kinderen')
    await page.getByLabel('Dorp', { exact: true }).selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Toon', exact: true }).click()
    expect(await page.getByLabel('Dorp', { exact: true }).inputValue()).not.toBe('')
    if (script) expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
    await page.locator('aside.pass ul a').first().click()
    expect(page.url()).toContain('/beleid/paspoorten/')
  },
)
