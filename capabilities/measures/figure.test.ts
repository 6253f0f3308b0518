import { expect, test } from 'vitest'
import { homeStart } from '../../tests/support/programmes.ts'
import { entryOf, wholesOf } from './figure.ts'

test('the public first reads the whole of a programme, and not a part that has parts of its own', () => {
  const programme = homeStart()
  const all = programme.measures.map((one) => entryOf(programme, one))
  expect(wholesOf(all).map(({ code }) => code)).toEqual(['home-start-registered'])
})
