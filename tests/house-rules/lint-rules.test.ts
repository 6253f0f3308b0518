import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** Files that each break one rule of the linters, and one that breaks none. */
const PLANTED: { rule: string; path: string; text: string }[] = [
  { rule: 'useFilenamingConvention', path: 'web/HomePage.ts', text: 'export const home = 1\n' },
  { rule: 'noBarrelFile', path: 'foundation/index.ts', text: "export { day } from './day.ts'\n" },
  { rule: 'noReExportAll', path: 'foundation/all.ts', text: "export * from './day.ts'\n" },
  { rule: 'noConsole', path: 'web/links.ts', text: "console.log('home')\n" },
  { rule: 'noExplicitAny', path: 'web/page.ts', text: 'export const page = (given: any) => given\n' },
  { rule: 'noNonNullAssertion', path: 'web/first.ts', text: 'export const first = (of: string[]) => of[0]!\n' },
  {
    rule: 'noExcessiveLinesPerFile',
    path: 'web/long.ts',
    text: 'export const line = 1\n'.replaceAll('\n', ';\n').repeat(301),
  },
  {
    rule: 'noExcessiveLinesPerFunction',
    path: 'web/long-function.ts',
    text: `export function long(n: number) {\n${'  n += 1\n'.repeat(41)}  return n\n}\n`,
  },
  {
    rule: 'useImportExtensions',
    path: 'web/import.ts',
    text: "import { day } from '../foundation/day'\nexport const today = day\n",
  },
  {
    rule: 'noFocusedTests',
    path: 'foundation/focus.test.ts',
    text: "import { test } from 'vitest'\ntest.only('a day', () => {})\n",
  },
  {
    rule: 'noSkippedTests',
    path: 'foundation/skip.test.ts',
    text: "import { test } from 'vitest'\ntest.skip('a day', () => {})\n",
  },
  { rule: 'useAltText', path: 'web/picture.tsx', text: 'export const Picture = () => <img src="/stijl/huis.svg" />\n' },
  { rule: 'noLabelWithoutControl', path: 'web/field.tsx', text: 'export const Field = () => <label>Naam</label>\n' },
  {
    rule: 'noAmbiguousAnchorText',
    path: 'web/link.tsx',
    text: 'export const Link = () => <a href="/werk">klik hier</a>\n',
  },
  {
    rule: 'noDangerouslySetInnerHtml',
    path: 'web/raw.tsx',
    text: 'export const Raw = (p: { html: string }) => <p dangerouslySetInnerHTML={{ __html: p.html }} />\n',
  },
  {
    rule: 'organizeImports',
    path: 'web/order.ts',
    text: "import { b } from './b.ts'\nimport { a } from './a.ts'\nexport const both = [a, b]\n",
  },
  { rule: 'format', path: 'web/format.ts', text: 'export const wide = "double quotes";\n' },
  {
    rule: 'no-floating-promises',
    path: 'jobs/remind.ts',
    text: 'const send = async () => {}\nexport const remind = () => {\n  send()\n}\n',
  },
  {
    rule: 'no-misused-promises',
    path: 'jobs/late.ts',
    text: 'const isLate = async () => true\nexport const late = () => (isLate() ? 1 : 2)\n',
  },
  { rule: 'await-thenable', path: 'jobs/wait.ts', text: 'export const wait = async () => {\n  await 1\n}\n' },
  { rule: 'none', path: 'foundation/day.ts', text: 'export const day = (text: string): string => text\n' },
]

const root = process.cwd()
const folder = mkdtempSync(join(tmpdir(), 'voorveld-lint-'))
let findings: { rule: string; path: string }[] = []

beforeAll(() => {
  for (const { path, text } of PLANTED) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  symlinkSync(resolve(root, 'node_modules'), join(folder, 'node_modules'))
  for (const file of ['biome.json', '.oxlintrc.json', 'tsconfig.json', 'package.json', '.gitignore'])
    cpSync(join(root, file), join(folder, file))
  findings = [...biome(), ...oxlint()]
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each(PLANTED.filter(({ rule }) => rule !== 'none'))('$rule stops $path', ({ rule, path }) => {
  expect(findings).toContainEqual({ rule, path })
})

test('a good file passes', () => {
  expect(findings.filter(({ path }) => path === 'foundation/day.ts')).toEqual([])
})

function biome(): typeof findings {
  const { stdout } = spawnSync(
    join(root, 'node_modules/.bin/biome'),
    ['check', '--diagnostic-level=error', '--reporter=json', '--max-diagnostics=none', '.'],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  )
  const report = JSON.parse(stdout) as {
    diagnostics: { category: string; location: { path: string | { file: string } } }[]
  } // Biome's own report
  return report.diagnostics.map(({ category, location: { path } }) => ({
    rule: category.split('/').at(-1) ?? '',
    path: typeof path === 'string' ? path : path.file,
  }))
}

function oxlint(): typeof findings {
  const { stdout } = spawnSync(join(root, 'node_modules/.bin/oxlint'), ['--type-aware', '--format=json'], {
    cwd: folder,
    encoding: 'utf8',
  })
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] } // oxlint's own report
  return diagnostics.map(({ code, filename }) => ({ rule: /\((.+)\)/.exec(code)?.[1] ?? code, path: filename }))
}
