import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { signInAs, withSharedDemo } from '../support/demo.ts'

const { at, signedIn } = withSharedDemo()

async function openFile(page: Page, name: string): Promise<string> {
  await page.goto(at('/werk/dossiers/nieuw'))
  await page.fill('#naam', name)
  await page.fill('#andere', 'Mark')
  await page.fill('#kind-1', 'Lotte')
  await page.fill('#leeftijd-1', '9')
  await page.getByRole('button', { name: 'Open het dossier' }).click()
  await page.waitForURL(/\/werk\/dossiers\/[0-9a-f-]{36}$/)
  return page.url()
}

const save = (page: Page) => page.getByRole('button', { name: 'Bewaar notitie' }).click()

test.each([
  { script: true, width: 320 },
  { script: false, width: 1280 },
])('a worker opens a file, writes who may read what, and shares a plan: %o', async (viewing) => {
  const page = await signedIn('Iris Bakker', viewing)
  // What axe looks for it looks for with script of its own.
  const isSound = async () => {
    expect(await isTooWide(page)).toBe(false)
    if (viewing.script) expect(await axeFindings(page)).toEqual([])
  }
  await page.goto(at('/werk/dossiers/nieuw'))
  await isSound()
  await page.getByRole('button', { name: 'Open het dossier' }).click()
  if (viewing.script) expect(page.url()).toContain('/nieuw')
  const file = await openFile(page, 'Sanne')
  await isSound()
  expect(await page.title()).not.toContain('Sanne')
  expect(await page.locator('.readers:visible').innerText()).toContain('Sanne en jij. Niemand anders.')
  await page.check('input[value="professionals"]')
  expect(await page.locator('.readers:visible').innerText()).toContain('Niemand van het gezin')
  await page.fill('#notitie', 'De overdracht gaat vaak mis.')
  await save(page)
  expect(await page.locator('.time').innerText()).toContain('De overdracht gaat vaak mis.')
  expect(await page.locator('.time').innerText()).toContain('Medewerkers.')
  await isSound()
  await page.getByText('Begin een gedeeld plan').first().click()
  await page.getByRole('button', { name: 'Begin een gedeeld plan' }).click()
  await page.fill('#plan-zin', 'Lotte weet waar ze slaapt')
  await page.getByRole('button', { name: 'Voeg toe aan het plan' }).click()
  expect(await page.locator('.plan').innerText()).toContain('Lotte weet waar ze slaapt')
  await isSound()
  await page.goto(file)
  expect(await page.locator('.plan').innerText()).toContain('Dit lezen Sanne en Mark')
})

describe('nothing that was typed is lost', () => {
  test('a note that is refused keeps its text, and says why', async () => {
    const page = await signedIn('Iris Bakker', { script: false })
    await openFile(page, 'Noor')
    await page.fill('#notitie', '   ')
    await save(page)
    expect(await page.locator('.errors').innerText()).toContain('De notitie is leeg')
    expect(await page.locator('#notitie').inputValue()).toBe('   ')
  })

  test.each([true, false])(
    'a note typed when the session ended comes back in its file for its writer, until it is saved, with script: %s',
    async (script) => {
      const page = await signedIn('Iris Bakker', { script })
      const file = await openFile(page, 'Noor')
      await page.check('input[value="professionals"]')
      await page.fill('#notitie', 'Een lange dag, en dan is de sessie om.')
      await page.context().clearCookies()
      await save(page)
      expect(await page.locator('main').innerText()).toContain('Wat je typte, bewaren we zeven dagen, alleen voor jou')
      await page.locator('main a', { hasText: 'Inloggen' }).click()
      await signInAs(page, 'Iris Bakker')
      expect(page.url()).toBe(file)
      expect(await page.locator('main').innerText()).toContain('Dit typte je eerder')
      expect(await page.inputValue('#notitie')).toBe('Een lange dag, en dan is de sessie om.')
      expect(await page.isChecked('input[value="professionals"]')).toBe(true)
      if (script) expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])
      await save(page)
      expect(await page.locator('.time').innerText()).toContain('Een lange dag')
      await page.goto(file)
      expect(await page.inputValue('#notitie')).toBe('')
    },
  )

  test('two tabs that improve the same note: the second sees both wordings and keeps its own', async () => {
    const page = await signedIn('Iris Bakker')
    await openFile(page, 'Noor')
    await page.fill('#notitie', 'Eerste tekst')
    await save(page)
    await page.getByRole('link', { name: 'Verbeter' }).click()
    const address = page.url()
    const other = await page.context().newPage()
    await other.goto(address)
    await page.fill('#notitie', 'Wat tab een ervan maakte')
    await save(page)
    await other.fill('#notitie', 'Wat tab twee ervan maakte')
    await save(other)
    const text = await other.locator('main').innerText()
    expect(text).toContain('Wat tab een ervan maakte')
    expect(text).toContain('Wat tab twee ervan maakte')
    expect(await other.locator('#notitie').inputValue()).toBe('Wat tab twee ervan maakte')
    expect(await axeFindings(other)).toEqual([])
    await save(other)
    expect(await other.locator('.time').innerText()).toContain('Wat tab twee ervan maakte')
  })

  test.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '𝕳𝖊𝖑𝖕 🙏'.repeat(3),
    "'; drop table notes; --",
  ])('hostile or odd text is text: %s', async (typed) => {
    const page = await signedIn('Iris Bakker', { script: false })
    await openFile(page, 'Noor')
    await page.fill('#notitie', typed)
    await save(page)
    expect(await page.locator('.time .said').first().innerText()).toBe(typed)
  })
})

test('another person’s file is not there, the same as one that does not exist', async () => {
  const iris = await signedIn('Iris Bakker')
  const file = await openFile(iris, 'Noor')
  const id = file.split('/').at(-1) ?? ''
  const tom = await signedIn('Tom Veldhuis')
  const answers: string[] = []
  for (const path of [
    '/bestaat-niet',
    new URL(file).pathname,
    `/werk/dossiers/${id}/met-reden`,
    `/werk/dossiers/${id}/notities/${id}`,
  ]) {
    const response = await tom.goto(at(path))
    answers.push(`${response?.status()} ${(await tom.locator('main').innerText()).replaceAll(path, '')}`)
  }
  expect(new Set(answers).size).toBe(1)
})

test('search is by keyboard alone, and finds a name with a slip in it', async () => {
  const page = await signedIn('Iris Bakker', { width: 320 })
  await openFile(page, 'Willemijn')
  await page.focus('#zoek')
  await page.keyboard.type('Wilemijn')
  await page.keyboard.press('Enter')
  await page.waitForURL(/zoeken$/)
  expect(await page.locator('.mail').first().innerText()).toContain('Willemijn')
  expect(await axeFindings(page)).toEqual([])
  expect(await isTooWide(page)).toBe(false)
})

test('the first page of work says what waits, and nothing sticks out', async () => {
  const page = await signedIn('Iris Bakker', { width: 320 })
  await page.goto(at('/werk'))
  expect(await page.locator('h1').innerText()).toContain('Vandaag')
  expect(await axeFindings(page)).toEqual([])
  expect(await isTooWide(page)).toBe(false)
})

test('who works in two provisions chooses one: none is chosen beforehand, and nothing typed is lost without', async () => {
  const page = await signedIn('Joris Haverman', { width: 320, script: false })
  await page.goto(at('/werk/dossiers/nieuw'))
  expect(await page.inputValue('[name=uitvoering]')).toBe('')
  await page.fill('#naam', 'Roos')
  // Past what the browser itself asks for.
  await page.evaluate("document.querySelector('main form').noValidate = true")
  await page.getByRole('button', { name: 'Open het dossier' }).click()
  expect(await page.locator('.errors').innerText()).toContain('Kies voor welke hulp dit dossier is.')
  expect([await page.inputValue('#naam'), await isTooWide(page)]).toEqual(['Roos', false])
  await page.selectOption('[name=uitvoering]', { label: 'Relatie- en scheidingspunt, Akkerveen' })
  await page.getByRole('button', { name: 'Open het dossier' }).click()
  await page.waitForURL(/\/werk\/dossiers\/[0-9a-f-]{36}$/)
  expect(await page.locator('.file-strip').innerText()).toContain('Relatie- en scheidingspunt')
})
