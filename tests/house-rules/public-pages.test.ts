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

const linksIn = (body: string): string[] => [...body.matchAll(/\]\(([^)]+)\)/g)].map(([, to = '']) => to)
const tagsIn = (body: string): string[] => [...body.matchAll(/\{\{([^}]+)\}\}/g)].map(([, tag = '']) => tag)
const headingsIn = (body: string): string[] => [...body.matchAll(/^#+(?= )/gm)].map(([marks]) => marks)

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

/** A page about safety names 112 before anything else that can be called, and no page names Veilig Thuis before 112. */
function callsLate(pages: readonly Page[]): string[] {
  return pages
    .filter(({ front, body }) => {
      const lines = tagsIn(body).filter((tag) => tag.startsWith('lijn:'))
      const isAbout = /^windowTitle: /m.test(front)
      const [first] = lines.filter((line) => line === 'lijn:emergency' || line === 'lijn:safe-home')
      return first === 'lijn:safe-home' || (isAbout && lines[0] !== 'lijn:emergency')
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

test('a page says the same in Dutch and in English', () => {
  expect(shipped.length).toBeGreaterThan(0)
  expect(unlike(shipped)).toEqual([])
  expect(unlike(page('a', '', '## Een'))).toEqual(['nl/a'])
})

test('a page about safety names 112 first', () => {
  expect(callsLate(shipped)).toEqual([])
  expect(callsLate(page('a', 'windowTitle: Voorveld', '{{lijn:child-line}} {{lijn:emergency}}'))).toHaveLength(1)
  expect(callsLate(page('a', '', '{{lijn:safe-home}} {{lijn:emergency}}'))).toHaveLength(1)
  expect(callsLate(page('a', 'windowTitle: Voorveld', '{{lijn:emergency}} {{lijn:safe-home}}'))).toEqual([])
})

test('no number to call and no amount of money stands in a page', () => {
  expect(constants(shipped)).toEqual([])
  expect(constants(page('a', '', 'Bel 0800 2000.'))).toHaveLength(1)
  expect(constants(page('a', '', 'Dat kost € 10.'))).toHaveLength(1)
})
