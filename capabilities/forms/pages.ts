import type { Answers } from '../cases/event.ts'
import { isAsked } from '../programmes/asked.ts'
import type { FormDefinition, FormQuestion } from './form.ts'

/** What a resident sees at once: one question, or a few that belong together. Its code is that of its first question. */
export type FormPage = { readonly code: string; readonly questions: readonly FormQuestion[] }

/** The questions that stand together, before it is known which of them are asked. */
export function groupsOf({ questions }: Pick<FormDefinition, 'questions'>): readonly FormQuestion[][] {
  const groups: FormQuestion[][] = []
  for (const question of questions) {
    const last = groups.at(-1)
    if (question.together === true && last !== undefined) last.push(question)
    else groups.push([question])
  }
  return groups
}

/** The questions asked of whoever answered this. A condition on a question that is not asked itself is not met. */
export function askedIn({ questions }: Pick<FormDefinition, 'questions'>, answers: Answers): FormQuestion[] {
  const counting: Record<string, Answers[string]> = {}
  return questions.filter((question) => {
    if (!isAsked(question, counting)) return false
    const answer = answers[question.code]
    if (answer !== undefined) counting[question.code] = answer
    return true
  })
}

/** Only the answers to questions that are asked: what was answered on a path not taken is forgotten. */
export function keptAnswers(form: Pick<FormDefinition, 'questions'>, answers: Answers): Answers {
  const asked = askedIn(form, answers)
  return Object.fromEntries(
    asked.flatMap(({ code }) => {
      const answer = answers[code]
      return answer === undefined ? [] : [[code, answer] as const]
    }),
  )
}

/** The pages of whoever answered this, in order. */
export function pagesOf(form: Pick<FormDefinition, 'questions'>, answers: Answers): FormPage[] {
  const asked = askedIn(form, answers)
  return groupsOf(form).flatMap((group) => {
    const questions = group.filter((one) => asked.includes(one))
    const [first] = group
    return first === undefined || questions.length === 0 ? [] : [{ code: first.code, questions }]
  })
}

/** The page after this one; undefined after the last. A page that is no longer asked leads to the first. */
export function pageAfter(pages: readonly FormPage[], code: string): FormPage | undefined {
  return pages[pages.findIndex((page) => page.code === code) + 1]
}

/** The page before this one; undefined before the first. */
export const pageBefore = (pages: readonly FormPage[], code: string): FormPage | undefined =>
  pages[pages.findIndex((page) => page.code === code) - 1]

/** The first page with a required question that has no answer yet. */
export const firstOpenPage = (pages: readonly FormPage[], answers: Answers): FormPage | undefined =>
  pages.find(({ questions }) =>
    questions.some(({ code, required }) => required === true && answers[code] === undefined),
  )
