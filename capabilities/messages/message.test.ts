import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterTry, type MessageReason, workMailDue } from './message.ts'

const HOUR = 3_600_000
const first = new Date('2026-11-26T09:00:00Z')
const later = { result: 'later', reason: 'server-away' } as const
const at = (ms: number) => new Date(first.getTime() + ms)

test('a message that was taken is sent, one that was refused is given up at once', () => {
  expect(afterTry({ attempts: 1, firstTriedAt: first }, { result: 'sent' }, first)).toEqual({ state: 'sent' })
  expect(afterTry({ attempts: 1, firstTriedAt: first }, { result: 'refused', reason: 'mail-refused' }, first)).toEqual({
    state: 'given-up',
    reason: 'mail-refused',
  })
})

test('the pause after a failure is a minute, and grows', () => {
  const dues = [1, 2, 3, 9].map((attempts) => afterTry({ attempts, firstTriedAt: first }, later, first))
  expect(dues).toEqual(
    [1, 5, 15, 240].map((minutes) => ({ state: 'failed', reason: 'server-away', dueAt: at(minutes * 60_000) })),
  )
})

test('however a mail server behaves, a message is tried for a whole day, ever less often, and then given up', () => {
  const reasons = fc.constantFrom<MessageReason>('server-away', 'server-busy', 'server-login-refused')
  fc.assert(
    fc.property(
      fc.array(fc.record({ reason: reasons, slowMs: fc.integer({ min: 0, max: 60_000 }) }), {
        minLength: 30,
        maxLength: 30,
      }),
      (tries) => {
        let now = first
        let pause = 0
        for (const [index, { reason, slowMs }] of tries.entries()) {
          const settled = afterTry({ attempts: index + 1, firstTriedAt: first }, { result: 'later', reason }, now)
          if (settled.state !== 'failed') {
            expect(settled).toEqual({ state: 'given-up', reason })
            expect(now.getTime() - first.getTime()).toBeGreaterThanOrEqual(24 * HOUR)
            expect(index).toBeGreaterThan(8)
            return
          }
          const isLast = settled.dueAt.getTime() === first.getTime() + 24 * HOUR
          const waits = settled.dueAt.getTime() - now.getTime()
          if (!isLast) expect(waits).toBeGreaterThanOrEqual(pause)
          pause = waits
          now = new Date(settled.dueAt.getTime() + slowMs)
        }
        expect.unreachable('thirty tries do not fit in a day')
      },
    ),
  )
})

test('mail about waiting work goes at most once an hour', () => {
  expect(workMailDue(undefined, first)).toEqual(first)
  expect(workMailDue(at(-30 * 60_000), first)).toEqual(at(30 * 60_000))
  expect(workMailDue(at(-2 * HOUR), first)).toEqual(first)
})
