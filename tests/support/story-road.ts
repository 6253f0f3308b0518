import type { Page } from 'playwright-core'
import { choose, choosePlace, press } from './asking.ts'

// The road of parent A, as it is walked in the browser: asking, weighing, working and closing.

export const main = (page: Page): Promise<string> => page.locator('main').innerText()
export const follow = (page: Page, name: string): Promise<void> =>
  page.locator('main a', { hasText: name }).first().click()
export const save = (page: Page): Promise<void> => page.locator('main form button').last().click()
const check = (page: Page, name: string, ...values: string[]): Promise<void[]> =>
  Promise.all(values.map((value) => page.locator(`input[name="${name}"][value="${value}"]`).check()))
/** Answers what is not answered yet; the rest stands folded away. */
const answer = async (page: Page, name: string, value: string): Promise<void> => {
  const input = page.locator(`input[name="${name}"][value="${value}"]`)
  if (await input.isVisible()) await input.check()
}
/** The path of the page, without what was just done. */
export const pathOf = (page: Page): string => new URL(page.url()).pathname

export const ASKED = {
  words: 'Sinds de verhuizing lukt het overleg over de kinderen niet meer.',
  caution: 'Bel niet in het weekend dat de kinderen bij Mark zijn.',
}

/** Parent A asks on a phone, in own words, as far as the review. */
export async function askAgain(page: Page): Promise<void> {
  await press(page, 'Begin')
  await choosePlace(page, 'Oosterveld (Akkerveen)')
  await choose(page, 'Ouder, of (ex-)partner')
  await page.fill('textarea', ASKED.words)
  await choose(page, 'Uit elkaar gaan, of uit elkaar zijn', 'Geld of schulden')
  await choose(page, 'Bel me')
  await page.fill('[name=phone]', '06 00000001')
  await choose(page, 'Nee, spreek niets in', 'In de ochtend')
  await page.fill('[name=caution]', ASKED.caution)
  await choose(page, 'Nee, alleen ik')
  await page.fill('[name=name]', 'Sanne')
  await press(page, 'Verder')
}

export const WEIGHED = {
  grade: 'Twee gesprekken aan tafel zijn genoeg.',
  circumstances: 'Er is een maand huur achter.',
  noHelp: 'Te ingewikkeld',
  ladder: 'De buurvrouw vangt op, maar wil er niet tussen zitten.',
}

/** The expert notes what plays a part, which help was looked at, how heavy it is and whether it is safe. */
export async function weigh(page: Page): Promise<void> {
  await follow(page, 'Leg vast wat er speelt')
  await page.fill('[name=words]', WEIGHED.circumstances)
  await check(page, 'money', 'yes')
  await check(page, 'housing', 'may-lose-home')
  await check(page, 'no-help-before', 'complicated')
  await press(page, 'Bewaar')
  await follow(page, 'Leg vast welke hulp je bekeek')
  await check(page, 'network', 'rejected')
  await page.fill('[name=network-why]', WEIGHED.ladder)
  await check(page, 'light', 'used')
  await press(page, 'Bewaar')
  await check(page, 'zwaarte', 'B')
  await page.fill('[name=waarom]', WEIGHED.grade)
  await press(page, 'Bewaar de zwaarte')
  await check(page, 'kinderen', 'concern')
  await check(page, 'geweld', 'none-seen')
  await press(page, 'Bewaar de inschatting')
}

export const WORKED = {
  contact: 'Sanne wil de vakantie op papier, zonder ruzie aan de deur.',
  professionals: 'Bij de bank navragen of uitstel van huur kan.',
  safety: 'Sanne vertelt dat Mark onverwacht voor het huis stond.',
  plan: 'De vakantieweken staan voor 1 maart vast',
}

/** A contact with what was said; gives who reads it, as the field says. */
export async function logContact(page: Page): Promise<string> {
  await follow(page, 'Leg een contact vast')
  await page.fill('[name=minuten]', '45')
  await page.getByLabel('Ondersteunen', { exact: true }).check()
  await page.fill('[name=notitie]', WORKED.contact)
  const readers = await page.locator('.readers:visible').innerText()
  await save(page)
  return readers
}

/** A note on the page of the file, that belongs there or is closed further; gives who reads it, as the field says. */
export async function write(page: Page, text: string, belongs: string, named?: string): Promise<string> {
  await page.fill('#notitie', text)
  await check(page, 'hoort-in', belongs)
  if (named !== undefined) await page.locator('.named label', { hasText: named }).click()
  const readers = await page.locator('.readers:visible').innerText()
  await press(page, 'Bewaar notitie')
  return readers
}

/** Calls a colleague in beside oneself, from the page of the trajectory. */
export async function callIn(page: Page, name: string): Promise<void> {
  await follow(page, 'Wie werkt eraan')
  const option = page.locator('[name=collega] option', { hasText: name }).first()
  await page.selectOption('[name=collega]', (await option.getAttribute('value')) ?? '')
  await press(page, 'Bewaar')
}

export const CLOSED = {
  voice: 'Lotte praat met haar eigen medewerker.',
  voiceOfJip: 'Jip heeft een eigen medewerker en wil hier niets zeggen.',
  form: 'Praat liever alleen.',
}

/** Everything that closing asks beside the voice of the children and the reason. */
export async function fillInClosing(page: Page): Promise<void> {
  for (const name of ['parent-role-apart', 'aware-of-effect', 'own-strength', 'conflicts-fewer'])
    await answer(page, name, 'yes')
  await answer(page, 'needs-weighed', 'unknown')
  await answer(page, 'otherwise', 'nothing')
  await answer(page, 'otherwise-certainty', 'not-known')
  await answer(page, 'otherwise-source', 'worker')
  await answer(page, 'relation', 'marriage')
  await answer(page, 'separation-phase', 'separated')
  await answer(page, 'money-worries', 'no')
  await answer(page, 'housing', 'no-worry')
  await answer(page, 'law', 'no-law')
  await answer(page, 'form', 'individual')
  if (await page.locator('[name=form-why]').isVisible()) await page.fill('[name=form-why]', CLOSED.form)
  await answer(page, 'handed-over', 'parents-meet')
}

/** Why each child was not heard here. */
export async function answerVoices(page: Page): Promise<void> {
  await page.getByLabel(/Lotte/).last().fill(CLOSED.voice)
  await page.getByLabel(/Jip/).last().fill(CLOSED.voiceOfJip)
}

/** Closes, with this reason, and with the first of what can be handed over. */
export async function closeWith(page: Page, reason: string): Promise<void> {
  await check(page, 'reden', reason)
  await page.locator('[name=meegeven]').first().check()
  await page.getByRole('button', { name: 'Afsluiten', exact: true }).click()
}

/** The director adds a line to the shared plan, from the file of the child. */
export async function addToPlan(page: Page, files: string): Promise<void> {
  await page.goto(files)
  await follow(page, 'Lotte')
  await page.getByText('Voeg doel of actie toe').click()
  await page.fill('#plan-zin', WORKED.plan)
  await press(page, 'Voeg toe aan het plan')
}

/** Says how safe it is and whether money plays a part, and takes the step. */
export async function estimate(page: Page): Promise<void> {
  await check(page, 'risk-estimate', 'none-seen')
  await answer(page, 'money-worries', 'no')
  await save(page)
}

/** Opens a closed trajectory again for this reason. */
export async function reopenWith(page: Page, reason: string): Promise<void> {
  await check(page, 'reden', reason)
  await save(page)
}
