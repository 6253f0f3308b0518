import { expect, test } from 'vitest'
import { faultsWith } from '../../tests/support/programmes.ts'

test.each([
  ['two phases', '/phases/1/code', 'registered'],
  ['two questions', '/questions/1/code', 'village'],
  ['two options', '/questions/2/options/1/code', 'find-way'],
  ['two measures', '/measures/1/code', 'home-start-registered'],
  ['two outcomes', '/outcomes/1/code', 'confidence'],
])('%s with one code are found at the second', (_, at, code) => {
  expect(faultsWith({ [at]: code })).toContain(`${at} definition-code-twice`)
})

test('keys that figures use themselves are no codes of options', () => {
  expect(faultsWith({ '/questions/2/options/0/code': 'unknown' })).toContain(
    '/questions/2/options/0/code definition-code-reserved',
  )
})

test('a word in files means one thing only: column, status, option or reason', () => {
  expect(faultsWith({ '/questions/3/columns/-': 'Woonplaats' })).toEqual(['/questions/3/columns definition-word-twice'])
  expect(faultsWith({ '/questions/2/columns/-': 'STATUS' })).toEqual(['/questions/2/columns definition-word-twice'])
  expect(faultsWith({ '/phases/4/synonyms/-': 'áctief' })).toEqual(['/phases/4/synonyms definition-word-twice'])
  expect(faultsWith({ '/questions/3/options/3/synonyms/-': 'school' })).toEqual([
    '/questions/3/options/6/synonyms definition-word-twice',
  ])
  expect(faultsWith({ '/reasons/0/options/1/synonyms/-': 'geen klik' })).toEqual([
    '/reasons/0/options/1/synonyms definition-word-twice',
  ])
})

test('what is taken over stands once, and is something that can be raised', () => {
  expect(faultsWith({ '/takesHandOver': ['money', 'housing', 'money'] })).toEqual([
    '/takesHandOver/2 definition-code-twice',
  ])
  expect(faultsWith({ '/takesHandOver': ['money', 'astrology'] })).toHaveLength(1)
  expect(faultsWith({ '/takesHandOver': ['money', 'housing'] })).toEqual([])
})
