import type { Page } from 'playwright-core'
import { toolsOf } from './browser.ts'

// Runs in the browser: what Tab should come to, each numbered. Of a group of radio buttons one, of a toolbar
// the one from which the arrow keys go on; nothing in what is folded away.
const NUMBER = `(() => {
  const groups = new Set()
  const isFolded = (one) => {
    const fold = one.closest('details:not([open])')
    return fold !== null && !(one.matches('summary') && one.parentElement === fold && fold.parentElement.closest('details:not([open])') === null)
  }
  const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
  const wanted = all.filter((one) => {
    if (one.disabled || isFolded(one) || one.getClientRects().length === 0 || getComputedStyle(one).visibility === 'hidden') return false
    const bar = one.closest('[role=toolbar]')
    if (bar !== null && one.tabIndex < 0) return [...bar.querySelectorAll('button')].every((other) => other.tabIndex < 0)
    if (one.type !== 'radio') return true
    const group = (one.form?.action ?? '') + one.name
    return !groups.has(group) && groups.add(group)
  })
  for (const [at, one] of wanted.entries()) one.dataset.tab = String(at)
  return wanted.map((one) => one.outerHTML.slice(0, 120))
})()`

// Runs in the browser, and says whether it can note: at every press of Tab, and when the presses are over, what has had focus until
// then, and whether it showed, by itself, its label or the field around it.
const WATCH = `(() => {
  const seen = []
  const note = (event) => event.key === 'Tab' && seen.push(look())
  addEventListener('keydown', note, true)
  const end = () => {
    removeEventListener('keydown', note, true)
    return [...seen.slice(1), look()]
  }
  globalThis.tabs = { look, end }
  let isNoting = false
  addEventListener('heard', () => { isNoting = true }, { once: true })
  dispatchEvent(new Event('heard'))
  return isNoting
  function look() {
    const one = document.activeElement
    if (one === null || one === document.body) return null
    const first = one.type === 'radio' ? [...document.querySelectorAll('[data-tab]')].find((other) => other.name === one.name && other.form === one.form) : one
    const rings = [one, one.parentElement, one.nextElementSibling, ...(one.labels ?? [])].filter(Boolean).map((part) => getComputedStyle(part))
    const isShown = rings.some((style) => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none')
    const { bottom, top } = one.getBoundingClientRect()
    return { at: first?.dataset.tab, isShown, isInView: bottom > 0 && top < innerHeight, what: one.outerHTML.slice(0, 120) }
  }
})()`

type Focused = { at?: string; isShown: boolean; isInView: boolean; what: string }

/** A day has four stops in its one field. */
const STOPS_PER_DAY = 4

/**
 * What somebody without a mouse cannot do on this page, one line each: what Tab never comes to, and where it stands without
 * a ring around it or out of view. Works through the page from the top; nothing is pressed.
 */
export async function unreachedByTab(page: Page): Promise<string[]> {
  const wanted = (await page.evaluate(NUMBER)) as string[] // what the script above gives
  const days = await page.locator('input[type=date]').count()
  const reached = new Set<string>()
  const faults = new Set<string>()
  for (const focused of await visited(page, wanted.length + days * STOPS_PER_DAY + 1)) {
    if (focused === null) break
    if (focused.at !== undefined) reached.add(focused.at)
    if (!focused.isShown) faults.add(`no ring around ${focused.what}`)
    if (!focused.isInView) faults.add(`out of view: ${focused.what}`)
  }
  const missed = wanted.filter((_, at) => !reached.has(String(at)))
  return [...faults, ...missed.map((what) => `Tab never comes to ${what}`)]
}

/** What these presses come to. A page without script notes nothing by itself and is asked after each press. */
async function visited(page: Page, presses: number): Promise<(Focused | null)[]> {
  const isNoting = await page.evaluate(WATCH)
  if (isNoting === true) {
    await pressTab(page, presses)
    return (await page.evaluate('tabs.end()')) as (Focused | null)[] // what the script above gives
  }
  const seen: (Focused | null)[] = []
  while (seen.length < presses && seen.at(-1) !== null) {
    await page.keyboard.press('Tab')
    seen.push((await page.evaluate('tabs.look()')) as Focused | null) // what the script above gives
  }
  return seen
}

/** All presses after each other without waiting for an answer, which takes ten times as long as the presses. */
async function pressTab(page: Page, times: number): Promise<void> {
  const keys = await toolsOf(page)
  const tab = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9, nativeVirtualKeyCode: 9 }
  const sent = Array.from({ length: times }, () => [
    keys.send('Input.dispatchKeyEvent', { ...tab, type: 'rawKeyDown' }),
    keys.send('Input.dispatchKeyEvent', { ...tab, type: 'keyUp' }),
  ])
  await Promise.all(sent.flat())
}
