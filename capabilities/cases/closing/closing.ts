import type { ProgrammeDefinition } from '../../programmes/definition.ts'
import { outcomesFor } from '../../programmes/tracks.ts'
import type { Answers } from '../event.ts'

type Asked = { readonly code: string; readonly when?: { readonly question: string } | undefined }

/** What closing asks, by what it is about: what it brought, what would have come otherwise, and the rest. */
export type Parts<Question> = {
  readonly brought: readonly Question[]
  readonly otherwise: readonly Question[]
  readonly rest: readonly Question[]
}

/** Puts the questions of closing where they belong by the definition; a question that depends on another stands with it. */
export function partsOf<Question extends Asked>(
  definition: Pick<ProgrammeDefinition, 'outcomes' | 'tracks' | 'counterfactual'>,
  questions: readonly Question[],
  answers: Answers,
): Parts<Question> {
  const outcomes = outcomesFor(definition, answers).flatMap(({ question }) =>
    question === undefined ? [] : [question],
  )
  const told: readonly string[] = Object.values(definition.counterfactual ?? {})
  const belongs = (codes: readonly string[]) =>
    questions.filter(({ code, when }) => codes.includes(code) || (when !== undefined && codes.includes(when.question)))
  const [brought, otherwise] = [belongs(outcomes), belongs(told)]
  return { brought, otherwise, rest: questions.filter((one) => !brought.includes(one) && !otherwise.includes(one)) }
}
