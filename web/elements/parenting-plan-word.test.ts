import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type WordParagraph, wordParagraphs, zipParts } from '../../tests/support/workbooks.ts'
import { parentingPlanWords } from '../words/parenting-plan.ts'
import { planAsWord, type TypedPlan } from './parenting-plan-word.ts'

const words = { lang: 'nl' as const, draft: parentingPlanWords.nl.draft, ...parentingPlanWords.nl.paper }

async function made(plan: TypedPlan): Promise<{ parts: Map<string, string>; paragraphs: WordParagraph[] }> {
  const file = await planAsWord(plan, words)
  const parts = await zipParts(Buffer.from(await file.arrayBuffer()))
  return { parts, paragraphs: wordParagraphs(parts) }
}

const answered = (answer: string): TypedPlan => ({
  madeOn: '3 maart 2026',
  blocks: [{ title: 'Wie zorgt wanneer', questions: [{ ask: 'Waar zijn de kinderen?', answer }] }],
})

const styled = (paragraphs: readonly WordParagraph[], style: string): string[] =>
  paragraphs.filter((one) => one.style === style).map(({ text }) => text)

test('a plan has real headings, the sentence that it is a draft on top, its day, and lines for both parents', async () => {
  const { parts, paragraphs } = await made({
    madeOn: '3 maart 2026',
    blocks: [
      {
        title: 'Wie zorgt wanneer',
        questions: [
          { ask: 'Waar zijn de kinderen?', answer: 'Maandag bij de een.\n\nWoensdag bij de ander.' },
          { ask: 'Wie haalt en brengt?', answer: ' \n' },
        ],
      },
      { title: 'Wie wat betaalt', questions: [{ ask: 'Wie betaalt de kleding?', answer: '' }] },
    ],
  })
  expect(styled(paragraphs, 'Title')).toEqual(['Ouderschapsplan (concept)'])
  expect(paragraphs[1]?.text).toContain('geen juridisch advies')
  expect(paragraphs[2]?.text).toBe('Gemaakt op 3 maart 2026')
  expect(styled(paragraphs, 'Heading1')).toEqual(['Wie zorgt wanneer', 'Wie wat betaalt', 'Handtekeningen (concept)'])
  expect(styled(paragraphs, 'Heading2')).toEqual([
    ...['Waar zijn de kinderen?', 'Nog niet besproken', 'Nog niet besproken', 'Ouder', 'Ouder'],
  ])
  expect(styled(paragraphs, 'ListParagraph')).toEqual(['Wie haalt en brengt?', 'Wie betaalt de kleding?'])
  const texts = paragraphs.map(({ text }) => text)
  expect(texts).toContain('Maandag bij de een.')
  expect(texts).toContain('Woensdag bij de ander.')
  expect(texts.filter((text) => text.startsWith('Handtekening:'))).toHaveLength(2)
  expect(parts.get('word/styles.xml')).toContain('w:lang w:val="nl-NL"')
  expect(parts.get('docProps/core.xml')).toContain('<dc:title>Ouderschapsplan (concept)</dc:title>')
  expect([...parts.values()].join('')).not.toContain('Un-named')
})

test.each([
  ['marks of XML', '<w:p>&amp; ]]> "x" \' </w:t>', '<w:p>&amp; ]]> "x" \' </w:t>'],
  ['emoji', 'Wij 👨‍👩‍👧 samen 🏠', 'Wij 👨‍👩‍👧 samen 🏠'],
  ['control characters', 'a\u0000b\u0007c\u001bd\u0085e\ufffe\tf', 'abcde f'],
  ['half a character', 'a\ud83db\udc00c', 'abc'],
])('%s that somebody types come into the file as far as a file can hold them', async (_, typed, written) => {
  const { paragraphs } = await made(answered(typed))
  expect(paragraphs.map(({ text }) => text)).toContain(written)
})

test('what is written from right to left stands so in the file', async () => {
  const { parts, paragraphs } = await made(answered('يوم الاثنين بعد المدرسة'))
  expect(paragraphs.map(({ text }) => text)).toContain('يوم الاثنين بعد المدرسة')
  expect(parts.get('word/document.xml')).toMatch(/<w:bidi\/>.*<w:rtl\/>/)
  expect((await made(answered('Maandag'))).parts.get('word/document.xml')).not.toMatch(/<w:bidi\/>|<w:rtl\/>/)
})

test('a very long answer is in the file as a whole', async () => {
  const lines = Array.from({ length: 2_000 }, (_, at) => `${at} ${'lang '.repeat(50)}`.trim())
  const { paragraphs } = await made(answered(lines.join('\r\n')))
  expect(paragraphs.filter(({ text }) => /^\d+ lang /.test(text)).map(({ text }) => text)).toEqual(lines)
}, 60_000)

test('whatever is typed, the file is one that opens and says all of it that is text', async () => {
  const anything = fc.string({
    unit: fc.oneof(
      fc.constantFrom('\ud800', '\udfff', '\u0000', '\u202e', '<', '\n'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
  })
  await fc.assert(
    fc.asyncProperty(anything, async (typed) => {
      const { paragraphs } = await made(answered(typed))
      const letters = (text: string) => [...text.matchAll(/[\p{L}\p{N}]/gu)].join('')
      expect(paragraphs.map(({ text }) => letters(text)).join('')).toContain(letters(typed))
    }),
    { numRuns: 30 },
  )
}, 60_000)
