import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Block, turnsAhead } from './turns-ahead.ts'

/** The row of a key as the database counts it: blocks of so many out of so many points, each minute anew. */
function aKey(points: number, atOnce: number) {
  const state = { now: 1_000_000, consumed: 0, expires: 0, asked: 0 }
  const take = async (): Promise<Block> => {
    await Promise.resolve()
    state.asked += 1
    if (state.now >= state.expires) Object.assign(state, { consumed: 0, expires: state.now + 60_000 })
    state.consumed += atOnce
    return {
      granted: Math.max(0, atOnce - Math.max(0, state.consumed - points)),
      leftBeyond: Math.max(0, points - state.consumed),
      holdsMs: state.expires - state.now,
    }
  }
  return { state, take }
}

test('whoever asks, in whichever process, never more turns are handed out in a minute than there are', async () => {
  const sizes = fc.record({ points: fc.integer({ min: 1, max: 60 }), atOnce: fc.integer({ min: 1, max: 20 }) })
  await fc.assert(
    fc.asyncProperty(sizes, fc.array(fc.nat({ max: 2 }), { maxLength: 120 }), async ({ points, atOnce }, asks) => {
      const { state, take } = aKey(points, atOnce)
      const processes = [1, 2, 3].map(() => turnsAhead(() => state.now))
      const turns = await Promise.all(asks.map(async (at) => processes[at]?.('key', take)))
      expect(turns.filter((turn) => turn?.isAllowed).length).toBeLessThanOrEqual(points)
    }),
  )
})

test('one process alone hands out every turn, tells what is left, and asks once for so many', async () => {
  const { state, take } = aKey(12, 4)
  const next = turnsAhead(() => state.now)
  const turns = await Promise.all(Array.from({ length: 14 }, () => next('key', take)))
  expect(turns.map(({ isAllowed }) => isAllowed)).toEqual([...Array(12).fill(true), false, false])
  expect(turns.map(({ left }) => left)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 0, 0])
  expect(state.asked).toBe(3)
  expect(turns.at(-1)?.waitMs).toBe(60_000)
  state.now += 60_000
  expect(await next('key', take)).toEqual({ isAllowed: true, left: 11, waitMs: 60_000 })
})

test('one key waits, and another does not', async () => {
  const [one, other] = [aKey(1, 1), aKey(1, 1)]
  const next = turnsAhead(() => one.state.now)
  expect([(await next('one', one.take)).isAllowed, (await next('one', one.take)).isAllowed]).toEqual([true, false])
  expect((await next('other', other.take)).isAllowed).toBe(true)
})

test('a database that is away is a fault of the one who asks, and the next one asks anew', async () => {
  const { state, take } = aKey(2, 2)
  const next = turnsAhead(() => state.now)
  await expect(next('key', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
  expect((await next('key', take)).isAllowed).toBe(true)
})
