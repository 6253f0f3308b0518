import type { Answers, AnswerValue } from '../cases/event.ts'
import type { ProgrammeDefinition, Question } from './definition.ts'
import { isInTrack } from './tracks.ts'

/** Whether a question is asked at all, given what was answered before. */
export function isAsked({ when }: Pick<Question, 'when'>, answers: Answers): boolean {
  if (when === undefined) return true
  return codesIn(answers[when.question]).some((code) => when.is.includes(code))
}

/** The option codes in an answer to a choice, many or yes-no-unknown question. */
export function codesIn(answer: AnswerValue | undefined): readonly string[] {
  if (typeof answer === 'string') return [answer]
  return Array.isArray(answer) ? answer.filter((one) => typeof one === 'string') : []
}

/** The first of these questions that is asked, in the track of this trajectory, and has no answer yet. */
export function firstOpen(
  definition: Pick<ProgrammeDefinition, 'questions' | 'tracks'>,
  codes: readonly string[],
  answers: Answers,
): Question | undefined {
  return definition.questions.find(
    (one) =>
      codes.includes(one.code) &&
      isInTrack(definition, one.code, answers) &&
      isAsked(one, answers) &&
      isBlank(answers[one.code]),
  )
}

function isBlank(answer: AnswerValue | undefined): boolean {
  if (answer === undefined) return true
  return typeof answer === 'string' ? answer.trim() === '' : Array.isArray(answer) && answer.length === 0
}
