import type { Page } from 'playwright-core'

/** What somebody fills in on a form, by name of field: a text or a choice; a list is ticked. */
type Filled = Readonly<Record<string, string | readonly string[]>>
/** A part of the programme, the thing in it (from 1, or a new one), and what is filled in there. */
type Filling = readonly [part: string, thing: string, filled: Filled]

const both = (name: string, nl: string, en: string): Filled => ({ [`${name}/nl`]: nl, [`${name}/en`]: en })

const question = (nl: string, en: string, rest: Filled): Filled => ({
  ...both('ask', nl, en),
  ...both('purpose', 'Het kind hulp geven die past.', 'To give the child help that fits.'),
  ...{ keepMonths: '12', asked: 'registration', ...rest },
})

const passport = (definition: Filled): Filled => ({
  ...definition,
  ...both('passport/numerator', 'Aantal kinderen.', 'Number of children.'),
  ...both('passport/source', 'Registratie van de school', 'Registration by the school'),
  ...both('passport/frequency', 'Op elke peildatum', 'On any reference day'),
  ...both('passport/owner', 'Coördinator', 'Coordinator'),
  'passport/validFrom': '2026-01-01',
})

const unit = both('unit', 'kinderen', 'children')

/** a class in school hours for a child up to grade 8 and relatives, with class goals and home goals, without indication. */
export const FAMILY_CLASS: { readonly nl: string; readonly en: string; readonly pages: readonly Filling[] } = {
  ...{ nl: 'Gezinsklas', en: 'Family class' },
  pages: [
    [
      'basics',
      'nieuw',
      {
        ...both('summary', 'Samen met je kind in de klas leren, onder schooltijd.', 'Learn in class with your child.'),
        about: 'person',
      },
    ],
    [
      'questions',
      'nieuw',
      question('In welke kern woont het kind?', 'In which village does the child live?', { type: 'place' }),
    ],
    [
      'questions',
      'nieuw',
      question('In welke groep zit het kind?', 'In which grade is the child?', {
        ...{ type: 'choice', required: ['ja'] },
        ...both('options/0/name', 'Groep 1 tot en met 4', 'Grade 1 to 4'),
        ...both('options/1/name', 'Groep 5 tot en met 8', 'Grade 5 to 8'),
      }),
    ],
    [
      'questions',
      'nieuw',
      question('Welke familie doet mee?', 'Which relatives take part?', {
        type: 'many',
        ...both('options/0/name', 'Een ouder', 'A parent'),
        ...both('options/1/name', 'Andere familie', 'Other relatives'),
      }),
    ],
    [
      'questions',
      'nieuw',
      question('Wat is het doel in de klas?', 'What is the goal in class?', { type: 'text', asked: 'intake' }),
    ],
    [
      'questions',
      'nieuw',
      question('Wat is het doel thuis?', 'What is the goal at home?', { type: 'text', asked: 'intake' }),
    ],
    ['anchors', 'nieuw', both('name', 'Eerste les', 'First lesson')],
    [
      'milestones',
      'nieuw',
      {
        ...both('name', 'Gesprek met de leraar', 'Talk with the teacher'),
        ...{ anchor: 'eerste-les', 'at/weeks': '6', who: ['family', 'worker'] },
      },
    ],
    [
      'groupings',
      'nieuw',
      { ...both('name', 'Groep', 'Grade'), question: 'in-welke-groep-zit-het-kind', small: 'hide' },
    ],
    [
      'measures',
      'nieuw',
      {
        ...both('name', 'Kinderen in de gezinsklas', 'Children in the family class'),
        ...unit,
        ...{ counts: 'trajectories', groupings: ['groep'] },
        ...passport(
          both(
            'passport/definition',
            'Alle kinderen die op of voor de peildatum zijn aangemeld.',
            'All children registered on or before the reference day.',
          ),
        ),
      },
    ],
  ],
}

/** Fills in a form by its names; what stands folded is opened first. */
export async function fillIn(page: Page, filled: Filled): Promise<void> {
  for (const [name, value] of Object.entries(filled)) {
    const field = page.locator(`[name="${name}"]`).first()
    const folded = page.locator('main details:not([open])', { has: page.locator(`[name="${name}"]`) })
    if ((await folded.count()) > 0) await folded.first().locator('summary').click()
    if (typeof value !== 'string') for (const one of value) await page.check(`[name="${name}"][value="${one}"]`)
    else if ((await field.evaluate((node) => node.nodeName)) === 'SELECT') await field.selectOption(value)
    else await field.fill(value)
  }
}

const press = (page: Page, value: string): Promise<void> =>
  page.locator(`main button[value="${value}"]`).first().click()

/** Begins a programme from nothing and fills in every part, as a manager does; gives where the draft stands. */
export async function writeProgramme(page: Page, at: (path: string) => string, given = FAMILY_CLASS): Promise<string> {
  await page.goto(at('/werk/programmas'))
  await fillIn(page, { naam: given.nl, 'naam-engels': given.en })
  await page.locator('main form button').last().click()
  await page.waitForURL(/\/concept\/[0-9a-f-]{36}$/)
  const draft = page.url()
  for (const [part, thing, filled] of given.pages) {
    await page.goto(`${draft}/${part}/${thing}`)
    await fillIn(page, filled)
    await press(page, 'bewaar')
    await page.waitForURL(/gedaan=/)
  }
  return draft
}

/** Publishes the draft and gives the programme to an organisation. */
export async function publishAndGive(page: Page, draft: string, organisation: string): Promise<void> {
  await page.goto(draft)
  await press(page, 'publiceer')
  await page.waitForURL(/gedaan=gepubliceerd/)
  await page.locator('[name=organisatie]').selectOption({ label: organisation })
  await press(page, 'geef')
  await page.waitForURL(/gedaan=gegeven/)
}
