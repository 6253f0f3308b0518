import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

type Edge = { readonly rule: string; readonly from: string; readonly to: string }

/** A small city: every file that a planted import may start from or lead to. */
const CITY = [
  'api/v1/cases.ts',
  'api/v1/routes.ts',
  'capabilities/access/access.ts',
  'capabilities/cases/actions.ts',
  'capabilities/cases/case.ts',
  'capabilities/cases/deadlines.ts',
  'capabilities/cases/queries.ts',
  'capabilities/cases/store.ts',
  'capabilities/cases/tables.ts',
  'capabilities/measures/cell.ts',
  'capabilities/measures/queries.ts',
  'capabilities/measures/store.ts',
  'capabilities/measures/tables.ts',
  'command-line/figures.ts',
  'command-line/main.ts',
  'connections/mail.ts',
  'database/connect.ts',
  'database/demo/seed.ts',
  'database/transaction.ts',
  'foundation/day.ts',
  'foundation/id.ts',
  'jobs/remind.ts',
  'programmes/some-programme.json',
  'scripts/build.ts',
  'server/main.ts',
  'server/open.ts',
  'tests/support/world.ts',
  'web/design/button.tsx',
  'web/elements/menu.ts',
  'web/links.ts',
  'web/policy/figure.tsx',
  'web/professional/today.tsx',
  'web/professional/worklist.tsx',
  'web/routes.ts',
  'web/shell/guarded.ts',
  'web/words/cases.ts',
  'web/words/words.ts',
]

/** What is allowed, so that a rule that forbids too much fails as well. */
const GOOD: [string, string][] = [
  ['foundation/day.ts', 'foundation/id.ts'],
  ['capabilities/cases/case.ts', 'foundation/day.ts'],
  ['capabilities/cases/case.ts', 'capabilities/access/access.ts'],
  ['capabilities/cases/store.ts', 'capabilities/cases/tables.ts'],
  ['capabilities/cases/store.ts', 'capabilities/cases/case.ts'],
  ['capabilities/cases/store.ts', 'database/connect.ts'],
  ['capabilities/cases/tables.ts', 'capabilities/measures/tables.ts'],
  ['capabilities/cases/queries.ts', 'capabilities/cases/store.ts'],
  ['capabilities/cases/actions.ts', 'capabilities/measures/queries.ts'],
  ['capabilities/cases/actions.ts', 'database/transaction.ts'],
  ['web/professional/today.tsx', 'capabilities/cases/queries.ts'],
  ['web/professional/today.tsx', 'web/design/button.tsx'],
  ['web/professional/today.tsx', 'web/professional/worklist.tsx'],
  ['web/professional/today.tsx', 'web/links.ts'],
  ['web/routes.ts', 'web/professional/today.tsx'],
  ['web/routes.ts', 'web/policy/figure.tsx'],
  ['web/elements/menu.ts', 'foundation/day.ts'],
  ['web/design/button.tsx', 'web/words/words.ts'],
  ['jobs/remind.ts', 'capabilities/cases/actions.ts'],
  ['jobs/remind.ts', 'web/words/cases.ts'],
  ['api/v1/cases.ts', 'capabilities/cases/queries.ts'],
  ['api/v1/routes.ts', 'api/v1/cases.ts'],
  ['command-line/figures.ts', 'api/v1/routes.ts'],
  ['server/main.ts', 'api/v1/routes.ts'],
  ['database/demo/seed.ts', 'capabilities/cases/actions.ts'],
  ['command-line/figures.ts', 'capabilities/measures/queries.ts'],
  ['command-line/figures.ts', 'server/open.ts'],
  ['server/main.ts', 'web/routes.ts'],
  ['server/main.ts', 'connections/mail.ts'],
  ['server/main.ts', 'capabilities/cases/store.ts'],
]

const PLANTED: Edge[] = [
  { rule: 'no-cycles', from: 'web/words/cases.ts', to: 'web/words/words.ts' },
  { rule: 'no-lost-imports', from: 'foundation/day.ts', to: './lost.ts' },
  { rule: 'no-test-packages-in-the-product', from: 'foundation/day.ts', to: 'fast-check' },
  { rule: 'foundation-knows-nothing-of-us', from: 'foundation/day.ts', to: 'capabilities/cases/case.ts' },
  { rule: 'pure-imports-pure', from: 'capabilities/cases/case.ts', to: 'capabilities/cases/store.ts' },
  { rule: 'pure-imports-pure', from: 'capabilities/cases/deadlines.ts', to: 'capabilities/measures/queries.ts' },
  { rule: 'pure-imports-pure', from: 'capabilities/cases/deadlines.ts', to: 'database/transaction.ts' },
  { rule: 'pure-reaches-nothing', from: 'capabilities/cases/case.ts', to: 'node:fs' },
  { rule: 'pure-reaches-nothing', from: 'capabilities/cases/case.ts', to: 'pg' },
  { rule: 'sql-stays-in-stores', from: 'capabilities/cases/actions.ts', to: 'drizzle-orm' },
  { rule: 'store-imports-its-own', from: 'capabilities/cases/store.ts', to: 'capabilities/measures/tables.ts' },
  { rule: 'store-imports-its-own', from: 'capabilities/cases/store.ts', to: 'capabilities/cases/actions.ts' },
  { rule: 'tables-import-tables', from: 'capabilities/cases/tables.ts', to: 'capabilities/measures/queries.ts' },
  { rule: 'doors-import-doors', from: 'capabilities/cases/actions.ts', to: 'connections/mail.ts' },
  { rule: 'doors-import-doors', from: 'capabilities/cases/queries.ts', to: 'web/words/cases.ts' },
  {
    rule: 'a-store-is-opened-by-its-room',
    from: 'capabilities/cases/queries.ts',
    to: 'capabilities/measures/store.ts',
  },
  { rule: 'no-store-outside-the-rooms', from: 'jobs/remind.ts', to: 'capabilities/cases/store.ts' },
  { rule: 'pages-import-what-pages-may', from: 'web/professional/today.tsx', to: 'capabilities/cases/store.ts' },
  { rule: 'pages-import-what-pages-may', from: 'web/professional/today.tsx', to: 'web/policy/figure.tsx' },
  { rule: 'pages-import-what-pages-may', from: 'web/policy/figure.tsx', to: 'database/connect.ts' },
  { rule: 'shell-knows-no-audience', from: 'web/shell/guarded.ts', to: 'web/professional/today.tsx' },
  { rule: 'design-knows-no-domain', from: 'web/design/button.tsx', to: 'capabilities/cases/case.ts' },
  { rule: 'design-knows-no-domain', from: 'web/design/button.tsx', to: 'web/words/cases.ts' },
  { rule: 'words-import-pure', from: 'web/words/cases.ts', to: 'capabilities/cases/queries.ts' },
  { rule: 'links-import-pure', from: 'web/links.ts', to: 'web/professional/today.tsx' },
  { rule: 'browser-code-stands-alone', from: 'web/elements/menu.ts', to: 'web/design/button.tsx' },
  { rule: 'nobody-imports-browser-code', from: 'web/shell/guarded.ts', to: 'web/elements/menu.ts' },
  { rule: 'connections-know-no-capability', from: 'connections/mail.ts', to: 'capabilities/cases/case.ts' },
  { rule: 'database-knows-no-capability', from: 'database/connect.ts', to: 'capabilities/cases/tables.ts' },
  { rule: 'demo-goes-through-doors', from: 'database/demo/seed.ts', to: 'capabilities/cases/store.ts' },
  { rule: 'jobs-and-api-go-through-doors', from: 'jobs/remind.ts', to: 'connections/mail.ts' },
  { rule: 'jobs-and-api-go-through-doors', from: 'jobs/remind.ts', to: 'web/links.ts' },
  { rule: 'jobs-and-api-go-through-doors', from: 'api/v1/cases.ts', to: 'capabilities/cases/store.ts' },
  { rule: 'jobs-and-api-go-through-doors', from: 'api/v1/cases.ts', to: 'web/shell/guarded.ts' },
  { rule: 'jobs-and-api-go-through-doors', from: 'api/v1/cases.ts', to: 'jobs/remind.ts' },
  { rule: 'nobody-imports-the-api', from: 'web/shell/guarded.ts', to: 'api/v1/routes.ts' },
  {
    rule: 'command-line-imports-doors-and-words',
    from: 'command-line/figures.ts',
    to: 'capabilities/measures/store.ts',
  },
  { rule: 'nobody-imports-the-server', from: 'web/shell/guarded.ts', to: 'server/open.ts' },
  { rule: 'nobody-imports-an-entry', from: 'tests/support/world.ts', to: 'server/main.ts' },
  { rule: 'nobody-imports-tests', from: 'scripts/build.ts', to: 'tests/support/world.ts' },
  { rule: 'definitions-come-through-their-room', from: 'web/policy/figure.tsx', to: 'programmes/some-programme.json' },
]

/** Closes the circle of the first offender. */
const WAY_BACK = ['web/words/words.ts', 'web/words/cases.ts'] as const

const root = process.cwd()
const rules = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as { forbidden: { name: string }[] } // our own file
let found: { good: Edge[]; planted: Edge[] }
const made: string[] = []

beforeAll(() => {
  found = { good: cruise(GOOD), planted: cruise([...PLANTED.map(({ from, to }) => [from, to] as const), WAY_BACK]) }
}, 60_000)
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

test('what the rules allow passes', () => {
  expect(found.good).toEqual([])
})

test.each(PLANTED)('$rule stops $from from importing $to', (edge) => {
  expect(found.planted).toContainEqual(edge)
})

test('every import rule has been seen to fail', () => {
  expect(rules.forbidden.map(({ name }) => name).filter((name) => !PLANTED.some(({ rule }) => rule === name))).toEqual(
    [],
  )
})

/** Builds the city with these imports in a folder of its own and gives what dependency-cruiser says of it. */
function cruise(edges: readonly (readonly [string, string])[]): Edge[] {
  const folder = mkdtempSync(join(tmpdir(), 'voorveld-imports-'))
  made.push(folder)
  for (const path of CITY) {
    mkdirSync(join(folder, dirname(path)), { recursive: true })
    const imports = edges.filter(([from]) => from === path).map(([from, to]) => `import '${specifier(from, to)}'\n`)
    writeFileSync(join(folder, path), path.endsWith('.json') ? '{}' : `${imports.join('')}export const here = true\n`)
  }
  for (const shared of ['node_modules', 'tsconfig.json', 'package.json'])
    symlinkSync(resolve(root, shared), join(folder, shared))
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const folders = [...new Set(CITY.map((path) => path.split('/')[0] ?? ''))]
  const run = spawnSync(
    process.execPath,
    [program, '--config', join(root, '.dependency-cruiser.cjs'), '-T', 'json', ...folders],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  )
  const report = JSON.parse(run.stdout) as {
    summary: { violations: { rule: { name: string }; from: string; to: string; unresolvedTo?: string }[] }
  }
  return report.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to: withoutPackagePath(to) }))
}

function specifier(from: string, to: string): string {
  if (!to.includes('/') || to.startsWith('.')) return to
  const path = relative(dirname(from), to)
  return path.startsWith('.') ? path : `./${path}`
}

/** `node_modules/pg/lib/index.js` → `pg`, `fs` → `node:fs`: as the import names it. */
function withoutPackagePath(to: string): string {
  const name = to.match(/node_modules\/([^/]+)\//)?.[1]
  if (name !== undefined) return name
  return to === 'fs' ? 'node:fs' : to
}
