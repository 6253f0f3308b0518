import fc from 'fast-check'
import { expect, test } from 'vitest'
import { definitionFile, faultsWith, homeStart, STRANGER, stranger } from '../../tests/support/programmes.ts'
import { checkDefinition } from './definition-check.ts'

test('the shipped definition and one that nobody has seen are without faults', () => {
  expect(homeStart().version).toBeGreaterThan(0)
  expect(stranger().code).toBe('fathers-walk')
})

test('a document that is no definition is refused with what is missing, and how many faults there are', () => {
  const checked = checkDefinition({})
  expect(checked).toMatchObject({ ok: false, reason: 'definition-faulty' })
  expect(faultsWith({ '/phases': undefined, '/name/en': undefined })).toEqual([
    '/name/en definition-field-missing',
    '/phases definition-field-missing',
  ])
})

test.each([
  [
    'a slip in the name of a field',
    { '/milestones/0/anker': 'match-meeting' },
    '/milestones/0/anker definition-field-unknown',
  ],
  ['a number as text', { '/version': '1' }, '/version definition-type-wrong'],
  ['a later format', { '/format': 2 }, '/format definition-value-unknown'],
  [
    'a type of question that does not exist',
    { '/questions/2/type': 'list' },
    '/questions/2/type definition-value-unknown',
  ],
  ['a code with a capital', { '/code': 'Home-Start' }, '/code definition-code-wrong'],
  ['a name of spaces', { '/name/nl': '  ' }, '/name/nl definition-text-empty'],
  [
    'a day that does not exist',
    { '/measures/0/passport/validFrom': '2021-02-30' },
    '/measures/0/passport/validFrom definition-day-wrong',
  ],
  [
    'a day before 1900',
    { '/measures/0/passport/validFrom': '1899-12-31' },
    '/measures/0/passport/validFrom definition-day-wrong',
  ],
  ['nobody at a milestone', { '/milestones/0/who': [] }, '/milestones/0/who definition-too-little'],
  ['a text without end', { '/name/nl': 'a'.repeat(1001) }, '/name/nl definition-too-much'],
  ['a kind of fit rule that does not exist', { '/fit/0/kind': 'income' }, '/fit/0/kind definition-shape-wrong'],
])('%s is a fault of shape, at its place', (_, changes, fault) => {
  expect(faultsWith(changes)).toEqual([fault])
})

test('a place in a document is written so that strange keys cannot be misread', () => {
  expect(faultsWith({ '/name/a~b': 1 })).toEqual(['/name/a~0b definition-field-unknown'])
})

test('whatever the document holds, the check answers and never throws', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      expect(checkDefinition(json).ok).toBe(false)
    }),
  )
})

test('whatever is put in the place of a part, the check answers, and every fault has a place and a code', () => {
  const parts = Object.keys(definitionFile(STRANGER))
  fc.assert(
    fc.property(fc.constantFrom(...parts), fc.jsonValue(), (part, value) => {
      const checked = checkDefinition({ ...definitionFile(STRANGER), [part]: value })
      if (!checked.ok)
        for (const { at, code } of checked.faults) expect(`${at} ${code}`).toMatch(/^(\/.*)? definition-[a-z-]+$/s)
    }),
  )
})
