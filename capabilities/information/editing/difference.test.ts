import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differenceOf } from './difference.ts'

const text = fc
  .array(fc.constantFrom('je', 'huis', 'samen', '\n\n', '## Kop', 'é', '12', ' '), { maxLength: 30 })
  .map((words) => words.join(' '))

test('what stayed and went is the text that was, what stayed and came the text that is', () => {
  fc.assert(
    fc.property(text, text, (was, is) => {
      const pieces = differenceOf(was, is)
      const joined = (...kinds: string[]) =>
        pieces
          .filter(({ kind }) => kinds.includes(kind))
          .map((one) => one.text)
          .join('')
      expect([joined('same', 'gone'), joined('same', 'fresh')]).toEqual([was, is])
    }),
  )
})

test('a word that changed is told by itself', () => {
  expect(differenceOf('Bel de gemeente.', 'Schrijf de gemeente.')).toEqual([
    ...[
      { kind: 'gone', text: 'Bel' },
      { kind: 'fresh', text: 'Schrijf' },
    ],
    { kind: 'same', text: ' de gemeente.' },
  ])
})

test('two texts that are all different are told as they are, in time', () => {
  const long = (seed: number) => Array.from({ length: 12_000 }, (_, at) => `w${(at * seed) % 9973}`).join(' ')
  const pieces = differenceOf(long(3), long(7))
  expect(
    pieces
      .filter(({ kind }) => kind !== 'fresh')
      .map((one) => one.text)
      .join(''),
  ).toBe(long(3))
})
