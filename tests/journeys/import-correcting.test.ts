import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withSharedDemo } from '../support/demo.ts'

const { at, signedIn } = withSharedDemo()
const file = join(tmpdir(), `voorveld-correcting-${process.pid}.csv`)
afterAll(() => rmSync(file, { force: true }))

async function handIn(page: Page, text: string): Promise<void> {
  writeFileSync(file, text)
  await page.goto(at('/werk/importeren/nieuw'))
  await page.setInputFiles('#bestand', file)
  await page.click('text=Bekijk het bestand')
  await page.click('text=Kijk de regels na')
}

/** No finding of axe, and nothing that sticks out. */
async function isSound(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([])
  expect(await isTooWide(page)).toBe(false)
}

test('sixty faulty rows are put right a page at a time; the account tells who changed what, and goes with the import [R-039]', async () => {
  const page = await signedIn('Iris Bakker', { width: 320 })
  const rows = Array.from({ length: 60 }, () => 'Lindeloo;99')
  await handIn(page, ['kern;leeftijd', 'Lindeloo;4', ...rows].join('\n'))
  await page.waitForSelector('text=60 regels hebben je hulp nodig')
  await isSound(page)
  for (const [first, next] of [
    [3, 'text=10 regels hebben je hulp nodig'],
    [53, 'text=Alle regels zijn goed'],
  ] as const) {
    const fields = await page.locator('input[name^="cel "]').all()
    expect(await fields[0]?.getAttribute('name')).toBe(`cel ${first} leeftijd`)
    for (const [at, field] of fields.entries()) await field.fill(String(at % 18))
    await page.click('text=Kijk opnieuw na')
    await page.waitForSelector(next)
  }
  await page.click('text=Sla 61 regels op')
  await page.waitForSelector('text=61 gezinnen zijn opgeslagen', { timeout: 20_000 })
  await isSound(page)
  expect(await page.textContent('section[aria-labelledby=verbeterd]')).toContain(
    '60 vakjes zijn op het scherm verbeterd',
  )
  const first = (await page.locator('section[aria-labelledby=verbeterd] tbody tr').first().textContent()) ?? ''
  for (const part of ['3', 'leeftijd', '99', 'Iris Bakker']) expect(first).toContain(part)
  await page.click('a[rel=next]')
  await page.waitForURL(/blad=2/)
  expect(await page.locator('section[aria-labelledby=verbeterd] tbody tr').count()).toBe(10)
  await page.click('text=Maak deze import ongedaan')
  await page.waitForSelector('text=60 vakjes waren op het scherm verbeterd. Ook dat is weg.')
})

test('without script the faulty rows are downloaded with why, put right in a file, and brought in again', async () => {
  const page = await signedIn('Iris Bakker', { script: false })
  await handIn(page, 'kern;leeftijd;hulpvraag\nLindeloo;4;slapen\nLindeloo;99;=cmd()\nNergens;5;-')
  const answer = await page.request.get(at(`${new URL(page.url()).pathname}/uitleg`))
  expect(answer.headers()['content-disposition']).toContain('attachment')
  const text = (await answer.text()).replace('\ufeff', '')
  const [head = '', ...lines] = text.split('\r\n').filter((line) => line !== '')
  expect(head).toBe('kern;leeftijd;hulpvraag;Regel;uitleg')
  expect(lines[0]).toMatch(/^Lindeloo;99;'=cmd\(\);3;.*leeftijd: /)
  expect(lines[1]).toMatch(/^Nergens;5;'-;4;.*kern: /)
  await page.click('text=Sla alleen de goede regel op')
  await handIn(page, text.replace('Lindeloo;99', 'Lindeloo;9').replace('Nergens', 'Lindeloo'))
  expect(await page.textContent('main')).toContain('Alle regels zijn goed')
  await page.click('text=Stop en gooi het bestand weg')
})
