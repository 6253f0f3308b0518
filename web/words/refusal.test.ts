import { expect, test } from 'vitest'
import { refuse } from '../../foundation/result.ts'
import { refusalSentence } from './refusals.ts'

test('a day in a refusal is written as people write it', () => {
  const refused = refuse('provision-ended', { endsOn: '2026-03-31' })
  expect(refusalSentence('nl', refused)).toContain('gestopt op 31 maart 2026.')
  expect(refusalSentence('en', refused)).toContain('ended on 31 March 2026.')
})

test('a large number in a refusal is written as people write it', () => {
  const refused = refuse('answer-too-long', { now: 2431, most: 2000 })
  expect(refusalSentence('nl', refused)).toContain('2.431 tekens. Er passen er 2.000.')
  expect(refusalSentence('en', refused)).toContain('2,431 characters. There is room for 2,000.')
})

test('who has to wait for one minute reads one minute', () => {
  expect(refusalSentence('nl', refuse('request-too-many', { minutes: 1 }))).toMatch(/Wacht 1\sminuut en/)
  expect(refusalSentence('en', refuse('sign-in-closed', { minutes: 1 }))).toMatch(/Wait 1\sminute and/)
  expect(refusalSentence('nl', refuse('sign-in-closed', { minutes: 15 }))).toMatch(/Wacht 15\sminuten en/)
})
