import type { Grouping, Phase, ProgrammeDefinition, Question } from './definition.ts'
import { type Fault, fault, type Path } from './definition-faults.ts'
import { keptWith } from './moments.ts'

type Coded = { readonly code: string }
type Check = {
  /** A fault at its own place for each code that points at nothing. */
  readonly all: (codes: readonly string[] | undefined, path: Path) => Fault[]
  /** A fault at `path` when the one code points at nothing. */
  readonly one: (code: string | undefined, path: Path) => Fault[]
}
type Target = 'phases' | 'milestones' | 'anchors' | 'reasons' | 'questions' | 'answers' | 'groupings' | 'measures'
export type References = Readonly<Record<Target, Check>> & {
  readonly question: (code: string) => Question | undefined
  readonly phase: (code: string) => Phase | undefined
  readonly grouping: (code: string) => Grouping | undefined
}

/**
 * What codes in a definition may point at. `answers` are questions that a trajectory has one answer to: never special ones
 * nor those asked anew at every contact or referral.
 */
export function referencesIn(definition: ProgrammeDefinition): References {
  const questions = pointsAt(definition.questions, 'definition-question-unknown')
  const special = new Set(definition.questions.filter((question) => question.special === true).map(({ code }) => code))
  const repeated = new Set(
    definition.questions.filter(({ asked }) => keptWith(asked) !== undefined).map(({ code }) => code),
  )
  return {
    phases: pointsAt(definition.phases, 'definition-phase-unknown'),
    milestones: pointsAt(definition.milestones, 'definition-milestone-unknown'),
    anchors: pointsAt(definition.anchors, 'definition-anchor-unknown'),
    reasons: pointsAt(definition.reasons, 'definition-reasons-unknown'),
    groupings: pointsAt(definition.groupings, 'definition-grouping-unknown'),
    measures: pointsAt(definition.measures, 'definition-measure-unknown'),
    questions,
    question: (code) => definition.questions.find((question) => question.code === code),
    phase: (code) => definition.phases.find((phase) => phase.code === code),
    grouping: (code) => definition.groupings.find((grouping) => grouping.code === code),
    answers: asCheck((code, path) => {
      if (special.has(code)) return [fault(path, 'definition-special-needed', { code })]
      return repeated.has(code) ? [fault(path, 'definition-contact-needed', { code })] : questions.one(code, path)
    }),
  }
}

function pointsAt(list: readonly Coded[], reason: string): Check {
  const known = new Set(list.map(({ code }) => code))
  return asCheck((code, path) => (known.has(code) ? [] : [fault(path, reason, { code })]))
}

const asCheck = (check: (code: string, path: Path) => Fault[]): Check => ({
  all: (codes = [], path) => codes.flatMap((code, index) => check(code, [...path, index])),
  one: (code, path) => (code === undefined ? [] : check(code, path)),
})
