import type { Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import type { ProgrammeDefinition, Words } from '../../programmes/definition.ts'
import { milestoneDays, milestoneState } from '../../programmes/milestones.ts'
import { isOpenPhase } from '../../programmes/steps.ts'
import type { TrajectoryRow } from '../trajectory.ts'

export type DueMilestone = {
  readonly trajectoryId: Id
  readonly personId: Id | null
  readonly municipalityId: Id
  readonly villageCode: string | null
  readonly programme: Words
  readonly code: string
  readonly name: Words
  readonly earliest: Day
  readonly latest: Day
  readonly isLate: boolean
  /** Whether it asks for nothing but the day on which it was done. */
  readonly isPlain: boolean
  readonly rowVersion: number
}

type Asked = Pick<
  TrajectoryRow,
  'id' | 'rowVersion' | 'personId' | 'municipalityId' | 'villageCode' | 'phase' | 'anchors' | 'milestonesDone'
>

/**
 * The milestones of one trajectory that are late, due now, or due by `until`. After closing only those count whose anchor
 * is set by closing itself (aftercare); the others went with the support.
 */
export function dueMilestones(
  definition: ProgrammeDefinition,
  row: Asked,
  { today, until }: { readonly today: Day; readonly until: Day },
): DueMilestone[] {
  const kind = definition.phases.find((one) => one.code === row.phase)?.kind
  if (kind === 'not-supported') return []
  const isOpen = isOpenPhase(definition, row.phase)
  return milestoneDays(definition, row.anchors).flatMap(({ code, earliest, latest }) => {
    const milestone = definition.milestones.find((one) => one.code === code)
    const anchor = definition.anchors.find((one) => one.code === milestone?.anchor)
    if (milestone === undefined || (!isOpen && anchor?.phase === undefined)) return []
    const state = milestoneState({ earliest, latest }, row.milestonesDone.includes(code), today)
    if (state === 'done' || (state === 'early' && earliest > until)) return []
    const { id: trajectoryId, rowVersion, personId, municipalityId, villageCode } = row
    return [
      {
        ...{ trajectoryId, personId, municipalityId, villageCode, code, earliest, latest, rowVersion },
        programme: definition.name,
        name: milestone.name,
        isLate: state === 'overdue',
        isPlain: milestone.asks === undefined && milestone.outcomes === undefined,
      },
    ]
  })
}
