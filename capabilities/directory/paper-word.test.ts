import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordParagraphs, zipParts } from '../../tests/support/workbooks.ts'
import { type PaperCopy, paperAsWord } from './paper-word.ts'

const copy = (given: Partial<PaperCopy> = {}): PaperCopy => ({
  ...{ title: 'Hulp in Akkerveen', intro: 'Iedereen kan hier terecht.', end: ['Stand van vandaag.'] },
  groups: [{ village: 'De Hoef', entries: [{ name: 'Inloop', lines: ['Koffie & praten.', 'Gratis.'] }] }],
  ...given,
})

async function written(given: PaperCopy) {
  const parts = await zipParts(Buffer.from(await paperAsWord(given, 'nl')))
  return { parts, paragraphs: wordParagraphs(parts) }
}

test('[R-010] the local offer is a Word file with headings per village and per card, in the order of the page', async () => {
  const { parts, paragraphs } = await written(copy())
  expect(paragraphs.map(({ text }) => text)).toEqual([
    ...['Hulp in Akkerveen', 'Iedereen kan hier terecht.', 'De Hoef', 'Inloop', 'Koffie & praten.', 'Gratis.'],
    'Stand van vandaag.',
  ])
  const headings = paragraphs.filter(({ style }) => style?.startsWith('Heading') || style === 'Title')
  expect(headings.map(({ style }) => style)).toEqual(['Title', 'Heading1', 'Heading2'])
  // Nobody's name stands in the file.
  expect(parts.get('docProps/core.xml')).toContain('<dc:creator>Voorveld</dc:creator>')
})

test('whatever a provider wrote, the file opens and every card is in it', async () => {
  const anything = fc.oneof(fc.string({ maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 40 }))
  await fc.assert(
    fc.asyncProperty(anything, anything, async (name, text) => {
      const groups = [{ village: text, entries: [{ name, lines: [text] }] }]
      const { paragraphs } = await written(copy({ title: name, groups }))
      expect(paragraphs).toHaveLength(6)
    }),
    { numRuns: 30 },
  )
})
