import { describe, expect, test } from 'vitest'
import { aProgramme } from '../../../tests/support/programmes-imported.ts'
import type { Table } from '../table.ts'
import { changesIn } from './kept-change.ts'

const columns = ['kern', 'leeftijd', 'achtergrond', 'nummer', 'status', 'los']
const mapping = {
  ...{ kern: 'village', leeftijd: 'children', achtergrond: 'migration-background' },
  ...{ nummer: 'key', status: 'status', los: 'ignore' },
}
const table: Table = {
  columns,
  rows: [
    { line: 2, cells: ['Oostveld', '12-03-2015', 'ja', 'A1', 'actief', 'x'] },
    { line: 3, cells: ['Lindeloo', '3', '', '', '', ''] },
  ],
  faults: [],
}
const changes = (...after: [row: number, column: string, value: string][]) =>
  changesIn(
    table,
    { before: [], after: after.map(([row, column, value]) => ({ row, column, value })) },
    { mapping, programme: aProgramme },
  )

describe('of a cell that was put right is kept [R-039]', () => {
  test('what it said and what it says now', () => {
    expect(changes([2, 'kern', 'Oosterveld'], [3, 'status', 'afgesloten'])).toEqual([
      { row: 2, column: 'kern', oldValue: 'Oostveld', newValue: 'Oosterveld' },
      { row: 3, column: 'status', oldValue: '', newValue: 'afgesloten' },
    ])
  })

  test('nothing when it says the same', () => {
    expect(changes([2, 'kern', 'Oostveld'])).toEqual([])
  })

  test('what it said last, when it was put right before', () => {
    const before = [{ row: 2, column: 'kern', value: 'Lindeloo' }]
    const after = [{ row: 2, column: 'kern', value: 'Oosterveld' }]
    expect(changesIn(table, { before, after }, { mapping, programme: aProgramme })).toEqual([
      { row: 2, column: 'kern', oldValue: 'Lindeloo', newValue: 'Oosterveld' },
    ])
  })

  test.each(['12-03-2015', '2015', 'maart 2015, 4', '4; 1-3-2019'])('no date of birth: %s', (value) => {
    expect(changes([3, 'leeftijd', value])).toEqual([
      { row: 3, column: 'leeftijd', oldValue: '3', newValue: undefined },
    ])
  })

  test.each(['achtergrond', 'nummer', 'los'])('no value of the column %s [R-264]', (column) => {
    expect(changes([2, column, 'anders'])).toEqual([{ row: 2, column, oldValue: undefined, newValue: undefined }])
  })

  test('no more than eighty characters', () => {
    expect(changes([2, 'kern', 'k'.repeat(200)])[0]?.newValue).toHaveLength(80)
  })
})
