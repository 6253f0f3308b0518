import { expect, test } from 'vitest'
import { isId, newId } from './id.ts'

test('ten thousand ids of one moment are all different, and each is a UUID of version 7', () => {
  const ids = Array.from({ length: 10_000 }, () => newId(1_700_000_000_000))
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => !isId(id) || !/^018bcfe5-6800-7\w{3}-[89ab]/.test(id))).toEqual([])
})

test('an id of a later moment sorts behind', () => {
  expect([newId(2), newId(1), newId(2 ** 44)].toSorted().map((id) => id.slice(0, 13))).toEqual([
    '00000000-0001',
    '00000000-0002',
    '10000000-0000',
  ])
})
