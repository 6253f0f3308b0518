import type { Page } from 'playwright-core'
import { vi } from 'vitest'
import { heading, press } from './asking.ts'

/** What people answer, page by page, by the words on the screen. */
export const PARENT = [
  ['Nee'],
  ['Getrouwd'],
  ['We gaan uit elkaar'],
  ['Ja, jonger dan 12 jaar', 'Ja, van 12 tot en met 17 jaar'],
  ['Ja'],
  ['In een huurhuis'],
  ['Ik weet niet of ik rondkom'],
  ['Over sommige dingen'],
] as const
export const COUPLE = [
  ['Nee'],
  ['We wonen of woonden samen, zonder te trouwen'],
  ['We gaan uit elkaar'],
  ['Nee'],
  ['In een koophuis'],
  ['Geen zorgen'],
  ['Ja, over het meeste'],
] as const
export const AFRAID = [
  ['Ja'],
  ['Getrouwd'],
  ['Ja, jonger dan 12 jaar'],
  ['Ja'],
  ['In een huurhuis'],
  ['Geen zorgen'],
  ['Dat weet ik niet zeker'],
  ['Alleen met de telefoon van een ander'],
] as const

/** Presses a button, and waits until the page says something else. */
export async function pressOn(page: Page, words: string): Promise<void> {
  const before = await saidOn(page)
  await press(page, words)
  await vi.waitFor(
    async () => {
      if ((await saidOn(page)) === before) throw new Error(`nothing happened after ${words}`)
    },
    { timeout: 15_000, interval: 50 },
  )
  await page.waitForLoadState()
}

const saidOn = async (page: Page): Promise<string> => {
  try {
    return await page.locator('main').innerText({ timeout: 5_000 })
  } catch {
    return 'on its way'
  }
}

/** Answers each page in turn; `look` sees every page before it is answered. */
export async function answerAll(
  page: Page,
  answers: readonly (readonly string[])[],
  look: (page: Page) => Promise<void> = async () => undefined,
): Promise<void> {
  for (const labels of answers) {
    await look(page)
    for (const label of labels) await page.getByLabel(label, { exact: true }).check()
    await pressOn(page, 'Verder')
  }
}

/** The titles of the steps, with their numbers. */
export const stepsOn = async (page: Page): Promise<string[]> =>
  (await page.locator('.todo h3').allInnerTexts()).map((title) => title.replaceAll(/\s+/g, ' '))

export const isOnSteps = async (page: Page): Promise<boolean> => (await heading(page)).startsWith('Jouw stappen')
