/**
 * `npm run requirements` writes docs/requirements.md: every requirement in one line, with the tests that show it.
 * With --check it changes nothing and fails when a number stands in docs or code that no test shows, when a number does
 * not exist, or when the page is out of date.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { claims, type Requirement, readList, shownBy } from './requirement-numbers.ts'
import { sources } from './sources.ts'

const LIST = 'docs/requirements.tsv'
const PAGE = 'docs/requirements.md'

const list = readList(readFileSync(LIST, 'utf8'))
const shown = shownBy(sources())
const page = write(list)

if (process.argv.includes('--check')) {
  const faults = faultsIn()
  process.stdout.write(faults.map((fault) => `${fault}\n`).join(''))
  if (faults.length > 0) process.exitCode = 1
} else {
  writeFileSync(PAGE, page)
  process.stdout.write(`${PAGE}: ${list.filter(({ number }) => shown.has(number)).length} of ${list.length} shown.\n`)
}

function faultsIn(): string[] {
  const known = new Set(list.map(({ number }) => number))
  const unknown = [...shown.keys()]
    .filter((number) => !known.has(number))
    .map((number) => `${number} stands in the title of a test but not in ${LIST}.`)
  const empty = claims(sources())
    .filter(({ number }) => !shown.has(number))
    .map(({ number, place }) =>
      known.has(number)
        ? `${place} names ${number}, but no test has it in its title.`
        : `${place} names ${number}, which does not exist.`,
    )
  const isOld = !existsSync(PAGE) || readFileSync(PAGE, 'utf8') !== page
  return [...unknown, ...empty, ...(isOld ? [`${PAGE} is out of date: npm run requirements`] : [])]
}

function write(requirements: readonly Requirement[]): string {
  const isShown = ({ number }: Requirement) => shown.has(number)
  const parts = [
    { title: 'Requirements', start: 'R' },
    { title: 'Worked figures', start: 'F' },
    { title: 'Contradictions in the sources', start: 'X' },
  ].map(({ title, start }) => ({ title, rows: requirements.filter(({ number }) => number.startsWith(start)) }))
  const counts = parts
    .map(({ title, rows }) => `${title.toLowerCase()} ${rows.filter(isShown).length} of ${rows.length}`)
    .join(', ')
  return `# Requirements and the tests that show them

Written by \`npm run requirements\` from [requirements.tsv](requirements.tsv) and the titles of the tests; do not edit.
A requirement counts as shown when a test carries its number; a test can show part of it, so read its title.

Shown: ${counts}.
${parts.map(({ title, rows }) => section(title, rows)).join('')}`
}

function section(title: string, rows: readonly Requirement[]): string {
  const done = rows.filter(({ number }) => shown.has(number))
  const open = rows.filter(({ number }) => !shown.has(number))
  return `
## ${title}: shown

| Number | What | Tests |
|---|---|---|
${done.map(({ number, line }) => `| ${number} | ${cell(line)} | ${(shown.get(number) ?? []).map(({ title: test, path }) => `${cell(test)} (\`${path}\`)`).join('<br>')} |\n`).join('')}
## ${title}: not yet shown

| Number | What |
|---|---|
${open.map(({ number, line }) => `| ${number} | ${cell(line)} |\n`).join('')}`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;')
}
