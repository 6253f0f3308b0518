import { expect, test } from 'vitest'
import { explainedColumns } from './explained.ts'

const OURS = ['Regel', 'uitleg']

test('a download has the columns of the file and ours behind them', () => {
  expect(explainedColumns(['kern', 'leeftijd'], { kern: 'village', leeftijd: 'children' }, OURS)).toEqual({
    kept: [0, 1],
    ours: OURS,
  })
})

test('ours of an earlier download do not pile up', () => {
  const mapping = { kern: 'village', Regel: 'ignore', uitleg: 'ignore' }
  expect(explainedColumns(['kern', 'Regel', 'uitleg'], mapping, OURS)).toEqual({ kept: [0], ours: OURS })
})

test('a column of the file that is read keeps its name, and ours gets a number, so that no two are alike', () => {
  const mapping = { REGEL: 'key', 'regel 2': 'village' }
  expect(explainedColumns(['REGEL', 'regel 2'], mapping, OURS)).toEqual({ kept: [0, 1], ours: ['Regel 3', 'uitleg'] })
})
