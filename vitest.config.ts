import { globSync, readFileSync } from 'node:fs'
import { configDefaults, defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { CORES } from './scripts/run.ts'

// Kinds of test, told apart by where they stand and what they import:
// - house-rules: about the code itself, part of `npm run check`;
// - journeys: a browser walks the running product, on the last kind of database that is tested;
// - first-journeys: the same on the embedded database, which is what somebody sees who starts it for the first time;
// - database: imports tests/support; runs once for each kind of database (VOORVELD_TEST_DATABASE=embedded|server). What asks
//   everything of every page, form or endpoint can be left out for one of them (VOORVELD_TEST_SWEEPS=no): the doors are the same;
// - rules: everything else, in memory.
const NEEDS_DATABASE =
  /with-homes\.ts'|from '[^']*\/support\/(?!attackers|browser|ways|counted-regions|forms|households|microdata|offers|programmes|step-plan-edits|workbooks)[\w-]+\.ts'/
const OUTSIDE = ['node_modules/**', 'build/**', 'data/**']

const all = globSync('**/*.test.{ts,tsx}', { exclude: OUTSIDE })
const journeys = all.filter((file) => file.startsWith('tests/journeys/'))
const isFirst = (file: string) => ['starting', 'first-landing', 'import'].some((name) => file.includes(`/${name}.`))
const database = all.filter((file) => !journeys.includes(file) && NEEDS_DATABASE.test(readFileSync(file, 'utf8')))
const houseRules = all.filter((file) => file.startsWith('tests/house-rules/') && !database.includes(file))
const rules = all.filter((file) => ![journeys, database, houseRules].some((kind) => kind.includes(file)))

/** What asks everything of everything. They share the project with the others: a thread ends where the next file is of another. */
const SWEEPS = [
  ...['hostile/every-form', 'hostile/every-endpoint', 'disclosure/everything-hidden', 'disclosure/systems'],
].map((name) => `tests/${name}.test.ts`)
const isAsked = (file: string) => process.env.VOORVELD_TEST_SWEEPS !== 'no' || !SWEEPS.includes(file)

/** Breaking a rule on purpose replaces it for the next file too; all others share what is read and compiled. */
const isApart = (file: string) => file.endsWith('mutations.test.ts')

/** What takes minutes begins first, so that no worker waits for it at the end. */
const LONGEST = [
  ...['access/mutations', 'disclosure/mutations'],
  ...['durability/import-run', 'hostile/every-form', 'disclosure/everything-hidden', 'durability/kill'],
  ...['disclosure/pairs', 'access/database', 'jobs/queue'],
  ...['journeys/every-page', 'journeys/valid-html', 'journeys/step-plan', 'journeys/taking-up', 'journeys/steps'],
]
const place = ({ moduleId }: TestSpecification): number => {
  const at = LONGEST.findIndex((name) => moduleId.includes(name))
  return at < 0 ? LONGEST.length : at
}
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b))
  }
}

const project = (
  name: string,
  include: string[],
  more: { globalSetup?: string[]; setupFiles?: string[]; testTimeout?: number; isolate?: boolean } = {},
) => ({
  extends: true as const,
  test: { name, include: include.length > 0 ? include : ['nothing-yet'], ...more },
})

const onDatabase = {
  globalSetup: ['tests/support/global-setup.ts'],
  setupFiles: ['tests/support/quick-passwords.ts'],
}
const inBrowser = { globalSetup: ['tests/support/demo-setup.ts'], testTimeout: 60_000, isolate: false }

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    exclude: [...configDefaults.exclude, ...OUTSIDE],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: CORES,
    // Threads share what they compiled: the embedded database starts in half the time.
    pool: 'threads',
    sequence: { sequencer: LongestFirst },
    projects: [
      project('rules', rules, { isolate: false }),
      project(
        'database',
        database.filter((file) => !isApart(file) && isAsked(file)),
        { ...onDatabase, isolate: false },
      ),
      project('database-apart', database.filter(isApart), onDatabase),
      project('first-journeys', journeys.filter(isFirst), inBrowser),
      project(
        'journeys',
        journeys.filter((file) => !isFirst(file)),
        inBrowser,
      ),
      project('house-rules', houseRules),
    ],
  },
})
