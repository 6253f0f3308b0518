import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withDemo } from '../support/demo.ts'
import { eitherWay } from '../support/ways.ts'

const { at, open, signedIn } = withDemo()

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click()
const main = (page: Page): Promise<string> => page.locator('main').innerText()
/** Kept pages are asked once a second whether something was published. */
const aSecond = (page: Page): Promise<void> => page.waitForTimeout(1_100)

describe.each(eitherWay(true))('with script: %s', (script) => {
  const isFine = async (page: Page): Promise<void> => {
    if (script) expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
  }
  const slug = script ? 'praatgroep-oost' : 'praatgroep-west'
  const onSite = (place: string) => `/g/${place}/informatie/${slug}`
  const status = async (page: Page, path: string) => (await page.request.get(at(path))).status()

  test('[R-007] [R-002] [R-005] a page goes from draft to tested to approved, is public in its own municipality only, and is taken back at once', async () => {
    const page = await signedIn('Mina de Wit', { width: 320, script })
    await page.goto(at('/werk/paginas'))
    await isFine(page)
    await page.getByRole('link', { name: 'Begin een pagina' }).click()
    await page.fill('[name=adres]', 'Praatgroep Oost!')
    await page.fill('[name=titel]', 'De praatgroep')
    await page.fill('[name=eerst]', '12')
    await typeText(page, '# Te groot\n\nKom langs op [de inloop](pagina:bestaat-niet).\n\n<b>Nu</b>')
    await press(page, 'Bewaar als nieuwe versie')
    const alert = await page.locator('[role=alert]').innerText()
    for (const told of [
      'kleine letters',
      'Regel 1: deze kop',
      'Regel 5: hier staat HTML',
      'In één of twee zinnen',
      'Vooraan',
    ])
      expect(alert).toContain(told)
    await isFine(page)
    expect(await page.inputValue('[name=titel]')).toBe('De praatgroep')
    await page.fill('[name=adres]', slug)
    await page.fill('[name=samenvatting]', 'Samen praten met andere ouders.')
    await page.fill('[name=eerst]', '1')
    await typeText(page, '## Waar\n\nElke **dinsdag** in [huurhuis](pagina:huurhuis).')
    await page.getByLabel('ouders', { exact: true }).check()
    await page.getByLabel('praten').check()
    await press(page, 'Bewaar als nieuwe versie')
    expect(await main(page)).toContain('Die staat nog niet op de site.')
    expect(await main(page)).toContain('Versie 1: in de maak')
    await isFine(page)
    expect(await status(page, onSite('akkerveen'))).toBe(404)
    expect(await page.getByRole('button', { name: 'Keur goed' }).count()).toBe(0)
    await press(page, 'Getest met een taalambassadeur')
    expect(await status(page, onSite('akkerveen'))).toBe(404)
    await page.fill('[name=dag]', '2026-01-31')
    await press(page, 'Plan deze dag')
    expect(await page.locator('[role=alert]').innerText()).toContain('Kies een dag na vandaag.')
    await page.fill('[name=dag]', '2099-01-31')
    await press(page, 'Plan deze dag')
    expect(await main(page)).toMatch(/getest, op de site vanaf [a-z]+ 31 januari 2099/)
    await isFine(page)
    await press(page, 'Toch niet op die dag')
    expect(await main(page)).toContain('Er is niets meer gepland.')
    await press(page, 'Keur goed en zet op de site')
    expect(await main(page)).toContain('De tekst staat nu op de site.')
    await aSecond(page)
    const reader = await open(onSite('akkerveen'), { width: 320, script: false })
    expect(await main(reader)).toMatch(/De praatgroep\s+Samen praten[\s\S]*Elke dinsdag in huurhuis\./)
    const first = async (place: string) => {
      await reader.goto(at(`/g/${place}/begin/praten`))
      return reader.locator('.page-list').innerText()
    }
    expect(await first('akkerveen')).toContain('De praatgroep')
    expect(await first('elsterbroek')).not.toContain('De praatgroep')
    for (const elsewhere of [onSite('elsterbroek'), `/informatie/${slug}`])
      expect(await status(page, elsewhere)).toBe(404)
    await page.getByRole('link', { name: 'Haal van de site' }).click()
    expect(await page.getByText('Wie het adres opent of bewaard heeft').isVisible()).toBe(true)
    await press(page, 'Ja, haal van de site')
    await aSecond(page)
    expect(await status(page, onSite('akkerveen'))).toBe(404)
  })

  test('[R-016] a preview shows a text as on the site and keeps nothing of it; an older version is compared and restored', async () => {
    const page = await signedIn('Floor Nachtegaal', { width: 768, script })
    const path = script ? '/werk/paginas/huurhuis/nl' : '/werk/paginas/koophuis/nl'
    await page.goto(at(`${path}/tekst`))
    const before = await page.inputValue('[name=tekst]')
    await typeText(page, `${before}\n\n## Een kop erbij\n\nHallo **daar**.`)
    const [preview] = await Promise.all([page.context().waitForEvent('page'), press(page, 'Bekijk een voorbeeld')])
    await preview.waitForLoadState()
    expect(await preview.locator('h2').allInnerTexts()).toContain('Een kop erbij')
    expect(await main(preview)).toContain('Dit is een voorbeeld.')
    await isFine(preview)
    await preview.close()
    await press(page, 'Bewaar als nieuwe versie')
    expect(await main(page)).toContain('Versie 2: in de maak')
    await page.getByRole('link', { name: 'Vergelijk met nu' }).click()
    expect(await page.locator('ins').allInnerTexts()).toEqual([expect.stringContaining('Een kop erbij')])
    expect(await page.locator('del').count()).toBe(0)
    await isFine(page)
    await page.getByRole('button', { name: 'Maak van deze versie weer een nieuwe' }).click()
    expect(await main(page)).toContain('Versie 3: in de maak')
    await page.goto(at(`${path}/tekst`))
    expect(await page.inputValue('[name=tekst]')).toBe(before)
  })

  test('who writes in two windows loses nothing: the second one is told, with all that was typed', async () => {
    const page = await signedIn('Floor Nachtegaal', { width: 768, script })
    const path = script ? '/werk/paginas/samen-ouder-blijven/en/tekst' : '/werk/paginas/gezag/en/tekst'
    const other = await page.context().newPage()
    for (const one of [page, other]) await one.goto(at(path))
    await page.fill('[name=titel]', 'The first title')
    await press(page, 'Bewaar als nieuwe versie')
    await other.fill('[name=titel]', 'The second title')
    const [answer] = await Promise.all([
      other.waitForResponse((response) => response.request().method() === 'POST'),
      press(other, 'Bewaar als nieuwe versie'),
    ])
    expect(answer.status()).toBe(409)
    expect(await other.inputValue('[name=titel]')).toBe('The second title')
    expect(await other.locator('del').first().innerText()).toContain('first')
    expect(await other.locator('ins').first().innerText()).toContain('second')
    await isFine(other)
  })
})

test('the text is written as it looks, by keyboard alone, and is sent with its marks', async () => {
  const page = await signedIn('Mina de Wit', { width: 320 })
  await page.goto(at('/werk/paginas/nieuw'))
  const editor = page.getByRole('textbox', { name: 'Tekst van de pagina' })
  expect(await page.locator('textarea[name=tekst]').isVisible()).toBe(false)
  await editor.focus()
  for (const typed of ['## Elke dinsdag', 'Kom eten.', '- brood', 'soep', '']) {
    await page.keyboard.type(typed)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Alt+F10')
  expect(await page.locator(':focus').innerText()).toBe('Vet')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Tot dan')
  expect(await page.getByRole('button', { name: 'Vet' }).getAttribute('aria-pressed')).toBe('true')
  expect(await page.inputValue('textarea[name=tekst]')).toBe(
    '## Elke dinsdag\n\nKom eten.\n\n- brood\n- soep\n\n**Tot dan**',
  )
  await page.getByRole('button', { name: 'Link', exact: true }).click()
  await page.getByLabel(/^Waar leidt de link heen/).fill('javascript:alert(1)')
  await press(page, 'Zet neer')
  expect(await main(page)).toContain('Dit is geen link die we kennen.')
  expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
  await press(page, 'Toch niet')
  await page.keyboard.press('Tab')
  expect(await page.locator('.ProseMirror:focus').count()).toBe(0)
})

test('[R-002] a municipality writes under a page of everyone, and reads the page of another one nowhere', async () => {
  const page = await signedIn('Mina de Wit', { script: false })
  await page.goto(at('/werk/paginas?toon=all&taal=nl'))
  await page.getByRole('link', { name: /^Schrijf iets erbij voor Akkerveen ?: Een koophuis/ }).click()
  await page.getByRole('link', { name: 'Schrijf de tekst' }).click()
  await page.fill('[name=titel]', 'In Akkerveen')
  await page.fill('[name=samenvatting]', 'Wie hier meekijkt.')
  await typeText(page, 'Loop binnen bij De Meent.')
  await press(page, 'Bewaar als nieuwe versie')
  await press(page, 'Getest met een taalambassadeur')
  await press(page, 'Keur goed en zet op de site')
  await aSecond(page)
  const textAt = async (place: string) => (await page.request.get(at(`/g/${place}/informatie/koophuis`))).text()
  expect(await textAt('akkerveen')).toContain('Loop binnen bij De Meent.')
  expect(await textAt('elsterbroek')).not.toContain('Loop binnen bij De Meent.')
  for (const path of [
    '/werk/paginas/koophuis/nl',
    '/werk/paginas/koophuis/nl/in/elsterbroek',
    '/werk/paginas/koophuis/xx',
  ])
    expect((await page.request.get(at(path))).status()).toBe(404)
})

/** Types the text of the page as its marks, also where it is edited as it looks. */
async function typeText(page: Page, text: string): Promise<void> {
  const marks = page.getByRole('button', { name: 'Laat de tekens zien' })
  if (await marks.isVisible()) await marks.click()
  await page.fill('textarea[name=tekst]', text)
}
