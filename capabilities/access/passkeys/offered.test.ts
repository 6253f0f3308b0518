import { expect, test } from 'vitest'
import { passkeysFit } from './offered.ts'

test.each([
  ['https://hulp.gemeente.example', true],
  ['http://localhost:3000', true],
  ['http://hulp.gemeente.example', false],
  ['https://10.0.0.5', false],
  ['http://127.0.0.1:3000', false],
  ['https://[2001:db8::1]', false],
])('whether a key can be bound to %s: %s', (address, expected) => {
  expect(passkeysFit(new URL(address))).toBe(expected)
})
