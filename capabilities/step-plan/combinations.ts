import type { Answers } from '../cases/event.ts'
import type { Conditions, StepPlan } from './definition.ts'

/** The questions that these conditions look at. */
export const questionsOf = (conditions: Conditions): Set<string> =>
  new Set(conditions.flat().map(({ question }) => question))

/**
 * Everybody whom these conditions can tell apart: each answer that they name, one that they do not name, and none, to
 * every question that they look at.
 */
export const peopleToldApart = (plan: Pick<StepPlan, 'questions'>, conditions: Conditions): Answers[] =>
  lookedAt(plan, conditions).reduce<Answers[]>(
    (people, { code, type, answers }) => {
      const possible = type === 'many' ? subsets(answers).filter((some) => some.length > 0) : answers
      return people.flatMap((person) => [person, ...possible.map((answer) => ({ ...person, [code]: answer }))])
    },
    [{}],
  )

/** These conditions, and those on being asked what they look at. */
export function withAsked({ questions }: Pick<StepPlan, 'questions'>, conditions: Conditions): Conditions {
  const looked = questionsOf(conditions)
  // A question is asked because of earlier ones, so one pass from the last to the first finds them all.
  const more = questions.toReversed().flatMap(({ code, when }) => {
    if (when === undefined || !looked.has(code)) return []
    looked.add(when.question)
    return [[when]]
  })
  return [...conditions, ...more]
}

/** More people than this are not tried one by one: whoever edits a plan must not keep a server thinking for minutes. */
const MOST_PEOPLE = 250_000

/** Whether these conditions tell too many people apart to try them all. */
export const areTooMany = (plan: Pick<StepPlan, 'questions'>, conditions: Conditions): boolean =>
  lookedAt(plan, conditions).reduce(
    (people, { type, answers }) => people * (type === 'many' ? 2 ** answers.length : answers.length + 1),
    1,
  ) > MOST_PEOPLE

/** The questions that conditions look at, each with the answers that they name and one that they do not name. */
function lookedAt({ questions }: Pick<StepPlan, 'questions'>, conditions: Conditions) {
  const all = conditions.flat()
  return questions
    .filter(({ code }) => all.some(({ question }) => question === code))
    .map(({ code, type, options = [] }) => {
      const about = all.filter(({ question }) => question === code)
      const named = new Set(about.flatMap(({ is = [], isNot = [] }) => [...is, ...isNot]))
      const codes = type === 'yes-no-unknown' ? ['yes', 'no', 'unknown'] : options.map((one) => one.code)
      const other = codes.find((one) => !named.has(one))
      return { code, type, answers: codes.filter((one) => named.has(one) || one === other) }
    })
}

const subsets = (codes: readonly string[]): string[][] =>
  codes.reduce<string[][]>((all, code) => [...all, ...all.map((some) => [...some, code])], [[]])
