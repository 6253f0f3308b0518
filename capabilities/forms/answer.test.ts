import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allow, refuse } from '../../foundation/result.ts'
import { aForm, OFFERED } from '../../tests/support/forms.ts'
import { holdsBsn } from '../imports/bsn.ts'
import { checkAnswer, checkAnswers } from './answer.ts'
import { asGiven, givenIn } from './given.ts'

const form = aForm()
const check = (code: string, ...given: string[]) => {
  const question = form.questions.find((one) => one.code === code)
  if (question === undefined) throw new Error(code)
  return checkAnswer(question, given, OFFERED)
}

test.each([
  ['place', ['GM9990/noord'], 'GM9990/noord'],
  ['who', ['child'], 'child'],
  ['about', ['other', 'money'], ['money', 'other']],
  ['debts', ['unknown'], 'unknown'],
  ['words', ['  een regel\r\nen nog een '], 'een regel\nen nog een'],
  ['phone', ['06 1234 5678'], '06 1234 5678'],
  ['phone', ['+31 (0)6-12345678'], '+31 (0)6-12345678'],
  ['mail', ['noor@voorbeeld.example'], 'noor@voorbeeld.example'],
  ['day', ['2026-03-01'], '2026-03-01'],
  ['children', ['3'], 3],
  ['ages', ['4 en 7'], [{ years: 4 }, { years: 7 }]],
  ['mood', ['5'], 5],
  ['worker', ['p1'], 'p1'],
])('the answer to %s in %j is read', (code, given, answer) => {
  expect(check(code, ...given)).toEqual(allow(answer))
})

test.each([
  ['place', '', 'answer-not-chosen'],
  ['place', 'GM0001/elders', 'answer-not-offered'],
  ['who', 'dog', 'answer-not-offered'],
  ['who', '__proto__', 'answer-not-offered'],
  ['about', 'dog', 'answer-not-offered'],
  ['debts', 'maybe', 'answer-not-offered'],
  ['phone', 'bel maar', 'answer-no-phone'],
  ['phone', '123', 'answer-no-phone'],
  ['phone', '1'.repeat(16), 'answer-no-phone'],
  ['mail', 'noor', 'answer-no-mail'],
  ['mail', 'noor@x', 'answer-no-mail'],
  ['day', '2026-02-30', 'answer-no-day'],
  ['children', 'twee', 'answer-no-number'],
  ['children', '21', 'answer-out-of-range'],
  ['children', '1e3', 'answer-no-number'],
  ['mood', '0', 'answer-out-of-range'],
  ['ages', '12-03-2015', 'answer-no-ages'],
  ['words', 'mijn nummer is 111222333', 'answer-holds-bsn'],
  ['words', 'mijn nummer is 111.222.333', 'answer-holds-bsn'],
])('the answer to %s in "%s" is refused: %s', (code, given, reason) => {
  expect(check(code, given)).toMatchObject({ ok: false, reason })
})

test('too much text is refused with how much there is room for', () => {
  expect(check('words', 'x'.repeat(101))).toEqual(refuse('answer-too-long', { most: 100, now: 101 }))
})

test('what nobody types is taken out before anything else is looked at', () => {
  expect(check('words', '\u0000\u202e\u200b\u0007')).toEqual(allow(undefined))
  expect(check('words', '111\u200b222333')).toMatchObject({ reason: 'answer-holds-bsn' })
})

test('whatever is sent, no answer holds a control character, a number of a citizen, or more than there is room for', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...form.questions),
      fc.array(fc.string({ unit: 'binary', maxLength: 150 })),
      (question, given) => {
        const checked = checkAnswer(question, given, OFFERED)
        const texts = checked.ok ? asGiven(checked.value) : []
        expect(checked.ok ? 'answer-' : checked.reason).toMatch(/^answer-/)
        expect(texts.join('')).not.toMatch(/(?![\t\n])\p{Cc}/u)
        expect(texts.every((text) => text.length <= 2000 && !holdsBsn(text))).toBe(true)
      },
    ),
  )
})

test('an answer that was checked is the same when it is sent again', () => {
  const codes = fc.subarray(['money', 'home', 'other'])
  fc.assert(
    fc.property(
      codes,
      fc.integer({ min: 0, max: 20 }),
      fc.array(fc.integer({ min: 0, max: 18 }), { minLength: 1, maxLength: 5 }),
      (about, children, years) => {
        const first = checkAnswers(
          form.questions,
          { about, children: [String(children)], ages: [years.join(', ')] },
          OFFERED,
        )
        const again = Object.fromEntries(Object.entries(first.answers).map(([code, answer]) => [code, asGiven(answer)]))
        expect(checkAnswers(form.questions, again, OFFERED).answers).toEqual(first.answers)
      },
    ),
  )
})

test('a post is read for its questions only, and a file where text belongs is nothing', () => {
  const sent = new FormData()
  sent.set('words', new File(['x'], 'x.txt'))
  sent.set('other', 'y')
  expect(givenIn(sent, [{ code: 'words' }])).toEqual({ words: [''] })
})
