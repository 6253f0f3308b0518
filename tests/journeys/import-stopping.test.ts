import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withSharedDemo } from '../support/demo.ts'

const { at, signedIn } = withSharedDemo()
const file = join(tmpdir(), `voorveld-stopping-${process.pid}.csv`)
afterAll(() => rmSync(file, { force: true }))

test('somebody sees how far an import is and stops it by keyboard: it says that nothing was saved, and nothing is', async () => {
  const page = await signedIn('Iris Bakker', { width: 320 })
  const rows = Array.from({ length: 5_000 }, (_, at) => `G${at};Lindeloo;${at % 18}`)
  writeFileSync(file, `nummer;kern;leeftijd\n${rows.join('\n')}`)
  await page.goto(at('/werk/importeren/nieuw'))
  await page.setInputFiles('#bestand', file)
  await page.click('text=Bekijk het bestand')
  await page.click('text=Kijk de regels na')
  await page.click('text=Sla 5.000 regels op')
  await page.focus('text=Stop met opslaan')
  await page.keyboard.press('Enter')
  // On the embedded database nobody comes in between once the rows are being written: then it is done, and can be undone.
  const over = page.locator('h2', { hasText: /^(Deze import is gestopt|5\.000 gezinnen zijn opgeslagen)$/ })
  await over.waitFor({ timeout: 60_000 })
  expect(await axeFindings(page)).toEqual([])
  expect(await isTooWide(page)).toBe(false)
  const isStopped = (await over.textContent()) === 'Deze import is gestopt'
  if (isStopped)
    expect(await page.textContent('main')).toContain('Er is niets opgeslagen en het bestand is weggegooid.')
  await page.goto(at('/werk/importeren'))
  const line = (await page.locator('tbody tr').first().textContent()) ?? ''
  expect(line).toContain(isStopped ? 'gestopt, niets opgeslagen' : '5.000')
})
