import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { helplinesFormat } from '../../capabilities/help-requests/helplines.ts'
import { checkPages, type GivenFile } from '../../capabilities/information/check.ts'
import { factsFormat } from '../../capabilities/information/facts.ts'
import { PAGE_LANGUAGES } from '../../capabilities/information/front-matter.ts'
import { parentingPlanFaults } from '../../capabilities/information/parenting-plan.ts'
import { adviceOn, TOO_LONG } from '../../capabilities/information/writing/advice.ts'
import { everydayWordsFormat } from '../../capabilities/information/writing/everyday-words.ts'
import { isHard } from '../../capabilities/information/writing/scores.ts'
import { STIFF } from './plain-words.ts'

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const { helplines } = helplinesFormat.parse(json('content/helplines.json'))
const { facts } = factsFormat.parse(json('content/facts.json'))
const known = { helplines: helplines.map(({ code }) => code), facts: facts.map(({ code }) => code) }

const files: readonly GivenFile[] = PAGE_LANGUAGES.flatMap((language) =>
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

const { words } = everydayWordsFormat.parse(json('content/everyday-words.json'))
const bodyOf = ({ text }: GivenFile): string => text.replace(/^---\n[\s\S]*?\n---\n/, '')

/** A sentence nobody gets through, or a text that both scores call hard; of Dutch and English, of others nothing is known. */
const hardIn = (given: readonly GivenFile[]): string[] =>
  given.flatMap((file) => {
    const { language } = file
    if (language !== 'nl' && language !== 'en') return []
    const { remarks, scores } = adviceOn(bodyOf(file), language, words)
    const long = remarks.flatMap((one) => (one.kind === 'too-long' ? [one.sentence] : []))
    const hard = scores !== undefined && isHard(scores) ? ['hard to read'] : []
    return [...long, ...hard].map((what) => `${file.language}/${file.slug}: ${what}`)
  })

test('no shipped page has a sentence that the writing help calls too long, or a hard score', () => {
  expect(hardIn(files)).toEqual([])
  const long = `${'woord '.repeat(TOO_LONG + 1)}.`
  expect(hardIn([{ language: 'nl', slug: 'lang', text: long }])).toHaveLength(1)
  const heavy = 'Gemeentelijke ondersteuningsvoorzieningen veronderstellen zelfredzaamheidsbevordering. '.repeat(30)
  expect(hardIn([{ language: 'nl', slug: 'zwaar', text: heavy }])).toEqual(['nl/zwaar: hard to read'])
})

test('what our own texts may not say, the writing help tells about too', () => {
  const missed = STIFF.map(([word]) => word.replace('*', '')).filter(
    (word) => !words.some(([office]) => office.split('|').some((form) => word.startsWith(form.replace('*', '')))),
  )
  expect(missed).toEqual(['weet je het zeker'])
})
