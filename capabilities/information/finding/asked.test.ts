import fc from 'fast-check'
import { expect, test } from 'vitest'
import { builtFrom, isOneSlip } from './asked.ts'

const synonyms = [
  { word: 'blut', means: 'geld' },
  { word: 'rood staan', means: 'geld' },
  { word: 'echtscheiding', means: 'uit elkaar' },
  { word: 'het grote relatie loket', means: 'scheiding' },
]
const vocabulary = new Set(['kinderen', 'geld', 'scheiding', 'huis', 'ouder'])
const groups = (typed: string) => builtFrom(typed, synonyms, vocabulary).groups

test.each([
  ['geld', [['geld']]],
  ['Blut!', [['blut', 'geld']]],
  ['ik sta rood staan', [['ik'], ['sta'], ['rood staan', 'geld']]],
  ['kindren', [['kindren', 'kinderen']]],
  ['schieding', [['schieding', 'scheiding']]],
  ['ehctscheiding', [['ehctscheiding', 'echtscheiding', 'uit elkaar']]],
  ['geld & kinderen', [['geld'], ['kinderen']]],
  ['waar is het grote relatie loket', [['waar'], ['is'], ['het grote relatie loket', 'scheiding']]],
  ['', []],
  ["';--", []],
])('“%s” is looked for as %j', (typed, expected) => {
  expect(groups(typed)).toEqual(expected)
})

test('a word that was read as another one is told', () => {
  expect(builtFrom('kindren', synonyms, vocabulary).instead).toEqual([{ typed: 'kindren', read: 'kinderen' }])
  expect(builtFrom('geld', synonyms, vocabulary).instead).toEqual([])
})

test('a longer word with one slip in it is forgiven, wherever the slip is', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z]{6,12}$/),
      fc.nat(),
      fc.constantFrom('less', 'more', 'other'),
      (word, where, how) => {
        const at = where % word.length
        const kept = how === 'more' ? word.slice(at) : word.slice(at + 1)
        const slip = word.slice(0, at) + (how === 'less' ? '' : 'q') + kept
        expect(slip === word || isOneSlip(word, slip)).toBe(true)
        expect(isOneSlip(slip, word)).toBe(isOneSlip(word, slip))
      },
    ),
  )
})

test('short words and far words are no slip of each other', () => {
  expect(isOneSlip('bas', 'bos')).toBe(false)
  expect(isOneSlip('geld', 'gezin')).toBe(false)
})
