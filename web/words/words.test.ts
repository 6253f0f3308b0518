import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { langFrom } from './words.ts'

type Leaf = { readonly path: string; readonly value: unknown }

const folder = import.meta.dirname
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /^[\w/-]+\.ts$/.test(name))

/** What residents and everyone who is refused reads first. */
const PUBLIC = ['home.ts', 'sign-in.ts', 'errors.ts', 'design.ts', 'shell.ts', 'ask.ts', 'forms.ts']

/** Every sentence of every words file, in both languages, with the path to it. */
const files = await Promise.all(
  names.map(async (name) => {
    const exported: Record<string, unknown> = await import(join(folder, name))
    const tables = Object.values(exported).filter(isTable)
    return {
      name,
      nl: tables.flatMap((table) => leaves(table, 'nl')),
      en: tables.flatMap((table) => leaves(table, 'en')),
    }
  }),
)
const written = files.filter(({ nl }) => nl.length > 0)

/** Words by language, or refusals whose every reason has both languages. */
function isTable(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  return hasBoth(value) || (Object.keys(value).length > 0 && Object.values(value).every(hasBoth))
}

function hasBoth(value: unknown): value is { nl: unknown; en: unknown } {
  return typeof value === 'object' && value !== null && 'nl' in value && 'en' in value
}

function leaves(table: unknown, lang: 'nl' | 'en', path = ''): Leaf[] {
  if (hasBoth(table)) return leaves(table[lang], lang, path)
  if (typeof table !== 'object' || table === null) return [{ path, value: table }]
  return Object.entries(table).flatMap(([key, value]) => leaves(value, lang, `${path}.${key}`))
}

/** The sentence with something filled in: numbers where numbers go, and otherwise days. */
function said({ value }: Leaf): string {
  if (typeof value !== 'function') return String(value)
  const fillings: unknown[] = [3, '2026-03-03', new Date('2026-03-03T08:30:00Z')]
  for (const filling of fillings) {
    // A refusal gets one record of values; naming any of them gives a number.
    const given = Array.from({ length: value.length }, () => filling)
    const values = new Proxy({}, { get: () => 3 })
    for (const attempt of [given, [values]]) {
      try {
        return String(value(...attempt))
      } catch {
        // Another kind of thing belongs in it.
      }
    }
  }
  return ''
}

const shape = (found: readonly Leaf[]): string[] =>
  found.map(({ path, value }) => `${path} ${typeof value === 'function' ? value.length : typeof value}`).toSorted()

const sentences = (text: string): string[] => text.split(/(?<=[.?!])\s+/)
const wordsIn = (sentence: string): number => sentence.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length

/** Longer than twenty words is too long for B1. */
const tooLong = (found: readonly Leaf[]): string[] =>
  found.flatMap((leaf) =>
    sentences(said(leaf))
      .filter((sentence) => wordsIn(sentence) > 20)
      .map((sentence) => `${leaf.path}: ${sentence}`),
  )

/** Office Dutch, and words that make a person a case. */
const STIFF =
  /\b(middels|teneinde|derhalve|conform|alsmede|desbetreffende?|inzake|geschiedt|dient te|gelieve|d\.m\.v|t\.b\.v|i\.v\.m|m\.b\.t|cliënten?|indienen|invoeren|weet je het zeker|submit)\b/i
const stiff = (found: readonly Leaf[]): string[] =>
  found.flatMap((leaf) => (STIFF.test(said(leaf)) ? [`${leaf.path}: ${said(leaf)}`] : []))

test.each(written)('[R-261] $name says the same things in Dutch and in English', ({ nl, en }) => {
  expect(shape(en)).toEqual(shape(nl))
})

test.each(written)('$name leaves nothing empty', ({ nl, en }) => {
  expect([...nl, ...en].filter((leaf) => said(leaf).trim() === '').map(({ path }) => path)).toEqual([])
})

test.each(written.filter(({ name }) => PUBLIC.includes(name)))(
  'every Dutch sentence in $name has at most twenty words',
  ({ nl }) => {
    expect(tooLong(nl)).toEqual([])
  },
)

test.each(written)('$name keeps to words that people use', ({ nl }) => {
  expect(stiff(nl)).toEqual([])
})

test('a long sentence and a stiff word are found', () => {
  const long =
    'Dit is een zin die maar door blijft gaan en gaan en gaan tot niemand meer weet waar die ook weer over ging.'
  expect(tooLong([{ path: 'x', value: long }])).toHaveLength(1)
  expect(stiff([{ path: 'x', value: () => 'Gelieve dit in te vullen.' }])).toHaveLength(1)
})

test('a file that lost a word in one language is found', () => {
  const table = {
    nl: { hello: 'Dag', bye: (name: string) => `Tot ziens, ${name}` },
    en: { hello: 'Hello', bye: 'Bye' },
  }
  expect(shape(leaves(table, 'en'))).not.toEqual(shape(leaves(table, 'nl')))
})

test('[R-261] who chose no language reads Dutch', () => {
  expect(langFrom(undefined)).toBe('nl')
  expect(langFrom('de')).toBe('nl')
  expect(langFrom('en')).toBe('en')
})
