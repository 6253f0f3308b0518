import { expect, test } from 'vitest'
import { claims, numbersIn, readList, shownBy } from '../../scripts/requirement-numbers.ts'
import { planted } from './planted.ts'

const numbers = (path: string, text: string) => claims(planted(path, text)).map(({ number }) => number)

test('a number in brackets at the start of a title is shown by that test', () => {
  const shown = shownBy(
    planted(
      'capabilities/cases/due.test.ts',
      "test('[R-109] [F-18, X-14] the call is due after four weeks', () => {})",
    ),
  )
  expect([...shown.keys()]).toEqual(['R-109', 'F-18', 'X-14'])
  expect(shown.get('R-109')).toEqual([
    { title: 'the call is due after four weeks', path: 'capabilities/cases/due.test.ts' },
  ])
})

test('a number elsewhere in a test, or in a file that is no test, shows nothing', () => {
  expect(
    shownBy(planted('capabilities/cases/due.test.ts', "test('the call of R-109', () => {}) // [R-110]")).size,
  ).toBe(0)
  expect(shownBy(planted('capabilities/cases/due.ts', "'[R-109] the call'")).size).toBe(0)
})

test('a number in code, in SQL or in a document is a claim', () => {
  expect(numbers('capabilities/cases/due.ts', '/** R-109: four weeks. */')).toEqual(['R-109'])
  expect(numbers('database/migrations/0001_cases.sql', '-- R-060')).toEqual(['R-060'])
  expect(numbers('README.md', 'Milestones (R-109, F-18)')).toEqual(['R-109', 'F-18'])
})

test('what is planned claims nothing, and the next heading ends the plan', () => {
  const text = '## Now\nR-109\n## Planned\nR-110\n### In spring\nR-111\n## Also there\nR-112'
  expect(numbers('README.md', text)).toEqual(['R-109', 'R-112'])
})

test('a range names all its numbers', () => {
  expect(numbersIn('R-032–034, F-10–F-12')).toEqual(['R-032', 'R-033', 'R-034', 'F-10', 'F-11', 'F-12'])
})

test('the list gives a number and a line', () => {
  expect(readList('R-001\tA site\nF-01\tA sum\n')).toEqual([
    { number: 'R-001', line: 'A site' },
    { number: 'F-01', line: 'A sum' },
  ])
})
