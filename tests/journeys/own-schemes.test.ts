import { expect, test } from 'vitest'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withDemo } from '../support/demo.ts'
import { eitherWay } from '../support/ways.ts'

const { at, open, signedIn } = withDemo()

test.each(eitherWay(false))(
  '[R-130] a municipality adds a scheme of its own, gives it amounts, and residents read it there alone, with script: %s',
  async (script) => {
    const page = await signedIn('Floor Nachtegaal', { width: 320, script })
    const main = () => page.locator('main').innerText()
    const looksRight = async () =>
      script
        ? expect([page.url(), await axeFindings(page), await isTooWide(page)]).toEqual([page.url(), [], false])
        : null
    const fill = async (fields: Record<string, string>) => {
      for (const [name, text] of Object.entries(fields)) await page.locator(`[name="${name}"]`).fill(text)
    }
    const name = script ? 'Fietsenplan' : 'Laarzenplan'
    await page.goto(at('/werk/regelingen'))
    await page.getByRole('link', { name: 'Akkerveen', exact: true }).click()
    await page.getByRole('link', { name: 'Voeg een eigen regeling toe' }).click()
    await looksRight()
    await fill({
      ...{ 'name/nl': name, 'name/en': `${name} plan`, 'summary/nl': 'Voor kinderen.', 'summary/en': 'For children.' },
      ...{ 'forWhom/nl': 'Voor kinderen.\nTot 18 jaar.', 'forWhom/en': 'For children.', 'gives/nl': 'Een fiets.' },
      ...{ 'gives/en': 'A bicycle.', 'apply/nl': 'Vraag het op school.', 'apply/en': 'Ask at school.' },
      source: 'Besluit van het college',
    })
    await page.getByLabel('Gelezen in de eigen bron').or(page.locator('[name=status]').first()).first().check()
    await page.getByRole('button', { name: 'Bewaar de regeling' }).click()
    // At the field, and nothing that was typed is lost.
    expect(await main()).toContain('evenveel regels')
    expect(await page.locator('[name="forWhom/nl"]').inputValue()).toContain('Tot 18 jaar.')
    await looksRight()
    await fill({ 'forWhom/en': 'For children.\nUp to 18.' })
    await page.getByRole('button', { name: 'Bewaar de regeling' }).click()
    expect(await main()).toContain('Bewaard. Dit is nog niet openbaar.')
    expect(await main()).toContain('Nog geen bedragen, dus nog niet te lezen')
    await looksRight()
    await page.getByRole('link', { name: `Verander de tekst ${name}` }).click()
    await looksRight()
    await page.getByRole('link', { name: 'Geef bedragen' }).click()
    const year = new Date().getFullYear()
    await fill({ incomePercent: '120', validFrom: `${year}-01-01`, validUntil: `${year + 1}-12-31` })
    await fill({ checkedOn: `${year}-01-02`, source: 'Besluit van het college' })
    await page.locator('[name=status]').first().check()
    await page.locator('form.compact button').last().click()
    expect(await main()).toContain('Bewaard. Dit is nog niet openbaar.')
    // What example households notice is confirmed first.
    await page.getByRole('button', { name: 'Maak openbaar' }).click()
    expect(await main()).toContain(name)
    await page.locator('[name=klopt]').check()
    await page.getByRole('button', { name: 'Maak openbaar' }).click()
    expect(await main()).toContain('Openbaar. Iedereen ziet nu deze bedragen.')

    const resident = await open('/g/akkerveen/regelingen', { width: 320, script })
    const there = () => resident.locator('main').innerText()
    await expect.poll(async () => (await resident.reload(), there()), { timeout: 20_000 }).toContain(name)
    await resident.getByRole('link', { name, exact: true }).click()
    expect(await there()).toContain('Tot 18 jaar.')
    if (script) expect([await axeFindings(resident), await isTooWide(resident)]).toEqual([[], false])
    await resident.goto(at('/g/zandermeer/regelingen'))
    expect(await there()).not.toContain(name)
  },
)
