import type { Day } from '../../foundation/day.ts'
import type { Refused } from '../../foundation/result.ts'
import type { Answers } from '../cases/event.ts'
import type { ProgrammeDefinition, Step } from './definition.ts'
import { keptWith } from './moments.ts'
import { type Standing, stepsFrom, takeStep } from './steps.ts'
import { isInTrack } from './tracks.ts'

/** A step that leads on from here, the answers it still needs, and what stands in its way beside those. */
export type StepOpen = { readonly step: Step; readonly missing: readonly string[]; readonly refused?: Refused }

/** Every step that leads on from the present phase, with what it still needs; none is left out. */
export const stepsOpen = (definition: ProgrammeDefinition, standing: Standing, today: Day): StepOpen[] =>
  stepsFrom(definition, standing.phase).map((step) => stepOpen(definition, standing, { step, today }))

function stepOpen(
  definition: ProgrammeDefinition,
  standing: Standing,
  { step, today }: { step: Step; today: Day },
): StepOpen {
  const missing: string[] = []
  // Which reason will be chosen is not known yet; the answers that some reasons need are asked with the reason.
  const reason = reasonsFor(definition, step)[0]?.code
  let answers: Answers = standing.answers
  for (;;) {
    const asked = { to: step.to, today, ...(reason !== undefined && { reason }) }
    const taken = takeStep(definition, { ...standing, answers }, asked)
    if (taken.ok) return { step, missing }
    const question = taken.reason === 'step-needs-answer' ? String(taken.with?.question) : undefined
    if (question === undefined || missing.includes(question)) return { step, missing, refused: taken }
    missing.push(question)
    answers = { ...answers, [question]: 'asked' }
  }
}

/** The reasons to choose from when a step is taken; none where the step asks for no reason. */
export const reasonsFor = ({ reasons }: Pick<ProgrammeDefinition, 'reasons'>, { needs }: Step) =>
  reasons.find(({ code }) => code === needs?.reason)?.options ?? []

/** The questions that a step or milestone needs, in the order of the definition and in the track of this trajectory. */
export const questionsIn = (definition: ProgrammeDefinition, codes: readonly string[], answers: Answers) =>
  definition.questions.filter(
    ({ code, special, asked }) =>
      codes.includes(code) && special !== true && keptWith(asked) === undefined && isInTrack(definition, code, answers),
  )

/** What a step asks, what its reasons ask of their own included. */
export const questionsOfStep = (definition: ProgrammeDefinition, step: Step, answers: Answers) =>
  questionsIn(
    definition,
    [...(step.needs?.answers ?? []), ...reasonsFor(definition, step).flatMap(({ needs }) => needs ?? [])],
    answers,
  )
