import { describe, expect, test } from 'vitest'
import { day, after as later } from '../../../foundation/day.ts'
import { refuse } from '../../../foundation/result.ts'
import { daysAway, isFree, isInForce, mayArrange, type StandIn } from './standing-in.ts'

const today = day('2026-03-02')
const aStandIn = (given: Partial<StandIn> = {}): StandIn => ({
  ...{ id: 'one', provisionId: 'here', awayId: 'anna', standInId: 'bea', endedAt: null },
  ...{ fromOn: today, untilOn: later(today, { days: 7 }) },
  ...given,
})

describe('the days', () => {
  test.each([
    ['missing', undefined, today],
    ['past', later(today, { days: -1 }), today],
    ['backwards', later(today, { days: 3 }), today],
  ])('that are %s are refused', (_, fromOn, untilOn) => {
    expect(daysAway({ fromOn, untilOn }, today)).toEqual(refuse('away-days'))
  })

  test('last a season at most: longer is a hand-over', () => {
    expect(daysAway({ fromOn: today, untilOn: later(today, { days: 92 }) }, today).ok).toBe(true)
    expect(daysAway({ fromOn: today, untilOn: later(today, { days: 93 }) }, today)).toEqual(
      refuse('away-long', { most: 92 }),
    )
  })

  test('begin and end by themselves', () => {
    const one = aStandIn()
    expect([-1, 0, 7, 8].map((days) => isInForce(one, later(today, { days })))).toEqual([false, true, true, false])
  })
})

test('is arranged by who will be away or who leads, never for oneself', () => {
  const own = { awayId: 'anna', standInId: 'bea' }
  expect(mayArrange('anna', own, { leads: false }).ok).toBe(true)
  expect(mayArrange('lead', own, { leads: true }).ok).toBe(true)
  expect(mayArrange('bea', own, { leads: false })).toEqual(refuse('not-found'))
  expect(mayArrange('bea', own, { leads: true })).toEqual(refuse('not-for-oneself'))
  expect(mayArrange('anna', { awayId: 'anna', standInId: 'anna' }, { leads: false })).toEqual(refuse('stand-in-self'))
})

test('nobody is covered twice, and who is away then stands in for nobody', () => {
  const then = { fromOn: later(today, { days: 7 }), untilOn: later(today, { days: 9 }) }
  const carla = { ...then, awayId: 'carla', standInId: 'anna' }
  expect(isFree([aStandIn()], { ...then, awayId: 'anna', standInId: 'dora' })).toEqual(refuse('away-twice'))
  expect(isFree([aStandIn()], carla)).toEqual(refuse('stand-in-cannot'))
  expect(isFree([aStandIn({ untilOn: later(today, { days: 6 }) })], carla).ok).toBe(true)
  expect(isFree([aStandIn({ endedAt: new Date() })], carla).ok).toBe(true)
})
