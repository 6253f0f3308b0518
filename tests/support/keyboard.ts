import type { Page } from 'playwright-core'

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

// Runs in the browser: what has focus now, and whether it shows, by itself, its label or the field around it.
const FOCUSED = `(() => {
  const one = document.activeElement
  if (one === null || one === document.body) return null
  const first = one.type === 'radio' ? [...document.querySelectorAll('[data-tab]')].find((other) => other.name === one.name && other.form === one.form) : one
  const rings = [one, one.parentElement, one.nextElementSibling, ...(one.labels ?? [])].filter(Boolean).map((part) => getComputedStyle(part))
  const isShown = rings.some((style) => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none')
  const { bottom, top } = one.getBoundingClientRect()
  return { at: first?.dataset.tab, isShown, isInView: bottom > 0 && top < innerHeight, what: one.outerHTML.slice(0, 120) }
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
  for (let press = 0; press < wanted.length + days * STOPS_PER_DAY + 1; press++) {
    await page.keyboard.press('Tab')
    const focused = (await page.evaluate(FOCUSED)) as Focused | null // what the script above gives
    if (focused === null) break
    if (focused.at !== undefined) reached.add(focused.at)
    if (!focused.isShown) faults.add(`no ring around ${focused.what}`)
    if (!focused.isInView) faults.add(`out of view: ${focused.what}`)
  }
  const missed = wanted.filter((_, at) => !reached.has(String(at)))
  return [...faults, ...missed.map((what) => `Tab never comes to ${what}`)]
}
