import { expect, test } from 'vitest'
import { forwardedFor, networkOf } from './session.ts'

test('an address counts as one household: all of IPv4, the first half of IPv6', () => {
  expect(networkOf('192.0.2.7')).toBe('192.0.2.7')
  expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7')
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2')
  expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0')
  expect(networkOf('::1')).toBe('0:0:0:0')
  expect(networkOf('')).toBe('')
})

test('what a stranger writes about where a request comes from counts for nothing', () => {
  const header = '203.0.113.9, 198.51.100.4'
  expect(forwardedFor(header, 0)).toBeUndefined()
  expect(forwardedFor(header, 1)).toBe('198.51.100.4')
  expect(forwardedFor(undefined, 1)).toBeUndefined()
})
