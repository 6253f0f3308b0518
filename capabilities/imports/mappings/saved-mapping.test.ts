import { describe, expect, test } from 'vitest'
import { allow, refuse } from '../../../foundation/result.ts'
import { bestFitting, mappingName, nameFrom } from './saved-mapping.ts'

const saved = (name: string, columns: string[], day = 1) => ({
  name,
  mapping: Object.fromEntries(columns.map((column) => [column, 'ignore'])),
  savedAt: new Date(Date.UTC(2026, 0, day)),
})
const order = (columns: string[], ...all: ReturnType<typeof saved>[]) =>
  bestFitting(all, columns).map(({ name }) => name)

describe('of the mappings that were saved [R-039]', () => {
  test('the one that knows most columns of the file comes first', () => {
    expect(order(['kern', 'leeftijd'], saved('one', ['kern']), saved('both', ['kern', 'leeftijd']))).toEqual([
      'both',
      'one',
    ])
  })

  test('one with columns that are not in the file comes after one without', () => {
    expect(order(['kern'], saved('more', ['kern', 'naam']), saved('just', ['kern']))).toEqual(['just', 'more'])
  })

  test('of two alike the one saved last comes first', () => {
    expect(order(['kern'], saved('old', ['kern'], 1), saved('new', ['kern'], 2))).toEqual(['new', 'old'])
  })

  test('one that knows no column is not offered', () => {
    expect(order(['kern'], saved('other', ['plaats']))).toEqual([])
  })

  test('a column is known in any spelling', () => {
    expect(order(['Leeftijd_kinderen'], saved('one', ['leeftijd kinderen']))).toEqual(['one'])
  })
})

describe('the name of a mapping', () => {
  test.each([
    ['too many spaces', '  Lijst   van de\tGGD ', allow('Lijst van de GGD')],
    ['nothing', ' \n ', refuse('mapping-name', { most: 80 })],
    ['too much', 'a'.repeat(81), refuse('mapping-name', { most: 80 })],
    ['a number that can be a BSN', 'Lijst 111222333', refuse('mapping-name-bsn')],
  ])('with %s', (_, text, expected) => {
    expect(mappingName(text)).toEqual(expected)
  })

  test('is made of the first columns until somebody gives one', () => {
    expect(nameFrom(['kern', 'leeftijd', 'status', 'datum'])).toBe('kern, leeftijd, status')
    expect(nameFrom(['k'.repeat(100), 'x'])).toHaveLength(80)
  })
})
