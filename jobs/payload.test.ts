import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isId, newId } from '../foundation/id.ts'
import { guardPayload } from './payload.ts'

const shape = { importId: 'id', holdsOn: 'day', mode: ['all-or-nothing', 'good-rows'] } as const
const good = { importId: newId(), holdsOn: '2026-03-01', mode: 'good-rows' }

test('a job carries the ids, days and codes that its queue declared', () => {
  expect(guardPayload('run-import', shape, good)).toEqual(good)
  expect(guardPayload('seal-audit', {}, {})).toEqual({})
})

test.each([
  ['a name', { ...good, name: 'Jan' }],
  ['a name in place of an id', { ...good, importId: 'Jan' }],
  ['a day that does not exist', { ...good, holdsOn: '2026-02-30' }],
  ['a code nobody declared', { ...good, mode: 'jan-de-vries' }],
  ['a thing inside a thing', { ...good, importId: { name: 'Jan' } }],
  ['a number', { ...good, importId: 6 }],
  ['a list', [good]],
  ['nothing', undefined],
  ['too little', { importId: good.importId }],
  ['an inherited key', { ...good, toString: newId() }],
])('a job is refused %s, and the refusal does not repeat it', (_, payload) => {
  expect(() => guardPayload('run-import', shape, payload)).toThrow(TypeError)
  expect(() => guardPayload('run-import', shape, payload)).not.toThrow(/Jan|jan/)
})

test('whatever is no id is refused where an id belongs', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (key, value) => {
      fc.pre(!isId(value))
      expect(() => guardPayload('run-import', { importId: 'id' }, { importId: newId(), [key]: value })).toThrow(
        TypeError,
      )
      expect(() => guardPayload('run-import', { importId: 'id' }, { importId: value })).toThrow(TypeError)
    }),
  )
})
