import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { tokenFor } from '../../capabilities/directory/confirming/link.ts'
import { formKey, useFormSecret } from '../../capabilities/forms/keys.ts'
import { inScope } from '../../database/transaction.ts'
import { links } from '../../web/links.ts'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withDemo } from '../support/demo.ts'
import { answerAll, COUPLE, pressOn } from '../support/stepping.ts'
import { eitherWay } from '../support/ways.ts'
import { wordParagraphs, zipParts } from '../support/workbooks.ts'

/** The links in mails are made with it; the demo lets no mail out, so the test makes the same link. */
const SECRET = 'a-secret-for-the-journey-of-providers-0001'
const { at, open, signedIn, doNow } = withDemo({ APP_SECRET: SECRET })

test.each([true, false])(
  '[R-011] [R-008] a grandmother finds in her village where a door is open today, with script: %s',
  async (script) => {
    const page = await open('/', { width: 320, script })
    await page
      .getByRole('link', { name: /^Kies je gemeente/ })
      .first()
      .click()
    await page.fill('input[name=plaats]', 'Oosterveld')
    await page.getByRole('button', { name: 'Zoek mijn gemeente' }).click()
    await page.getByRole('link', { name: 'Waar je zo binnen kunt lopen, per dorp' }).click()
    expect(new URL(page.url()).pathname).toBe('/g/akkerveen/hulp-in-de-buurt')
    expect(await page.title()).toBe('Hulp in de buurt - Voorveld')
    const walkIn = page.locator('section', { hasText: 'Binnenlopen zonder afspraak' }).first()
    // Every day of the week this door is open, but on a public holiday.
    const place = walkIn.locator('li', { hasText: 'Keukentafel Oosterveld' })
    expect(await place.innerText()).toMatch(/(Vandaag open|Voor vandaag dicht|Vandaag dicht, (morgen )?weer)/)
    expect(await place.innerText()).toContain('Kerkweg 2')
    expect(await walkIn.innerText()).toContain('Stel je vraag online')
    if (script) expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
    await place.getByRole('link').click()
    expect(new URL(page.url()).pathname).toMatch(/^\/g\/akkerveen\/hulp-in-de-buurt\/[0-9a-f-]{36}$/)
    const card = await page.locator('main').innerText()
    for (const said of ['Waar', 'Kosten', 'Talen', 'Wachttijd', 'Goed om te weten', 'Nagekeken', '0999 112 001'])
      expect(card).toContain(said)
    if (script) expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
    await page.getByRole('link', { name: 'English' }).click()
    expect(await page.locator('main').innerText()).toContain('Coffee is ready every day.')
    expect(await page.context().cookies()).toEqual([])
  },
)

test.each([true, false])(
  '[R-009] somebody narrows the list by village, part of life, age and access; nothing of it stands in the address, with script: %s',
  async (script) => {
    const page = await open('/g/akkerveen/hulp-in-de-buurt', { script })
    await page.selectOption('select[name=domain]', { label: 'Opvoeden en kinderen' })
    await page.fill('input[name=age]', '3')
    await page.getByRole('button', { name: 'Laat zien' }).click()
    expect(page.url()).toBe(at('/g/akkerveen/hulp-in-de-buurt'))
    const found = await page.locator('.offers').innerText()
    expect(found).toContain('Spelochtend Lindeloo')
    expect(found).not.toContain('Spreekuur geld')
    expect(found).not.toContain('Jongeren praatuur')
    await page.selectOption('select[name=village]', { label: 'Lindeloo' })
    await page.selectOption('select[name=access]', { label: 'Met een besluit van de gemeente' })
    await page.getByRole('button', { name: 'Laat zien' }).click()
    expect(await page.locator('.offers').innerText()).toContain('Hulp in huis voor gezinnen')
    await page.fill('input[name=age]', '130')
    await page.selectOption('select[name=domain]', { label: 'Werk en leren' })
    const answer = page.waitForResponse((one) => one.request().method() === 'POST')
    await page.getByRole('button', { name: 'Laat zien' }).click()
    expect((await answer).status()).toBe(400)
    expect(await page.locator('#age-error').innerText()).toContain('van 0 tot en met 120')
    expect(await page.locator('.errors a').getAttribute('href')).toBe('#age')
    if (script) expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
    const kept = ['village', 'domain', 'access'].map((name) => page.locator(`select[name=${name}] option:checked`))
    expect(await Promise.all(kept.map((one) => one.innerText()))).toEqual([
      'Lindeloo',
      'Werk en leren',
      'Met een besluit van de gemeente',
    ])
    expect(await page.locator('input[name=age]').inputValue()).toBe('130')
    await page.fill('input[name=age]', '30')
    await page.getByRole('button', { name: 'Laat zien' }).click()
    expect(await page.locator('main').innerText()).toContain('Hier past niets bij')
    await page.getByRole('link', { name: 'Laat alles zien' }).click()
    expect(await page.locator('main').innerText()).toContain('Spreekuur geld')
  },
)

test('[R-010] the list goes to a door-to-door paper, printed or as plain text, without what nobody checked or what ended', async () => {
  const page = await open('/g/akkerveen/hulp-in-de-buurt/krant', { script: false })
  const onPaper = await page.locator('main').innerText()
  for (const said of ['Inloop De Meent', 'Dorpsplein 4', 'maandag tot en met vrijdag 9.00 tot 17.00', 'Kosten: gratis'])
    expect(onPaper).toContain(said)
  const text = await (await page.request.get(at('/g/akkerveen/hulp-in-de-buurt/krant.txt'))).text()
  const word = await page.request.get(
    at((await page.getByRole('link', { name: 'Dezelfde lijst voor Word' }).getAttribute('href')) ?? ''),
  )
  expect(word.headers()['content-disposition']).toContain('krant.docx')
  const inWord = wordParagraphs(await zipParts(await word.body())).map((one) => one.text.replaceAll('\u00a0', ' '))
  expect(inWord.filter((one) => one !== '' && !text.toUpperCase().includes(one.toUpperCase()))).toEqual([])
  expect(text).toMatch(/^Hulp in Akkerveen: waar je terecht kunt\n-+\n/)
  expect(text).toContain('AKKERVEEN-DORP\n')
  expect(text).toContain('0999 110 010')
  for (const copy of [onPaper, text])
    for (const gone of ['Fietsles voor vrouwen', 'Computerles', 'Zomerschool']) expect(copy).not.toContain(gone)
})

test('what is in one municipality does not stand in another', async () => {
  const page = await open('/g/elsterbroek/hulp-in-de-buurt', { script: false })
  const here = await page.locator('main').innerText()
  expect(here).toContain('Dorpsloket Elsterbroek')
  expect(here).not.toContain('Inloop De Meent')
  const meent = await open('/g/akkerveen/hulp-in-de-buurt', { script: false })
  const href = await meent.getByRole('link', { name: 'Inloop De Meent' }).first().getAttribute('href')
  const elsewhere = href?.replace('/akkerveen/', '/elsterbroek/') ?? ''
  expect((await page.request.get(at(elsewhere))).status()).toBe(404)
})

test('who looks for help with money finds a place nearby too, and it stands beside a text about money', async () => {
  const page = await open('/g/akkerveen/begin/geldzorgen', { script: false })
  expect(await page.locator('aside').innerText()).toContain('Spreekuur geld en brieven')
  const search = await open('/g/akkerveen/zoeken', { script: false })
  await search.fill('input[name=zoek]', 'geldmaatje')
  await search.getByRole('button', { name: 'Zoek', exact: true }).click()
  expect(await search.locator('main').innerText()).toContain('Thuis geldmaatje')
})

test.each(eitherWay(false))(
  '[R-009] an editor ends an offer: it is gone from the site and stays in the history, with script: %s',
  async (script) => {
    const name = script ? 'Samen eten op vrijdag' : 'Opvoedcafé'
    const page = await signedIn('Mina de Wit', { script })
    await page.goto(at('/werk/aanbod'))
    await page.getByRole('link', { name: /^Alles van nu/ }).click()
    await page.getByRole('link', { name, exact: true }).click()
    const card = page.url()
    if (script) expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
    await page.fill('input[name=laatste]', '2026-01-31')
    await page.getByRole('button', { name: 'Stop dit aanbod' }).click()
    expect(await page.locator('main').innerText()).toContain('Het is gestopt.')
    await page.waitForTimeout(1_100)
    const list = await open('/g/akkerveen/hulp-in-de-buurt', { script: false })
    expect(await list.locator('main').innerText()).not.toContain(name)
    await page.goto(at('/werk/aanbod'))
    await page.getByRole('link', { name: /^Voorbij/ }).click()
    expect(await page.locator('main').innerText()).toContain(name)
    await page.goto(card)
    const history = await page.locator('section', { hasText: 'Wat er met deze kaart gebeurde' }).last().innerText()
    for (const step of ['geschreven', 'openbaar gemaakt', 'gestopt']) expect(history).toContain(step)
  },
)

test.each(eitherWay(true))(
  '[R-008] an editor writes a card with hours as people say them; what is wrong is told and nothing typed is lost, with script: %s',
  async (script) => {
    const name = `Naaicafé ${script ? 'met' : 'zonder'}`
    const page = await signedIn('Mina de Wit', { script, width: 768 })
    await page.goto(at('/werk/aanbod'))
    await page.getByRole('link', { name: 'Maak een kaart' }).click()
    await page.fill('[name=name]', name)
    await page.fill('[name=about]', 'Samen naaien en praten.')
    await page.fill('[name=provider]', 'Buurthuis De Meent')
    await page.fill('[name=d2]', 'half tien tot twaalf')
    await page.getByRole('button', { name: 'Bewaar als kaart in de maak' }).click()
    expect(await page.locator('[role=alert]').innerText()).toContain('Dit veld klopt nog niet')
    expect(await page.inputValue('[name=name]')).toBe(name)
    await page.fill('[name=d2]', '9.30-12.00')
    await page.getByLabel('Mensen om je heen').check()
    await page.getByLabel('iedereen').check()
    await page.getByRole('button', { name: 'Bewaar als kaart in de maak' }).click()
    expect(await page.locator('main').innerText()).toContain('De kaart is bewaard.')
    if (script) expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
    await page.getByRole('button', { name: 'Maak openbaar' }).click()
    await page.getByRole('link', { name: 'Bekijk op de site' }).click()
    expect(await page.locator('h1').innerText()).toBe(name)
    expect(await page.locator('main').innerText()).toContain('9.30 tot 12.00')
  },
)

test('[R-008] a card says to which programme it belongs, on the site and in the list of its editor, in the names of the place', async () => {
  const page = await open('/g/akkerveen/hulp-in-de-buurt', { script: false })
  await page.getByRole('link', { name: 'Keukentafel Oosterveld' }).first().click()
  expect(await page.locator('dt:text-is("Hoort bij") + dd').innerText()).toBe('Buurthuiskamer')
  const work = await signedIn('Mina de Wit', { script: false })
  await work.goto(at('/werk/aanbod?toon=now'))
  const row = (name: string) => work.locator('tr', { hasText: name }).innerText()
  expect(await row('Hulp in huis voor gezinnen')).toContain('Gezinsverzorgende')
  expect(await row('Werkcafé')).toContain('geen')
})

test('[R-004] [R-008] a card that says of which programme it is the place stands beside the steps of residents, until it does not', async () => {
  const page = await signedIn('Mina de Wit', { script: false })
  await page.goto(at('/werk/aanbod'))
  await page.getByRole('link', { name: /^Alles van nu/ }).click()
  await page.getByRole('link', { name: 'Inloop Relatie en Scheiding', exact: true }).click()
  const programme = page.getByLabel('Bij welk programma hoort deze plek?')
  expect(await programme.inputValue()).toBe('separation-point')
  const resident = await open('/g/akkerveen/stappen', { script: false })
  await pressOn(resident, 'Begin')
  await answerAll(resident, COUPLE)
  expect(await resident.locator('main').innerText()).toContain('0999 110 030')
  await programme.selectOption({ label: 'Bij geen programma' })
  await page.getByRole('button', { name: 'Bewaar deze kaart' }).click()
  expect(await page.locator('main').innerText()).toContain('De kaart is bewaard.')
  await page.waitForTimeout(1_100)
  await pressOn(resident, 'Grote letters')
  expect(await resident.locator('main').innerText()).not.toContain('0999 110 030')
  expect(await resident.locator('main').innerText()).toContain('Relatie- en scheidingspunt')
})

test('[R-008] an editor brings in the file of the own offer again: nothing is new, and a broken one is told by place', async () => {
  const page = await signedIn('Mina de Wit', { script: false })
  await page.goto(at('/werk/aanbod'))
  const href = await page.getByRole('link', { name: 'Bewaar alles als bestand' }).getAttribute('href')
  const file = await (await page.request.get(at(href ?? ''))).text()
  await page.getByRole('link', { name: 'Haal een bestand binnen' }).click()
  const choose = async (text: string) => {
    await page.setInputFiles('input[type=file]', {
      name: 'aanbod.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    })
    await page.getByRole('button', { name: 'Bekijk wat er verandert' }).click()
  }
  await choose(file)
  expect(await page.locator('main').innerText()).toContain('In dit bestand staat niets nieuws.')
  await choose(file.replace('"status": "active"', '"status": "gone"'))
  expect(await page.locator('main').innerText()).toContain('.status')
  await choose(file.replaceAll('Inloop De Meent', 'Inloop De Nieuwe Meent'))
  expect(await page.locator('main').innerText()).toContain('1 veranderd')
  await page.getByRole('button', { name: 'Zet alles erin' }).click()
  expect(await page.locator('main').innerText()).toContain('Alles uit het bestand staat er nu in.')
  expect(await page.locator('main').innerText()).toContain('Inloop De Nieuwe Meent')
})

/** The link in the mail about the question that was asked last. */
async function linkInMail(): Promise<string> {
  let id = ''
  await doNow(async (jobs) => {
    const { rows } = await inScope(jobs, (tx) =>
      tx.execute<{ id: string }>(sql`select id from offer_asks order by id desc limit 1`),
    )
    id = rows[0]?.id ?? ''
  })
  useFormSecret(SECRET)
  return at(links.offerCheck(tokenFor(id, formKey('offer-ask'))))
}

test.each([true, false])(
  '[R-008] a provider confirms by the link in its mail, and tells by another what has to be different, with script: %s',
  async (script) => {
    const [first, second] = script ? ['Fietsles voor vrouwen', 'Huurspreekuur'] : ['Werkcafé', 'Spelochtend Lindeloo']
    const editor = await signedIn('Mina de Wit', { script: false })
    const mail = async (name: string): Promise<string> => {
      await editor.goto(at('/werk/aanbod'))
      await editor.getByRole('link', { name: /^Alles van nu/ }).click()
      await editor.getByRole('link', { name, exact: true }).click()
      await editor.getByRole('button', { name: 'Mail de aanbieder nu' }).click()
      expect(await editor.locator('main').innerText()).toContain('De mail aan de aanbieder gaat zo weg.')
      return linkInMail()
    }
    const page = await open('/', { width: 320, script })
    await page.goto(await mail(first))
    expect(await page.locator('h2').first().innerText()).toBe(first)
    expect(await page.locator('[data-quick-exit]').count()).toBe(1)
    if (script) expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
    await page.getByRole('button', { name: 'Het klopt' }).click()
    expect(await page.locator('h1').innerText()).toBe('Dank je wel')
    await page.goBack()
    await page.reload()
    expect(await page.locator('h1').innerText()).toBe('Deze link is al gebruikt')

    await page.goto(await mail(second))
    await page.getByRole('button', { name: 'Stuur dit naar de redactie' }).click()
    expect(await page.locator('[role=alert]').innerText()).toContain('Schrijf op wat er anders moet.')
    await page.fill('textarea', 'Wij zitten nu in een ander gebouw.')
    await page.getByRole('button', { name: 'Stuur dit naar de redactie' }).click()
    expect(await page.locator('h1').innerText()).toBe('Dank je wel')
    await editor.goto(at('/werk/aanbod'))
    expect(await editor.locator('main').innerText()).toContain('Wij zitten nu in een ander gebouw.')
    await editor.getByRole('button', { name: new RegExp(`^Ik heb dit gedaan.*${second}`) }).click()
    expect(await editor.locator('main').innerText()).not.toContain('Wij zitten nu in een ander gebouw.')
    expect(await page.context().cookies()).toEqual([])
  },
)
