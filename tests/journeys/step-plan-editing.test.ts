import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withDemo } from '../support/demo.ts'
import { AFRAID, answerAll, isOnSteps, PARENT, pressOn, stepsOn } from '../support/stepping.ts'
import { eitherWay } from '../support/ways.ts'

const { at, open, signedIn } = withDemo()

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click()
const main = (page: Page): Promise<string> => page.locator('main').innerText()
/** The site asks once a second whether something was published. */
const aSecond = (page: Page): Promise<void> => page.waitForTimeout(1_200)
const SCHOOL = 'Zeg het tegen school of opvang'

/** Many pages in one story, each looked at by axe. */
const LONG = { timeout: 180_000 }

async function discard(page: Page): Promise<void> {
  await page.goto(at('/werk/stappenplan'))
  await page.locator('summary', { hasText: 'Gooi het concept weg' }).click()
  await press(page, 'Gooi het concept weg')
  expect(await main(page)).toContain('Het concept is weg.')
}

describe.each(eitherWay(false))('with script: %s', (script) => {
  const isFine = async (page: Page): Promise<void> => {
    if (script) expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
  }
  // Each round publishes something of its own.
  const title = script ? 'Vertel het op school' : 'Praat eens met de juf'

  test(
    '[R-004] a condition is changed, an example fails, publishing waits for it, and then a resident gets other steps',
    LONG,
    async () => {
      const half = await open('/stappen', { width: 320, script })
      await pressOn(half, 'Begin')
      await answerAll(half, PARENT.slice(0, 3))

      const page = await signedIn('Floor Nachtegaal', { width: 320, script })
      await page.goto(at('/werk/paginas'))
      await page.getByRole('link', { name: 'Stappenplan' }).click()
      await isFine(page)
      await page.goto(at('/werk/stappenplan/stappen/school'))
      await isFine(page)
      await page.getByLabel('Titel (Nederlands)').fill(title)
      await page.locator('[name="if/0/nieuw"]').selectOption({ label: 'Waar wonen of woonden jullie samen?' })
      await press(page, /^Voeg toe ?: Nog een voorwaarde/)
      expect(await main(page)).toContain('Hier ontbreekt iets.')
      await page.locator('.errors a').first().click()
      expect(page.url()).toContain('#if/0/3/is')
      await page.locator('[name="if/0/3/is"][value=bought]').check()
      await isFine(page)
      await press(page, 'Bewaar')
      expect(await main(page)).toContain('Bewaard in het concept.')
      expect(await page.locator('.errors').count()).toBe(0)

      await page.goto(at('/werk/stappenplan'))
      expect(await main(page)).toContain('Andere stappen dan je verwacht')
      await isFine(page)
      await page.getByRole('link', { name: 'Openbaar maken' }).click()
      const told = await main(page)
      for (const one of ['Dit kan nog niet openbaar worden.', 'Ontbreekt nu', title, 'Andere stappen dan je verwacht'])
        expect(told).toContain(one)
      expect(await page.getByRole('button', { name: 'Maak dit openbaar' }).getAttribute('aria-disabled')).toBe('true')
      await isFine(page)

      await page.goto(at('/werk/stappenplan/proef?voorbeeld=rented-two-children'))
      expect(await main(page)).toContain('Dit is een proef met het concept.')
      expect((await stepsOn(page)).join()).not.toContain(title)
      await isFine(page)

      await page.goto(at('/werk/stappenplan/openbaar'))
      for (let n = 0; n < 12; n++) {
        const wrong = page.locator('main section h3 a')
        if ((await wrong.count()) === 0) break
        await wrong.first().click()
        if (n === 0) await isFine(page)
        await press(page, 'Zo is het goed: verwacht deze stappen')
        expect(await main(page)).toContain('Precies de stappen die je verwacht.')
        await page.goto(at('/werk/stappenplan/openbaar'))
      }
      expect(await main(page)).toContain('Alles klopt')
      await isFine(page)
      await press(page, 'Maak dit openbaar')
      expect(await main(page)).toContain('Openbaar. Bezoekers zien dit nu.')
      await isFine(page)

      await aSecond(page)
      // Whoever was halfway goes on, with the answers that were given already.
      await answerAll(half, PARENT.slice(3))
      expect(await isOnSteps(half)).toBe(true)
      expect((await stepsOn(half)).join()).not.toContain(title)
      await half.getByText('Dit vertelde je ons').click()
      await half.getByRole('button', { name: /Verander je antwoord op: Waar wonen/ }).click()
      await half.getByLabel('In een koophuis').check()
      await pressOn(half, 'Verder')
      expect((await stepsOn(half)).join()).toContain(title)
      expect((await stepsOn(half)).join()).not.toContain(SCHOOL)
    },
  )

  test('[R-004] what would make the route of who is afraid unsafe is refused at its field, and is not public', async () => {
    const page = await signedIn('Floor Nachtegaal', { width: 768, script })
    await page.goto(at('/werk/stappenplan/stappen/v-plan'))
    await page.getByLabel('Twee mensen doen deze stap samen').check()
    await press(page, 'Bewaar')
    expect(await page.locator('.errors').innerText()).toContain('krijgt nooit een stap die je samen doet')
    await isFine(page)
    await page.goto(at('/werk/stappenplan/openbaar'))
    expect(await main(page)).toContain('Dit kan nog niet openbaar worden.')
    await page.goto(at('/werk/stappenplan/proef'))
    await press(page, 'Zelf antwoorden kiezen')
    await answerAll(page, AFRAID)
    expect(await main(page)).toContain('112 en Veilig Thuis')
    await isFine(page)
    await discard(page)
  })

  test('who changes a step in two windows loses nothing, and an earlier version is compared and published again', async () => {
    const page = await signedIn('Floor Nachtegaal', { width: 1440, script })
    const other = await page.context().newPage()
    for (const one of [page, other]) await one.goto(at('/werk/stappenplan/stappen/papers'))
    await page.getByLabel('Titel (Nederlands)').fill('Zoek je papieren')
    await press(page, 'Bewaar')
    await other.getByLabel('Titel (Nederlands)').fill('Pak je papieren')
    const [answer] = await Promise.all([
      other.waitForResponse((response) => response.request().method() === 'POST'),
      press(other, 'Bewaar'),
    ])
    expect(answer.status()).toBe(409)
    expect(await main(other)).toMatch(/Zoek je papieren[\s\S]*Pak je papieren/)
    expect(await other.getByLabel('Titel (Nederlands)').inputValue()).toBe('Pak je papieren')
    await isFine(other)
    await press(other, 'Bewaar')
    expect(await main(other)).toContain('Bewaard in het concept.')
    await page.goto(at('/werk/stappenplan'))
    await page.getByRole('link', { name: 'Versie 1', exact: true }).click()
    expect(await main(page)).toContain(title)
    await isFine(page)
    await press(page, 'Maak deze versie weer openbaar')
    expect(await main(page)).toContain('Versie 1 opnieuw')
    expect(await main(page)).toContain('Er staat een concept klaar')
    await discard(page)
  })
})

test('a step and an example are added and taken away, by who keeps the pages of the region alone', async () => {
  const page = await signedIn('Floor Nachtegaal', { width: 320, script: false })
  await page.goto(at('/werk/stappenplan/stappen/nieuw'))
  await press(page, 'Begin')
  expect(await page.locator('.errors').innerText()).toContain('120')
  await page.getByLabel('Titel (Nederlands)').fill('Adem uit')
  await page.getByLabel('Titel (Engels)').fill('Breathe out')
  await press(page, 'Begin')
  expect(await main(page)).toContain('Toegevoegd aan het concept.')
  expect(await page.locator('.errors').innerText()).toContain('Vul deze tekst in.')
  await page.locator('summary', { hasText: 'Haal deze stap weg' }).click()
  await press(page, 'Haal deze stap weg')
  expect(await main(page)).toContain('Weggehaald uit het concept.')
  for (const name of ['Mina de Wit', 'Zoë']) {
    const elsewhere = await signedIn(name, { script: false })
    for (const path of ['', '/stappen/papers', '/openbaar', '/proef', '/versies/1'])
      expect((await elsewhere.goto(at(`/werk/stappenplan${path}`)))?.status()).toBe(404)
  }
})
