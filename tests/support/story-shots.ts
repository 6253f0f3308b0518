import { join } from 'node:path'
import type { Page } from 'playwright-core'

const WIDTHS = [360, 1280] as const
/** A long page need not be shown to its end. */
const MOST_HEIGHT = 2400

/** Takes the page for docs/screens on a phone and on a desk, when `npm run screens` walks the story. */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.VOORVELD_STORY_SCREENS
  if (folder === undefined) return
  const before = page.viewportSize()
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    const height = Number(await page.evaluate('document.documentElement.scrollHeight'))
    const clip = { x: 0, y: 0, width, height: Math.min(height, MOST_HEIGHT) }
    await page.screenshot({ path: join(folder, `story-${name}-${width}.png`), fullPage: true, clip })
  }
  if (before !== null) await page.setViewportSize(before)
}
