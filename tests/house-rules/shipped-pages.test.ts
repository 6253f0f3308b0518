import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { helplinesFormat } from '../../capabilities/help-requests/helplines.ts'
import { checkPages, type GivenFile } from '../../capabilities/information/check.ts'
import { factsFormat } from '../../capabilities/information/facts.ts'
import { LANGUAGES } from '../../capabilities/information/front-matter.ts'
import { parentingPlanFaults } from '../../capabilities/information/parenting-plan.ts'

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const { helplines } = helplinesFormat.parse(json('content/helplines.json'))
const { facts } = factsFormat.parse(json('content/facts.json'))
const known = { helplines: helplines.map(({ code }) => code), facts: facts.map(({ code }) => code) }

const files: readonly GivenFile[] = LANGUAGES.flatMap((language) =>
  globSync(`content/pages/${language}/*.md`).map((path) => ({
    ...{ language, slug: basename(path, '.md') },
    text: readFileSync(path, 'utf8'),
  })),
)

const told = (given: readonly GivenFile[]): string[] =>
  checkPages(given, known).faults.map(
    ({ language, slug, line, code, what }) => `${language}/${slug}:${line} ${code} ${what}`,
  )

test('[R-016] every shipped page is in the format, in both languages, and leads to pages, lines and facts that exist', () => {
  expect(files.length).toBeGreaterThan(4)
  expect(told(files)).toEqual([])
})

test('a fault in a shipped page is found', () => {
  const broken = files.map((file, at) => (at === 0 ? { ...file, text: `${file.text}\n[lees](pagina:weg)\n` } : file))
  expect(told(broken)).toHaveLength(1)
})

test('what is outside the two folders is no page', () => {
  expect(globSync('content/pages/**/*.*').length).toBe(files.length)
})

test('the helper for the parenting plan has what the law asks, in both languages, and leads to pages and facts that exist', () => {
  const slugs = new Set(files.map(({ slug }) => slug))
  expect(parentingPlanFaults(json('content/parenting-plan.json'), { slugs, facts: known.facts })).toEqual([])
  expect(parentingPlanFaults(json('content/parenting-plan.json'), { slugs: new Set(), facts: [] })).not.toEqual([])
})
