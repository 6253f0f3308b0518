import { expect, test } from 'vitest'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withSharedDemo } from '../support/demo.ts'

const { at, signedIn } = withSharedDemo()

test('a manager makes a team, puts somebody in and out again, and closes it when it is empty', async () => {
  const page = await signedIn('Mina de Wit', { width: 320 })
  await page.goto(at('/werk/mensen'))
  await page.getByRole('link', { name: 'Teams', exact: true }).click()
  expect([await isTooWide(page), await axeFindings(page)]).toEqual([false, []])
  await page.getByRole('link', { name: 'Teams instellen van Scheidingspunt Veenstroom' }).click()
  expect([await isTooWide(page), await axeFindings(page)]).toEqual([false, []])

  await page.getByLabel('Naam van het team').fill('team polder')
  await page.getByRole('button', { name: 'Maak het team' }).click()
  await page.getByRole('link', { name: 'Er is hier al een team met de naam team polder' }).waitFor()
  expect([await isTooWide(page), await axeFindings(page)]).toEqual([false, []])
  await page.getByLabel('Naam van het team').fill('Team Brug')
  await page.getByRole('button', { name: 'Maak het team' }).click()
  await page.getByText('Het team is er.').waitFor()

  await page.getByLabel('Naam', { exact: true }).selectOption({ label: 'Lieke Overkamp' })
  await page.locator('#erin-team').selectOption({ label: 'Team Brug' })
  await page.getByLabel('Rol', { exact: true }).selectOption('separation-expert')
  await page.getByRole('button', { name: 'Zet in het team' }).click()
  await page.getByText('Deze persoon zit nu in het team.').waitFor()
  const brug = page.getByRole('region', { name: 'Team Brug' })
  await brug.getByText('Naam of sluiten: Team Brug').click()
  await brug.getByRole('button', { name: 'Sluit dit team' }).click()
  await page.getByText('In dit team werken nog mensen').waitFor()
  expect([await isTooWide(page), await axeFindings(page)]).toEqual([false, []])

  await brug.getByRole('button', { name: 'Naar de hele organisatie Lieke Overkamp' }).click()
  await page.getByText('Deze persoon werkt nu voor de hele organisatie.').waitFor()
  await brug.getByText('Naam of sluiten: Team Brug').click()
  await brug.getByRole('button', { name: 'Sluit dit team' }).click()
  await page.getByText('Gesloten: Team Brug.').waitFor()
})

test('a coordinator narrows the list to a team and keeps that as a filter', async () => {
  const page = await signedIn('Femke Rietveldt', { width: 320 })
  await page.goto(at('/werk/trajecten'))
  const count = async () => Number((await page.locator('h1 + p').innerText()).replace(/\D/g, ''))
  const all = await count()
  const of: number[] = []
  for (const name of ['Team Polder', 'Team Oever', 'Team Geld']) {
    await page.getByLabel('Team', { exact: true }).selectOption({ label: name })
    await page.getByRole('button', { name: 'Toon' }).click()
    of.push(await count())
  }
  expect(of[0]).toBeGreaterThan(100)
  expect(of[1]).toBeGreaterThan(100)
  expect(of.reduce((sum, n) => sum + n, 0)).toBe(all)
  await page.getByLabel('Team', { exact: true }).selectOption({ label: 'Team Oever' })
  await page.getByRole('button', { name: 'Toon' }).click()
  await page.getByLabel('Bewaar dit filter onder een naam').fill('Onze oever')
  await page.getByRole('button', { name: 'Bewaar filter' }).click()
  await page.goto(at('/werk/trajecten'))
  await page.getByRole('link', { name: 'Onze oever' }).click()
  expect(await count()).toBe(of[1])
  expect([await isTooWide(page), await axeFindings(page)]).toEqual([false, []])
})

test('a director chooses among the teams of the own work', async () => {
  const page = await signedIn('Wieke Storm', { width: 320 })
  await page.goto(at('/werk/trajecten'))
  expect(await page.getByLabel('Team', { exact: true }).locator('option').allInnerTexts()).toEqual([
    ...['Alle teams', 'Team Geld', 'Team Polder'],
  ])
})
