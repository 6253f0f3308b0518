/**
 * `npm run screens`: starts the built product with the demo, takes its main pages on a phone and on a desk, and writes
 * them to docs/screens with an index. Then walks the story of the parent who asks again, which takes its own pictures.
 * Invented families only; look at each picture before you commit it.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { BROWSER_ARGUMENTS, startDemo } from './demo-product.ts'
import { run } from './run.ts'

type Shot = {
  /** Name of the file. */
  readonly name: string
  readonly title: string
  /** Name on the sign-in page; nobody for a visitor. */
  readonly as?: string
  readonly path: string
  /** A link on that page to follow first, by its words. */
  readonly follow?: string
}

/** Add a page by adding a line. */
const SHOTS: readonly Shot[] = [
  { name: 'visitor-home', title: 'The home page', path: '/' },
  { name: 'visitor-home-english', title: 'The home page in English', path: '/en' },
  { name: 'visitor-home-arabic', title: 'Where Arabic begins', path: '/ar/g/akkerveen' },
  {
    name: 'visitor-page-arabic',
    title: 'A page to read, in Arabic',
    path: '/ar/g/akkerveen/informatie/uit-elkaar-eerste-week',
  },
  { name: 'visitor-page', title: 'A page to read', path: '/g/akkerveen/informatie/ouderschapsplan' },
  { name: 'visitor-parenting-plan', title: 'Making a parenting plan', path: '/g/akkerveen/ouderschapsplan' },
  { name: 'visitor-steps', title: 'The beginning of somebody’s own steps', path: '/g/akkerveen/stappen' },
  { name: 'visitor-offer', title: 'What there is nearby', path: '/g/akkerveen/hulp-in-de-buurt' },
  { name: 'visitor-schemes', title: 'Schemes of a municipality', path: '/g/akkerveen/regelingen' },
  { name: 'visitor-scheme', title: 'One scheme', path: '/g/akkerveen/regelingen/meedoen-kinderen' },
  { name: 'visitor-check', title: 'The quick check', path: '/g/akkerveen/regelingen/kijken' },
  { name: 'visitor-child', title: 'For a child', path: '/g/akkerveen/informatie/kind-niet-jouw-schuld' },
  { name: 'visitor-child-entrance', title: 'For children, to begin with', path: '/g/akkerveen/begin/ik-ben-een-kind' },
  { name: 'visitor-young-entrance', title: 'For young people, to begin with', path: '/g/akkerveen/begin/ik-ben-jong' },
  { name: 'visitor-statement', title: 'How the site is for everyone', path: '/informatie/toegankelijkheid' },
  { name: 'policy-visits', title: 'Visits to the site', as: 'Tom', path: '/beleid/bezoek' },
  { name: 'manager-offer', title: 'Keeping the local offer', as: 'Mina', path: '/werk/aanbod' },
  { name: 'editor-pages', title: 'Keeping public pages', as: 'Floor', path: '/werk/paginas?toon=all&taal=nl' },
  { name: 'editor-page', title: 'One public page with its versions', as: 'Floor', path: '/werk/paginas/huurhuis/nl' },
  { name: 'editor-text', title: 'Changing the text of a page', as: 'Floor', path: '/werk/paginas/huurhuis/nl/tekst' },
  { name: 'editor-writing', title: 'The writing help', as: 'Floor', path: '/werk/schrijfhulp' },
  { name: 'manager-schemes', title: 'Keeping amounts of schemes', as: 'Mina', path: '/werk/regelingen' },
  { name: 'visitor-entrance', title: 'What there is about money', path: '/begin/geldzorgen' },
  { name: 'visitor-place', title: 'Choosing a municipality', path: '/gemeente' },
  { name: 'visitor-find', title: 'Looking something up', path: '/g/akkerveen/zoeken' },
  { name: 'visitor-sign-in', title: 'Signing in', path: '/inloggen' },
  { name: 'visitor-passports', title: 'How figures are counted', path: '/beleid/paspoorten' },
  { name: 'coordinator-trajectories', title: 'Trajectories', as: 'Iris', path: '/werk/trajecten' },
  { name: 'coordinator-imports', title: 'Files brought in', as: 'Iris', path: '/werk/importeren' },
  { name: 'coordinator-import-new', title: 'Choosing a file', as: 'Iris', path: '/werk/importeren/nieuw' },
  { name: 'coordinator-figures', title: 'Figures of the own files', as: 'Iris', path: '/beleid/cijfers' },
  { name: 'policy-figures', title: 'The dashboard', as: 'Tom', path: '/beleid/cijfers' },
  { name: 'policy-by-referrer', title: 'Small groups together', as: 'Tom', path: '/beleid/cijfers?per=referrer' },
  { name: 'manager-people', title: 'People and their roles', as: 'Mina', path: '/werk/mensen' },
  { name: 'visitor-ask', title: 'Asking for help', path: '/vraag' },
  { name: 'visitor-status', title: 'How far a request is', path: '/vraag/stand' },
  { name: 'visitor-danger', title: 'In danger now', path: '/vraag/nu' },
  { name: 'expert-files', title: 'Files of one worker', as: 'Joris', path: '/werk/dossiers' },
  { name: 'expert-requests', title: 'What residents ask', as: 'Joris', path: '/werk/hulpvragen' },
  { name: 'director-files', title: 'Files of a director', as: 'Wieke', path: '/werk/dossiers' },
  { name: 'child-own-file', title: 'The own file of a child of 13', as: 'Noa', path: '/mijn' },
  { name: 'story-parent-a', title: 'The story: parent A', as: 'Sanne', path: '/mijn' },
  { name: 'story-worker-a', title: 'The story: the expert of A', as: 'Joris', path: '/werk/dossiers', follow: 'Sanne' },
  { name: 'story-parent-b', title: 'The story: parent B', as: 'Mark', path: '/mijn' },
  { name: 'story-worker-b', title: 'The story: the worker of B', as: 'Dirk', path: '/werk/dossiers', follow: 'Mark' },
  { name: 'story-child', title: 'The story: the child of 13', as: 'Jip', path: '/mijn' },
  { name: 'story-worker-child', title: 'The story: their worker', as: 'Lieke', path: '/werk/dossiers', follow: 'Jip' },
  { name: 'story-director', title: 'The story: the director', as: 'Wieke', path: '/werk/dossiers', follow: 'Lotte' },
  { name: 'story-director-safety', title: 'The story: named for safety', as: 'Wieke', path: '/werk/dossiers' },
  { name: 'story-elsewhere', title: 'The story: a colleague elsewhere', as: 'Yara', path: '/werk/dossiers' },
  { name: 'officer-glass', title: 'Files opened with a reason', as: 'Pleun', path: '/werk/met-reden-geopend' },
  { name: 'expert-today', title: 'What waits today', as: 'Joris', path: '/werk' },
  { name: 'coordinator-messages', title: 'Mail that tells nothing', as: 'Iris', path: '/werk/berichten' },
  { name: 'manager-afterwards', title: 'What there is after a trajectory', as: 'Mina', path: '/werk/daarna' },
  { name: 'manager-systems', title: 'Other systems and their keys', as: 'Mina', path: '/werk/systemen' },
  { name: 'manager-place', title: 'Settings of the municipality', as: 'Mina', path: '/werk/gemeente' },
  { name: 'visitor-names', title: 'What things are called here', path: '/g/wolderzijl/begrippen' },
  { name: 'visitor-ask-here', title: 'Asking for help in one municipality', path: '/g/akkerveen/vraag' },
  { name: 'editor-campaigns', title: 'Campaigns, counted', as: 'Floor', path: '/werk/campagnes' },
  { name: 'editor-names', title: 'Names of a region', as: 'Floor', path: '/werk/namen' },
  { name: 'editor-words', title: 'Words for search', as: 'Floor', path: '/werk/namen/zoekwoorden' },
  { name: 'editor-steps', title: 'Keeping the step plan', as: 'Floor', path: '/werk/stappenplan' },
  {
    name: 'editor-step-question',
    title: 'A question of the step plan',
    as: 'Floor',
    path: '/werk/stappenplan/vragen/together',
  },
  { name: 'editor-stories', title: 'Stories', as: 'Floor', path: '/werk/verhalen' },
  { name: 'manager-partners', title: 'Partners', as: 'Mina', path: '/werk/partners' },
  {
    name: 'manager-own-scheme',
    title: 'A scheme of the municipality itself',
    as: 'Mina',
    path: '/werk/regelingen/eigen',
  },
  { name: 'policy-gaps', title: 'Supply and demand', as: 'Tom', path: '/beleid/aanbod-en-vraag' },
]

/** What the journey of the parent who asks again takes on its way, by `shot` in `tests/journeys/story-again.test.ts`. */
const ON_THE_WAY: readonly Shot[] = [
  { name: 'story-asks-again', title: 'Again: parent A looks over what she asks', path: '/vraag/stel' },
  { name: 'story-code', title: 'Again: a code that tells nothing', path: '/vraag/stel' },
  { name: 'story-status', title: 'Again: how far it is', path: '/vraag/stand' },
  { name: 'story-known-already', title: 'Again: the coordinator sees who it is', path: '/werk/hulpvragen/…' },
  { name: 'story-weighed', title: 'Again: weighed by the expert of A', path: '/werk/hulpvragen/…' },
  { name: 'story-start-known', title: 'Again: on in the file that is there', path: '/werk/hulpvragen/…/traject' },
  { name: 'story-file-again', title: 'Again: the file, with who reads what', path: '/werk/dossiers/…' },
  { name: 'story-closing-refused', title: 'Again: closing waits', path: '/werk/trajecten/…/afsluiten/closed' },
  { name: 'story-closed', title: 'Again: closed', path: '/werk/trajecten/…' },
  { name: 'story-handed-over', title: 'Again: what is handed over', path: '/werk/trajecten/…/meegegeven' },
  { name: 'story-reopened', title: 'Again: opened once more', path: '/werk/trajecten/…' },
  { name: 'story-parent-a-after', title: 'Again: what parent A reads', path: '/mijn' },
  { name: 'story-parent-b-after', title: 'Again: what parent B reads', path: '/mijn' },
]

/** What the journey of a manager who makes a programme takes on its way, in `tests/journeys/programmes.test.ts`. */
const MADE: readonly Shot[] = [
  { name: 'story-class-begun', title: 'Family class: the manager begins', path: '/werk/programmas' },
  {
    name: 'story-class-question',
    title: 'Family class: a question with its answers',
    path: '/werk/programmas/concept/…/questions/2',
  },
  {
    name: 'story-class-preview',
    title: 'Family class: the preview as policy sees it',
    path: '/werk/programmas/concept/…/voorbeeld',
  },
  { name: 'story-class-right', title: 'Family class: everything is right', path: '/werk/programmas/concept/…' },
  {
    name: 'story-class-given',
    title: 'Family class: published, and given to an organisation',
    path: '/werk/programmas/gezinsklas',
  },
  {
    name: 'story-class-figure-two',
    title: 'Family class: two children, as the organisation counts',
    path: '/beleid/cijfers',
  },
  { name: 'story-class-figure', title: 'Family class: the figure of the manager', path: '/beleid/cijfers' },
]

/** What the journeys through somebody's own steps take on their way, in `tests/journeys/steps.test.ts`. */
const STEPS: readonly Shot[] = [
  { name: 'story-steps-question', title: 'Own steps: a question', path: '/g/akkerveen/stappen' },
  { name: 'story-steps-parent', title: 'Own steps: a parent with two children', path: '/g/akkerveen/stappen' },
  { name: 'story-steps-large', title: 'Own steps: in large letters', path: '/g/akkerveen/stappen' },
  { name: 'story-steps-afraid', title: 'Own steps: who is afraid', path: '/g/akkerveen/stappen' },
]

const WIDTHS = [360, 1280] as const
const FOLDER = 'docs/screens'
/** A long list need not be shown to its end. */
const MOST_HEIGHT = 2400

const product = await startDemo()
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: BROWSER_ARGUMENTS,
})
try {
  await takeAll(browser, product.address)
  writeFileSync(join(FOLDER, 'README.md'), indexOf([...SHOTS, ...ON_THE_WAY, ...MADE, ...STEPS]))
} finally {
  await browser.close()
  product.stop()
}
const walk = [
  ...['run', '--project', 'journeys', 'tests/journeys/story-again.test.ts', 'tests/journeys/programmes.test.ts'],
  'tests/journeys/steps.test.ts',
]
const walked = await run([process.execPath, 'node_modules/vitest/vitest.mjs', ...walk], {
  env: { VOORVELD_STORY_SCREENS: FOLDER, VOORVELD_TEST_DATABASE: 'embedded' },
  show: true,
})
if (walked.code !== 0) throw new Error('the story did not walk to its end')

async function takeAll(from: Browser, address: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  for (const width of WIDTHS) {
    for (const [as, shots] of Map.groupBy(SHOTS, (shot) => shot.as)) {
      const context = await from.newContext({ viewport: { width, height: 800 }, locale: 'nl-NL' })
      const page = await context.newPage()
      if (as !== undefined) await signIn(page, address, as)
      for (const shot of shots) await take(page, `${address}${shot.path}`, `${shot.name}-${width}.png`, shot.follow)
      await context.close()
    }
  }
}

async function signIn(page: Page, address: string, name: string): Promise<void> {
  await page.goto(`${address}/inloggen`)
  const button = page.getByRole('button', { name: new RegExp(`\\b${name}\\b`) }).first()
  // Only the most telling people stand open.
  if (!(await button.isVisible())) await page.locator('main details', { hasText: name }).locator('summary').click()
  await button.click()
  await page.waitForURL((url) => !url.pathname.startsWith('/inloggen'))
}

async function take(page: Page, address: string, file: string, link?: string): Promise<void> {
  const answer = await page.goto(address)
  if (answer?.ok() !== true) throw new Error(`${address} answered ${answer?.status()}`)
  if (link !== undefined) await page.locator('main a', { hasText: link }).first().click()
  const height = Number(await page.evaluate('document.documentElement.scrollHeight'))
  const clip = { x: 0, y: 0, width: page.viewportSize()?.width ?? 0, height: Math.min(height, MOST_HEIGHT) }
  await page.screenshot({ path: join(FOLDER, file), fullPage: true, clip })
}

function indexOf(shots: readonly Shot[]): string {
  return [
    '# Screens',
    '',
    'The demo, with families that never existed, at 360 and 1280 px. Made by `npm run screens`; do not edit by hand.',
    '',
    '| Page | Address | On a phone | On a desk |',
    '|---|---|---|---|',
    ...shots.map(
      ({ name, title, path }) =>
        `| ${title} | \`${path}\` | ${WIDTHS.map((width) => `[${width} px](${name}-${width}.png)`).join(' | ')} |`,
    ),
    '',
  ].join('\n')
}
