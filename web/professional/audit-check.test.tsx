import { expect, test } from 'vitest'
import { AuditTrouble, auditCheckInWords } from './audit-check.tsx'

const until = new Date('2026-11-26T01:40:00Z')
const aCheck = (broken?: { why: string; block: number | null; at: Date | null }) => ({
  ...{ checkedAt: until, upTo: 3, upToAt: until, head: null, broken },
})

test('the page tells up to where the log holds, from where it does not, and that nobody looked yet', () => {
  expect(auditCheckInWords('nl', { holds: true, until })).toMatch(/^klopt, nagekeken tot donderdag 26 november 2026/)
  expect(auditCheckInWords('nl', { holds: false, until })).toMatch(/^klopt niet vanaf donderdag 26 november 2026/)
  expect(auditCheckInWords('nl', { holds: false, until: null })).toBe('klopt niet')
  expect(auditCheckInWords('nl', { holds: true, until: null })).toBe('klopt, er staat nog niets in')
  expect(auditCheckInWords('en', undefined)).toBe('not checked yet')
})

test('who reads the log sees a notice only when it does not hold', () => {
  expect(String(AuditTrouble({ lang: 'nl', check: undefined }))).not.toContain('logboek')
  expect(String(AuditTrouble({ lang: 'nl', check: aCheck() }))).not.toContain('logboek')
  const told = String(AuditTrouble({ lang: 'nl', check: aCheck({ why: 'row-changed', block: 2, at: until }) }))
  expect(told).toContain('Het logboek klopt niet vanaf donderdag 26 november 2026')
  expect(told).toContain('audit verify')
})
