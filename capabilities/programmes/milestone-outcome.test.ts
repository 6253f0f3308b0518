import { expect, test } from 'vitest'
import { day } from '../../foundation/day.ts'
import { homeStart } from '../../tests/support/programmes.ts'
import { type MilestoneReport, mayCompleteMilestone, usualOutcome } from './milestone-outcome.ts'

const definition = homeStart()
const evaluated = {
  'evaluation-goals': 'vaste bedtijd',
  'evaluation-progress': 'better',
  'evaluation-click': 'yes',
  'evaluation-fit': 'yes',
}

const report: MilestoneReport = {
  milestone: 'second-evaluation',
  on: day('2022-01-10'),
  answers: evaluated,
  anchors: { 'match-meeting': day('2021-03-01') },
}

/** True, or the reason code, for a trajectory that began on 1 March 2021. */
function complete(given: Partial<MilestoneReport>): true | string {
  const answer = mayCompleteMilestone(definition, { ...report, ...given })
  return answer.ok || answer.reason
}

test('[R-113] an evaluation records goals, progress, click, fit of the question, and a decision', () => {
  expect(complete({ outcome: 'close' })).toBe(true)
  for (const missing of Object.keys(evaluated)) {
    expect(complete({ outcome: 'close', answers: { ...evaluated, [missing]: '' } })).toBe('milestone-needs-answer')
  }
  expect(complete({})).toBe('milestone-needs-outcome')
  expect(complete({ outcome: 'perhaps' })).toBe('milestone-needs-outcome')
  for (const milestone of ['first-evaluation', 'second-evaluation', 'final-evaluation']) {
    const outcomes = definition.milestones.find(({ code }) => code === milestone)?.outcomes?.map(({ code }) => code)
    expect(outcomes?.toSorted()).toEqual(['alternative', 'close', 'continue'])
  }
})

test('[R-111] at the second evaluation closing is the usual outcome, and continuing needs a reason', () => {
  expect(usualOutcome(definition, 'second-evaluation')).toBe('close')
  expect(usualOutcome(definition, 'first-evaluation')).toBe('continue')
  expect(usualOutcome(definition, 'first-call')).toBeUndefined()
  expect(complete({ outcome: 'continue' })).toBe('milestone-needs-answer')
  expect(complete({ outcome: 'continue', answers: { ...evaluated, 'reason-to-continue': 'new-situation' } })).toBe(true)
})

test('an alternative is named', () => {
  expect(complete({ outcome: 'alternative' })).toBe('milestone-needs-answer')
  expect(complete({ outcome: 'alternative', answers: { ...evaluated, alternative: ['supporting-family'] } })).toBe(true)
})

test('[R-112] from 18 months on nobody decides to continue', () => {
  const given = { milestone: 'final-evaluation', answers: { ...evaluated, 'reason-to-continue': 'slow-start' } }
  expect(complete({ ...given, outcome: 'continue', on: day('2022-08-31') })).toBe(true)
  expect(complete({ ...given, outcome: 'continue', on: day('2022-09-01') })).toBe('support-too-long')
  expect(complete({ ...given, outcome: 'close', on: day('2022-09-01') })).toBe(true)
})

test('nothing is done before the day it counts from, and nothing that is no milestone', () => {
  expect(complete({ anchors: {} })).toBe('milestone-before-anchor')
  expect(complete({ on: day('2021-02-28') })).toBe('milestone-before-anchor')
  expect(complete({ milestone: 'party' })).toBe('milestone-unknown')
  expect(complete({ milestone: 'first-call', answers: {} })).toBe(true)
})
