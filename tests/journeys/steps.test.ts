import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { choose, heading, press } from '../support/asking.ts'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withSharedDemo } from '../support/demo.ts'
import { AFRAID, answerAll, COUPLE, isOnSteps, PARENT, pressOn, stepsOn } from '../support/stepping.ts'
import { shot } from '../support/story-shots.ts'

const { at, open } = withSharedDemo()
const HERE = '/g/akkerveen/stappen'

/** Where the help beside the first step is found, as its card says. */
const PLACE = ['Inloop Relatie en Scheiding', 'Dorpsplein 9', '0999 110 030', 'dinsdag 9.30 tot 11.30']

/** No finding of axe, nothing that sticks out, one way out, and a title, an address and a device that tell nothing. */
async function isSound(page: Page, script: boolean): Promise<void> {
  if (script) expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
  expect(await page.locator('[data-quick-exit]').count()).toBe(1)
  expect(await page.title()).toBe('Stappen')
  expect(page.url()).toBe(at(HERE))
  expect(await page.context().cookies()).toEqual([])
  if (script) expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0)
}

const download = async (page: Page, words: string): Promise<{ name: string; text: string }> => {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`main button:has-text("${words}")`).click(),
  ])
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'latin1') }
}

describe.each([true, false])('with script: %s', (script) => {
  const sound = (page: Page) => isSound(page, script)

  test('[R-004] a parent with two children and a rented home gets steps in order, and takes them along', async () => {
    const page = await open(HERE, { width: 320, script })
    expect(await page.locator('main').innerText()).toContain('ongeveer 3 minuten')
    await sound(page)
    await pressOn(page, 'Begin')
    await shot(page, 'steps-question')
    const told: string[] = []
    await answerAll(page, PARENT, async (each) => {
      await sound(each)
      told.push(await each.locator('.wizard p').innerText())
    })
    // An answer that opens a question makes it no question more than was said.
    expect([told[0], told[3], told[4], told[7]]).toEqual([
      ...['Vraag 1 van hoogstens 8', 'Vraag 4 van hoogstens 8', 'Vraag 5 van 8', 'Vraag 8 van 8'],
    ])
    expect(await isOnSteps(page)).toBe(true)
    await sound(page)
    await shot(page, 'steps-parent')
    const steps = await stepsOn(page)
    expect(steps[0]).toBe('1 Vertel één mens hoe het met je gaat')
    expect(steps).toContain('3 Vertel het de kinderen')
    expect(steps.join()).toContain('Kijk wie er in het huurhuis blijft')
    expect(steps.join()).toContain('Maak samen een ouderschapsplan')
    expect(steps.join()).not.toContain('koophuis')
    const text = await page.locator('main').innerText()
    expect(text).toContain('Relatie- en scheidingspunt')
    expect(text).toContain('zes maanden')
    await page.emulateMedia({ media: 'print' })
    for (const one of PLACE) expect(await page.locator('.todo-help').first().innerText()).toContain(one)
    await page.emulateMedia({ media: 'screen' })
    const paper = await download(page, 'Bewaar als pdf')
    expect(paper.name).toBe('stappen.pdf')
    expect(paper.text.startsWith('%PDF')).toBe(true)
    expect(text).toContain('Maak hier een eerste versie van het ouderschapsplan')
    expect(text).toContain('Kijk wat er voor je kan zijn')
    const undated = text.match(/Stap ([\d, en]+) staan er niet in/)?.[1]?.match(/\d+/g) ?? []
    const calendar = await download(page, 'Zet in je agenda')
    expect(calendar.name).toBe('stappen.ics')
    const dated = [...calendar.text.matchAll(/SUMMARY:Stap (\d+)/g)].map(([, number]) => number)
    expect([...undated, ...dated].map(Number).toSorted((a, b) => a - b)).toEqual(steps.map((_, at) => at + 1))
    expect(calendar.text).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(calendar.text).not.toMatch(/kind|scheid|huur|gezin/i)
    await pressOn(page, 'Grote letters')
    await sound(page)
    expect(await page.locator('.plan--large').count()).toBe(1)
    for (const one of PLACE) expect(await page.locator('main').innerText()).toContain(one)
    await shot(page, 'steps-large')
    await pressOn(page, 'Gewone letters')
  })

  test('[R-004] a cohabiting couple without children gets no judge and no child, and sees what a change brings', async () => {
    const page = await open(HERE, { script })
    await pressOn(page, 'Begin')
    await answerAll(page, COUPLE)
    const before = (await stepsOn(page)).join()
    expect(before).toContain('Zet jullie afspraken op papier')
    expect(before).not.toMatch(/rechter|advocaat|kind|ouderschapsplan/i)
    await pressOn(page, 'We komen er samen niet meer uit')
    expect(await page.locator('[role=status]').innerText()).toContain('Zoek raad voor jezelf')
    await sound(page)
    expect((await stepsOn(page)).join()).not.toContain('Kies wie jullie helpt')
    await page.getByText('Dit vertelde je ons').click()
    await page.getByRole('button', { name: 'Verander je antwoord op: Waar wonen of woonden jullie samen?' }).click()
    await page.getByLabel('In een huurhuis').waitFor()
    await page.getByLabel('In een huurhuis').check()
    await pressOn(page, 'Verder')
    expect((await stepsOn(page)).join()).toContain('huurhuis')
  })

  test('[R-004] somebody with fear at home gets an own route, of which nothing stays behind unasked', async () => {
    const page = await open(HERE, { width: 320, script })
    await pressOn(page, 'Begin')
    await answerAll(page, AFRAID, async (each) => {
      await sound(each)
      const isFirst = (await heading(each)).startsWith('Ben je bang')
      expect(await each.locator('main a[href="tel:112"]').count()).toBe(isFirst ? 0 : 1)
    })
    await sound(page)
    await shot(page, 'steps-afraid')
    const text = await page.locator('main').innerText()
    expect(text.indexOf('112')).toBeLessThan(text.indexOf('0800 2000'))
    expect(text.indexOf('112')).toBeLessThan(text.indexOf('Lees verder op een ander apparaat'))
    expect((await stepsOn(page)).join()).not.toMatch(/samen|mediator|jullie/i)
    expect(await page.locator('main button:has-text("pdf"), main button:has-text("agenda")').count()).toBe(0)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('main').innerText()).toBe('Deze pagina wordt niet vanzelf geprint.')
    await page.emulateMedia({ media: 'screen' })
    const links = await page.locator('.todo-read a').all()
    const read = await Promise.all(links.map((link) => link.getAttribute('href')))
    expect(read.length).toBeGreaterThan(5)
    for (const href of new Set(read)) {
      const html = await (await fetch(at(href ?? ''))).text()
      expect(html).toContain('<title>Voorveld</title>')
    }
    await pressOn(page, 'Ik wil het toch meenemen')
    expect(await page.locator('main').innerText()).toContain('Wie kan het vinden?')
    // No address and no number of a place to go to, whoever finds the paper.
    await page.emulateMedia({ media: 'print' })
    for (const one of PLACE) expect(await page.locator('main').innerText()).not.toContain(one)
    await page.emulateMedia({ media: 'screen' })
    await sound(page)
    const paper = await download(page, 'Bewaar als pdf')
    expect(paper.name).toBe('stappen.pdf')
    expect(paper.text).toMatch(/<dc:title>.*Stappen.*<\/dc:title>/s)
    expect((await download(page, 'Zet in je agenda')).name).toBe('stappen.ics')
    await pressOn(page, 'Bewaar met een code')
    expect(await page.locator('.notice--danger').innerText()).toContain('Wie jouw code vindt')
    await pressOn(page, 'Terug naar mijn stappen')
    await pressOn(page, 'Toch maar niet')
    expect(await page.locator('main button:has-text("pdf")').count()).toBe(0)
  })

  test('[R-004] [R-017] whoever is not sure about safety sees first whom to call, and is asked again before anything is kept', async () => {
    const page = await open(HERE, { width: 320, script })
    await pressOn(page, 'Begin')
    await answerAll(page, [['Soms twijfel ik'], ...COUPLE.slice(1)])
    await sound(page)
    const text = await page.locator('main').innerText()
    expect(text.indexOf('0800 2000')).toBeLessThan(text.indexOf('Zet jullie afspraken op papier'))
    expect(text.indexOf('0800 2000')).toBeGreaterThan(0)
    expect(await page.locator('main button:has-text("pdf"), main button:has-text("agenda")').count()).toBe(0)
    await pressOn(page, 'Ik wil het toch meenemen')
    expect(await page.locator('main').innerText()).toContain('Wie kan het vinden?')
    expect((await download(page, 'Bewaar als pdf')).name).toBe('stappen.pdf')
  })

  test('[R-004] steps kept under a code come back with it, and are gone at once when somebody says so', async () => {
    const page = await open(HERE, { width: 320, script })
    await pressOn(page, 'Begin')
    await answerAll(page, COUPLE)
    const steps = await stepsOn(page)
    await pressOn(page, 'Bewaar met een code')
    expect(await heading(page)).toBe('Je stappen zijn bewaard')
    if (script) expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
    const code = await page.locator('.reference-code strong').innerText()
    expect(await page.content()).not.toContain(encodeURIComponent(code.replaceAll('-', '')))
    await pressOn(page, 'Terug naar mijn stappen')
    expect(await stepsOn(page)).toEqual(steps)
    await page.goto(at(`${HERE}/code`))
    expect(await page.title()).toBe('Stappen')
    await page.fill('#code', 'BBBB-CCCC-DDDD')
    await pressOn(page, 'Open mijn stappen')
    expect(await page.locator('.errors').innerText()).toContain('Deze code kennen we niet')
    await page.fill('#code', code.toLowerCase().replaceAll('-', ' '))
    await pressOn(page, 'Open mijn stappen')
    expect(await stepsOn(page)).toEqual(steps)
    expect(page.url()).toBe(at(`${HERE}/code`))
    await page.goto(at(`${HERE}/code`))
    await page.fill('#code', code)
    await pressOn(page, 'Gooi mijn stappen nu weg')
    expect(await heading(page)).toBe('Je stappen zijn weg')
    await page.goto(at(`${HERE}/code`))
    await page.fill('#code', code)
    await pressOn(page, 'Open mijn stappen')
    expect(await page.locator('.errors').innerText()).toContain('Deze code kennen we niet')
    expect(await page.context().cookies()).toEqual([])
  })

  test('[R-004] somebody shares only what was chosen, one by one, as a question with a code', async () => {
    const page = await open(HERE, { script })
    await pressOn(page, 'Begin')
    await answerAll(page, COUPLE)
    await pressOn(page, 'Kies wat je deelt')
    await sound(page)
    expect(await page.locator('main input:checked').count()).toBe(0)
    await pressOn(page, 'Verder naar je vraag')
    expect(await page.locator('.errors').innerText()).toContain('Kies minstens één ding')
    await page.getByLabel('Waar wonen of woonden jullie samen? In een koophuis').check()
    await page.getByLabel('Kijk wat er met het koophuis kan').check()
    await pressOn(page, 'Verder naar je vraag')
    expect(await heading(page)).toBe('Waar is de hulp nodig?')
    await press(page, 'Terug naar mijn stappen')
    expect((await stepsOn(page)).join()).toContain('koophuis')
    await pressOn(page, 'Kies wat je deelt')
    await page.getByLabel('Waar wonen of woonden jullie samen? In een koophuis').check()
    await page.getByLabel('Kijk wat er met het koophuis kan').check()
    await pressOn(page, 'Verder naar je vraag')
    // The address says where, so only the places there are offered first.
    expect(await page.locator('main').innerText()).not.toContain('Elsterbroek')
    await choose(page, 'Oosterveld')
    await choose(page, 'Ouder, of (ex-)partner')
    const words = await page.inputValue('textarea')
    expect(words.split('\n')).toEqual([
      'Dit deel ik uit mijn stappen:',
      '- Waar wonen of woonden jullie samen? In een koophuis',
      '- Kijk wat er met het koophuis kan',
    ])
    await press(page, 'Verder')
    await page.getByText('Ik neem zelf contact op').click()
    await press(page, 'Verder')
    await press(page, 'Sla deze vraag over')
    expect(await heading(page)).toBe('Klopt dit?')
    await press(page, 'Verstuur')
    expect(await page.locator('.reference-code strong').innerText()).toMatch(/^[A-Z0-9]{4}(-[A-Z0-9]{4}){2}$/)
  })

  test('in danger now calling comes before any question, and going on asks the next one', async () => {
    const page = await open(HERE, { script })
    await pressOn(page, 'Begin')
    await answerAll(page, [['Ja, en ik ben nu in gevaar']])
    expect(await heading(page)).toBe('Bel eerst')
    await sound(page)
    const text = await page.locator('main').innerText()
    expect(text.indexOf('112')).toBeLessThan(text.indexOf('0800 2000'))
    expect(text).not.toMatch(/chat/i)
    await pressOn(page, 'Ga verder')
    expect(await heading(page)).toBe('Hoe zijn of waren jullie samen?')
  })
})

test('what is empty, made up, changed on the way or too old gets a sentence, and nothing is kept', async () => {
  const page = await open(HERE)
  await pressOn(page, 'Begin')
  await pressOn(page, 'Verder')
  expect(await page.locator('.errors').innerText()).toContain('Kies een antwoord')
  await isSound(page, true)
  await page.evaluate(`document.querySelector('[name=_stand]').value = 'verzonnen'`)
  await pressOn(page, 'Verder')
  expect(await heading(page)).toBe('We moeten opnieuw beginnen')
  for (const path of ['/papier', '/agenda', '/code', ''])
    for (const body of [
      '',
      '_stand=x&_stap=overzicht',
      '_stap=overzicht&_doe=veranderd:constructor',
      `_doe=${'a'.repeat(50_000)}`,
    ]) {
      const answer = await fetch(at(HERE + path), {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
      expect(answer.status).toBeLessThan(500)
      expect(answer.headers.get('content-disposition')).toBeNull()
      expect(answer.headers.get('cache-control')).toBe('no-store')
    }
  expect((await fetch(at(`${HERE}/papier`))).url).toBe(at(HERE))
  expect((await fetch(at('/g/nergens/stappen'), { method: 'POST', body: new URLSearchParams() })).status).toBe(404)
})

test('what somebody answers is in no answer that a search engine may keep, and the first page says so in both languages', async () => {
  const answer = await fetch(at(HERE), { method: 'POST', body: new URLSearchParams() })
  expect(await answer.text()).toContain('<meta name="robots" content="noindex"')
  const english = await (await fetch(at('/en/g/akkerveen/stappen'))).text()
  expect(english).toContain('<title>Steps</title>')
  expect(english).toContain('Which steps suit you?')
})
