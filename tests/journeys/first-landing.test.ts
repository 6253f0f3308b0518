import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withDemo } from '../support/demo.ts'

const { at, open, signedIn } = withDemo()
const folder = mkdtempSync(join(tmpdir(), 'voorveld-journey-'))
const file = join(folder, 'lijst.csv')

beforeAll(() => {
  writeFileSync(
    file,
    'kern;leeftijd kinderen;hulpvraag;verwijzer\nLindeloo;2,7;Luisterend oor;School\nOosterveld;4;Schermtijd;GGD\n',
  )
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Looks again until the rows are in, as somebody without script does; with script the page does so itself. */
async function untilSaved(page: Page): Promise<void> {
  const end = Date.now() + 20_000
  while (!(await page.isVisible('text=gezinnen zijn opgeslagen')) && Date.now() < end) {
    await page.waitForTimeout(250)
    await page.reload()
  }
}

const openPages = [
  '/',
  '/en',
  '/inloggen',
  '/beleid/paspoorten',
  '/beleid/paspoorten/home-start-registered',
  '/bestaat-niet',
]
const workPages: Record<string, readonly string[]> = {
  'Iris Bakker': ['/werk/trajecten', '/beleid/cijfers', '/werk/importeren', '/werk/mijn-account'],
  'Tom Veldhuis': ['/beleid/cijfers', '/beleid/cijfers?maat=home-start-children&per=age-band'],
  'Mina de Wit': ['/werk/mensen', '/werk/gemeente', '/beleid/cijfers'],
}

// On a narrow screen every-page.test.ts comes on all of them.
describe.each([1280])('at %i pixels wide', (width) => {
  test('[R-017] nothing on a public page keeps somebody out, and nothing sticks out', async () => {
    const page = await open('/', { width })
    for (const path of openPages) {
      await page.goto(at(path))
      expect([path, await axeFindings(page), await isTooWide(page)]).toEqual([path, [], false])
      expect(await page.locator('[data-quick-exit]').count(), path).toBe(1)
    }
  })

  test.each(Object.keys(workPages))(
    'nothing on the screens of %s keeps somebody out, and nothing sticks out',
    async (name) => {
      const page = await signedIn(name, { width })
      for (const path of workPages[name] ?? []) {
        await page.goto(at(path))
        expect([path, await axeFindings(page), await isTooWide(page)]).toEqual([path, [], false])
      }
    },
  )
})

test.each([true, false])(
  'a coordinator brings in a registration file and undoes it, with script: %s',
  async (script) => {
    const page = await signedIn('Iris Bakker', { script })
    await page.goto(at('/werk/trajecten'))
    const before = await page.locator('main').innerText()
    await page.goto(at('/werk/importeren'))
    await page.locator('main a[href*="importeren/"], main a[href*="nieuw"]').first().click()
    await page.setInputFiles('input[type=file]', file)
    await page.locator('main form button').first().click()
    await page.locator('main form button', { hasText: 'Kijk de regels na' }).click()
    await page.locator('main form button').first().click()
    await untilSaved(page)
    await page.goto(at('/werk/trajecten'))
    expect(await page.locator('main').innerText()).toMatch(/76\strajecten/)
    expect(before).toMatch(/74\strajecten/)
    await page.goto(at('/werk/importeren'))
    await page.locator('main tbody a, main ul a').first().click()
    await page
      .getByText(/ongedaan/i)
      .first()
      .click()
    await page.locator('main form button').first().click()
    await page.goto(at('/werk/trajecten'))
    expect(await page.locator('main').innerText()).toMatch(/74\strajecten/)
  },
)

test('another role finds nothing behind a guessed address, the same as behind one that does not exist', async () => {
  const page = await signedIn('Tom Veldhuis')
  const strip = (html: string) => html.replace(/bestaat-niet|werk\/trajecten|[0-9a-f-]{36}/g, '')
  const answers: [number | undefined, string][] = []
  for (const path of [
    '/bestaat-niet',
    '/werk/trajecten',
    '/werk/trajecten/01890000-0000-7000-8000-000000000000',
    '/werk/importeren',
  ]) {
    const response = await page.goto(at(path))
    answers.push([response?.status(), strip(await page.locator('main').innerText())])
  }
  expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1)
  expect(answers[0]?.[0]).toBe(404)
})

test('whoever is not signed in is asked to, and comes back where they were going', async () => {
  const page = await open('/beleid/cijfers', { script: false })
  expect(page.url()).toContain('/inloggen')
  await page.getByRole('button', { name: /Tom Veldhuis/ }).click()
  expect(new URL(page.url()).pathname).toBe('/beleid/cijfers')
})

test('leaving takes one press without script: the browser forgets the site and goes elsewhere', async () => {
  const answer = await fetch(at('/weg'), { redirect: 'manual' })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('clear-site-data')).toContain('"cache"')
  expect(answer.headers.get('location')).not.toContain(at(''))
})

test('every answer carries the content policy and runs no script of its own', async () => {
  const answer = await fetch(at('/'))
  expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self'/)
  const html = await answer.text()
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|\son[a-z]+=|\sstyle=/)
  // Whole addresses are those of this page itself, for who found it elsewhere.
  const inside = html.replace(/<link rel="(?:canonical|alternate)"[^>]*>/g, '')
  expect(inside).not.toMatch(/(?:src|href|action)="(?:https?:)?\/\//)
})
