import type { Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { type Actor, BUILT_IN } from '../../capabilities/access/actor.ts'
import { compareRequests } from '../../capabilities/help-requests/matches/actions.ts'
import { openServer } from '../../database/connect.ts'
import { useDatabase } from '../../database/transaction.ts'
import { type Viewing, withBrowser } from './browser.ts'
import type { SharedDemo } from './demo-setup.ts'
import { anInstallation, type Installation, type RunningProduct, startProduct } from './running-product.ts'
import { theActor } from './world.ts'

/**
 * A running demo and a browser for one test file: the whole address of a path, a page that is opened there (on a phone, unless said), and one on
 * which somebody of the demo is signed in.
 */
export function withDemo(settings: Readonly<Record<string, string>> = {}) {
  let installation: Installation | undefined
  let product: RunningProduct | undefined
  beforeAll(async () => {
    installation = await anInstallation()
    product = await startProduct({ ...installation.env, ...settings })
  }, 120_000)
  afterAll(async () => {
    await product?.stop()
    await installation?.remove()
  })
  return walking(() => {
    if (product === undefined || installation === undefined) throw new Error('the product is there from beforeAll on')
    return { address: product.address, env: installation.env }
  })
}

/**
 * As `withDemo`, with the demo that other files of this thread walk before and after: for journeys that change nothing that
 * another one looks at.
 */
export function withSharedDemo() {
  return walking(() => {
    const all = JSON.parse(process.env.VOORVELD_TEST_SHARED_DEMOS ?? '[]') as SharedDemo[] // what the set-up wrote
    const mine = all[Number(process.env.VITEST_POOL_ID) - 1]
    if (mine === undefined) throw new Error('the shared demos are not there: see tests/support/demo-setup.ts')
    return mine
  })
}

function walking(demo: () => SharedDemo) {
  const browser = withBrowser()
  const at = (path: string): string => demo().address + path
  const open = async (path: string, viewing: Viewing = { width: 320 }): Promise<Page> => {
    const page = await browser.open(viewing)
    await page.goto(at(path))
    return page
  }
  const signedIn = async (name: string, viewing: Viewing = {}): Promise<Page> => {
    const page = await browser.open(viewing)
    await page.goto(at(await signInOf(page, at('/inloggen'), name)))
    return page
  }
  /** Does what a background task does by the clock; embedded it is waited for. */
  const doNow = async (work: (jobs: Actor) => Promise<unknown>): Promise<void> => {
    const url = demo().env.DATABASE_URL
    if (url === undefined) return
    const database = openServer({ url, connections: 1 })
    useDatabase(database)
    await work(await theActor(BUILT_IN.jobs))
    await database.close()
  }
  /** Compares what came in with what is known. */
  const compareNow = () => doNow(compareRequests)
  return { at, open, signedIn, compareNow, doNow }
}

/**
 * Sends what the button of this name on the page that asks for it sends, and gives the path that it leads to: most journeys begin
 * behind that page, and it takes the browser as long as the page that they are about.
 */
async function signInOf({ request }: Page, address: string, name: string): Promise<string> {
  const shown = await (await request.get(address)).text()
  const persoon = shown.match(new RegExp(`value="([^"]+)"><strong>[^<]*${name}`))?.[1]
  if (persoon === undefined) throw new Error(`nobody in the demo is called ${name}`)
  const headers = { 'sec-fetch-site': 'same-origin' }
  const answer = await request.post(address, { form: { persoon }, headers, maxRedirects: 0 })
  const path = answer.headers().location
  if (answer.status() !== 303 || path === undefined) throw new Error(`${name} is not let in: ${answer.status()}`)
  return path
}

/** Signs in on a page that asks for it, by the name that the demo offers. */
export async function signInAs(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name: new RegExp(name) })
  // Who comes later in the list stands folded away.
  if (!(await button.isVisible())) await page.locator('details', { hasText: name }).locator('summary').click()
  await button.click()
  await page.waitForURL((url) => !url.pathname.startsWith('/inloggen'))
}
