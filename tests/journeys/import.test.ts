import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withDemo } from '../support/demo.ts'
import { aWorkbook, textRows } from '../support/workbooks.ts'

const { at, signedIn } = withDemo()
const file = join(tmpdir(), `voorveld-register-${process.pid}.csv`)
const workbook = join(tmpdir(), `voorveld-register-${process.pid}.xlsx`)

afterAll(() => {
  for (const one of [file, workbook]) rmSync(one, { force: true })
})

let different = 0
async function handIn(page: Page, ...rows: string[]): Promise<void> {
  const text = `kern;leeftijd kinderen;hulpvraag;verwijzer\n${rows.join('\n')}\n${'\n'.repeat(different++)}`
  writeFileSync(file, text)
  await page.goto(at('/werk/importeren/nieuw'))
  await page.setInputFiles('#bestand', file)
  await page.click('text=Bekijk het bestand')
}

/** No finding of axe, and nothing that sticks out. */
async function isSound(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([])
  expect(await isTooWide(page)).toBe(false)
}

test('a coordinator brings in a register on a narrow screen: faults are put right, rows are saved, and undone', async () => {
  const page = await signedIn('Iris Bakker', { width: 320 })
  await handIn(page, 'Lindeloo;2,7,9;Schermtijd;GGD', 'Oostveld;3;slapen;Opa Jan', 'De Hoef;12-03-2015;;')
  await page.waitForSelector('text=4 kolommen gevonden')
  await isSound(page)
  await page.click('text=Kijk de regels na')
  await page.waitForSelector('text=2 regels hebben je hulp nodig')
  await isSound(page)
  await page.selectOption('[name="cel 3 kern"]', 'Oosterveld')
  await page.fill('[name="cel 4 leeftijd kinderen"]', '11')
  await page.click('text=Kijk opnieuw na')
  await page.waitForSelector('text=Alle regels zijn goed')
  await isSound(page)
  await page.click('text=Sla 3 regels op')
  await page.waitForSelector('text=3 gezinnen zijn opgeslagen', { timeout: 20_000 })
  await isSound(page)
  await page.click('text=Maak deze import ongedaan')
  await page.waitForSelector('text=Deze import is ongedaan gemaakt')
  await isSound(page)
})

test('the same without script: a link looks whether it is done, and the same file is refused with the way to the first', async () => {
  const page = await signedIn('Iris Bakker', { script: false })
  const rows = ['Lindeloo;4;Schermtijd;GGD']
  await handIn(page, ...rows)
  await page.click('text=Kijk de regels na')
  await page.click('text=Sla 1 regel op')
  const end = Date.now() + 20_000
  while (!(await page.isVisible('text=Eén gezin is opgeslagen')) && Date.now() < end) {
    await page.click('text=Kijk of het klaar is')
  }
  const first = page.url()
  different--
  await handIn(page, ...rows)
  expect(await page.textContent('.errors')).toContain('al eerder binnengehaald')
  await page.click('text=Bekijk de eerdere import')
  expect(page.url()).toBe(first)
})

test('a file with a citizen service number is refused on the same page, with a sentence and nothing kept', async () => {
  const page = await signedIn('Iris Bakker')
  await handIn(page, 'Lindeloo;4;Schermtijd;111222333')
  expect(page.url()).toContain('/werk/importeren/nieuw')
  expect(await page.textContent('.errors')).toContain('een burgerservicenummer kan zijn, op regel 2')
  expect(await page.textContent('.errors')).not.toContain('111222333')
  await isSound(page)
})

test('a workbook with two sheets on a narrow screen: a sheet is chosen and its rows are checked', async () => {
  const page = await signedIn('Iris Bakker', { width: 320 })
  const rows = textRows(['kern', 'leeftijd kinderen'], ['Lindeloo', '6'], ['Oosterveld', '8'])
  writeFileSync(
    workbook,
    aWorkbook({
      sheets: [
        { name: 'Uitleg', rows: textRows(['Hallo']) },
        { name: '2026', rows },
      ],
    }),
  )
  await page.goto(at('/werk/importeren/nieuw'))
  await isSound(page)
  await page.setInputFiles('#bestand', workbook)
  await page.click('text=Bekijk het bestand')
  await page.waitForSelector('text=Dit bestand heeft 2 bladen')
  await isSound(page)
  await page.click('text=Lees dit blad')
  expect(await page.textContent('.errors')).toContain('alleen kolomnamen')
  await page.selectOption('#blad', '2026')
  await page.click('text=Lees dit blad')
  await page.waitForSelector('text=We lezen het blad “2026”.')
  await isSound(page)
  await page.click('text=Kijk de regels na')
  await page.waitForSelector('text=Alle regels zijn goed')
  await page.click('text=Stop en gooi het bestand weg')
})
