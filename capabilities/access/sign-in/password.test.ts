import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allow, refuse } from '../../../foundation/result.ts'
import { passwordAllowed } from './password.ts'

const iris = { name: 'Iris van den Berg-Ünal', email: 'i.bakker@kernwaarde.example' }

test.each([
  'paard-lamp-rivier-stoel',
  'kom-maar-binnen',
  'x7#Kq!vB2m$zP',
  'de kat zit op de mat',
  'ik hou van de berg in maart',
])('%s is good enough', (password) => expect(passwordAllowed(password, iris)).toEqual(allow()))

test('a password has 12 to 128 characters', () => {
  expect(passwordAllowed('kort', iris)).toEqual(refuse('password-short', { length: 12 }))
  expect(passwordAllowed('paardlamp rivierstoel '.repeat(6), iris)).toEqual(refuse('password-long', { length: 128 }))
})

test.each([
  'wachtwoord123',
  'Welkom2026!!!',
  'WELKOM-welkom',
  '123456789012',
  '210987654321',
  'abcdefghijkl',
  'aaaaaaaaaaaa',
  'abcabcabcabc',
  'qwertyuiop12',
  '!!!!2026!!!!',
  'Gemeente-2026',
])('%s is tried first by everybody', (password) => {
  expect(passwordAllowed(password, iris)).toEqual(refuse('password-common'))
})

test.each(['irisbergunal1', 'IrisUnal!2026', 'kernwaarde2026', 'Bakker-Iris-99', 'ünal-berg-iris'])(
  '%s says too much about Iris',
  (password) => {
    expect(passwordAllowed(password, iris)).toEqual(refuse('password-own-name'))
  },
)

test('four unrelated words are never refused for their length or for being common', () => {
  const word = fc.stringMatching(/^[a-z]{5,8}$/).filter((text) => new Set(text).size > 3)
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 4, maxLength: 4 }), (words) => {
      expect(passwordAllowed(words.join('-'), { name: 'Q', email: 'q@q.example' })).toEqual(allow())
    }),
  )
})
