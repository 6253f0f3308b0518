import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fits, likeness, plainName } from './similar.ts'

test.each([
  ['Sanne Vermeer', 'sanne'],
  ['Sanne Vermeer', 'vermeer'],
  ['Sanne Vermeer', 'vermer'],
  ['Youssef Amrani', 'yousef'],
  ['Karim Yıldız', 'karim'],
  ['Zoë', 'zoe'],
  ['Anne-Marie', 'anne marie'],
])('%s is found by “%s”', (name, typed) => {
  expect(fits(name, typed)).toBeGreaterThan(0)
})

test.each([
  ['Sanne', 'Mark'],
  ['Bas', 'Bob'],
  ['Lotte', ''],
  ['', 'Lotte'],
])('%s is not found by “%s”', (name, typed) => {
  expect(fits(name, typed)).toBe(0)
})

test('who fits better stands first: beginning, then holding, then nearly the same', () => {
  const scores = [fits('Sanne', 'sann'), fits('Marie-Sanne', 'sann'), fits('Sanna', 'sanne')]
  expect(scores).toEqual(scores.toSorted((a, b) => b - a))
})

test('likeness is the same both ways, and one for the same word', () => {
  const word = fc.stringMatching(/^[a-z]{1,12}$/)
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(likeness(a, b)).toBe(likeness(b, a))
      expect(likeness(a, a)).toBe(1)
      expect(likeness(a, b)).toBeLessThanOrEqual(1)
    }),
  )
})

test('one letter left out of a longer name is forgiven', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{8,14}$/), fc.nat(), (name, at) => {
      const place = at % name.length
      const typed = name.slice(0, place) + name.slice(place + 1)
      expect(fits(name, typed)).toBeGreaterThan(0)
    }),
  )
})

test('a name is compared without accents, capitals and signs', () => {
  expect(plainName('  Ánne–Maríe  Ö’Brien ')).toBe('anne marie o brien')
})
