import { isRole } from '../access/roles.ts'
import type { Phase, ProgrammeDefinition, Step } from './definition.ts'
import { type Fault, fault, type Path } from './definition-faults.ts'
import type { References } from './definition-references.ts'

/** Faults in roles, phases, steps and reasons: where a trajectory can go and what it needs for that. */
export function flowFaults(definition: ProgrammeDefinition, points: References): Fault[] {
  const { phases, registration, reasons, roles, fit } = definition
  return [
    ...roleFaults(roles.worker, ['roles', 'worker']),
    ...roleFaults(roles.volunteer ?? [], ['roles', 'volunteer']),
    ...phases.flatMap((phase, index) => [
      ...throughFaults(phase, points, ['phases', index, 'through']),
      ...startFaults(phase, registration.phase, ['phases', index, 'through']),
      ...phase.steps.flatMap((step, at) => stepFaults(step, points, ['phases', index, 'steps', at])),
      ...twiceFaults(phase, ['phases', index, 'steps']),
      ...(fit.length === 0 ? fitlessFaults(phase, ['phases', index, 'steps']) : []),
    ]),
    ...points.phases.one(registration.phase, ['registration', 'phase']),
    ...points.phases.one(registration.importedPhase, ['registration', 'importedPhase']),
    ...reachFaults(definition),
    ...reasons.flatMap(({ options }, list) =>
      options.flatMap(({ needs }, index) => points.answers.all(needs, ['reasons', list, 'options', index, 'needs'])),
    ),
  ]
}

const roleFaults = (roles: readonly string[], path: Path): Fault[] =>
  roles.flatMap((code, index) => (isRole(code) ? [] : [fault([...path, index], 'definition-role-unknown', { code })]))

/** A record that is brought in passed phases that steps lead through, one after another. */
function throughFaults({ through }: Phase, points: References, path: Path): Fault[] {
  return [
    ...points.phases.all(through, path),
    ...through.slice(1).flatMap((to, index) => {
      const from = points.phase(through[index] ?? '')
      const leads = from === undefined || from.steps.some((step) => step.to === to)
      return leads ? [] : [fault([...path, index + 1], 'definition-through-gap', { from: from.code, to })]
    }),
  ]
}

function startFaults({ code, through }: Phase, first: string, path: Path): Fault[] {
  return [
    ...(through[0] === first ? [] : [fault([...path, 0], 'definition-through-start', { code: first })]),
    ...(through.at(-1) === code ? [] : [fault([...path, through.length - 1], 'definition-through-end', { code })]),
  ]
}

function stepFaults({ to, needs }: Step, points: References, path: Path): Fault[] {
  return [
    ...points.phases.one(to, [...path, 'to']),
    ...points.answers.all(needs?.answers, [...path, 'needs', 'answers']),
    ...points.milestones.all(needs?.milestones, [...path, 'needs', 'milestones']),
    ...points.reasons.one(needs?.reason, [...path, 'needs', 'reason']),
  ]
}

function twiceFaults({ steps }: Phase, path: Path): Fault[] {
  const targets = steps.map((step) => step.to)
  return targets.flatMap((code, index) =>
    targets.indexOf(code) < index ? [fault([...path, index, 'to'], 'definition-step-twice', { code })] : [],
  )
}

/** Fit can only be asked where there are rules for it. */
const fitlessFaults = ({ steps }: Phase, path: Path): Fault[] =>
  steps.flatMap((step, index) =>
    step.needs?.fit === true ? [fault([...path, index, 'needs', 'fit'], 'definition-fit-empty')] : [],
  )

/** Every phase can be reached by steps from the first one. */
function reachFaults({ phases, registration }: ProgrammeDefinition): Fault[] {
  if (!phases.some((phase) => phase.code === registration.phase)) return []
  const reached = new Set([registration.phase])
  // A set grows while it is walked, so each phase found is looked at in turn.
  for (const code of reached) {
    for (const step of phases.find((phase) => phase.code === code)?.steps ?? []) reached.add(step.to)
  }
  return phases.flatMap((phase, index) =>
    reached.has(phase.code) ? [] : [fault(['phases', index], 'definition-phase-unreachable', { code: phase.code })],
  )
}
