import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keptByContent } from './kept.ts'

const lengths = { most: 3, largest: 20, sizeOf: (text: string) => text.length }

test('the same content is made once, other content never gets its result', () => {
  const kept = keptByContent(lengths)
  const made: string[] = []
  const ask = (content: string) =>
    kept.of(content, () => {
      made.push(content)
      return `of ${content}`
    })
  expect(['a', 'b', 'a', 'b'].map(ask)).toEqual(['of a', 'of b', 'of a', 'of b'])
  expect(made).toEqual(['a', 'b'])
})

test('what was asked longest ago goes first', () => {
  const kept = keptByContent(lengths)
  for (const content of ['a', 'b', 'c', 'a', 'd']) kept.of(content, () => content)
  expect(kept.of('a', () => 'made anew')).toBe('a')
  expect(kept.of('b', () => 'made anew')).toBe('made anew')
})

test('never more than so many, never larger together, whatever is asked', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 30 }), { maxLength: 40 }), (asked) => {
      const kept = keptByContent(lengths)
      for (const content of asked) {
        expect(kept.of(content, () => content)).toBe(content)
        const { count, size } = kept.now()
        expect(count).toBeLessThanOrEqual(lengths.most)
        expect(size).toBeLessThanOrEqual(lengths.largest)
      }
    }),
  )
})

test('what cannot be made is not kept', () => {
  const kept = keptByContent(lengths)
  const broken = () => {
    throw new Error('broken')
  }
  expect(() => kept.of('a', broken)).toThrow('broken')
  expect(kept.of('a', () => 'whole')).toBe('whole')
})
