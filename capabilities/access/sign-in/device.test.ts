import { expect, test } from 'vitest'
import { deviceCode, deviceFrom, deviceOf } from './device.ts'

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'firefox/windows'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
    'edge/windows',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15',
    'safari/macos',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
    'safari/ios',
  ],
  [
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
    'chrome/android',
  ],
  ['curl/8.0', 'other/other'],
  [undefined, 'other/other'],
])('%s is kept as %s', (userAgent, code) => {
  expect(deviceCode(deviceOf(userAgent))).toBe(code)
  expect(deviceCode(deviceFrom(code))).toBe(code)
})

test('a kind of browser from another version is unknown, not a fault', () => {
  expect(deviceFrom('netscape/beos')).toEqual({ browser: 'other', system: 'other' })
  expect(deviceFrom('toString/constructor')).toEqual({ browser: 'other', system: 'other' })
  expect(deviceFrom(null)).toEqual({ browser: 'other', system: 'other' })
})
