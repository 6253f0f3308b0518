import { type Allowed, allow, type Refused, refuse } from '../../foundation/result.ts'
import { type ProgrammeDefinition, programmeFormat } from './definition.ts'
import { askingFaults } from './definition-asking.ts'
import { dayFaults } from './definition-days.ts'
import { type Fault, shapeFaults } from './definition-faults.ts'
import { figureFaults } from './definition-figures.ts'
import { flowFaults } from './definition-flow.ts'
import { groupFaults } from './definition-groups.ts'
import { referencesIn } from './definition-references.ts'
import { shareFaults } from './definition-shares.ts'
import { trackFaults } from './definition-tracks.ts'
import { uniqueFaults } from './definition-unique.ts'

/** The definition, or a refusal with every fault and its place. */
export type CheckedDefinition = Allowed<ProgrammeDefinition> | FaultyDefinition
export type FaultyDefinition = Refused & { readonly faults: readonly Fault[] }

/**
 * Checks a parsed JSON document against the format of programme definitions: first its shape, then what shapes cannot
 * say, such as a step to a phase that is not there. Never throws, whatever it is given.
 */
export function checkDefinition(json: unknown): CheckedDefinition {
  const parsed = programmeFormat.safeParse(json, { reportInput: true })
  if (!parsed.success) return faulty(shapeFaults(parsed.error))
  const points = referencesIn(parsed.data)
  const faults = [
    ...uniqueFaults(parsed.data),
    ...flowFaults(parsed.data, points),
    ...dayFaults(parsed.data, points),
    ...askingFaults(parsed.data, points),
    ...figureFaults(parsed.data, points),
    ...shareFaults(parsed.data, points),
    ...trackFaults(parsed.data, points),
    ...groupFaults(parsed.data),
  ]
  return faults.length === 0 ? allow(parsed.data) : faulty(faults)
}

const faulty = (faults: readonly Fault[]): FaultyDefinition => ({
  ...refuse('definition-faulty', { faults: faults.length, at: faults[0]?.at ?? '' }),
  faults,
})
