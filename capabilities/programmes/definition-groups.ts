import type { ProgrammeDefinition } from './definition.ts'
import { type Fault, fault, type Path } from './definition-faults.ts'

/** Of a group nothing is asked that is about one person, and nothing comes in that is. */
export function groupFaults(definition: ProgrammeDefinition): Fault[] {
  if (definition.about !== 'group') return []
  const { questions, receivesRequests, takesHandOver, roles } = definition
  const places: Path[] = [
    ...questions.flatMap(({ type, special }, index) =>
      type === 'ages' || special === true ? [['questions', index] as const] : [],
    ),
    ...(receivesRequests === true ? [['receivesRequests']] : []),
    ...(takesHandOver === undefined ? [] : [['takesHandOver']]),
    ...(roles.volunteer === undefined ? [] : [['roles', 'volunteer']]),
  ]
  return places.map((path) => fault(path, 'definition-group-of-people'))
}
