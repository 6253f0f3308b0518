import type { Age, AnswerValue } from '../cases/event.ts'
import type { Given } from './answer.ts'
import type { FormQuestion } from './form.ts'

/** More of one answer than this is not even carried back to the screen. */
const MOST_CARRIED = 20_000

/** What a form post holds for these questions, untouched: it comes back on the screen when a check fails. */
export const givenIn = (form: FormData, questions: readonly Pick<FormQuestion, 'code'>[]): Given =>
  Object.fromEntries(
    questions.map(({ code }) => [
      code,
      form
        .getAll(code)
        .slice(0, 60)
        .map((value) => (typeof value === 'string' ? value.slice(0, MOST_CARRIED) : '')),
    ]),
  )

/** An answer as the fields of a form hold it, for going back to it. */
export function asGiven(answer: AnswerValue | undefined): readonly string[] {
  if (answer === undefined) return []
  if (!Array.isArray(answer)) return [String(answer)]
  const parts: readonly (string | Age)[] = answer
  if (parts.every((part) => typeof part === 'string')) return parts
  return [parts.flatMap((part) => (typeof part === 'string' ? [] : [ageText(part)])).join(', ')]
}

const ageText = (age: Age): string => ('years' in age ? String(age.years) : `${age.weeksPregnant} weken zwanger`)
