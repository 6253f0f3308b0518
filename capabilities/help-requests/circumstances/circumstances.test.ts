import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { refuse } from '../../../foundation/result.ts'
import { checkForm } from '../../forms/form-check.ts'
import {
  answersOf,
  circumstancesTold,
  DOMAINS,
  HOUSING,
  LAWS,
  NO_HELP_BEFORE,
  questionsAbout,
} from './circumstances.ts'

const separation = { topics: ['separation', 'money'] }
const other = { topics: ['money'] }
const checked = checkForm(JSON.parse(readFileSync('content/forms/circumstances.json', 'utf8')))
if (!checked.ok) throw new Error(JSON.stringify(checked.with))
const form = checked.value
const optionsOf = (asked: string) =>
  form.questions.find(({ code }) => code === asked)?.options?.map(({ code }) => code) ?? []

test('[R-024] [R-026] [R-031] [R-036] what the form offers is what may be kept, in the same order', () => {
  expect(optionsOf('domains')).toEqual(DOMAINS)
  expect(optionsOf('housing')).toEqual(HOUSING)
  expect(optionsOf('no-help-before')).toEqual(NO_HELP_BEFORE)
  expect(optionsOf('law')).toEqual(LAWS)
})

test('[R-025] about a separation money is asked and must be answered; not knowing it is an answer', () => {
  const required = questionsAbout(form, separation).filter((one) => one.required === true)
  expect(required.map(({ code }) => code)).toEqual(['money'])
  expect(circumstancesTold(separation, { domains: ['legal'] })).toEqual(
    refuse('circumstances-money-missing', { question: 'money' }),
  )
  expect(circumstancesTold(separation, { money: 'unknown' })).toMatchObject({ ok: true, value: { money: 'unknown' } })
})

test('[R-024] only what was raised is noted: one answer is enough, none is refused', () => {
  expect(questionsAbout(form, other).filter((one) => one.required === true)).toEqual([])
  expect(circumstancesTold(other, { housing: ['may-lose-home'] })).toMatchObject({
    ok: true,
    value: { domains: [], money: null, housing: ['may-lose-home'], law: null, words: null },
  })
  expect(circumstancesTold(other, {})).toEqual(refuse('circumstances-empty'))
  expect(circumstancesTold(other, { domains: ['astrology'], law: 'roman', words: '' })).toEqual(
    refuse('circumstances-empty'),
  )
})

test('whether people split up is asked only when the request does not say so', () => {
  const codes = (about: typeof other) => questionsAbout(form, about).map(({ code }) => code)
  expect([codes(other).includes('separating'), codes(separation).includes('separating')]).toEqual([true, false])
  expect(circumstancesTold(separation, { money: 'no', separating: 'no' })).toMatchObject({
    value: { separating: null },
  })
})

test('what was noted comes back as the answers that said it', () => {
  const answers = {
    ...{ domains: ['legal', 'work'], separating: 'yes', money: 'yes', housing: ['children-cannot-stay'] },
    ...{ 'no-help-before': ['ashamed'], law: 'youth-act', words: 'Ze slapen bij oma.' },
  }
  const told = circumstancesTold(other, answers)
  expect(told.ok && answersOf(told.value)).toEqual(answers)
})
