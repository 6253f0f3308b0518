import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withSharedDemo } from '../support/demo.ts'
import { unreachedByTab } from '../support/keyboard.ts'
import { wordParagraphs, zipParts } from '../support/workbooks.ts'

const { at, open } = withSharedDemo()

const PLAN = '/g/akkerveen/ouderschapsplan'
const TYPED = 'Maandag <bij> de een & woensdag bij de ander 🏠'

/** What the page asks for from here on, and what its window asks before it closes. */
function watched(page: Page): { asked: string[]; questions: string[] } {
  const [asked, questions]: [string[], string[]] = [[], []]
  page.on('request', (request) => asked.push(request.url()))
  page.on('dialog', (dialog) => {
    questions.push(dialog.type())
    void dialog.dismiss()
  })
  return { asked, questions }
}

const first = (page: Page) => page.getByLabel('Waar zijn de kinderen in een gewone week?')

/** Everything that this browser holds of the page, but what stands in its fields. */
const keptOf = async (page: Page): Promise<string> =>
  JSON.stringify([
    page.url(),
    await page.context().cookies(),
    await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state])'),
    await page.evaluate('indexedDB.databases().then((all) => all.length + caches.keys.length)'),
  ])

test('a parent comes from the page about the plan, answers, and saves a Word file that was made here', async () => {
  const page = await open('/g/akkerveen/informatie/ouderschapsplan')
  await page.getByRole('link', { name: 'Maak samen een eerste versie' }).click()
  expect(new URL(page.url()).pathname).toBe(PLAN)
  const { asked } = watched(page)
  const before = await keptOf(page)
  await first(page).fill(TYPED)
  await page.locator('summary', { hasText: 'Verhuizen' }).click()
  expect(asked).toEqual([])
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Bewaar als Word-bestand' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('plan.docx')
  // The code that makes the file is all that was fetched, from our own address, and without what was typed.
  expect(asked.filter((address) => !address.startsWith('blob:'))).toEqual([
    expect.stringMatching(new RegExp(`^${at('/stijl/parenting-plan-word-')}[A-Z0-9]{8}\\.js$`)),
  ])
  const paragraphs = wordParagraphs(await zipParts(readFileSync(await download.path())))
  const headings = paragraphs.filter(({ style }) => style === 'Heading1').map(({ text }) => text)
  expect(headings).toEqual([
    ...['Wie zorgt wanneer', 'Hoe we elkaar dingen vertellen', 'Wie wat betaalt', 'Hoe de kinderen meedachten'],
    ...['Verhuizen', 'Handtekeningen (concept)'],
  ])
  const texts = paragraphs.map(({ text }) => text)
  expect(texts).toContain(TYPED)
  expect(texts[1]).toContain('geen juridisch advies')
  expect(texts.indexOf('Wie haalt en brengt, en waar wisselen de kinderen van huis?')).toBeGreaterThan(
    texts.indexOf('Nog niet besproken'),
  )
  expect(await page.locator('[data-said]').innerText()).toBe('Het bestand is gemaakt. Kijk bij je downloads.')
  expect(await keptOf(page)).toBe(before)
})

test('the page asks before it closes with something that was not saved, and not after saving', async () => {
  const page = await open(PLAN)
  const { questions } = watched(page)
  const leave = () => page.evaluate('location.href = "/informatie/gezag"').then(() => page.waitForTimeout(500))
  await first(page).fill(TYPED)
  await leave()
  expect([questions, new URL(page.url()).pathname]).toEqual([['beforeunload'], PLAN])
  expect(await first(page).inputValue()).toBe(TYPED)
  await Promise.all([page.waitForEvent('download'), page.locator('[data-save]').click()])
  await page.getByText('Het bestand is gemaakt.').waitFor()
  await leave()
  await page.waitForURL('**/informatie/gezag')
  expect(questions).toHaveLength(1)
  await page.goBack()
  expect(await first(page).inputValue()).toBe('')
})

test.each([
  ['the link', (page: Page) => page.locator('[data-quick-exit]').click()],
  [
    'Escape three times, from a field',
    async (page: Page) => {
      for (let press = 0; press < 3; press++) await page.keyboard.press('Escape')
    },
  ],
])('[R-017] leaving the site by %s asks nothing, and nobody comes back to what was typed', async (_, leave) => {
  const page = await open('/informatie/gezag')
  await page.goto(at(PLAN))
  const { questions } = watched(page)
  await page.route('**/weg', (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Het weer</h1>' }))
  await first(page).pressSequentially('Niemand mag dit lezen')
  await leave(page)
  await page.waitForURL('**/weg')
  expect(questions).toEqual([])
  await page.goBack()
  expect(new URL(page.url()).pathname).toBe('/informatie/gezag')
  await page.goForward()
  expect(new URL(page.url()).pathname).toBe('/weg')
})

test('the way out asks nothing either when only the script of the plan arrived', async () => {
  const page = await open('/informatie/gezag')
  await page.route('**/stijl/public-*.js', (route) => route.abort())
  await page.route('**/weg', (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Het weer</h1>' }))
  await page.goto(at(PLAN))
  const { questions } = watched(page)
  await first(page).pressSequentially('Niemand mag dit lezen')
  await page.locator('[data-quick-exit]').click()
  await page.waitForURL('**/weg')
  expect(questions).toEqual([])
  await page.goBack()
  expect(await first(page).inputValue()).toBe('')
})

test('when the file cannot be made, the page says so and what was typed is still there', async () => {
  const page = await open(PLAN)
  await page.route('**/stijl/parenting-plan-word-*.js', (route) => route.abort())
  await first(page).fill(TYPED)
  await page.locator('[data-save]').click()
  await page.getByText('Het bestand is niet gemaakt.').waitFor()
  expect(await first(page).inputValue()).toBe(TYPED)
})

test('without script it is a form for paper: Enter sends nothing, and no button is there that does nothing', async () => {
  const page = await open(PLAN, { width: 320, script: false })
  const { asked } = watched(page)
  await first(page).pressSequentially('Maandag')
  await first(page).press('Enter')
  await first(page).pressSequentially('Dinsdag')
  expect(await first(page).inputValue()).toBe('Maandag\nDinsdag')
  expect([page.url(), asked, await page.context().cookies()]).toEqual([at(PLAN), [], []])
  expect(await page.getByRole('button', { name: 'Bewaar als Word-bestand' }).isVisible()).toBe(false)
  expect(await page.getByText('Print deze pagina met je browser.').isVisible()).toBe(true)
  await page.emulateMedia({ media: 'print' })
  expect(await first(page).isVisible()).toBe(true)
  expect(await page.getByText('Handtekening', { exact: true }).count()).toBe(2)
  expect(await page.getByText('Handtekening', { exact: true }).first().isVisible()).toBe(true)
  // On paper that lies about nothing tells of fear, and no help that others may not see.
  for (const unseen of ['Ben je bang voor de andere ouder?', 'Hulp in Akkerveen', 'Mag erbij', 'Verhuizen'])
    expect(await page.getByText(unseen).first().isVisible(), unseen).toBe(false)
})

test('on paper stands all of a long answer', async () => {
  const page = await open(PLAN, { width: 690 })
  const long = Array.from({ length: 60 }, (_, at) => `regel ${at}`).join('\n')
  await first(page).fill(long)
  await page.evaluate('dispatchEvent(new Event("beforeprint"))')
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.typed').innerText()).toBe(long)
  expect(await first(page).isVisible()).toBe(false)
  await page.evaluate('dispatchEvent(new Event("afterprint"))')
  expect(await page.locator('.typed').count()).toBe(0)
})

test.each([
  [320, false],
  [320, true],
  [1440, true],
])('with every block open it is whole at %i pixels, dark: %s', async (width, dark) => {
  const page = await open(PLAN, { width, dark })
  await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true')
  expect(await axeFindings(page)).toEqual([])
  expect(await isTooWide(page)).toBe(false)
  if (!dark) expect(await unreachedByTab(page)).toEqual([])
})
