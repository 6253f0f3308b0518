import type { Age, Answers, AnswerValue } from '../../capabilities/cases/event.ts'
import { firstOpen } from '../../capabilities/programmes/asked.ts'
import type { ProgrammeDefinition, Question } from '../../capabilities/programmes/definition.ts'
import type { Day } from '../../foundation/day.ts'
import type { Chance } from './chance.ts'
import type { ProgrammeShape } from './shape.ts'

/** What answers are drawn from. */
export type Drawing = {
  readonly definition: ProgrammeDefinition
  readonly shape: ProgrammeShape
  readonly chance: Chance
  readonly villages: readonly string[]
}

/** Answers to those of these questions that are asked and still open, in the order in which they are asked. */
export function answersTo(drawing: Drawing, codes: readonly string[], given: Answers, on: Day): Answers {
  const answers: Record<string, AnswerValue> = {}
  for (;;) {
    const open = firstOpen(drawing.definition, codes, { ...given, ...answers })
    if (open === undefined) return answers
    answers[open.code] = answerTo(drawing, open, on)
  }
}

/** A drawn answer to one question, by its type. */
export function answerTo(drawing: Drawing, question: Question, on: Day): AnswerValue {
  const { chance, shape, villages } = drawing
  const { code } = question
  switch (question.type) {
    case 'text':
      return chance.oneOf(shape.texts[code] ?? ['Samen besproken.']) ?? ''
    case 'number': {
      const [from, to] = shape.numbers[code] ?? [1, 10]
      return chance.between(from, to)
    }
    case 'day':
      return on
    case 'place':
      // The first village is the largest one.
      return chance.oneOf(villages, (_, index) => 1 / (index + 1)) ?? ''
    case 'ages':
      return agesOf(drawing)
    case 'many':
      return optionsOf(drawing, question)
    case 'choice':
      return optionOf(drawing, code, codesOf(question)) ?? ''
    case 'yes-no-unknown':
      return optionOf(drawing, code, ['yes', 'no', 'unknown']) ?? 'unknown'
  }
}

const codesOf = ({ options = [] }: Question): string[] => options.map((one) => one.code)

function optionOf({ shape, chance }: Drawing, code: string, codes: readonly string[]): string | undefined {
  const weights = shape.options[code]
  return chance.oneOf(codes, (one) => (weights === undefined ? 1 : (weights[one] ?? 0)))
}

function optionsOf(drawing: Drawing, question: Question): string[] {
  const counts = drawing.shape.howMany[question.code] ?? [3, 1]
  const most = drawing.chance.oneOf([...counts.keys()], (index) => counts[index] ?? 0) ?? 0
  const chosen: string[] = []
  for (let left = most + 1; left > 0; left--) {
    const rest = codesOf(question).filter((one) => !chosen.includes(one))
    const one = optionOf(drawing, question.code, rest)
    if (one !== undefined) chosen.push(one)
  }
  return chosen
}

function agesOf({ shape, chance }: Drawing): Age[] {
  const { children, years, unborn } = shape.ages
  const more = chance.oneOf([...children.keys()], (index) => children[index] ?? 0) ?? 0
  return Array.from({ length: more + 1 }, (_, at): Age => {
    if (at === 0 && chance.happens(unborn)) return { weeksPregnant: chance.between(28, 38) }
    return { years: chance.oneOf([...years.keys()], (index) => years[index] ?? 0) ?? 0 }
  })
}
