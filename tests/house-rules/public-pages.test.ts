import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Source, sources } from '../../scripts/sources.ts'
import { planted } from './planted.ts'

/** A shipped page in one language: its front matter, and what is read. */
type Page = { readonly lang: string; readonly slug: string; readonly front: string; readonly body: string }

function pagesIn(files: readonly Source[]): Page[] {
  return files.flatMap(({ path, text }) => {
    const [, lang = '', slug = ''] = path.match(/^content\/pages\/(nl|en)\/([\w-]+)\.md$/) ?? []
    const [, front = '', ...body] = text.split(/^---$/m)
    return slug === '' ? [] : [{ lang, slug, front, body: body.join('---') }]
  })
}

const codesOf = (file: string, list: string): string[] => {
  const document: Record<string, { code: string }[]> = JSON.parse(readFileSync(file, 'utf8'))
  return (document[list] ?? []).map(({ code }) => code)
}
const known: Readonly<Record<string, readonly string[]>> = {
  feit: codesOf('content/facts.json', 'facts'),
  lijn: codesOf('content/helplines.json', 'helplines'),
}

const listOf = (front: string, key: string): string[] =>
  (front.match(new RegExp(`^${key}: \\[(.*)\\]$`, 'm'))?.[1] ?? '').split(',').map((one) => one.trim())
const linksIn = (body: string): string[] => [...body.matchAll(/\]\(([^)]+)\)/g)].map(([, to = '']) => to)
const tagsIn = (body: string): string[] => [...body.matchAll(/\{\{([^}]+)\}\}/g)].map(([, tag = '']) => tag)
const headingsIn = (body: string): string[] => [...body.matchAll(/^#+(?= )/gm)].map(([marks]) => marks)

/** What a page points at and is not there: a page in the same language, a fact or a help line. */
function deadEnds(pages: readonly Page[]): string[] {
  const there = new Set(pages.map(({ lang, slug }) => `${lang}/${slug}`))
  return pages.flatMap(({ lang, slug, front, body }) => {
    const toPages = linksIn(body).filter((to) => to.startsWith('pagina:'))
    const slugs = [...listOf(front, 'related'), ...toPages.map((to) => to.slice('pagina:'.length))]
    const lost = slugs.filter((to) => !there.has(`${lang}/${to}`))
    const unknown = tagsIn(body).filter((tag) => !known[tag.split(':')[0] ?? '']?.includes(tag.split(':')[1] ?? ''))
    return [...lost, ...unknown].map((what) => `${lang}/${slug} → ${what}`)
  })
}

/** The same page in both languages: the same headings, links, facts and help lines. */
function unlike(pages: readonly Page[]): string[] {
  const shape = ({ body }: Page): string =>
    JSON.stringify([headingsIn(body), linksIn(body).toSorted(), tagsIn(body).toSorted()])
  return pages
    .filter((page) => {
      const other = pages.find(({ slug, lang }) => slug === page.slug && lang !== page.lang)
      return other === undefined || shape(other) !== shape(page)
    })
    .map(({ lang, slug }) => `${lang}/${slug}`)
}

/** A page about safety tells a bystander nothing and names 112 first; no page names Veilig Thuis before 112. */
function unsafe(pages: readonly Page[]): string[] {
  return pages
    .filter(({ slug, front, body }) => {
      const lines = tagsIn(body).filter((tag) => tag.startsWith('lijn:'))
      const isAbout = /^windowTitle: /m.test(front)
      const tells = /veilig|geweld|stalk|weggaan|gevaar/.test(slug) || !/^windowTitle: Voorveld$/m.test(front)
      const [first] = lines.filter((line) => line === 'lijn:emergency' || line === 'lijn:safe-home')
      return first === 'lijn:safe-home' || (isAbout && (tells || lines[0] !== 'lijn:emergency'))
    })
    .map(({ lang, slug }) => `${lang}/${slug}`)
}

/** A number to call or an amount in the text itself grows old unseen. */
const constants = (pages: readonly Page[]): string[] =>
  pages
    .filter(({ body }) => /\b0\d{2,3}[ -]?\d{3,}|\b112\b|€|\bEUR\b/.test(body))
    .map(({ lang, slug }) => `${lang}/${slug}`)

const shipped = pagesIn(sources())
const page = (slug: string, front: string, body: string): Page[] =>
  pagesIn(planted(`content/pages/nl/${slug}.md`, `---\n${front}\n---\n${body}`))

test('a page leads to pages, facts and help lines that are there', () => {
  expect(deadEnds(shipped)).toEqual([])
  expect(deadEnds(page('a', 'related: [b]', '[c](pagina:c) {{feit:d}} {{lijn:emergency}} [e](vraag:)'))).toEqual([
    'nl/a → b',
    'nl/a → c',
    'nl/a → feit:d',
  ])
})

test('a page says the same in Dutch and in English', () => {
  expect(shipped.length).toBeGreaterThan(0)
  expect(unlike(shipped)).toEqual([])
  expect(unlike(page('a', '', '## Een'))).toEqual(['nl/a'])
})

test('a page about safety has a neutral address and title, and 112 first', () => {
  expect(unsafe(shipped)).toEqual([])
  expect(unsafe(page('geweld', 'windowTitle: Voorveld', '{{lijn:emergency}}'))).toHaveLength(1)
  expect(unsafe(page('a', 'windowTitle: Geweld', '{{lijn:emergency}}'))).toHaveLength(1)
  expect(unsafe(page('a', '', '{{lijn:safe-home}} {{lijn:emergency}}'))).toHaveLength(1)
  expect(unsafe(page('a', 'windowTitle: Voorveld', '{{lijn:emergency}} {{lijn:safe-home}}'))).toEqual([])
})

test('no number to call and no amount of money stands in a page', () => {
  expect(constants(shipped)).toEqual([])
  expect(constants(page('a', '', 'Bel 0800 2000.'))).toHaveLength(1)
  expect(constants(page('a', '', 'Dat kost € 10.'))).toHaveLength(1)
})
