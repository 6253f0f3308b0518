import fc from 'fast-check'
import { expect, test } from 'vitest'
import { after, day } from '../../foundation/day.ts'
import type { Fact } from './event.ts'
import { fold, workerChanges } from './timeline.ts'

const START = day('2024-01-31')
const on = (days: number) => after(START, { days })
const start: Fact = { type: 'registered', holdsOn: START, phase: 'registered', answers: {} }
const came = (personId: string, days: number): Fact => ({ type: 'worker-assigned', holdsOn: on(days), personId })
const left = (personId: string, days: number): Fact => ({ type: 'worker-left', holdsOn: on(days), personId })

const changes = (...facts: Fact[]) => {
  const state = fold([start, ...facts], on(400))
  return state === undefined ? undefined : workerChanges(state.workers)
}

test.each<[string, number, Fact[]]>([
  ['nobody yet', 0, []],
  ['the first worker', 0, [came('a', 0)]],
  ['the first worker who leaves at the end', 0, [came('a', 0), left('a', 90)]],
  ['a second worker beside the first', 0, [came('a', 0), came('b', 10)]],
  ['one worker after another', 1, [came('a', 0), left('a', 30), came('b', 30)]],
  ['a hand-over in which both are there for a while', 1, [came('a', 0), came('b', 30), left('a', 44)]],
  ['a worker who comes back', 2, [came('a', 0), left('a', 30), came('b', 30), left('b', 60), came('a', 61)]],
  ['the same worker named twice', 0, [came('a', 0), came('a', 10), left('a', 20), left('a', 20)]],
])('[R-065] %s makes %i changes', (_, expected, facts) => {
  expect(changes(...facts)).toBe(expected)
})

test('[R-065] there are never more changes than people who came after the first, nor than people who left', () => {
  const fact = fc.tuple(fc.boolean(), fc.constantFrom('a', 'b', 'c'), fc.nat(300))
  fc.assert(
    fc.property(fc.array(fact, { maxLength: 12 }), (list) => {
      const facts = list.map(([comes, person, days]) => (comes ? came(person, days) : left(person, days)))
      const inOrder = facts.toSorted((x, y) => (x.holdsOn < y.holdsOn ? -1 : 1))
      const count = changes(...inOrder) ?? 0
      expect(count).toBeGreaterThanOrEqual(0)
      expect(count).toBeLessThanOrEqual(Math.max(0, list.filter(([comes]) => comes).length - 1))
      expect(count).toBeLessThanOrEqual(list.filter(([comes]) => !comes).length)
    }),
  )
})

test('a day tied to a phase is there while the trajectory is in that phase, and is set anew at the next time', () => {
  const close = (days: number): Fact => ({ type: 'moved', holdsOn: on(days), to: 'closed', sets: ['closed'] })
  const reopen = (days: number): Fact => ({ type: 'moved', holdsOn: on(days), to: 'running', lifts: ['closed'] })
  const facts = [start, close(29), reopen(60), close(91)]
  const anchors = (days: number) => fold(facts, on(days))?.anchors
  expect(anchors(28)).toEqual({})
  expect(anchors(29)).toEqual({ closed: '2024-02-29' })
  expect(anchors(60)).toEqual({})
  expect(anchors(91)).toEqual({ closed: '2024-05-01' })
})
