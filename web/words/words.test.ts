import { expect, test } from 'vitest'
import { leaves, said, wordFiles } from '../../tests/house-rules/texts.ts'
import { langFrom } from './words.ts'

type Leaf = ReturnType<typeof leaves>[number]

/** Every words file with a sentence in it; the files of functions alone stay out. */
const written = wordFiles.filter(({ nl }) => nl.length > 0)

const shape = (found: readonly Leaf[]): string[] =>
  found.map(({ path, value }) => `${path} ${typeof value === 'function' ? value.length : typeof value}`).toSorted()

test.each(written)('[R-261] $name says the same things in Dutch and in English', ({ nl, en }) => {
  expect(shape(en)).toEqual(shape(nl))
})

test.each(written)('$name leaves nothing empty', ({ nl, en }) => {
  expect([...nl, ...en].filter((leaf) => said(leaf).trim() === '').map(({ path }) => path)).toEqual([])
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
