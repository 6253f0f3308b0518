import type { Answers, AnswerValue } from '../cases/event.ts'
import type { FormQuestion } from '../forms/form.ts'
import type { Conditions, StepPlan } from './definition.ts'

/** The questions that these conditions look at. */
export const questionsOf = (conditions: Conditions): Set<string> =>
  new Set(conditions.flat().map(({ question }) => question))

/**
 * Everybody whom these conditions can tell apart: each answer that they name, one that they do not name, and none, to
 * every question that they look at.
 */
export function peopleToldApart({ questions }: Pick<StepPlan, 'questions'>, conditions: Conditions): Answers[] {
  const all = conditions.flat()
  return questions
    .filter(({ code }) => all.some(({ question }) => question === code))
    .reduce<Answers[]>(
      (people, question) => {
        const named = all
          .filter((one) => one.question === question.code)
          .flatMap(({ is = [], isNot = [] }) => [...is, ...isNot])
        const answers = possible(question, new Set(named))
        return people.flatMap((person) => [
          person,
          ...answers.map((answer) => ({ ...person, [question.code]: answer })),
        ])
      },
      [{}],
    )
}

function possible({ type, options = [] }: FormQuestion, named: ReadonlySet<string>): AnswerValue[] {
  const codes = type === 'yes-no-unknown' ? ['yes', 'no', 'unknown'] : options.map(({ code }) => code)
  const other = codes.find((code) => !named.has(code))
  const looked = codes.filter((code) => named.has(code) || code === other)
  return type === 'many' ? subsets(looked).filter((some) => some.length > 0) : looked
}

const subsets = (codes: readonly string[]): string[][] =>
  codes.reduce<string[][]>((all, code) => [...all, ...all.map((some) => [...some, code])], [[]])
