import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alike, type Known } from './alike.ts'
import { bestOf, decisionOn, maySeeMatch, type Standing } from './match.ts'

const somebody = (given: Partial<Known>): Known => ({ name: null, phone: null, mail: null, ...given })
const areNamesAlike = (one: string, other: string) =>
  alike(somebody({ name: one }), somebody({ name: other })).length === 1

test.each([
  ['Sanne Brouwerij', 'sanne brouwerij'],
  ['Sanne Brouwerij', 'Sanne Brouwery'],
  ['Jansen, Noor', 'Noor Janssen'],
  ['Zoë Uitterweer', 'zoe uitterweer'],
  ['Sanne', 'Sanne Brouwerij'],
  ['Sanne de Wit', 'Sanne Wit-de Boer'],
])('[R-038] %s and %s are looked at together', (one, other) => expect(areNamesAlike(one, other)).toBe(true))

test.each([
  ['Sanne', 'Sander'],
  ['Sanne', 'Hanne Sanne'],
  ['Mark Duinhoven', 'Mark Lindeman'],
  ['Noor', 'Bram'],
  ['', 'Sanne'],
  ['...', '...'],
])('%s and %s are not', (one, other) => expect(areNamesAlike(one, other)).toBe(false))

test.each([
  ['06 12345678', '0612345678'],
  ['06-12 34 56 78', '+31 6 12345678'],
  ['0031612345678', '(06) 12345678'],
])('[R-038] %s and %s are one number', (one, other) =>
  expect(alike(somebody({ phone: one }), somebody({ phone: other }))).toEqual(['phone']),
)

test('a mail address is the same whatever its capitals; a number that is none says nothing', () => {
  expect(alike(somebody({ mail: 'Noor@Voorbeeld.example ' }), somebody({ mail: 'noor@voorbeeld.example' }))).toEqual([
    'mail',
  ])
  expect(alike(somebody({ phone: '112' }), somebody({ phone: '112' }))).toEqual([])
  expect(alike(somebody({ phone: '06 12345678' }), somebody({ phone: '06 12345679' }))).toEqual([])
})

test('whatever is typed, being alike holds both ways and never throws', () => {
  const anybody = fc.record({
    name: fc.option(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('anna bell', 'anna anna', 'bell anna'))),
    phone: fc.option(fc.string()),
    mail: fc.option(fc.string()),
  })
  fc.assert(
    fc.property(anybody, anybody, (one, other) => {
      expect(alike(one, other)).toEqual(alike(other, one))
    }),
  )
})

test('of very many the most alike are kept', () => {
  const all = [
    { of: 'name', alike: ['name'] as const },
    { of: 'none', alike: [] },
    { of: 'both', alike: ['name', 'phone'] as const },
    { of: 'mail', alike: ['mail'] as const },
  ]
  expect(bestOf(all, 2).map(({ of }) => of)).toEqual(['both', 'mail'])
})

const nobody: Standing = {
  ...{ isWatching: false, mayTakeUp: false, isOnASide: false, isOpposed: false, isOtherFree: true, isJoined: false },
}
test.each<[string, Partial<Standing>, boolean]>([
  ['somebody else', {}, false],
  ['who watches over both', { isWatching: true }, true],
  ['who watches and serves the other side', { isWatching: true, isOpposed: true }, false],
  ['who may take it up', { mayTakeUp: true }, true],
  ['who may take it up and stands on a side', { mayTakeUp: true, isOnASide: true }, false],
  ['who may take it up, while a colleague has the other', { mayTakeUp: true, isOtherFree: false }, false],
  ['to whom it was given', { isOnASide: true, isJoined: true }, true],
])('[R-038] %s: %o sees it: %s', (_, given, sees) => expect(maySeeMatch({ ...nobody, ...given })).toBe(sees))

test('[R-038] what was decided stands, and the same once more changes nothing', () => {
  const match = {
    ...{ requestId: '', otherId: '', otherRequestId: null, personId: '', familyId: '' },
    alike: ['name'],
    decidedOn: null,
  }
  expect(decisionOn({ ...match, decision: null }, 'not-same')).toMatchObject({ value: { isNew: true } })
  expect(decisionOn({ ...match, decision: 'not-same' }, 'not-same')).toMatchObject({ value: { isNew: false } })
  expect(decisionOn({ ...match, decision: 'not-same' }, 'same-person')).toMatchObject({
    reason: 'match-decided-meanwhile',
  })
  expect(decisionOn({ ...match, decision: null }, 'perhaps')).toMatchObject({ reason: 'match-decision-missing' })
})
