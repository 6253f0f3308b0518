import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
// What a film or talk sounds like is fetched first, and waited for, where there is one.
const RUN_AXE = `;axe.run({ resultTypes: ['violations'], preload: document.querySelector('audio, video') !== null }).then(({ violations }) =>
  violations.map((found) => found.id + ': ' + (found.nodes[0]?.html ?? '')))`
const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

// Playwright's own list that goes for a browser without a window (the last one named counts, not both), and one of ours: a new
// document gets the renderer's frame of the one before, as long as it is of the same site. A new frame each time costs a third more.
const DISABLED_FEATURES = [
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'MediaRouter'],
  ...['HttpsFirstBalancedModeAutoEnable', 'PaintHolding', 'ThirdPartyStoragePartitioning', 'OptimizationHints'],
  ...['AvoidCorsURLLoaderRestartOnRedirect', 'NetworkTimeServiceQuerying'],
  'RenderDocument',
]

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
  `--disable-features=${DISABLED_FEATURES.join(',')}`,
]

/** How a page is looked at. `apart` is for what changes the browser itself, such as a key of its own: nobody gets it afterwards. */
export type Viewing = { width?: number; script?: boolean; dark?: boolean; apart?: boolean }

let started: Promise<Browser> | undefined

/** One browser for all files of this thread; it ends with the thread. */
async function theBrowser(): Promise<Browser> {
  const before = await started
  if (before?.isConnected()) return before
  started = chromium.launch({ executablePath: CHROMIUM, args: SWITCHES })
  spare.clear()
  return started
}

type Opened = { readonly page: Page; readonly kind: string; readonly apart: boolean }

/** Pages that a test is done with, by what cannot be changed of them: a new one takes the browser longer than most pages to show. */
const spare = new Map<string, Page[]>()

/** A browser for the test file; `open` gives a page without a past, without script and as narrow as asked. */
export function withBrowser(): { open: (viewing?: Viewing) => Promise<Page> } {
  let browser: Browser | undefined
  const ofFile: Opened[] = []
  const ofTest: Opened[] = []
  let isInTest = false
  beforeAll(async () => {
    browser = await theBrowser()
  }, 60_000)
  beforeEach(() => {
    isInTest = true
  })
  afterEach(async ({ task }) => {
    isInTest = false
    await Promise.all(ofTest.splice(0).map((opened) => done(opened, task.result?.state === 'pass')))
  })
  afterAll(async () => {
    await Promise.all(ofFile.splice(0).map((opened) => done(opened, true)))
  })
  return {
    open: async ({ width = 1280, script = true, dark = false, apart = false } = {}) => {
      if (browser === undefined) throw new Error('the browser is there from beforeAll on')
      const kind = `${script} ${dark}`
      const page = (apart ? undefined : spare.get(kind)?.pop()) ?? (await newPage(browser, script, dark))
      await page.setViewportSize({ width, height: 900 })
      ;(isInTest ? ofTest : ofFile).push({ page, kind, apart })
      return page
    },
  }
}

async function newPage(browser: Browser, script: boolean, dark: boolean): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: script,
    colorScheme: dark ? 'dark' : 'light',
    locale: 'nl-NL',
  })
  return context.newPage()
}

/** Keeps a page for the next test without what this one left: cookies, storage, pages it may show again, other tabs, and who listens or answers for it. */
async function done({ page, kind, apart }: Opened, isSound: boolean): Promise<void> {
  const context = page.context()
  if (apart || !isSound || page.isClosed()) return context.close()
  const others = context.pages().filter((other) => other !== page)
  await Promise.all(others.map((other) => other.close()))
  page.removeAllListeners()
  await page.unrouteAll()
  await page.emulateMedia({ media: null })
  // A paper in the window, or nothing yet, has no storage to clear.
  await page.evaluate('localStorage.clear(); sessionStorage.clear()').catch(() => undefined)
  await Promise.all([context.clearCookies(), context.clearPermissions()])
  await (await toolsOf(page)).send('Network.clearBrowserCache')
  spare.set(kind, [...(spare.get(kind) ?? []), page])
}

const tools = new WeakMap<Page, Promise<CDPSession>>()

/** What the browser's own developer tools say to it about this page. */
export function toolsOf(page: Page): Promise<CDPSession> {
  const before = tools.get(page)
  if (before !== undefined) return before
  const session = page.context().newCDPSession(page)
  tools.set(page, session)
  return session
}

/** Waits until a page of this address is there; the second press of two breaks off the way that the first one began. */
export async function arrives(page: Page, address: RegExp): Promise<void> {
  const end = Date.now() + 20_000
  while (!address.test(page.url()) && Date.now() < end) await page.waitForTimeout(100)
  await page.waitForLoadState()
}

/** What axe finds on the page as it stands, WCAG 2.2 AA and best practice: rule and the first place, one line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  await isWhole(page)
  // Straight to the browser: its half a megabyte takes longest to come there.
  const { result, exceptionDetails } = await (await toolsOf(page)).send('Runtime.evaluate', {
    expression: AXE + RUN_AXE,
    awaitPromise: true,
    returnByValue: true,
  })
  if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return result.value as string[] // what the script gives
}

/** Whether anything sticks out to the right of the window, so that a reader on a phone must scroll sideways. */
export async function isTooWide(page: Page): Promise<boolean> {
  await isWhole(page)
  return page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
}

/** Who pressed something is told when the next page begins to come in; what is judged must be there to its end. */
export const isWhole = (page: Page): Promise<void> => page.waitForLoadState()
