import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withSharedDemo } from '../support/demo.ts'

const { at, signedIn } = withSharedDemo()
const file = join(tmpdir(), `voorveld-mappings-${process.pid}.csv`)
afterAll(() => rmSync(file, { force: true }))

async function handIn(page: Page, ...lines: string[]): Promise<void> {
  writeFileSync(file, lines.join('\n'))
  await page.goto(at('/werk/importeren/nieuw'))
  await page.setInputFiles('#bestand', file)
  await page.click('text=Bekijk het bestand')
  await page.waitForSelector('text=kolommen gevonden')
}

/** No finding of axe, and nothing that sticks out. */
async function isSound(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([])
  expect(await isTooWide(page)).toBe(false)
}

test('what a coordinator said of columns is found again by its name, renamed and thrown away, on a narrow screen [R-039]', async () => {
  const page = await signedIn('Iris Bakker', { width: 320 })
  await handIn(page, 'plek;hoe oud zijn ze;vrij', 'Lindeloo;3;x')
  await page.selectOption('#betekent-0', 'village')
  await page.selectOption('#betekent-1', 'children')
  await page.fill('#naam', 'Lijst van de school')
  await page.click('text=Kijk de regels na')
  await page.waitForSelector('text=Alle regels zijn goed')
  await page.click('text=Stop en gooi het bestand weg')

  await handIn(page, 'vrij;plek;hoe oud zijn ze;meer', 'x;Lindeloo;4;y')
  await isSound(page)
  const best = page.locator('#indeling option:not([value=""])').first()
  expect(await best.textContent()).toContain('Lijst van de school (Iris Bakker, ')
  await page.selectOption('#indeling', (await best.getAttribute('value')) ?? '')
  await page.click('text=Gebruik deze indeling')
  await page.waitForURL(/indeling=/)
  await isSound(page)
  const chosen = await Promise.all([0, 1, 2, 3].map((at) => page.inputValue(`#betekent-${at}`)))
  expect(chosen).toEqual(['ignore', 'village', 'children', 'ignore'])
  await page.click('text=Stop en gooi het bestand weg')

  await page.goto(at('/werk/importeren'))
  await page.click('text=Bewaarde indelingen')
  await isSound(page)
  await page.click('text=Lijst van de school')
  await isSound(page)
  await page.fill('#naam', ' ')
  await page.click('text=Geef deze naam')
  expect(await page.textContent('.errors')).toContain('Geef de indeling een naam')
  await page.fill('#naam', 'Lijst van de Regenboog')
  await page.click('text=Geef deze naam')
  await page.click('text=Lijst van de Regenboog')
  await page.click('text=Gooi deze indeling weg')
  await page.waitForURL(/indelingen$/)
  expect(await page.isVisible('text=Lijst van de Regenboog')).toBe(false)
})

test('the same choice and name without script', async () => {
  const page = await signedIn('Iris Bakker', { script: false })
  await handIn(page, 'buurt;jaren;los', 'Lindeloo;3;x')
  await page.selectOption('#betekent-0', 'village')
  await page.selectOption('#betekent-1', 'children')
  await page.fill('#naam', 'Lijst zonder script')
  await page.click('text=Kijk de regels na')
  await page.click('text=Stop en gooi het bestand weg')
  await handIn(page, 'jaren;buurt', '3;Lindeloo')
  await page.selectOption('#indeling', { index: 1 })
  await page.click('text=Gebruik deze indeling')
  expect(await page.inputValue('#naam')).toBe('Lijst zonder script')
  expect(await page.inputValue('#betekent-0')).toBe('children')
  await page.click('text=Stop en gooi het bestand weg')
})
