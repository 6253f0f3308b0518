import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block, Inline } from './blocks.ts'
import { LANGUAGES } from './front-matter.ts'
import { readText } from './markdown.ts'
import { readPage } from './page-file.ts'
import { markdownOf } from './written.ts'

const shipped = LANGUAGES.flatMap((language) => {
  const folder = join('content/pages', language)
  return readdirSync(folder).map((name) => [`${language}/${name}`, readFileSync(join(folder, name), 'utf8')] as const)
})

test.each(shipped)('%s is written as it was read, to the letter', (_name, file) => {
  const { page } = readPage(file)
  // A list right under a line gets a blank line before it; that is all that may differ.
  expect(markdownOf(page?.blocks ?? [])).toBe(page?.body.replace(/^(?!- |$)(.*)\n(?=- )/gm, '$1\n\n'))
})

const words = fc
  .string({ unit: fc.constantFrom(...'ab 1.-+#*_[]()<>`~\\!{}|:/@=&‘é'), minLength: 1, maxLength: 14 })
  .filter((text) => text.trim() !== '')
const text = words.map((one): Inline => ({ kind: 'text', text: one }))
const place = fc.constantFrom<Inline>({ kind: 'fact', code: 'adult-age' }, { kind: 'helpline', code: 'police' })
const link = fc.array(text, { minLength: 1, maxLength: 2 }).map(
  (inner): Inline => ({
    kind: 'link',
    to: { kind: 'page', slug: 'een-pagina' },
    text: inner,
  }),
)
const strong = fc.array(fc.oneof(text, link, place), { minLength: 1, maxLength: 3 }).map(
  (inner): Inline => ({
    kind: 'strong',
    text: inner,
  }),
)
const line = fc.array(fc.oneof(text, link, place, strong), { minLength: 1, maxLength: 5 })
const paragraph = line.map((inner): Block => ({ kind: 'paragraph', text: inner }))
const heading = fc.tuple(fc.constantFrom(2 as const, 3 as const), line).map(
  ([level, inner]): Block => ({
    ...{ kind: 'heading', level, id: '', text: inner },
  }),
)
const { block } = fc.letrec<{ block: Block; list: Block; quote: Block }>((tie) => ({
  block: fc.oneof({ maxDepth: 3, withCrossShrink: true }, paragraph, tie('list'), tie('quote')),
  list: fc
    .tuple(
      fc.boolean(),
      fc.array(
        fc.tuple(paragraph, fc.array(tie('block'), { maxLength: 2 })).map(([first, rest]) => [first, ...rest]),
        { minLength: 1, maxLength: 3 },
      ),
    )
    .map(([isOrdered, items]): Block => ({ kind: 'list', isOrdered, items })),
  quote: fc.array(tie('block'), { minLength: 1, maxLength: 2 }).map((blocks): Block => ({ kind: 'quote', blocks })),
}))

const lettersOf = (inner: readonly Inline[]): string =>
  inner
    .map((one) => ('code' in one ? `{${one.code}}` : typeof one.text === 'string' ? one.text : lettersOf(one.text)))
    .join('')
    .replace(/\s+/g, '')

/** What must stay: every letter, and in which block it stands. */
const shapeOf = (blocks: readonly Block[]): unknown =>
  blocks.map((one) => {
    if (one.kind === 'list') return [one.isOrdered, one.items.map(shapeOf)]
    if (one.kind === 'quote') return ['>', shapeOf(one.blocks)]
    return [one.kind === 'heading' ? one.level : 'p', lettersOf(one.text)]
  })

test('whatever somebody types is read back in the same blocks with every letter, and without a fault', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(block, heading), { minLength: 1, maxLength: 4 }), (blocks) => {
      const written = markdownOf(blocks)
      const read = readText(written)
      expect(shapeOf(read.blocks)).toEqual(shapeOf(blocks))
      expect(read.faults.filter(({ code }) => code !== 'heading-order')).toEqual([])
      expect(markdownOf(read.blocks)).toBe(written)
    }),
    { numRuns: 1_000 },
  )
})

test('bold that would not be read back is let go, the text stays', () => {
  const strange: Inline[] = [
    { kind: 'strong', text: [{ kind: 'text', text: 'half (zo)' }] },
    { kind: 'text', text: 'woord' },
  ]
  expect(markdownOf([{ kind: 'paragraph', text: strange }])).toBe('half (zo)woord')
})
