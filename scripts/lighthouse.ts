/**
 * `npm run lighthouse`: starts the built product with the demo and measures its main public pages as a slow phone, three
 * times each. Writes the medians to docs/lighthouse.md, and fails when one that must be 100 is not.
 */
import { writeFileSync } from 'node:fs'
import { type Flags, navigation } from 'lighthouse'
import { launch, type Page } from 'puppeteer-core'
import { chromium } from './chromium.ts'
import { BROWSER_ARGUMENTS, startDemo } from './demo-product.ts'

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
type Category = (typeof CATEGORIES)[number]
const RUNS = 3
const HERE = '/g/akkerveen'

type Measured = {
  readonly title: string
  readonly path: string
  /** What somebody presses, with what is chosen, before the page that is measured is asked for; the last press leads to it. */
  readonly presses?: readonly Press[]
  /** Pages of one person are kept out of search engines, which costs them points there on purpose. */
  readonly isPersonal?: true
}
type Press = Readonly<Record<string, string>>

const PARENT: readonly Press[] = [
  ...[{ afraid: 'no' }, { together: 'married' }, { stage: 'going' }, { children: 'under-12' }],
  ...[{ authority: 'yes' }, { home: 'rented' }, { money: 'tight' }, { agree: 'partly' }],
]
const HOUSEHOLD: Press = {
  ...{ leeftijd: 'middle', wonen: 'alone', kinderen: '7, 12', inkomen: '1500', spaargeld: '2000', huis: 'rent' },
}

/** Add a page by adding a line. */
const PAGES: readonly Measured[] = [
  { title: 'Home', path: '/' },
  { title: 'Home of a municipality, in English', path: `/en${HERE}` },
  { title: 'A page to read', path: `${HERE}/informatie/ouderschapsplan` },
  { title: 'For a child', path: `${HERE}/begin/ik-ben-een-kind` },
  { title: 'Local offer', path: `${HERE}/hulp-in-de-buurt` },
  { title: 'Schemes', path: `${HERE}/regelingen` },
  { title: 'Quick check', path: `${HERE}/regelingen/kijken` },
  { title: 'Quick check: the outcome', path: `${HERE}/regelingen/kijken`, presses: [HOUSEHOLD], isPersonal: true },
  { title: 'Parenting plan helper', path: `${HERE}/ouderschapsplan` },
  { title: 'Own steps: begin', path: `${HERE}/stappen`, isPersonal: true },
  { title: 'Own steps: a question', path: `${HERE}/stappen`, presses: [{}], isPersonal: true },
  { title: 'Own steps: the result', path: `${HERE}/stappen`, presses: [{}, ...PARENT], isPersonal: true },
]

/** Runs in the page. */
const PRESS = `(choices) => {
  const form = document.querySelector('main form')
  for (const [name, value] of Object.entries(choices)) {
    const field = form.elements.namedItem(name)
    if (field?.type === 'text') field.value = value
    else form.querySelector(\`[name="\${name}"][value="\${value}"]\`).click()
  }
  form.addEventListener('submit', (event) => event.stopPropagation())
  form.requestSubmit(form.querySelector('button:not(.back)'))
}`

const HEAD = [
  '# Lighthouse',
  '',
  `The main public pages of the demo as a slow phone, the middle of ${RUNS} runs. Made by \`npm run lighthouse\`; do not edit by`,
  'hand. The steps of one person are kept out of search engines on purpose.',
  '',
  '| Page | Address | Performance | Accessibility | Best practices | SEO |',
  '|---|---|--:|--:|--:|--:|',
]

const found = await chromium()
if (!('path' in found)) throw new Error(found.how)
const product = await startDemo()
const browser = await launch({ executablePath: found.path, headless: 'shell', args: BROWSER_ARGUMENTS })
const rows: string[] = []
const below: string[] = []
try {
  for (const page of PAGES) {
    const scores = await medians(page)
    const row = `| ${page.title} | \`${page.path}\` | ${CATEGORIES.map((name) => scores[name]).join(' | ')} |`
    process.stdout.write(`${row}\n`)
    rows.push(row)
    for (const name of CATEGORIES)
      if (scores[name] < 100 && !(name === 'seo' && page.isPersonal === true))
        below.push(`${page.title}: ${name} ${scores[name]}`)
  }
} finally {
  await browser.close()
  product.stop()
}
writeFileSync('docs/lighthouse.md', [...HEAD, ...rows, ''].join('\n'))
if (below.length > 0) throw new Error(`below 100: ${below.join(', ')}`)

type Scores = Record<Category, number>
function each(of: (name: Category) => number): Scores {
  return {
    ...{ performance: of('performance'), accessibility: of('accessibility') },
    ...{ 'best-practices': of('best-practices'), seo: of('seo') },
  }
}

/** Of each category the middle of the runs, 0 to 100. */
async function medians(measured: Measured): Promise<Scores> {
  const runs: Scores[] = []
  for (let nth = 0; nth < RUNS; nth++) runs.push(await scoresOf(measured))
  return each((name) => {
    const sorted = runs.map((run) => run[name]).toSorted((a, b) => a - b)
    return Math.round((sorted[(RUNS - 1) / 2] ?? 0) * 100)
  })
}

async function scoresOf({ path, presses = [] }: Measured): Promise<Scores> {
  const context = await browser.createBrowserContext()
  const page = await context.newPage()
  try {
    const address = product.address + path
    const last = presses.at(-1)
    if (last !== undefined) {
      await page.goto(address)
      for (const press of presses.slice(0, -1)) await Promise.all([page.waitForNavigation(), pressOn(page, press)])
    }
    const flags: Flags = { logLevel: 'error', onlyCategories: [...CATEGORIES] }
    const ran = await navigation(page, last === undefined ? address : () => pressOn(page, last), { flags })
    return each((name) => ran?.lhr.categories[name]?.score ?? 0)
  } finally {
    await context.close()
  }
}

/** Chooses and goes on to a new page, as it is without script: Lighthouse measures how pages load. */
async function pressOn(page: Page, choices: Press): Promise<void> {
  await page.evaluate(`(${PRESS})(${JSON.stringify(choices)})`)
}
