import { expect, test } from 'vitest'
import { isTooWide } from '../support/browser.ts'
import { withSharedDemo } from '../support/demo.ts'

const { at, open } = withSharedDemo()
const PAGES = ['/', '/en', '/ar', '/g/akkerveen', '/informatie/eerste-week', '/stappen', '/vraag', '/hulp-in-de-buurt']

test('[R-017] no page of the first steps scrolls sideways on a small phone with letters twice as large', async () => {
  const page = await open('/', { width: 320 })
  const tooWide: string[] = []
  for (const path of PAGES) {
    await page.goto(at(path))
    await page.evaluate("document.documentElement.style.fontSize = '200%'")
    if (await isTooWide(page)) tooWide.push(path)
  }
  expect(tooWide).toEqual([])
})
