import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { day } from '../../foundation/day.ts'
import { homeStart } from '../../tests/support/programmes.ts'
import { VILLAGES } from '../../tests/support/programmes-imported.ts'
import { examine, propose } from './examine.ts'
import { readTable } from './read-file.ts'
import { checkRows, type Registration } from './rows.ts'
import { LIMITS } from './table.ts'

// Twenty-two fictional families of a fictional municipality. Their rows are made up; what they add up to is known.
const REGISTER = 'capabilities/imports/fixtures/synthetic-register.csv'

const programme = homeStart()
const around = { programme, villages: VILLAGES, synonyms: [], countsSpecial: true, today: day('2026-11-24') }

function read() {
  const table = readTable(readFileSync(REGISTER), LIMITS.embedded)
  if (!table.ok) throw new Error(table.reason)
  const { mapping } = propose(table.value.columns, around)
  const said = { mapping, holdsOn: day('2026-03-01'), corrections: [] }
  return { table: table.value, mapping, said, rows: checkRows(table.value, { ...around, ...said }).good }
}

const { table, said, rows } = read()
const counted = (keysOf: (row: Registration) => readonly unknown[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const key of rows.flatMap(keysOf)) counts[String(key)] = (counts[String(key)] ?? 0) + 1
  return counts
}
const many = (row: Registration, question: string) => row.answers[question] as readonly string[] // a `many` question
const ages = (row: Registration) => (row.answers.children as readonly { years: number }[]).map((age) => age.years) // nobody is pregnant
const background = (row: Registration) => row.special['migration-background']

test('all rows are good, all columns are recognised, and every word is an option', () => {
  expect(examine(table, around, said, [])).toMatchObject({
    ...{ rows: 22, good: 22, faults: [], unmapped: [], added: 22, known: 0 },
  })
})

describe('what the twenty-two families add up to', () => {
  test('[F-10] by village', () => {
    expect(counted((row) => [row.answers.village])).toEqual({ 'akkerveen-dorp': 12, lindeloo: 4, oosterveld: 6 })
  })

  test('[F-11] by referrer', () => {
    expect(counted((row) => [row.answers.referrer])).toEqual({
      ...{ municipality: 7, ggd: 5, amw: 4, school: 2, 'own-initiative': 2, family: 1, 'home-care': 1 },
    })
  })

  test('[F-12] by migration background, and that by village and referrer', () => {
    expect(counted((row) => [background(row)])).toEqual({ yes: 10, no: 12 })
    const withYes = (question: string) => counted((row) => (background(row) === 'yes' ? [row.answers[question]] : []))
    expect(withYes('village')).toEqual({ 'akkerveen-dorp': 6, lindeloo: 2, oosterveld: 2 })
    expect(withYes('referrer')).toEqual({ municipality: 7, ggd: 1, 'own-initiative': 1, 'home-care': 1 })
  })

  test('[F-13] 38 mentions of eleven questions', () => {
    expect(counted((row) => many(row, 'question'))).toEqual({
      ...{ 'parenting-support': 14, 'widen-network': 5, 'listening-ear': 4, 'find-way': 3, 'screen-time': 3 },
      ...{
        'positive-parenting': 2,
        'baby-care': 2,
        'two-cultures': 2,
        structure: 1,
        'parent-role': 1,
        'setting-limits': 1,
      },
    })
    expect(counted((row) => [many(row, 'question').length])).toEqual({ 1: 7, 2: 14, 3: 1 })
  })

  test('[F-14] 43 children, by village, age band and family', () => {
    const all = rows.flatMap(ages)
    expect([all.length, all.reduce((one, other) => one + other, 0)]).toEqual([43, 226])
    expect(counted((row) => ages(row).map(() => row.answers.village))).toEqual({
      'akkerveen-dorp': 24,
      lindeloo: 7,
      oosterveld: 12,
    })
    const band = (years: number) => (years <= 3 ? '0-3' : years <= 11 ? '4-11' : '12-17')
    expect(counted((row) => ages(row).map(band))).toEqual({ '0-3': 15, '4-11': 26, '12-17': 2 })
    expect(counted((row) => [ages(row).length])).toEqual({ 1: 9, 2: 7, 3: 4, 4: 2 })
    expect(rows.filter((row) => Math.min(...ages(row)) < 4)).toHaveLength(14)
  })
})
