import { type Conditions, PARTS, type StepPlan } from './definition.ts'
import type { PlanFault } from './faults.ts'

/** The answers that somebody can give to a question; undefined when there is no such question. */
export function answersKnown({ questions }: Pick<StepPlan, 'questions'>, code: string): readonly string[] | undefined {
  const question = questions.find((one) => one.code === code)
  if (question === undefined) return undefined
  return question.type === 'yes-no-unknown' ? ['yes', 'no', 'unknown'] : (question.options ?? []).map((one) => one.code)
}

/**
 * What keeps somebody who is afraid safe, and what nobody can edit away: the question comes first and to
 * everybody, each step is for who is afraid or for who is not and says so, whoever is afraid has something to do in the
 * first week, nothing takes the fear back, everybody else can still say to be afraid by a button beside the steps, and each
 * answer of fear is tried on an example person.
 */
export function safetyFaults(plan: StepPlan): PlanFault[] {
  const { question, is, now } = plan.safety
  return [
    ...now
      .filter((code) => !is.includes(code))
      .map((answer): PlanFault => ({ part: 'plan', why: 'plan-safety-now', with: { answer } })),
    ...askedFirst(plan),
    ...plan.steps.flatMap(({ code, if: conditions }): PlanFault[] =>
      routesOf(plan, conditions).size === 1 && !routesOf(plan, conditions).has('unsaid')
        ? []
        : [{ part: 'steps', code, field: 'if', why: 'plan-both-routes' }],
    ),
    ...is
      .filter((answer) => !hasFirstStep(plan, answer))
      .map((answer): PlanFault => ({ part: 'plan', why: 'plan-safety-left', with: { answer } })),
    ...is
      .filter((answer) => !plan.examples.some(({ answers }) => answers[question] === answer))
      .map((answer): PlanFault => ({ part: 'plan', why: 'plan-safety-example', with: { answer } })),
    ...plan.changes
      .filter(({ set }) => set[question] !== undefined && ![set[question]].flat().some((one) => is.includes(one)))
      .map(
        ({ code }): PlanFault => ({
          ...{ part: 'changes', code, field: `set/${question}`, why: 'plan-safety-undone' },
        }),
      ),
    ...(hasButtonOfFear(plan) ? [] : [{ part: 'plan', why: 'plan-safety-button' } as const]),
  ]
}

/** Whether a button beside the steps says fear, for everybody who did not say so. */
function hasButtonOfFear(plan: StepPlan): boolean {
  const { question, is } = plan.safety
  const others = (answersKnown(plan, question) ?? []).filter((answer) => !is.includes(answer))
  return plan.changes.some(
    ({ if: conditions, set }) =>
      [set[question] ?? []].flat().some((one) => is.includes(one)) &&
      others.every((answer) => conditions.some((set) => set.every((one) => holdsOfAll(one, question, answer)))),
  )
}

/** Whether a condition holds for everybody who gives this answer to this question, whatever else was answered. */
const holdsOfAll = (one: Conditions[number][number], question: string, answer: string): boolean =>
  one.question === question && one.is?.includes(answer) !== false && one.isNot?.includes(answer) !== true

function askedFirst({ questions, safety }: StepPlan): PlanFault[] {
  const [first] = questions
  const isFirst =
    first?.code === safety.question && first.type === 'choice' && first.required === true && first.when === undefined
  return isFirst
    ? []
    : [{ part: 'questions', code: safety.question, why: 'plan-safety-first', with: { question: safety.question } }]
}

type Route = 'afraid' | 'not-afraid' | 'unsaid'

/** For whom a step is, by what each of its sets says of the question after fear. */
export const routesOf = (plan: Pick<StepPlan, 'safety' | 'questions'>, conditions: Conditions): ReadonlySet<Route> =>
  new Set(conditions.map((set) => routeOf(plan, set)))

function routeOf(plan: Pick<StepPlan, 'safety' | 'questions'>, set: Conditions[number]): Route {
  const { question, is } = plan.safety
  const about = set.filter((one) => one.question === question)
  const left = (answersKnown(plan, question) ?? []).filter((answer) =>
    about.every((one) => one.is?.includes(answer) !== false && one.isNot?.includes(answer) !== true),
  )
  if (about.length === 0) return 'unsaid'
  if (left.every((answer) => is.includes(answer))) return 'afraid'
  return left.some((answer) => is.includes(answer)) ? 'unsaid' : 'not-afraid'
}

/** Whether a step of the first part holds for everybody who gives this answer, whatever else was answered. */
const hasFirstStep = ({ steps, safety }: StepPlan, answer: string): boolean =>
  steps.some(
    ({ at, if: conditions }) =>
      at === PARTS[0] && conditions.some((set) => set.every((one) => holdsOfAll(one, safety.question, answer))),
  )
