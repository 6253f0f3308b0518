import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

// Without the background switches Chromium looks up hosts elsewhere, which a closed network refuses.
const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-software-rasterizer',
]

export type Viewing = { width?: number; script?: boolean; dark?: boolean }

let started: Promise<Browser> | undefined

/** One browser for all files of this thread; it ends with the thread. */
async function theBrowser(): Promise<Browser> {
  const before = await started
  if (before?.isConnected()) return before
  started = chromium.launch({ executablePath: CHROMIUM, args: SWITCHES })
  return started
}

/** A browser for the test file; `open` gives a page of its own, without script and as narrow as asked. */
export function withBrowser(): { open: (viewing?: Viewing) => Promise<Page> } {
  let browser: Browser | undefined
  const contexts: BrowserContext[] = []
  beforeAll(async () => {
    browser = await theBrowser()
  }, 60_000)
  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()))
  })
  return {
    open: async ({ width = 1280, script = true, dark = false } = {}) => {
      if (browser === undefined) throw new Error('the browser is there from beforeAll on')
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        javaScriptEnabled: script,
        colorScheme: dark ? 'dark' : 'light',
        locale: 'nl-NL',
      })
      contexts.push(context)
      return context.newPage()
    },
  }
}

/** Waits until a page of this address is there; the second press of two breaks off the way that the first one began. */
export async function arrives(page: Page, address: RegExp): Promise<void> {
  const end = Date.now() + 20_000
  while (!address.test(page.url()) && Date.now() < end) await page.waitForTimeout(100)
  await page.waitForLoadState()
}

/** What axe finds on the page as it stands, WCAG 2.2 AA and best practice: rule and the first place, one line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const { violations } = (await page.evaluate("axe.run({ resultTypes: ['violations'] })")) as AxeResults // axe's own
  return violations.map((found) => `${found.id}: ${found.nodes[0]?.html ?? ''}`)
}

/** Whether anything sticks out to the right of the window, so that a reader on a phone must scroll sideways. */
export const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
