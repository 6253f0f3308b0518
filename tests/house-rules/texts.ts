import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

type Lang = 'nl' | 'en'
type Leaf = { readonly path: string; readonly value: unknown }
type Both = { readonly nl: unknown; readonly en: unknown }

/** One text that somebody reads, filled in, in both languages. */
export type Text = { readonly at: string; readonly nl: string; readonly en: string }

const WORDS = 'web/words'

/** Files with words, each with its texts by language as they stand: sentences, and functions that fill one in. */
export const wordFiles = await Promise.all(
  globSync('**/*.ts', { cwd: WORDS, exclude: ['**/*.test.ts'] })
    .toSorted()
    .map(async (name) => {
      const exported: Record<string, unknown> = await import(resolve(join(WORDS, name)))
      const tables = Object.values(exported).filter(isTable)
      return { name, nl: tables.flatMap((one) => leaves(one, 'nl')), en: tables.flatMap((one) => leaves(one, 'en')) }
    }),
)

/** Words by language, or refusals whose every reason has both languages. */
function isTable(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  return hasBoth(value) || (Object.keys(value).length > 0 && Object.values(value).every(hasBoth))
}

function hasBoth(value: unknown): value is Both {
  return typeof value === 'object' && value !== null && 'nl' in value && 'en' in value
}

export function leaves(table: unknown, lang: Lang, path = ''): Leaf[] {
  if (hasBoth(table)) return leaves(table[lang], lang, path)
  if (typeof table !== 'object' || table === null) return [{ path, value: table }]
  return Object.entries(table).flatMap(([key, value]) => leaves(value, lang, `${path}.${key}`))
}

/** The sentence with something filled in: numbers where numbers go, and otherwise days, or what gives a number by name. */
export function said({ value }: Leaf): string {
  if (typeof value !== 'function') return String(value)
  const fillings: unknown[] = [3, '2026-03-03', new Date('2026-03-03T08:30:00Z'), () => 3]
  for (const filling of fillings) {
    // A refusal gets one record of values; naming any of them gives a number.
    const given = Array.from({ length: value.length }, () => filling)
    const values = new Proxy({}, { get: () => 3 })
    for (const attempt of [given, [values]]) {
      try {
        const words = [value(...attempt)].flat().join(' ')
        if (!/\b(undefined|NaN)\b/.test(words)) return words
      } catch {
        // Another kind of thing belongs in it.
      }
    }
  }
  return ''
}

/** The lines of a public page as they are read: no front matter, no marks, a link by its words, a fact as some word. */
function pageLines(lang: Lang, name: string): string[] {
  const [, front = '', ...body] = readFileSync(join('content/pages', lang, name), 'utf8').split(/^---$/m)
  const above = [...front.matchAll(/^(?:title|summary): "?(.*?)"?$/gm)].map(([, text = '']) => text)
  const read = body
    .join('---')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\{\{feit:[^}]*\}\}/g, 'iets')
    .replaceAll(/\{\{lijn:[^}]*\}\}|\*\*|^(#+|-|>|\d+\.) +/gm, '')
  return [...above, ...read.split('\n').filter((line) => line.trim() !== '')]
}

/** The public pages, line by line; a line that is missing in English counts as never translated. */
const pageTexts = globSync('*.md', { cwd: 'content/pages/nl' })
  .toSorted()
  .flatMap((name): Text[] => {
    const en = pageLines('en', name)
    return pageLines('nl', name).map((nl, at) => ({ at: `content/pages/nl/${name}`, nl, en: en[at] ?? '' }))
  })

/** Every text of the interface, of the forms and help lines, of the programmes and of the public pages. */
export const texts: readonly Text[] = [
  ...wordFiles.flatMap(({ name, nl, en }) => {
    const english = new Map(en.map((leaf) => [leaf.path, said(leaf)]))
    return nl.map((leaf) => ({ at: `${WORDS}/${name}${leaf.path}`, nl: said(leaf), en: english.get(leaf.path) ?? '' }))
  }),
  ...globSync(['content/**/*.json', 'programmes/*.json'])
    .toSorted()
    .flatMap((file) => textsIn(JSON.parse(readFileSync(file, 'utf8')), file)),
  ...pageTexts,
]

/** The texts of a document: every object with Dutch or English in it, also when the other language is missing. */
export function textsIn(value: unknown, at: string): Text[] {
  if (typeof value !== 'object' || value === null) return []
  const { nl, en } = value as Partial<Both> // a document: any key may be there
  if (typeof nl === 'string' || typeof en === 'string') return [{ at, nl: String(nl ?? ''), en: String(en ?? '') }]
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${at}/${nameOf(inner) ?? key}`))
}

function nameOf(value: unknown): string | undefined {
  const isNamed = typeof value === 'object' && value !== null && 'code' in value
  return isNamed && typeof value.code === 'string' ? value.code : undefined
}
