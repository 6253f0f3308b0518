import type { ProgrammeDefinition } from './definition.ts'
import { type Fault, fault } from './definition-faults.ts'
import { nameFaults } from './definition-figures.ts'
import type { References } from './definition-references.ts'

/** Faults in percentages: both sides are measures, and the one is a part of the other. */
export function shareFaults({ code, measures, shares = [] }: ProgrammeDefinition, points: References): Fault[] {
  return shares.flatMap((share, index) => {
    const { part, whole } = share
    const isPart = measures.some((one) => one.code === part && one.partOf === whole)
    const isThere = measures.some((one) => one.code === part)
    return [
      ...nameFaults(share, code, ['shares', index, 'code']),
      ...points.measures.one(part, ['shares', index, 'part']),
      ...points.measures.one(whole, ['shares', index, 'whole']),
      ...(isThere && !isPart ? [fault(['shares', index, 'part'], 'definition-share-not-part', { whole })] : []),
    ]
  })
}
