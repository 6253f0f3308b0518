import { expect, test } from 'vitest'
import { day } from '../../foundation/day.ts'
import { withAnchors } from './phase-days.ts'

const name = { nl: 'Dag', en: 'Day' }
const anchors = [
  { code: 'match-meeting', name },
  { code: 'closed', name, phase: 'closed' },
  { code: 'paused', name, phase: 'pause' },
]
const step = (to: string, more = {}) =>
  withAnchors({ anchors }, { type: 'moved', holdsOn: day('2024-02-29'), to, ...more })

test('a step sets the day of the phase it leads to and lifts those of other phases; a day filled in by hand stays', () => {
  expect(step('closed')).toMatchObject({ sets: ['closed'], lifts: ['paused'] })
  expect(step('running')).toMatchObject({ lifts: ['closed', 'paused'] })
  expect(step('running')).not.toHaveProperty('sets')
})

test('what somebody else said of those days is not taken over', () => {
  expect(step('running', { sets: ['match-meeting'], lifts: [] })).toEqual(step('running'))
})

test('without days tied to a phase a step stays as it was', () => {
  const moved = { type: 'moved', holdsOn: day('2024-02-29'), to: 'active', reason: 'other' } as const
  expect(withAnchors({ anchors: anchors.slice(0, 1) }, moved)).toEqual(moved)
})
