import { expect, test } from 'vitest'
import { type AuditCheck, firstBreak, isKnownFault, rowsAfter } from './check.ts'

const aCheck = (upTo: number, broken?: AuditCheck['broken']): AuditCheck => ({
  ...{ checkedAt: new Date(0), upTo, upToAt: null, head: null, broken },
})
const fault = (block: number | null) => ({ why: 'row-changed', block, at: null })

test.each<[what: string, last: AuditCheck | undefined, held: AuditCheck | undefined, after: number]>([
  ['the first check takes all', undefined, undefined, 0],
  ['after one that held, what came since', aCheck(7), aCheck(7), 7],
  ['after a fault in what came since, that again', aCheck(9, fault(8)), aCheck(7), 7],
  ['after a fault in what was right before, from there', aCheck(9, fault(3)), aCheck(7), 2],
  ['after a fault in no block, all', aCheck(9, fault(null)), aCheck(7), 0],
  ['after a first check that did not hold, all', aCheck(9, fault(4)), undefined, 0],
  ['never before the beginning', aCheck(9, fault(-1)), aCheck(7), 0],
])('%s', (_, last, held, after) => {
  expect(rowsAfter(last, held)).toBe(after)
})

test('the first fault is that of the earliest block, and one in no block comes last', () => {
  const [late, early, nowhere] = [{ block: 5 }, { block: 2 }, { block: undefined }]
  expect(firstBreak([nowhere, late, early])).toBe(early)
  expect(firstBreak([nowhere])).toBe(nowhere)
  expect(firstBreak([])).toBeUndefined()
})

test('a fault is known when the check before found the same in the same block', () => {
  const last = aCheck(9, fault(3))
  expect(isKnownFault(last, { why: 'row-changed', block: 3 })).toBe(true)
  expect(isKnownFault(last, { why: 'row-changed', block: 2 })).toBe(false)
  expect(isKnownFault(last, { why: 'row-missing', block: 3 })).toBe(false)
  expect(isKnownFault(aCheck(9), { why: 'row-changed', block: 3 })).toBe(false)
  expect(isKnownFault(undefined, { why: 'row-changed', block: null })).toBe(false)
})
