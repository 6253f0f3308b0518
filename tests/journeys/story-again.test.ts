import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { press } from '../support/asking.ts'
import { axeFindings, isTooWide } from '../support/browser.ts'
import { withDemo } from '../support/demo.ts'
import { everybodyLooks, ownPagesOf } from '../support/story-reading.ts'
import * as road from '../support/story-road.ts'
import * as rule from '../support/story-rule.ts'
import { shot } from '../support/story-shots.ts'

// Three months later parent A of the story asks again: from the form on the street to a file that is closed, and opened
// once more. After each part everybody looks, and sees exactly what the rules say.

const { at, open, signedIn, compareNow } = withDemo()

const pages = new Map<rule.Looking, Page>()
const pageOf = (who: rule.Looking): Page => {
  const page = pages.get(who)
  if (page === undefined) throw new Error(`${who} did not sign in`)
  return page
}

beforeAll(async () => {
  await Promise.all(rule.EVERYBODY.map(async (who) => pages.set(who, await signedIn(rule.nameOf(who)))))
}, 120_000)

let now: rule.Moment = { takenBy: null, isJoined: false, isDirectorCalledIn: false }
/** What was written until now and the addresses that came to be, each with the rule that says for whom. */
const written = new Map<string, rule.Rule>()
const addresses = new Map<string, rule.Rule>()

const isFine = async (page: Page): Promise<void> =>
  expect([await axeFindings(page), await isTooWide(page)]).toEqual([[], false])

/** Everybody looks everywhere: words and addresses are for exactly those of whom the rules say so. */
async function everybodySeesWhatTheRuleSays(): Promise<void> {
  const byRule = (things: ReadonlyMap<string, rule.Rule>) =>
    Object.fromEntries([...things].map(([thing, of]) => [thing, rule.seenBy(of, now)]))
  expect(await everybodyLooks({ pageOf, at }, written.keys(), [...addresses.keys()])).toEqual({
    read: byRule(written),
    opened: byRule(addresses),
  })
}

/** On the side of parent B, and around the children. */
const OTHERS: readonly rule.Looking[] = ['parent B', 'worker of B', 'child of 13', 'worker of the children']
const unasked = new Map<rule.Looking, string>()

/** Of the others those whose pages say anything else than before she asked. */
async function othersWhoNotice(): Promise<rule.Looking[]> {
  const pagesNow = await Promise.all(OTHERS.map((who) => ownPagesOf({ pageOf, at }, who)))
  return OTHERS.filter((who, n) => pagesNow[n] !== unasked.get(who))
}

/** The file of parent A, with the page of the expert on it. */
async function openFile(): Promise<Page> {
  const page = pageOf('worker of A')
  await page.goto(at('/werk/dossiers'))
  await road.follow(page, 'Sanne')
  return page
}

test('the first question of parent A is answered: her trajectory is closed', async () => {
  const page = await openFile()
  addresses.set(road.pathOf(page), rule.file)
  await page.locator('.file-strip a').first().click()
  await road.follow(page, 'Afronden')
  await road.save(page)
  await road.follow(page, 'Afsluiten')
  await road.fillInClosing(page)
  await road.answerVoices(page)
  await road.closeWith(page, 'question-answered')
  expect(await road.main(page)).toContain('Het traject is afgesloten.')
  addresses.set(road.pathOf(page), rule.trajectory)
})

let requestAt = ''

test('[R-018] (a) she asks again by the form for everyone, with a code that tells nothing', async () => {
  const joris = pageOf('worker of A')
  const waiting = async (): Promise<string[]> => {
    await joris.goto(at('/werk/hulpvragen'))
    return joris.locator('tbody a').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
  }
  const before = await waiting()
  await Promise.all(OTHERS.map(async (who) => unasked.set(who, await ownPagesOf({ pageOf, at }, who))))
  const asker = await open('/vraag')
  await road.askAgain(asker)
  await isFine(asker)
  expect(await road.main(asker)).toContain(road.ASKED.words)
  await shot(asker, 'asks-again')
  await press(asker, 'Verstuur')
  const code = await asker.locator('.reference-code strong').innerText()
  await shot(asker, 'code')
  await asker.goto(at('/vraag/stand'))
  await asker.fill('#code', code)
  await press(asker, 'Bekijk')
  expect(await road.main(asker)).not.toMatch(/Sanne|overleg|kinderen|geld|Oosterveld|06 0/i)
  await isFine(asker)
  await shot(asker, 'status')
  requestAt = (await waiting()).find((address) => !before.includes(address)) ?? ''
  addresses.set(requestAt, rule.requestIsThere)
  for (const words of Object.values(road.ASKED)) written.set(words, rule.request)
  await isKnownAgain()
  await everybodySeesWhatTheRuleSays()
  // Once it is known whose it is, it waits for nobody who helps another of that family (decision 25).
  expect(await othersWhoNotice()).toEqual([])
}, 180_000)

/** The coordinator sees that the request is of somebody known; the background task compares each minute. */
async function isKnownAgain(): Promise<void> {
  const femke = pageOf('coordinator')
  await compareNow()
  await expect
    .poll(async () => (await femke.goto(at(requestAt))) && road.main(femke), { timeout: 90_000, interval: 500 })
    .toContain('Lijkt op Sanne')
}

test('[R-038] (b) that she is known here is seen by who watches over requests alone, who gives it to who helps her', async () => {
  written.set('Kennen we dit gezin al?', rule.match)
  const femke = pageOf('coordinator')
  await isKnownAgain()
  await isFine(femke)
  await shot(femke, 'known-already')
  await everybodySeesWhatTheRuleSays()
  await femke.locator('[name=besluit][value=same-person]').check()
  await press(femke, 'Bewaar het besluit')
  now = { ...now, takenBy: 'worker of A', isJoined: true }
}, 180_000)

test('[R-022] [R-024] [R-029] [R-036] (b) who helps her weighs it: how heavy, how safe, what plays a part, and which help was looked at', async () => {
  const joris = pageOf('worker of A')
  await joris.goto(at('/werk'))
  await joris.locator(`main a[href="${requestAt}"]`).first().click()
  await road.weigh(joris)
  expect(await road.main(joris)).toContain(road.ASKED.caution)
  await isFine(joris)
  await shot(joris, 'weighed')
  for (const words of [road.WEIGHED.grade, road.WEIGHED.circumstances, road.WEIGHED.ladder])
    written.set(words, rule.request)
  addresses.set(`${requestAt}/traject`, rule.ofTaker)
  await everybodySeesWhatTheRuleSays()
  expect(await othersWhoNotice()).toEqual([])
})

test('[R-028] [R-038] (c) a trajectory opens in the file that is there, and its worker writes for who may read it', async () => {
  const joris = pageOf('worker of A')
  await joris.goto(at(requestAt))
  await road.follow(joris, 'Start een traject')
  expect(await road.main(joris)).toMatch(/Sanne heeft hier al een dossier\.[\s\S]*Let op: Bel niet in het weekend/)
  await isFine(joris)
  await shot(joris, 'start-known')
  await press(joris, 'Ga verder in dit dossier')
  trajectoryAt = road.pathOf(joris)
  addresses.set(trajectoryAt, rule.trajectory)
  await road.callIn(joris, 'Wieke')
  now = { ...now, isDirectorCalledIn: true }
  const page = await openFile()
  // Of two trajectories one runs: there is one way to log a contact, and no closed one to choose by mistake.
  expect(await page.locator('main a', { hasText: 'Leg een contact vast' }).count()).toBe(1)
  expect(await road.logContact(page)).toMatch(/Sanne, jij en Wieke|Sanne, Wieke en jij/)
  await openFile()
  expect(await road.write(page, road.WORKED.professionals, 'professionals')).toContain('Niemand van het gezin')
  expect(await road.write(page, road.WORKED.safety, 'safety', 'Wieke')).toContain('Verder niemand, ook niet in nood')
  expect(await road.main(page)).toContain(road.WORKED.safety)
  await isFine(page)
  await shot(page, 'file-again')
  written.set(road.WORKED.contact, rule.note('own-file', 'Sanne'))
  written.set(road.WORKED.professionals, rule.note('professionals', 'Sanne'))
  written.set(road.WORKED.safety, rule.note('safety', 'Sanne', ['worker of A', 'director']))
  expect(await othersWhoNotice()).toEqual([])
  await road.addToPlan(pageOf('director'), at('/werk/dossiers'))
  written.set(road.WORKED.plan, rule.plan)
  await everybodySeesWhatTheRuleSays()
})

let trajectoryAt = ''

test('[R-023] [R-067] (d) closing waits for the estimate and for the voice of the children, and then hands over what there is', async () => {
  const joris = pageOf('worker of A')
  await joris.goto(at(trajectoryAt))
  await road.follow(joris, 'Eerste gesprek')
  await road.save(joris)
  await road.follow(joris, 'Dit gesprek was genoeg')
  await road.save(joris)
  expect(await joris.locator('.errors').innerText()).toContain('geweld thuis? Kies een antwoord.')
  await isFine(joris)
  await road.estimate(joris)
  await road.follow(joris, 'Afsluiten')
  await road.fillInClosing(joris)
  await road.closeWith(joris, 'question-answered')
  expect(await joris.locator('.errors').innerText()).toMatch(/stem van/)
  await isFine(joris)
  await shot(joris, 'closing-refused')
  await road.answerVoices(joris)
  await road.closeWith(joris, 'question-answered')
  expect(await road.main(joris)).toMatch(/Het traject is afgesloten\.[\s\S]*Meegegeven/)
  await shot(joris, 'closed')
  addresses.set(`${trajectoryAt}/meegegeven`, rule.trajectory)
  for (const words of [road.CLOSED.form, road.CLOSED.voiceOfJip]) written.set(words, rule.trajectory)
  await everybodySeesWhatTheRuleSays()
  await road.follow(joris, 'Open de lijst om te printen')
  expect(await road.main(joris)).not.toMatch(/Sanne|Lotte|Jip|Mark|scheiding/i)
  await isFine(joris)
  await shot(joris, 'handed-over')
})

test('[R-065] (d) it is opened again by the same two, with who and why on record, and everybody sees what they saw', async () => {
  const joris = pageOf('worker of A')
  await joris.goto(at(trajectoryAt))
  await road.follow(joris, 'Opnieuw openen')
  await road.reopenWith(joris, 'new-event')
  const wieke = pageOf('director')
  await wieke.goto(at(trajectoryAt))
  expect(await road.main(wieke)).toMatch(
    /Afgesloten\s+Joris Haverman[\s\S]*Opnieuw geopend\s+Joris Haverman\s+Er is iets nieuws/,
  )
  await isFine(wieke)
  await shot(wieke, 'reopened')
  await everybodySeesWhatTheRuleSays()
  await pageOf('parent A').goto(at('/mijn'))
  await isFine(pageOf('parent A'))
  await shot(pageOf('parent A'), 'parent-a-after')
  await pageOf('parent B').goto(at('/mijn'))
  await shot(pageOf('parent B'), 'parent-b-after')
})
