import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { proofreadPage } from '../../capabilities/information/actions.ts'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { testDatabaseKind } from '../support/database.ts'
import { withSharedDemo } from '../support/demo.ts'
import { anOperator, yes } from '../support/world.ts'

const { at, open, doNow } = withSharedDemo()
const WEEK = '/ar/g/akkerveen/informatie/uit-elkaar-eerste-week'
const BANNER = 'هذا النص ترجمته آلة'

test.each([
  { script: true, dark: false },
  { script: true, dark: true },
  { script: false, dark: false },
])(
  '[R-261] [R-001] a parent who reads Arabic comes from the Dutch front page to the first week, on a phone: %o',
  async (viewing) => {
    const page = await open('/g/akkerveen', { width: 320, ...viewing })
    const seen = async () => {
      if (viewing.script) expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
      expect(await page.locator('main').innerText()).toContain(BANNER)
      expect(await page.locator('[data-quick-exit]').count()).toBe(1)
    }
    await page.getByRole('link', { name: 'العربية' }).click()
    expect(new URL(page.url()).pathname).toBe('/ar/g/akkerveen')
    expect(await page.locator('main').innerText()).toContain('0800 2000')
    expect(await page.locator('main .ways a').count()).toBe(10)
    await seen()
    await page.getByRole('link', { name: 'الانفصال: الأسبوع الأول' }).click()
    expect(new URL(page.url()).pathname).toBe(WEEK)
    await seen()
    await page.getByRole('link', { name: 'النص الأصلي بالهولندية' }).click()
    expect(await page.locator('h1').innerText()).toBe('Uit elkaar: de eerste week')
    // From a page in another language the way back to one's own leads to this page.
    await page.getByRole('link', { name: 'Українська' }).click()
    expect(new URL(page.url()).pathname).toBe('/uk/g/akkerveen/informatie/uit-elkaar-eerste-week')
    expect(await page.context().cookies()).toEqual([])
  },
)

test('[R-017] the page about safety tells nothing in its window title in any language, and names 112 first', async () => {
  for (const lang of ['ar', 'tr', 'pl', 'uk']) {
    const page = await open(`/${lang}/informatie/goed-om-te-weten`)
    expect(await page.title()).toBe('Voorveld')
    const [first] = await page.locator('main a.phone').allInnerTexts()
    expect(first).toBe('112')
  }
})

// An embedded database is held by the product itself: nobody proofreads beside it. `web/resident/translated/pages.test.ts` does.
test.skipIf(testDatabaseKind === 'embedded')(
  '[R-007] the banner is gone once somebody answers for the words',
  async () => {
    const slug = 'huurhuis'
    const page = await open(`/ar/informatie/${slug}`)
    expect(await page.locator('main').innerText()).toContain(BANNER)
    await doNow(async () => yes(await proofreadPage(await anOperator(), { slug, language: 'ar' })))
    await pause(1_100)
    // Another browser: this one may keep the page for a minute.
    const later = await open(`/ar/informatie/${slug}`)
    expect(await later.locator('h1').innerText()).toContain('البيت المستأجر')
    expect(await later.locator('main').innerText()).not.toContain(BANNER)
    await later.goto(at(WEEK))
    expect(await later.locator('main').innerText()).toContain(BANNER)
  },
)

/** What a browser has to read out with, and what it was told to say. */
async function withVoices(page: Page, voices: readonly { lang: string; localService: boolean }[]): Promise<void> {
  await page.addInitScript(`
    const done = []
    let speaking
    const fake = Object.assign(new EventTarget(), {
      getVoices: () => ${JSON.stringify(voices)},
      speak: (one) => { speaking = one; done.push([one.voice?.localService, one.voice?.lang, one.text]) },
      pause: () => done.push(['pause']),
      resume: () => done.push(['resume']),
      cancel: () => { done.push(['cancel']); if (speaking) sessionStorage.setItem('stopped', 'yes') },
    })
    Object.defineProperty(window, 'speechSynthesis', { value: fake })
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
    window.said = done
    window.ended = () => speaking.onend()`)
}
const said = (page: Page) => page.evaluate<unknown[][]>('window.said.filter(([first]) => first === true)')

test('a text is read out with a voice of the device, part by part, waits and stops by keyboard, and on leaving', async () => {
  const page = await open('/', { width: 320, apart: true })
  await withVoices(page, [
    { lang: 'ar-SA', localService: false },
    { lang: 'ar-EG', localService: true },
  ])
  await page.goto(at(WEEK))
  const start = page.getByRole('button', { name: 'اقرأ لي' })
  await start.focus()
  await page.keyboard.press('Enter')
  expect(await said(page)).toEqual([[true, 'ar-EG', 'الانفصال: الأسبوع الأول']])
  await page.evaluate('window.ended()')
  expect((await said(page)).length).toBe(2)
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'تابع' }).press('Enter')
  await page.getByRole('button', { name: 'أوقف القراءة' }).press('Enter')
  expect(await page.evaluate('window.said.at(-1)')).toEqual(['cancel'])
  await start.press('Enter')
  await page.evaluate("sessionStorage.removeItem('stopped')")
  await page.goto(at('/ar'))
  expect(await page.evaluate("sessionStorage.getItem('stopped')")).toBe('yes')
})

test('without a voice of the device there is no button, and a voice of elsewhere is not used', async () => {
  const page = await open('/', { width: 320, apart: true })
  await withVoices(page, [
    { lang: 'nl-NL', localService: false },
    { lang: 'en-GB', localService: true },
  ])
  await page.goto(at('/informatie/huurhuis'))
  expect(await page.locator('read-aloud').isVisible()).toBe(false)
  await page.goto(at('/en/informatie/huurhuis'))
  expect(await page.getByRole('button', { name: 'Read aloud' }).isVisible()).toBe(true)
  const bare = await open('/informatie/huurhuis', { script: false })
  expect(await bare.locator('read-aloud').isVisible()).toBe(false)
})

test.each(['ar', 'tr', 'pl', 'uk'])(
  '[R-015] a page in “%s” asks in its own language whether it helped, and thanks in it; under the banner of a machine',
  async (lang) => {
    const page = await open(`/${lang}/g/akkerveen/informatie/uit-elkaar-eerste-week`, { width: 320 })
    const banner = await page.locator('.page-head .notice').first().innerText()
    const buttons = page.locator('form[action$="/geholpen"] button')
    expect(await buttons.count()).toBe(2)
    await buttons.first().click()
    expect(new URL(page.url()).pathname).toBe(`/${lang}/g/akkerveen/informatie/uit-elkaar-eerste-week/geholpen`)
    expect(await page.locator('html').getAttribute('lang')).toBe(lang)
    expect(await page.locator('main').innerText()).toContain(banner)
    expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
    await page.locator('main a').last().click()
    expect(new URL(page.url()).pathname).toBe(`/${lang}/g/akkerveen/informatie/uit-elkaar-eerste-week`)
    // A page about safety asks no opinion, and thanks nobody.
    await page.goto(at(`/${lang}/informatie/goed-om-te-weten`))
    expect(await page.locator('.page-head h1').count()).toBe(1)
    expect(await page.locator('form[action$="/geholpen"]').count()).toBe(0)
    expect((await page.goto(at(`/${lang}/informatie/goed-om-te-weten/geholpen`)))?.status()).toBe(404)
  },
)
