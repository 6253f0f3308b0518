import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { A_FORM, aForm } from '../../tests/support/forms.ts'
import { checkForm } from './form-check.ts'

test.each(globSync('content/forms/*.json'))('%s is a form without faults, in a file with its own code', (file) => {
  const checked = checkForm(JSON.parse(readFileSync(file, 'utf8')))
  expect(checked.ok ? file : checked.with).toBe(checked.ok && `content/forms/${checked.value.code}.json`)
})

const [place, who] = A_FORM.questions as readonly Record<string, unknown>[] // every kind of question, to change one thing of
const twice = (options: unknown) => (Array.isArray(options) ? [...options, ...options] : [])
const faultsOf = (...questions: unknown[]): string => {
  const checked = checkForm({ ...A_FORM, questions })
  return checked.ok ? '' : String(checked.with?.faults)
}

test('a form with every kind of question has no faults', () => {
  expect(aForm().questions).toHaveLength(A_FORM.questions.length)
})

test.each([
  ['a code twice', [place, place], 'place: twice'],
  ['a choice without options', [{ ...who, options: undefined }], 'invalid'],
  ['options where nothing is chosen', [{ ...place, options: who?.options }], 'options belong to choice and many'],
  [
    'a condition on a later question',
    [{ ...place, when: { question: 'who', is: ['child'] } }, who],
    'no earlier question',
  ],
  [
    'a condition on the same page',
    [who, { ...place, together: true, when: { question: 'who', is: ['child'] } }],
    'same page',
  ],
  ['a condition on no answer', [who, { ...place, when: { question: 'who', is: ['cat'] } }], 'cat is no answer to who'],
  ['a first question without a page', [{ ...place, together: true }], 'no page to stand on'],
  ['a scale with one end', [{ ...place, type: 'scale', from: 1 }], 'two ends'],
  ['a scale without steps', [{ ...place, type: 'scale', from: 5, to: 5 }], 'from is before to'],
  ['a scale of a hundred', [{ ...place, type: 'scale', from: 0, to: 100 }], '11 steps at most'],
  ['a check on a place', [{ ...place, check: 'phone' }], 'check belongs to text'],
  ['an option twice', [{ ...who, options: twice(who?.options) }], 'an option twice'],
  ['something that runs', [{ ...place, script: 'go()' }], 'script'],
  ['a question without a purpose', [{ ...place, purpose: undefined }], 'purpose'],
])('a form with %s is refused', (_, questions, fault) => {
  expect(faultsOf(...questions).toLowerCase()).toContain(fault.toLowerCase())
})
