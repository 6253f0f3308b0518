import { expect, test } from 'vitest'
import { inChunks } from './chunks.ts'

test.each([
  [[], []],
  [[1], [[1]]],
  [[1, 2], [[1, 2]]],
  [
    [1, 2, 3],
    [[1, 2], [3]],
  ],
])('%j in twos is %j', (items, expected) => {
  expect([...inChunks(items, 2)]).toEqual(expected)
})

test('nothing is taken before it is asked for', () => {
  const taken: number[] = []
  function* endless() {
    for (let at = 0; ; at++) {
      taken.push(at)
      yield at
    }
  }
  inChunks(endless(), 3).next()
  expect(taken).toEqual([0, 1, 2])
})
