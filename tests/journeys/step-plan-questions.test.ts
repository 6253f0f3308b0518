import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withDemo } from '../support/demo.ts'
import { answerAll, isOnSteps, PARENT, pressOn, stepsOn } from '../support/stepping.ts'
import { eitherWay } from '../support/ways.ts'

const { at, open, signedIn } = withDemo()

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click()
const main = (page: Page): Promise<string> => page.locator('main').innerText()
/** The site asks once a second whether something was published. */
const aSecond = (page: Page): Promise<void> => page.waitForTimeout(1_200)
const answered = (page: Page, button: string) =>
  Promise.all([page.waitForResponse((one) => one.request().method() === 'POST'), press(page, button)])

async function discard(page: Page): Promise<void> {
  await page.goto(at('/werk/stappenplan'))
  await page.locator('summary', { hasText: 'Gooi het concept weg' }).click()
  await press(page, 'Gooi het concept weg')
  expect(await main(page)).toContain('Het concept is weg.')
}

/** Asks a question only of who gave one of these answers about where they stand. */
async function askOnly(page: Page, label: string, answers: readonly string[]): Promise<void> {
  await page.getByLabel(label).selectOption({ label: 'Waar staan jullie nu?' })
  await press(page, /^Voeg toe ?: (Alleen|Of) na/)
  for (const value of answers) await page.locator(`[name="when/is"][value=${value}]`).check()
}

/** The code under which somebody in doubt keeps the steps. */
async function keptOf(page: Page): Promise<string> {
  await pressOn(page, 'Begin')
  await answerAll(page, [...PARENT.slice(0, 2), ['Ik twijfel nog'], ...PARENT.slice(3)])
  await pressOn(page, 'Bewaar met een code')
  return page.locator('.reference-code strong').innerText()
}

const LONG = { timeout: 240_000 }

describe.each(eitherWay(true))('with script: %s', (script) => {
  const isFine = async (page: Page): Promise<void> => {
    if (script) expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
  }

  test(
    '[R-004] a question is added for some, and whoever was halfway goes on with the questions as they are now',
    LONG,
    async () => {
      const [going, doubting] = [await open('/stappen', { width: 320, script }), await open('/stappen', { script })]
      for (const [half, stage] of [
        [going, 'We gaan uit elkaar'],
        [doubting, 'Ik twijfel nog'],
      ] as const) {
        await pressOn(half, 'Begin')
        await answerAll(half, [...PARENT.slice(0, 2), [stage], ...PARENT.slice(3, 7)])
      }
      const code = await keptOf(await open('/stappen', { script }))
      const page = await signedIn('Floor Nachtegaal', { width: 320, script })

      await page.goto(at('/werk/stappenplan'))
      await page.getByRole('link', { name: 'Voeg een vraag toe' }).click()
      await isFine(page)
      await press(page, 'Begin')
      expect(await page.locator('.errors').innerText()).toContain('120')
      await page.getByLabel('Vraag (Nederlands)').fill('Heb je een huisdier?')
      await page.getByLabel('Vraag (Engels)').fill('Do you have a pet?')
      await page.getByLabel('Ja, nee of weet ik niet').check()
      await press(page, 'Begin')
      expect(await page.locator('.errors').innerText()).toContain('Waarom we dit vragen')
      await page.getByLabel('Waarom we dit vragen (Nederlands)').fill('Ook een huisdier heeft een plek nodig.')
      await page.getByLabel('Waarom we dit vragen (Engels)').fill('A pet needs a place too.')
      await press(page, 'Bewaar')
      // For everybody it is the ninth.
      expect(await page.locator('.errors').innerText()).toContain('Iemand krijgt nu 9 vragen. Meer dan 8 is te veel.')
      await isFine(page)
      await askOnly(page, 'Alleen na een bepaald antwoord op de vraag', ['doubt'])
      await isFine(page)
      await press(page, 'Bewaar')

      // Who is asked about a pet is not asked whether they agree.
      await page.goto(at('/werk/stappenplan/vragen/agree'))
      await askOnly(page, 'Of na een antwoord op een andere vraag', ['going', 'apart'])
      await press(page, 'Bewaar')
      await page.goto(at('/werk/stappenplan'))
      expect(await main(page)).toContain('Nu krijgt iemand hoogstens 8 vragen.')
      await isFine(page)
      // The example who is in doubt answers the one and not the other.
      await page.locator('tr', { hasText: 'De antwoorden kloppen nog niet' }).getByRole('link').click()
      await page.locator('[name="answers/agree"][value=""]').check()
      await page.locator('[name="answers/heb-je-een-huisdier"][value=yes]').check()
      await press(page, 'Bewaar')
      expect(await main(page)).toContain('Precies de stappen die je verwacht.')
      await page.goto(at('/werk/stappenplan/openbaar'))
      await press(page, 'Maak dit openbaar')
      expect(await main(page)).toContain('Openbaar. Bezoekers zien dit nu.')

      await aSecond(page)
      await answerAll(going, PARENT.slice(7))
      expect(await isOnSteps(going)).toBe(true)
      // Whose open question is gone is asked the one that came, and not all over again.
      await doubting.getByLabel('Over sommige dingen').check()
      await pressOn(doubting, 'Verder')
      expect(await main(doubting)).toContain('Heb je een huisdier?')
      await answerAll(doubting, [['Ja']])
      expect(await isOnSteps(doubting)).toBe(true)

      // Steps kept under a code come back with the question that came; the answer to what is no longer asked is gone.
      const kept = await open('/stappen/code', { width: 320, script })
      await kept.fill('#code', code)
      await pressOn(kept, 'Open mijn stappen')
      expect(await main(kept)).toContain('Heb je een huisdier?')
      await answerAll(kept, [['Nee']])
      expect(await isOnSteps(kept)).toBe(true)

      await page.goto(at('/werk/stappenplan/versies/1'))
      await press(page, 'Maak deze versie weer openbaar')
      await aSecond(page)
      // What was taken away with that version is forgotten, and the question that is back is asked.
      await pressOn(doubting, 'Grote letters')
      expect(await main(doubting)).toContain('Worden jullie het samen eens?')
    },
  )

  test('[R-004] a question that is named is taken away after it was told where', LONG, async () => {
    const page = await signedIn('Floor Nachtegaal', { width: 320, script })
    await page.goto(at('/werk/stappenplan/vragen/money'))
    await page.locator('summary', { hasText: 'Haal deze vraag weg' }).click()
    expect(await main(page)).toContain('Knop bij de stappen ‘Er zijn schulden bij gekomen’')
    await isFine(page)
    await press(page, 'Haal deze vraag weg')
    expect(await main(page)).toContain('Weggehaald uit het concept.')
    expect(await main(page)).toContain('De vraag ‘money’ is er niet meer.')
    await isFine(page)
    await discard(page)
  })

  test(
    '[R-004] an answer that is named somewhere says where before it goes, and loses nothing else',
    LONG,
    async () => {
      const page = await signedIn('Floor Nachtegaal', { width: 768, script })
      await page.goto(at('/werk/stappenplan/vragen/home'))
      await page.getByLabel('Uitleg bij de vraag (Nederlands)').fill('Het huis van jullie samen.')
      await press(page, /Haal weg\s*Antwoord 2/)
      const told = await main(page)
      for (const one of [
        'Er is nog niets weggehaald',
        'Wordt nog genoemd: ‘In een koophuis’',
        'Knop bij de stappen ‘Er is een koophuis’',
        'Voorbeeld ‘',
      ])
        expect(told).toContain(one)
      expect(await page.getByLabel('Antwoord 2 (Nederlands)').inputValue()).toBe('In een koophuis')
      expect(await page.getByLabel('Uitleg bij de vraag (Nederlands)').inputValue()).toBe('Het huis van jullie samen.')
      await isFine(page)
      await press(page, 'Haal het toch weg')
      expect(await page.getByLabel('Antwoord 2 (Nederlands)').inputValue()).toBe('Bij familie of anderen')
      await page.goto(at('/werk/stappenplan/openbaar'))
      expect(await main(page)).toContain(
        'Het antwoord ‘bought’ op ‘Waar wonen of woonden jullie samen?’ is er niet meer.',
      )
      expect(await main(page)).toContain('Dit kan nog niet openbaar worden.')
      await isFine(page)
      await discard(page)
    },
  )

  test(
    '[R-004] [R-017] the question after fear stays, and its words are read again before they are public',
    LONG,
    async () => {
      const page = await signedIn('Floor Nachtegaal', { width: 320, script })
      await page.goto(at('/werk/stappenplan/vragen/afraid'))
      const text = await main(page)
      expect(text).toContain('Deze vraag komt altijd als eerste, bij iedereen, en kan niet weg.')
      expect(text).toContain('Wie dit kiest, krijgt de weg voor wie bang is.')
      for (const name of ['Haal deze vraag weg', 'Haal weg', 'Omhoog', 'Nog een rij', 'Stel de vraag aan iedereen'])
        expect(await page.getByRole('button', { name }).count()).toBe(0)
      await page.getByLabel('Antwoord 2 (Nederlands)').fill(script ? 'Ik twijfel' : 'Ik twijfel soms')
      await press(page, 'Bewaar')
      await page.goto(at('/werk/stappenplan/openbaar'))
      expect(await main(page)).toContain('De vraag naar angst heeft andere woorden')
      await isFine(page)
      const [unread] = await answered(page, 'Maak dit openbaar')
      expect(unread.status()).toBe(400)
      expect(await page.locator('.errors').innerText()).toContain('Lees ze nog eens')
      await isFine(page)
      await page.getByLabel('Ik las de vraag en elk antwoord.').check()
      await press(page, 'Maak dit openbaar')
      expect(await main(page)).toContain('Openbaar. Bezoekers zien dit nu.')
    },
  )

  test('[R-004] a button says what it changes, and a resident who presses it gets other steps', LONG, async () => {
    const page = await signedIn('Floor Nachtegaal', { width: 320, script })
    const label = script ? 'Wij gaan huren' : 'Er is nu een huurhuis'
    await page.goto(at('/werk/stappenplan'))
    await page.getByRole('link', { name: 'Voeg een knop toe' }).click()
    await isFine(page)
    await page.getByLabel('Tekst op de knop (Nederlands)').fill(label)
    await page.getByLabel('Tekst op de knop (Engels)').fill('We rent now')
    await press(page, 'Begin')
    expect(await page.locator('.errors').innerText()).toContain('Deze knop verandert nog niets.')
    await page.locator('.errors a').first().click()
    expect(page.url()).toContain('#set/nieuw')
    await page.locator('[name="set/nieuw"]').selectOption({ label: 'Waar wonen of woonden jullie samen?' })
    await press(page, /^Voeg toe ?: Verander/)
    await page.locator('[name="set/home"][value=rented]').check()
    await isFine(page)
    const other = await page.context().newPage()
    await other.goto(page.url())
    await press(page, 'Bewaar')
    expect(await page.locator('.errors').count()).toBe(0)
    await other.getByLabel('Tekst op de knop (Engels)').fill('We rent')
    const [late] = await answered(other, 'Bewaar')
    expect(late.status()).toBe(409)
    expect(await main(other)).toContain('‘Waar wonen of woonden jullie samen?’ wordt ‘In een huurhuis’')
    await isFine(other)
    await page.goto(at('/werk/stappenplan/openbaar'))
    await press(page, 'Maak dit openbaar')
    expect(await main(page)).toContain('Openbaar. Bezoekers zien dit nu.')
    await aSecond(page)
    const resident = await open('/stappen', { width: 320, script })
    await pressOn(resident, 'Begin')
    await answerAll(resident, [...PARENT.slice(0, 5), ['In een koophuis'], ...PARENT.slice(6)])
    const before = await stepsOn(resident)
    await pressOn(resident, label)
    expect(await main(resident)).toContain('nieuw')
    expect(await stepsOn(resident)).not.toEqual(before)
    await resident.getByText('Dit vertelde je ons').click()
    expect(await main(resident)).toContain('In een huurhuis')
  })
})
