import { expect, test } from 'vitest'
import { checkPages, type GivenFile } from './check.ts'
import { isOlderThanDutch } from './translation.ts'

const known = { helplines: ['safe-home', 'emergency'], facts: ['age'] }
const HASH = 'a'.repeat(64)

const page = (language: GivenFile['language'], body: string, more = ''): GivenFile => ({
  ...{ language, slug: 'rustig-beginnen' },
  text: `---
title: Rustig beginnen
summary: Zo begin je rustig.
audience: [parent]
moment: any
domains: [feelings]
reviewOn: 2027-05-01
sources: []
facts: [age]
related: []
${more}
---

${body}
`,
})
const TRANSLATED = `translation: { madeBy: machine, of: ${HASH} }`
const DUTCH = 'Bel {{lijn:safe-home}}.\n\n## Vanaf {{feit:age}}\n\n- Eén\n- [Vraag](vraag:)'

const faultsOf = (translation: GivenFile): string[] =>
  checkPages([page('nl', DUTCH), page('en', DUTCH), translation], known)
    .faults.filter(({ language, code }) => language === translation.language && code === 'differs-from-dutch')
    .map(({ what }) => what.split(':')[0] ?? '')

test('a translation in other words, with the same numbers, facts, links and shape, has no fault', () => {
  const other = 'Ara: {{lijn:safe-home}}.\n\n## {{feit:age}} olunca\n\n- Bir\n- [Sor](vraag:)'
  expect(faultsOf(page('tr', other, TRANSLATED))).toEqual([])
})

test.each([
  ['another number', DUTCH.replace('safe-home', 'emergency'), 'named'],
  ['a fact typed out', DUTCH.replace('{{feit:age}}', '12'), 'named'],
  ['a link that leads elsewhere', DUTCH.replace('vraag:', 'nu:'), 'links'],
  ['an item that is gone', DUTCH.replace('- Eén\n', ''), 'blocks'],
  ['a heading that is gone', DUTCH.replace('## ', ''), 'blocks'],
])('a translation with %s is told to differ from the Dutch text', (_what, body, part) => {
  expect(faultsOf(page('pl', body, TRANSLATED))).toContain(part)
})

test('a page that is no translation may say something else', () => {
  expect(faultsOf(page('uk', 'Iets anders met {{feit:age}}.'))).toEqual([])
})

const version = (given: Partial<Parameters<typeof isOlderThanDutch>[0]>) => ({
  ...{ pageId: 'p', language: 'nl', state: 'approved', shippedAs: HASH, translates: null, ...given },
})
const translated = version({ language: 'ar', shippedAs: 'b'.repeat(64), translates: HASH })

test('a translation is older once another Dutch text is public, and not while that is a draft', () => {
  const newer = version({ shippedAs: 'c'.repeat(64) })
  expect(isOlderThanDutch(translated, [translated, version({})])).toBe(false)
  expect(isOlderThanDutch(translated, [{ ...newer, state: 'draft' }, translated, version({})])).toBe(false)
  expect(isOlderThanDutch(translated, [newer, translated, version({ state: 'retired' })])).toBe(true)
  expect(isOlderThanDutch(version({}), [newer])).toBe(false)
})
