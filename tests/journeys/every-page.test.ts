import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { linksOn } from '../hostile/forms-on.ts'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withSharedDemo } from '../support/demo.ts'
import { invalidHtml } from '../support/html-checker.ts'
import { unreachedByTab } from '../support/keyboard.ts'
import { kindOf, NO_PAGE } from '../support/page-kinds.ts'

const { at, open, signedIn } = withSharedDemo()

/** Together they come on every page that a link leads to; `undefined` is who does not sign in. */
const READERS = [
  ...[undefined, 'Iris Bakker', 'Joris Haverman', 'Tom Veldhuis', 'Mina de Wit', 'Wieke', 'Sanne', 'Noa', 'Pleun'],
]

test.each([true, false])(
  'what Tab does not come to, and what shows no ring, is found, with script: %s',
  async (script) => {
    const page = await open('/', { script })
    // A page of the product refuses styles like this one.
    await page.goto('about:blank')
    await page.setContent(`<button id="sound">Goed</button><button id="skipped" tabindex="-1">Fout</button>
    <a id="unseen" href="/" style="outline: none">Fout</a><button>Goed</button>`)
    const faults = await unreachedByTab(page)
    expect(faults).toHaveLength(2)
    expect(faults[0]).toMatch(/^no ring around <a id="unseen"/)
    expect(faults[1]).toMatch(/^Tab never comes to <button id="skipped"/)
  },
)

const looked = new Set<string>()
/** Each kind of page as it was sent to somebody; the texts for everyone are judged elsewhere, each in each language. */
const sent = new Map<string, string>()
afterAll(() => {
  expect(looked.size).toBeGreaterThan(35)
})

test.each(READERS)(
  '[R-017] every page that %s comes on by its links is whole for who sees badly, has a narrow screen, or no mouse',
  async (reader) => {
    const page = reader === undefined ? await open('/') : await signedIn(reader, { width: 320 })
    const [passed, ahead] = [new Set<string>(), [page.url()]]
    const findings: string[] = []
    for (let address = ahead.shift(); address !== undefined; address = ahead.shift()) {
      const kind = kindOf(address)
      if (passed.has(kind)) continue
      passed.add(kind)
      const isNew = !looked.has(kind)
      looked.add(kind)
      const { status, html } = await got(page, address, isNew)
      if (status !== 200) findings.push(`${kind}: ${status}`)
      if (reader !== undefined && !/\/informatie\//.test(kind)) sent.set(`${kind} as ${reader}`, html)
      ahead.push(
        ...linksOn(html)
          .filter((path) => !NO_PAGE.test(path))
          .map(at),
      )
      if (isNew) findings.push(...(await faultsOf(page)).map((fault) => `${kind}: ${fault}`))
    }
    expect(findings).toEqual([])
  },
  240_000,
)

test('every kind of page that somebody comes on who works here, or is helped, is valid HTML', async () => {
  for (const reader of READERS.slice(1))
    expect([...sent.keys()].filter((name) => name.endsWith(` as ${reader}`)).length, reader).toBeGreaterThan(3)
  expect(await invalidHtml(sent)).toEqual([])
}, 240_000)

/** What is sent for this address: into the window, or to be read for its links only. */
async function got(page: Page, address: string, isShown: boolean): Promise<{ status: number; html: string }> {
  const response = isShown ? await page.goto(address) : await page.request.get(address)
  if (response === null) throw new Error(`no answer from ${address}`)
  return { status: response.status(), html: await response.text() }
}

async function faultsOf(page: Page): Promise<string[]> {
  const heads = await page.locator('h1').count()
  return [
    ...(await unreachedByTab(page)),
    ...((await isTooWide(page)) ? ['sticks out'] : []),
    ...(heads === 1 ? [] : [`${heads} headings of the first rank`]),
    ...(await axeFindings(page)),
  ]
}
