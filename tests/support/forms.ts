import type { FormDefinition } from '../../capabilities/forms/form.ts'
import { checkForm } from '../../capabilities/forms/form-check.ts'

const said = (text: string) => ({ nl: text, en: text })
const asked = (code: string, more: object) => ({
  code,
  type: 'text',
  ask: said(code),
  purpose: said('why'),
  keepMonths: 12,
  ...more,
})
const options = (...codes: string[]) => codes.map((code) => ({ code, name: said(code) }))

/** A form with every type of question, two conditions after each other, and two questions on one page. */
export const A_FORM = {
  format: 1,
  code: 'every-kind',
  version: 3,
  name: said('Every kind'),
  kept: said('Kept for a year'),
  questions: [
    asked('place', { type: 'place', required: true }),
    asked('who', { type: 'choice', required: true, options: options('parent', 'child') }),
    asked('about', {
      type: 'many',
      options: options('money', 'home', 'other'),
      when: { question: 'who', is: ['parent'] },
    }),
    asked('debts', { type: 'yes-no-unknown', when: { question: 'about', is: ['money'] } }),
    asked('words', {
      type: 'long-text',
      longest: 100,
      together: true,
      when: { question: 'about', is: ['money', 'other'] },
    }),
    asked('phone', { check: 'phone' }),
    asked('mail', { check: 'mail', together: true }),
    asked('day', { type: 'day' }),
    asked('children', { type: 'number', from: 0, to: 20 }),
    asked('ages', { type: 'ages' }),
    asked('mood', { type: 'scale', from: 1, to: 5 }),
    asked('worker', { type: 'person' }),
  ],
}

/** The same, checked; with other questions when given. */
export function aForm(questions: readonly object[] = A_FORM.questions): FormDefinition {
  const checked = checkForm({ ...A_FORM, questions })
  if (!checked.ok) throw new Error(String(checked.with?.faults))
  return checked.value
}

export const OFFERED = {
  place: [{ code: 'GM9990/noord', name: 'Noord' }],
  worker: [{ code: 'p1', name: 'Iris' }],
}

/** What a browser would send. */
export function sentForm(fields: Readonly<Record<string, string | readonly string[]>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields))
    for (const one of typeof value === 'string' ? [value] : value) form.append(name, one)
  return form
}
