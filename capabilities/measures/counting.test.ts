import { expect, test } from 'vitest'
import { definitionIn, STRANGER_OF_A_PERSON } from '../../tests/support/programmes.ts'
import type { CountedMeasure, Where } from './counted.ts'
import { isSameWhere, partsOf } from './counting.ts'

const measure = (code: string, where: Where, partOf?: string): CountedMeasure => ({
  code,
  counts: 'trajectories',
  where,
  groupings: [],
  crosses: [],
  partOf,
})
const whole = measure('all', {})
const grouped = (...parts: CountedMeasure[]) => partsOf(parts, whole).map((group) => group.map(({ code }) => code))

test('[R-265] parts that no trajectory can share are one sum, and each way to divide the whole is a sum of its own', () => {
  expect(
    grouped(
      measure('before', { answer: { question: 'earlier', is: ['yes'] } }, 'all'),
      measure('new', { answer: { question: 'earlier', isNot: ['yes'] } }, 'all'),
      measure('closed', { in: ['closed'] }, 'all'),
      measure('open', { notIn: ['closed'] }, 'all'),
    ),
  ).toEqual([
    ['before', 'new'],
    ['closed', 'open'],
  ])
})

test('answers to one question divide, answers to two questions do not', () => {
  const answered = (code: string, question: string, is: string[]) => measure(code, { answer: { question, is } }, 'all')
  expect(grouped(answered('a', 'pace', ['slow']), answered('b', 'pace', ['brisk']))).toEqual([['a', 'b']])
  expect(grouped(answered('a', 'pace', ['slow']), answered('b', 'mood', ['brisk']))).toEqual([['a'], ['b']])
  expect(grouped(answered('a', 'pace', ['slow', 'brisk']), answered('b', 'pace', ['brisk']))).toEqual([['a'], ['b']])
})

test('the stranger divides its writers in two ways', () => {
  const { measures } = definitionIn(STRANGER_OF_A_PERSON)
  const writers = measures.find(({ code }) => code === 'letters-home-writers') ?? whole
  expect(partsOf(measures, writers).map((group) => group.length)).toEqual([2, 2])
})

test('two conditions are the same only with the same answers', () => {
  const answer = { question: 'earlier', is: ['yes'] }
  expect(isSameWhere({ answer }, { answer: { ...answer } })).toBe(true)
  expect(isSameWhere({ answer }, {})).toBe(false)
  expect(isSameWhere({ answer }, { answer: { question: 'earlier', isNot: ['yes'] } })).toBe(false)
  expect(isSameWhere({ answer }, { answer: { question: 'other', is: ['yes'] } })).toBe(false)
})
