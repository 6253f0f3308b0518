import type { Page } from 'playwright-core'
import { describe, expect, test, vi } from 'vitest'
import { askAsParent, choose, choosePlace, heading, press } from '../support/asking.ts'
import { axeFindings, isTooWide, isWhole } from '../support/browser.ts'
import { withSharedDemo } from '../support/demo.ts'

const { at, open } = withSharedDemo()

/** No finding of axe, nothing that sticks out, one way out, and a title and address that tell nothing. */
async function isSound(page: Page, script = true): Promise<void> {
  await isWhole(page)
  if (script) expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
  expect(await page.locator('[data-quick-exit]').count()).toBe(1)
  expect(await page.title()).toBe('Voorveld')
  expect(new URL(page.url()).search).toBe('')
}

const codeOn = (page: Page): Promise<string> => page.locator('.reference-code strong').innerText()

describe.each([true, false])('with script: %s', (script) => {
  test('[R-018] a parent asks on a phone, gets a code, and sees with it how it stands', async () => {
    const page = await open('/vraag', { width: 320, script })
    await isSound(page, script)
    const seen: string[] = []
    await press(page, 'Begin')
    await isSound(page, script)
    await choosePlace(page, 'Oosterveld (Akkerveen)')
    await isSound(page, script)
    await choose(page, 'Ouder, of (ex-)partner')
    await isSound(page, script)
    await page.fill('textarea', 'Ruzie over waar de kinderen zijn.')
    await choose(page, 'De kinderen')
    await isSound(page, script)
    await choose(page, 'Bel me')
    await isSound(page, script)
    await page.fill('[name=phone]', '06 12345678')
    await choose(page, 'Nee, spreek niets in')
    await isSound(page, script)
    await choose(page, 'Nee, alleen ik')
    await isSound(page, script)
    await press(page, 'Sla deze vraag over')
    expect(await heading(page)).toBe('Klopt dit?')
    await isSound(page, script)
    seen.push(await page.locator('.review').innerText())
    expect(seen[0]).toContain('Ruzie over waar de kinderen zijn.')
    await press(page, 'Verstuur')
    expect(await heading(page)).toBe('Je vraag is binnen')
    await isSound(page, script)
    const code = await codeOn(page)
    await page.goto(at('/vraag/stand'))
    await isSound(page, script)
    await page.fill('#code', code.toLowerCase().replaceAll('-', ' '))
    await press(page, 'Bekijk')
    expect(await heading(page)).toBe('Ontvangen')
    await isSound(page, script)
    expect(await page.locator('main').innerText()).not.toMatch(/ruzie|kinderen|Oosterveld|ouder/i)
    expect(await page.context().cookies()).toEqual([])
    if (script) expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0)
  })

  test('[R-037] a child of 13 asks alone, in words of its own, also when it began at the form for everyone', async () => {
    const page = await open('/vraag/kind', { width: 320, script })
    await isSound(page, script)
    await page.goto(at('/vraag'))
    await press(page, 'Begin')
    await choosePlace(page, 'Lindeloo (Akkerveen)')
    await page.getByText('Kind of jongere').click()
    await press(page, 'Verder')
    expect(await heading(page)).toBe('Waar gaat het over?')
    await isSound(page, script)
    await choose(page, 'Ik zit tussen mijn ouders in')
    await page.getByText('Ik bel zelf').click()
    await press(page, 'Verder')
    await isSound(page, script)
    await press(page, 'Sla deze vraag over')
    await isSound(page, script)
    await press(page, 'Verstuur')
    expect(await page.locator('main').innerText()).toContain('Jij belt als je dat wilt')
    expect(await page.locator('.phone').allInnerTexts()).toEqual(['0999 000 111', '0800 2000'])
    await isSound(page, script)
    const code = await codeOn(page)
    await page.goto(at('/vraag/stand'))
    await page.fill('#code', code)
    await press(page, 'Bekijk')
    expect(await page.locator('.phone').allInnerTexts()).toEqual(['0999 000 111'])
    expect(await page.locator('main').innerText()).not.toMatch(/ouder|kind|Lindeloo|scheid|veilig/i)
    await isSound(page, script)
  })
})

test('in danger 112 comes first and largest, then Veilig Thuis day and night, and nothing that was not checked', async () => {
  const page = await open('/vraag/nu')
  await isSound(page)
  const text = await page.locator('main').innerText()
  expect(text.indexOf('112')).toBeLessThan(text.indexOf('0800 2000'))
  expect(text).not.toMatch(/chat|0432/i)
  const size = (selector: string): Promise<number> =>
    page.evaluate(`Number.parseFloat(getComputedStyle(document.querySelector('${selector}')).fontSize)`)
  expect(await size('a[href="tel:112"]')).toBeGreaterThan(await size('a[href="tel:08002000"]'))
  await page.goto(at('/vraag'))
  expect(await page.locator('.urgent').innerText()).toContain('Bel eerst')
})

test('whoever says that it is not safe at home is told to call first, on every page after it', async () => {
  const page = await open('/vraag')
  await press(page, 'Begin')
  await choosePlace(page, 'Oosterveld (Akkerveen)')
  await choose(page, 'Ouder, of (ex-)partner')
  await choose(page, 'Het voelt thuis niet veilig')
  expect(await page.locator('main').innerText()).toContain('Bel 112 of Veilig Thuis')
  await isSound(page)
})

test('what is empty, wrong, huge, hostile or a citizen’s number is refused on the same page, with what was typed', async () => {
  const page = await open('/vraag')
  await press(page, 'Begin')
  await press(page, 'Verder')
  expect(await page.locator('.errors').innerText()).toContain('Kies een antwoord')
  await isSound(page)
  await choosePlace(page, 'Oosterveld (Akkerveen)')
  await choose(page, 'Ouder, of (ex-)partner')
  const trials = [
    ['x'.repeat(2500), 'te lang'],
    ['mijn nummer is 111222333', 'burgerservicenummer'],
  ] as const
  for (const [text, said] of trials) {
    await page.fill('textarea', text)
    await choose(page, 'De kinderen')
    expect(await page.locator('.errors').innerText()).toContain(said)
    expect(await page.inputValue('textarea')).toBe(text)
    await isSound(page)
  }
  const hostile = '<script>alert(1)</script><b>"\'</b> ${7*7} {{7*7}} \u202e; drop table help_requests'
  await page.fill('textarea', hostile)
  await choose(page, 'De kinderen')
  await choose(page, 'Mail me')
  await page.fill('[name=mail]', 'geen adres')
  await press(page, 'Verder')
  expect(await page.locator('.errors').innerText()).toContain('geen e-mailadres')
  await page.fill('[name=mail]', 'noor@voorbeeld.example')
  await press(page, 'Verder')
  await choose(page, 'Dat weet ik niet zeker')
  await press(page, 'Sla deze vraag over')
  expect(await page.locator('.review').innerText()).toContain('<script>alert(1)</script>')
  expect(await page.locator('main script').count()).toBe(0)
  await press(page, 'Verstuur')
  expect(await heading(page)).toBe('Je vraag is binnen')
})

test('going back with our own button keeps the answers; with that of the browser the same page comes again', async () => {
  const page = await open('/vraag', { width: 320, script: false })
  await press(page, 'Begin')
  await choosePlace(page, 'Oosterveld (Akkerveen)')
  await choose(page, 'Ouder, of (ex-)partner')
  await press(page, 'Terug')
  expect(await page.getByLabel('Ouder, of (ex-)partner').isChecked()).toBe(true)
  await press(page, 'Terug')
  expect(await page.inputValue('select[name=place]')).toBe('GM9990/oosterveld')
  await choosePlace(page, 'Oosterveld (Akkerveen)')
  await choose(page, 'Ouder, of (ex-)partner')
  await page.goBack({ timeout: 5000 }).catch(() => undefined)
  // The browser kept no page with answers, so it asks before it sends the form again.
  await vi.waitFor(() => page.reload(), { timeout: 10_000 })
  expect(['Wie ben je?', 'Waar gaat je vraag over?']).toContain(await heading(page))
})

test('Enter in a field goes on, although the button to go back stands before it', async () => {
  const page = await open('/vraag')
  await press(page, 'Begin')
  await choosePlace(page, 'Oosterveld (Akkerveen)')
  await choose(page, 'Ouder, of (ex-)partner')
  await choose(page, 'De kinderen')
  await choose(page, 'Mail me')
  await page.fill('[name=mail]', 'noor@voorbeeld.example')
  await page.press('[name=mail]', 'Enter')
  await page.waitForSelector('text=Kan iemand anders meelezen')
})

test('one answer can be changed from the review, and a press twice or a reload sends one request', async () => {
  const page = await open('/vraag')
  await askAsParent(page)
  await page.getByRole('button', { name: 'Verander je antwoord op: Hoe mogen we je noemen?' }).click()
  await page.fill('[name=name]', 'Nora')
  await press(page, 'Verder')
  expect(await page.locator('.review').innerText()).toContain('Nora')
  const again = await page.evaluate(`(() => {
    const form = new URLSearchParams(new FormData(document.querySelector('main form')))
    form.set('_doe', 'verstuur')
    return form.toString()
  })()`)
  const send = async () => {
    const answer = await fetch(at('/vraag/stel'), {
      method: 'POST',
      body: String(again),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    return (await answer.text()).match(/<strong>([A-Z0-9-]{14})<\/strong>/)?.[1]
  }
  const [one, two] = await Promise.all([send(), send()])
  await press(page, 'Verstuur')
  expect([one, two]).toEqual([await codeOn(page), await codeOn(page)])
})

test('a seal that is made up or too old starts again, with a sentence', async () => {
  const page = await open('/vraag')
  await press(page, 'Begin')
  await page.evaluate(`document.querySelector('[name=_stand]').value = 'verzonnen'`)
  await press(page, 'Verder')
  expect(await heading(page)).toBe('We moeten opnieuw beginnen')
  await isSound(page)
  const answer = await fetch(at('/vraag/stel'))
  expect(answer.url).toBe(at('/vraag'))
})

test('a code that nobody has is refused with a sentence, and says nothing else', async () => {
  const page = await open('/vraag/stand')
  await page.fill('#code', 'BBBB-CCCC-DDDD')
  await press(page, 'Bekijk')
  expect(await page.locator('.errors').innerText()).toContain('Deze code kennen we niet')
  await isSound(page)
})

test('in English everything is asked in English', async () => {
  const page = await open('/vraag')
  await page.getByRole('link', { name: 'English' }).click()
  expect(await heading(page)).toBe('Ask your question')
  await press(page, 'Begin')
  expect(await heading(page)).toBe('Where is help needed?')
  await isSound(page)
})

describe.each([true, false])('from a page of one municipality, with script: %s', (script) => {
  test('[R-002] its villages are offered first, and who lives elsewhere chooses from all of them', async () => {
    const page = await open('/g/akkerveen', { width: 320, script })
    await page.locator('main a[href="/g/akkerveen/vraag"]').first().click()
    await isSound(page, script)
    await press(page, 'Begin')
    await isSound(page, script)
    const here = page.locator('main .choice')
    expect(await here.allInnerTexts()).toEqual(['Akkerveen-Dorp', 'Oosterveld', 'Lindeloo', 'De Hoef'])
    // Nothing chosen: the same four, with what is missing.
    await press(page, 'Verder')
    expect(await here.count()).toBe(4)
    await isSound(page, script)
    await press(page, 'Ik woon niet in Akkerveen')
    await isSound(page, script)
    const all = page.locator('select[name=place] option')
    expect(await all.allInnerTexts()).toEqual(
      expect.arrayContaining(['Oosterveld (Akkerveen)', 'Brinkwolde (Zandermeer)']),
    )
    await choosePlace(page, 'Brinkwolde (Zandermeer)')
    expect(await heading(page)).toBe('Wie ben je?')
    await page.goto(at('/g/akkerveen/vraag'))
    await press(page, 'Begin')
    await choose(page, 'Oosterveld')
    expect(await heading(page)).toBe('Wie ben je?')
    // Back: the same four, with what was chosen.
    await press(page, 'Terug')
    expect(await page.getByLabel('Oosterveld', { exact: true }).isChecked()).toBe(true)
    expect(await here.count()).toBe(4)
    await press(page, 'Ik woon niet in Akkerveen')
    expect(await all.count()).toBeGreaterThan(4)
    await choosePlace(page, 'Oosterveld (Akkerveen)')
    await choose(page, 'Ouder, of (ex-)partner')
    // Whoever looked at every place is asked everything all the same.
    expect(await page.locator('main textarea').count()).toBe(1)
    expect(page.url()).not.toContain('?')
  })

  test('[R-002] [R-037] a child is offered its own villages in the language of the page', async () => {
    const page = await open('/en/g/akkerveen/vraag/kind', { width: 320, script })
    await isSound(page, script)
    await page.locator('main form button').first().click()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.locator('main .choice').count()).toBe(4)
    await press(page, 'I do not live in Akkerveen')
    expect(await page.locator('select[name=place] option').count()).toBeGreaterThan(4)
  })
})
