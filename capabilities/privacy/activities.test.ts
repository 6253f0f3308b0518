import { expect, test } from 'vitest'
import { day } from '../../foundation/day.ts'
import { ACTIVITIES, activityOf, activityUri, type ProcessingActivity } from './activities.ts'

test('[R-264] every processing activity says its purpose, ground and term in both languages', () => {
  for (const activity of ACTIVITIES) {
    for (const words of [activity.name, activity.purpose, activity.basis, activity.keptFor]) {
      expect(words.nl).not.toBe('')
      expect(words.en).not.toBe('')
    }
  }
})

test('no two versions of an activity share an address', () => {
  expect(new Set(ACTIVITIES.map(activityUri)).size).toBe(ACTIVITIES.length)
})

const supporting = (version: number, validFrom: string): ProcessingActivity => {
  const [first] = ACTIVITIES
  if (first === undefined) throw new Error('the register has activities')
  return { ...first, version, validFrom: day(validFrom) }
}

test('an act belongs to the version that was in force on its day', () => {
  const register = [supporting(1, '2026-01-01'), supporting(2, '2027-01-01')]
  expect(activityOf('trajectory.read', day('2026-12-31'), register).version).toBe(1)
  expect(activityOf('trajectory.read', day('2027-01-01'), register).version).toBe(2)
})

test('an act that nobody placed still has an activity', () => {
  expect(activityOf('session.started', day('2026-06-01')).code).toBe('running-the-platform')
})
