import { expect, test } from 'vitest'
import { day } from '../../foundation/day.ts'
import { homeStart, stranger } from '../../tests/support/programmes.ts'
import type { Answers } from '../cases/event.ts'
import type { Fit } from './fit.ts'
import { type Asked, type Standing, stepsFrom, takeStep } from './steps.ts'

const definition = homeStart()
const fits: Fit = { outcome: 'fits', findings: [], open: [] }
const intake: Answers = {
  'question-clarified': 'rust in huis',
  motivation: 'wil het zelf',
  'family-situation': 'twee ouders',
  'network-start': 'hardly-anyone',
}
const lookedBack: Answers = {
  outcomes: ['confidence'],
  'side-effects': ['none-of-these'],
  'network-end': 'some',
  otherwise: 'nothing',
  'otherwise-certainty': 'not-known',
  'otherwise-source': 'worker',
  'referred-professional': 'no',
}
const metOn = { 'match-meeting': day('2021-03-01') }

const aTrajectory = (given: Partial<Standing>): Standing => ({
  phase: 'registered',
  answers: {},
  anchors: {},
  done: [],
  ...given,
})

/** True, or the reason code. */
function step(standing: Partial<Standing>, to: string, asked: Partial<Asked> = {}): true | string {
  const answer = takeStep(definition, aTrajectory(standing), { to, today: day('2021-03-10'), ...asked })
  return answer.ok || answer.reason
}

test('[R-040] a trajectory goes through its phases in the order of the definition only', () => {
  expect(step({ phase: 'registered' }, 'intake')).toBe(true)
  expect(step({ phase: 'registered' }, 'active')).toBe('step-not-from-here')
  expect(step({ phase: 'closed' }, 'active')).toBe('step-not-from-here')
  expect(step({ phase: 'nowhere' }, 'intake')).toBe('step-not-from-here')
  expect(stepsFrom(definition, 'intake').map(({ to }) => to)).toEqual(['waiting-for-match', 'not-supported'])
})

test('[R-108] no match before the question is clear, the motivation is known and the family situation is described', () => {
  expect(step({ phase: 'intake', answers: intake, fit: fits }, 'waiting-for-match')).toBe(true)
  for (const missing of Object.keys(intake)) {
    const answers = { ...intake, [missing]: ' ' }
    const answer = takeStep(definition, aTrajectory({ phase: 'intake', answers, fit: fits }), {
      to: 'waiting-for-match',
      today: day('2021-03-10'),
    })
    expect(answer).toMatchObject({ ok: false, reason: 'step-needs-answer', with: { question: missing } })
  }
})

test('[R-032] a family that does not fit, or of which that is not known, gets no volunteer looked for', () => {
  const at = { phase: 'intake', answers: intake }
  expect(step({ ...at, fit: { ...fits, outcome: 'does-not-fit' } }, 'waiting-for-match')).toBe('step-does-not-fit')
  expect(step({ ...at, fit: { ...fits, outcome: 'not-known' } }, 'waiting-for-match')).toBe('step-fit-not-known')
  expect(step(at, 'waiting-for-match')).toBe('step-fit-not-known')
})

test('[R-032] who ends for a question that does not fit, stores what does not fit and which alternative was discussed', () => {
  const asked = { reason: 'no-fitting-question' }
  expect(step({ phase: 'intake' }, 'not-supported', asked)).toBe('step-needs-answer')
  expect(step({ phase: 'intake', answers: { 'not-fitting': ['improving-dutch'] } }, 'not-supported', asked)).toBe(
    'step-needs-answer',
  )
  const answers = { 'not-fitting': ['improving-dutch'], alternative: ['language-help'] }
  expect(step({ phase: 'intake', answers }, 'not-supported', asked)).toBe(true)
})

test('[R-063] not supported needs a reason from the list, also after a match that did not click', () => {
  expect(step({ phase: 'active' }, 'not-supported')).toBe('step-needs-reason')
  expect(step({ phase: 'active' }, 'not-supported', { reason: 'bad-weather' })).toBe('step-reason-unknown')
  expect(step({ phase: 'active' }, 'not-supported', { reason: 'goals-reached' })).toBe('step-reason-unknown')
  expect(step({ phase: 'active' }, 'not-supported', { reason: 'no-click' })).toBe(true)
})

test('a match begins when both said yes after they met', () => {
  const bothYes = { milestone: 'confirmation', on: day('2021-03-04'), outcome: 'both-yes' }
  const at = { phase: 'waiting-for-match', anchors: metOn }
  expect(step({ ...at, done: [bothYes] }, 'active')).toBe(true)
  expect(step(at, 'active')).toBe('step-needs-milestone')
  expect(step({ ...at, anchors: {}, done: [bothYes] }, 'active')).toBe('step-needs-milestone')
})

test('one no keeps a match from beginning, and the last word counts', () => {
  const no = { milestone: 'confirmation', on: day('2021-03-04'), outcome: 'no' }
  const yes = { milestone: 'confirmation', on: day('2021-03-05'), outcome: 'both-yes' }
  const at = { phase: 'waiting-for-match', anchors: metOn }
  expect(step({ ...at, done: [no] }, 'active')).toBe('step-needs-milestone')
  expect(step({ ...at, done: [no, yes] }, 'active')).toBe(true)
  expect(step({ ...at, done: [yes, no] }, 'active')).toBe('step-needs-milestone')
})

test('with another volunteer the confirmation of the first match no longer counts', () => {
  const first = { milestone: 'confirmation', on: day('2021-03-04'), outcome: 'both-yes' }
  const standing = { phase: 'waiting-for-match', anchors: { 'match-meeting': day('2021-06-01') }, done: [first] }
  expect(step(standing, 'active', { today: day('2021-06-05') })).toBe('step-needs-milestone')
  const second = { ...first, on: day('2021-06-04') }
  expect(step({ ...standing, done: [first, second] }, 'active', { today: day('2021-06-05') })).toBe(true)
})

test('[R-112] no support begins beyond 18 months after the match meeting', () => {
  const bothYes = { milestone: 'confirmation', on: day('2021-03-04'), outcome: 'both-yes' }
  const at = { phase: 'waiting-for-match', anchors: metOn, done: [bothYes] }
  expect(step(at, 'active', { today: day('2022-08-31') })).toBe(true)
  expect(step(at, 'active', { today: day('2022-09-01') })).toBe('support-too-long')
})

test('[R-112] a need that remains at the end goes with a follow-up elsewhere', () => {
  const close = (answers: Answers) =>
    step({ phase: 'active', anchors: metOn, answers: { ...lookedBack, ...answers } }, 'closed', {
      reason: 'longest-duration',
      today: day('2022-09-01'),
    })
  expect(close({})).toBe('step-needs-answer')
  expect(close({ 'remaining-need': 'yes' })).toBe('step-needs-answer')
  expect(close({ 'remaining-need': 'yes', 'follow-up': 'professional-help' })).toBe(true)
  expect(close({ 'remaining-need': 'no' })).toBe(true)
})

test('another programme has other steps, from its own definition', () => {
  const walking = aTrajectory({ phase: 'walking', anchors: { 'first-walk': day('2024-01-01') } })
  const arrive = { to: 'arrived', today: day('2024-03-01') }
  expect(takeStep(stranger(), walking, arrive)).toMatchObject({ reason: 'step-needs-milestone' })
  const done = [{ milestone: 'look-back', on: day('2024-02-20') }]
  expect(takeStep(stranger(), { ...walking, done }, arrive).ok).toBe(true)
})
