import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withDemo } from '../support/demo.ts'
import { fillIn, publishAndGive, writeProgramme } from '../support/making-a-programme.ts'
import { shot } from '../support/story-shots.ts'

const { at, signedIn } = withDemo()

const main = (page: Page): Promise<string> => page.locator('main').innerText()
const isFine = async (page: Page): Promise<void> =>
  expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])

async function register(page: Page, name: string): Promise<void> {
  await page.goto(at('/werk/dossiers/nieuw'))
  await page.locator('[name=uitvoering]').selectOption({ label: 'Gezinsklas, Akkerveen' })
  await page.fill('[name=naam]', name)
  await page.locator('main form button').last().click()
  await page.waitForURL(/\/dossiers\/[0-9a-f-]{36}/)
}

/** What the dashboard says about the children of the class. */
async function figureFor(page: Page): Promise<string> {
  await page.goto(at('/beleid/cijfers?programma=gezinsklas&maat=gezinsklas-kinderen-in-de-gezinsklas'))
  return main(page)
}

test('[R-053] a manager makes a programme from nothing, without script and without a developer, and sees its figure', async () => {
  const mina = await signedIn('Mina de Wit', { width: 320, script: false })
  const draft = await writeProgramme(mina, at)
  await mina.goto(at('/werk/programmas'))
  await shot(mina, 'class-begun')
  await mina.goto(`${draft}/questions/2`)
  await shot(mina, 'class-question')
  await mina.goto(`${draft}/voorbeeld?als=policy`)
  await shot(mina, 'class-preview')
  await mina.goto(draft)
  expect(await main(mina)).toContain('Alles klopt. Je kunt dit publiceren.')
  await shot(mina, 'class-right')
  await publishAndGive(mina, draft, 'Stichting De Brug')
  expect(await main(mina)).toMatch(/Gezinsklas[\s\S]*In gebruik[\s\S]*Nu bij: Stichting De Brug \(Akkerveen\)/)
  await shot(mina, 'class-given')
  const iris = await signedIn('Iris Bakker', { width: 320, script: false })
  for (const child of ['Anne', 'Bas']) await register(iris, child)
  expect(await figureFor(iris)).toMatch(/\b2\b kinderen/)
  await shot(iris, 'class-figure-two')
  // Fewer than five is nobody's to see but the organisation's own.
  expect(await figureFor(mina)).not.toMatch(/\b2\b kinderen/)
  for (const child of ['Cas', 'Daan', 'Eva']) await register(iris, child)
  expect(await figureFor(mina)).toMatch(/\b5\b kinderen/)
  await shot(mina, 'class-figure')
}, 240_000)

const save = (page: Page): Promise<void> => page.locator('main button[value=bewaar]').click()

test('what is not right is kept and named at its place; of two people the later one sees both versions; a new version says what changed', async () => {
  const mina = await signedIn('Mina de Wit', { width: 320 })
  await mina.goto(at('/werk/programmas'))
  await isFine(mina)
  await mina.locator('[name=begin]').selectOption({ label: 'Een kopie van Home-Start' })
  await fillIn(mina, { naam: 'Samen sterk', 'naam-engels': 'Strong together' })
  await mina.locator('main form button').last().click()
  await mina.waitForURL(/\/concept\//)
  const draft = mina.url()
  await isFine(mina)
  const other = await mina.context().newPage()
  for (const page of [mina, other]) await page.goto(`${draft}/phases/1`)
  await isFine(mina)
  await fillIn(mina, { 'name/nl': 'Kennismaking', 'name/en': '' })
  await save(mina)
  // Kept, with what is missing at its place.
  expect(await mina.inputValue('[name="name/nl"]')).toBe('Kennismaking')
  expect(await mina.locator('.errors').innerText()).toContain('Naam, in het Engels: Hier hoort tekst.')
  await isFine(mina)
  await mina.goto(draft)
  expect(await main(mina)).toMatch(/Eén ding klopt nog niet[\s\S]*Fase ‘Kennismaking’, Naam, in het Engels/)
  await isFine(mina)
  await fillIn(other, { 'name/nl': 'Eerste gesprek' })
  await save(other)
  const both = await main(other)
  expect(both).toMatch(/Een ander veranderde dit ook[\s\S]*Kennismaking[\s\S]*Eerste gesprek/)
  await isFine(other)
  await save(other)
  await mina.goto(draft)
  expect(await main(mina)).toContain('Alles klopt')
  await mina.goto(`${draft}/voorbeeld`)
  expect(await main(mina)).toMatch(/verzonnen antwoorden en getallen[\s\S]*Fase: Eerste gesprek/)
  await isFine(mina)
  await publishAndGive(mina, draft, 'Stichting De Brug')
  await isFine(mina)
  await mina.locator('main button[value=versie]').click()
  await mina.waitForURL(/\/concept\//)
  const next = mina.url()
  await mina.goto(`${next}/phases/1`)
  await fillIn(mina, { 'name/nl': 'Kennismaken' })
  await save(mina)
  await mina.goto(next)
  expect(await main(mina)).toMatch(/Dit wordt versie 2[\s\S]*Trajecten die al lopen, houden de versie/)
  expect(await main(mina)).toContain('Fase ‘Eerste gesprek’ heet nu ‘Kennismaken’.')
  await mina.locator('main button[value=publiceer]').click()
  await mina.waitForURL(/gedaan=gepubliceerd/)
  await mina.getByRole('link', { name: 'Van versie 1 naar versie 2' }).click()
  expect(await main(mina)).toContain('Fase ‘Eerste gesprek’ heet nu ‘Kennismaken’.')
  await isFine(mina)
  await mina.locator('main summary', { hasText: 'Stop met dit programma' }).click()
  await mina.locator('main button[value=stop]').click()
  expect(await main(mina)).toMatch(/Er begint geen nieuw traject meer/)
}, 240_000)
