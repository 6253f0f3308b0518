import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Asked, afterAsking, askedNow, isBroken, isDue, OUTCOMES } from './outside-link.ts'

const HOUR = 60 * 60 * 1000
const START = new Date('2026-11-01T08:00:00Z')
const never: Asked = { outcome: null, askedAt: null, failures: 0, failingSince: null }
const history = fc.array(fc.record({ outcome: fc.constantFrom(...OUTCOMES), hours: fc.integer({ min: 1, max: 300 }) }))

test('broken is what failed three times in a row, the last at least three days after the first', () => {
  fc.assert(
    fc.property(history, (asks) => {
      let [at, known, times] = [START, never, [] as Date[]]
      for (const { outcome, hours } of asks) {
        at = new Date(at.getTime() + hours * HOUR)
        known = afterAsking(known, outcome, at)
        times = outcome === 'answers' ? [] : [...times, at]
      }
      const [first, last] = [times[0], times.at(-1)]
      const expected =
        times.length >= 3 && first !== undefined && last !== undefined && last.getTime() - first.getTime() >= 72 * HOUR
      expect(isBroken(known)).toBe(expected)
      expect(known.failingSince).toEqual(first ?? null)
    }),
  )
})

test('one answer mends it', () => {
  fc.assert(
    fc.property(history, (asks) => {
      const known = asks.reduce((before, { outcome }) => afterAsking(before, outcome, START), never)
      expect(isBroken(afterAsking(known, 'answers', START))).toBe(false)
    }),
  )
})

const hoursLater = (hours: number) => new Date(START.getTime() + hours * HOUR)

test('what answered is asked again after four weeks, what failed after two days', () => {
  const [good, bad] = [afterAsking(never, 'answers', START), afterAsking(never, 'not-found', START)]
  expect([isDue(never, START), isDue(good, hoursLater(27 * 24)), isDue(good, hoursLater(28 * 24))]).toEqual([
    ...[true, false, true],
  ])
  expect([isDue(bad, hoursLater(47)), isDue(bad, hoursLater(48))]).toEqual([false, true])
})

test('of one site one address is asked at a time, and never more than was said', () => {
  const links = fc.array(
    fc.record({ site: fc.integer({ min: 1, max: 5 }), path: fc.integer(), hours: fc.integer({ min: 0, max: 2000 }) }),
  )
  fc.assert(
    fc.property(links, fc.integer({ min: 0, max: 6 }), (given, atMost) => {
      const all = given.map(({ site, path, hours }) => ({
        ...afterAsking(never, 'answers', hoursLater(-hours)),
        address: `https://site${site}.example/${path}`,
      }))
      const asked = askedNow(all, { now: START, atMost })
      const hosts = asked.map(({ address }) => new URL(address).host)
      expect(asked.length).toBeLessThanOrEqual(atMost)
      expect(new Set(hosts).size).toBe(hosts.length)
      expect(asked.every((one) => isDue(one, START))).toBe(true)
    }),
  )
})
