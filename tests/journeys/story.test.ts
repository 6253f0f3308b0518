import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withSharedDemo } from '../support/demo.ts'

// One separated family over three months, as the demo tells it: Sanne and Mark, their children Lotte (9) and Jip (13), a
// worker for each parent and one for the children, a director, and a colleague in another municipality.

const { at, signedIn } = withSharedDemo()

const READERS = {
  'parent A': 'Sanne Brouwerij',
  'worker of A': 'Joris Haverman',
  'parent B': 'Mark Duinhoven',
  'worker of B': 'Dirk Zonderland',
  'child of 13': 'Jip Duinhoven',
  'worker of the children': 'Lieke',
  director: 'Wieke',
  'colleague elsewhere': 'Yara Holt',
} as const
type Reader = keyof typeof READERS
const RESIDENTS: ReadonlySet<Reader> = new Set(['parent A', 'parent B', 'child of 13'])

/** What was written in three months, by a few words of it, and who reads that by the rule. */
const WRITTEN: Readonly<Record<string, readonly Reader[]>> = {
  // Own file: the person and who works on that person.
  'Ze wil dat Lotte op haar eigen school kan blijven': ['parent A', 'worker of A'],
  'Sanne slaapt slecht': ['parent A', 'worker of A'],
  'Mark woont tijdelijk bij zijn broer': ['parent B', 'worker of B'],
  'Lotte tekent twee huizen': ['worker of the children', 'director'],
  'Jip wil niet kiezen': ['child of 13', 'worker of the children'],
  // Professionals only: no resident, not the person either.
  'Samen een begroting gemaakt': ['worker of A'],
  'Inschrijving voor woonruimte is rond': ['worker of B'],
  'haar juf weet wanneer ze bij wie is': ['worker of the children', 'director'],
  'Jip let veel op de stemming': ['worker of the children'],
  // A safety record: who is named on it.
  'een keer hard is geschreeuwd': ['worker of A', 'director'],
  // The shared plan: all who take part, and who works on them.
  'Lotte weet elke week waar ze is': [
    ...(['parent A', 'worker of A', 'parent B', 'worker of B', 'worker of the children', 'director'] as const),
  ],
  // How to reach somebody: that person and who works on that person.
  '06 00000001': ['parent A', 'worker of A'],
  '06 00000002': ['parent B', 'worker of B'],
}

const pages = new Map<Reader, Page>()
const pageOf = (reader: Reader): Page => {
  const page = pages.get(reader)
  if (page === undefined) throw new Error(`${reader} did not sign in`)
  return page
}

beforeAll(async () => {
  for (const [reader, name] of Object.entries(READERS))
    pages.set(reader as Reader, await signedIn(name, { width: 320 })) // the names of the table above
}, 120_000)

const main = (page: Page): Promise<string> => page.locator('main').innerText()

/** All that a reader can open of the family: the own file, or every file of the list and what hangs under it. */
async function allOf(reader: Reader): Promise<string> {
  const page = pageOf(reader)
  if (RESIDENTS.has(reader)) {
    await page.goto(at('/mijn'))
    return main(page)
  }
  await page.goto(at('/werk/dossiers'))
  const links = await page
    .locator('main a[href*="/werk/"]')
    .evaluateAll((all) => all.map((one) => [one.getAttribute('href') ?? '', one.textContent ?? '']))
  const texts = [await main(page)]
  for (const [href = '', name = ''] of links) {
    if (!/Sanne|Mark|Lotte|Jip/.test(name)) continue
    await page.goto(at(href))
    texts.push(await main(page))
  }
  return texts.join('\n')
}

/** Who reads what of these words, as the pages tell. */
async function readersOf(words: readonly string[]): Promise<Record<string, Reader[]>> {
  const found: Record<string, Reader[]> = Object.fromEntries(words.map((word) => [word, []]))
  for (const reader of pages.keys()) {
    const text = await allOf(reader)
    for (const word of words) if (text.includes(word)) found[word]?.push(reader)
  }
  return found
}

async function openFile(reader: Reader, name: string): Promise<Page> {
  const page = pageOf(reader)
  await page.goto(at('/werk/dossiers'))
  await page.locator('main a', { hasText: name }).first().click()
  expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
  return page
}

test('[R-039] [R-045] after three months each of the eight reads exactly what the rule says', async () => {
  expect(await readersOf(Object.keys(WRITTEN))).toEqual(WRITTEN)
})

test('what is written this month reaches who it is for, and the field said so beforehand', async () => {
  const joris = await openFile('worker of A', 'Sanne')
  expect(await joris.locator('.readers:visible').innerText()).toContain('Sanne en jij. Niemand anders.')
  await write(joris, 'Sanne heeft een huis op het oog in De Hoef.')
  await joris.check('input[value="professionals"]')
  expect(await joris.locator('.readers:visible').innerText()).toContain('Niemand van het gezin')
  await write(joris, 'Overleg met de bank is gepland.')
  await write(await openFile('worker of B', 'Mark'), 'Mark heeft de sleutel van zijn nieuwe woning.')
  const lieke = await openFile('worker of the children', 'Jip')
  expect(await lieke.locator('.readers:visible').innerText()).toContain('De ouders niet')
  await write(lieke, 'Jip speelde zaterdag de hele wedstrijd.')
  const wieke = await openFile('director', 'Lotte')
  await wieke.getByText('Voeg doel of actie toe').click()
  await wieke.fill('#plan-zin', 'Op zaterdag gaat de wedstrijd van Jip voor')
  await wieke.getByRole('button', { name: 'Voeg toe aan het plan' }).click()
  expect(await readersOf([...THIS_MONTH.keys()])).toEqual(Object.fromEntries(THIS_MONTH))
})

const PLAN: readonly Reader[] = WRITTEN['Lotte weet elke week waar ze is'] ?? []
const THIS_MONTH: ReadonlyMap<string, readonly Reader[]> = new Map([
  ['een huis op het oog', ['parent A', 'worker of A']],
  ['Overleg met de bank', ['worker of A']],
  ['sleutel van zijn nieuwe woning', ['parent B', 'worker of B']],
  ['speelde zaterdag', ['child of 13', 'worker of the children']],
  ['gaat de wedstrijd van Jip voor', PLAN],
])

async function write(page: Page, text: string): Promise<void> {
  await page.fill('#notitie', text)
  await page.getByRole('button', { name: 'Bewaar notitie' }).click()
  expect(await page.locator('.time').innerText()).toContain(text)
}

test('a parent ticks what is theirs to do, and the other parent sees that it is done', async () => {
  const mark = pageOf('parent B')
  await mark.goto(at('/mijn'))
  const line = mark.locator('li', { hasText: 'De juf het weekrooster geven' }).last()
  await line.getByRole('button').click()
  expect([await axeFindings(mark), await isTooWide(mark)]).toEqual([[], false])
  const done = /De juf het weekrooster geven\s+Mark, (klaar|gedaan)/
  expect(await allOf('parent A')).toMatch(done)
  expect(await allOf('child of 13')).not.toMatch(done)
})

test('a colleague elsewhere reads the part that parent A agreed to, as long as parent A agrees', async () => {
  const joris = await openFile('worker of A', 'Sanne')
  await joris.locator('.file-strip div', { hasText: 'Gedeeld met' }).locator('a').click()
  const place = joris.locator('[name=waar] option', { hasText: 'Wolderzijl: Scheidingspunt' }).first()
  await joris.selectOption('[name=waar]', (await place.getAttribute('value')) ?? '')
  await joris.fill('[name=werkadres]', 'yara@voorbeeld.example')
  await joris.check('input[name=wat][value=plan]')
  await joris.fill('[name=waarvoor]', 'Samen een huis zoeken')
  await joris.check('input[name=toestemming-hoe][value=phone]')
  await joris.locator('button[value=deel]').click()
  const yara = pageOf('colleague elsewhere')
  await yara.goto(at('/werk/dossiers'))
  await yara.locator('main a', { hasText: 'Sanne' }).click()
  await yara.getByRole('button', { name: 'Neem aan' }).click()
  const words = [...Object.keys(WRITTEN), ...THIS_MONTH.keys()]
  const before = { ...WRITTEN, ...Object.fromEntries(THIS_MONTH) }
  // What the director said to do is not parent A's to share.
  const shared = ['Lotte weet elke week waar ze is']
  const during = Object.entries(before).map(([word, readers]): [string, readonly Reader[]] => [
    word,
    shared.includes(word) ? [...readers, 'colleague elsewhere'] : readers,
  ])
  expect(await readersOf(words)).toEqual(Object.fromEntries(during))
  const sanne = pageOf('parent A')
  await sanne.goto(at('/mijn'))
  await sanne.getByRole('button', { name: /Stop met delen/ }).click()
  expect(await readersOf(words)).toEqual(before)
})

test('a child of 13 reads in plain words that the parents do not see this', async () => {
  const text = await allOf('child of 13')
  expect(text).toContain('Je ouders zien dit niet. De mensen die je ouders helpen ook niet')
  expect(text).not.toMatch(/andere ouder|Sanne|Mark|Joris|Dirk/)
})

test('nobody comes further by an address that somebody else has', async () => {
  const addresses = new Map<Reader, string>()
  for (const [reader, name] of [
    ['worker of A', 'Sanne'],
    ['worker of B', 'Mark'],
    ['worker of the children', 'Jip'],
  ] as const)
    addresses.set(reader, (await openFile(reader, name)).url())
  for (const reader of pages.keys()) {
    for (const [owner, address] of addresses) {
      if (owner === reader) continue
      const answer = await pageOf(reader).request.get(address)
      expect([reader, owner, answer.status()]).toEqual([reader, owner, 404])
    }
  }
})
