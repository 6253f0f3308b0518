import { inScope } from '../../../database/transaction.ts'
import type { Id } from '../../../foundation/id.ts'
import type { Actor } from '../../access/actor.ts'
import { openTrajectoriesOf } from '../../cases/queries.ts'
import type { TrajectoryRow } from '../../cases/trajectory.ts'
import { readerOf } from '../../families/files/queries.ts'
import { matchesSeen } from '../matches/queries.ts'

export type KnownFile = {
  readonly personId: Id
  readonly name: string | undefined
  /** What waits or runs for this person. */
  readonly open: readonly TrajectoryRow[]
}

/** The file of who asked again, for whoever got the request because of working on that person; else undefined. */
export async function knownFileOf(actor: Actor, requestId: Id): Promise<KnownFile | undefined> {
  return inScope(actor, async () => {
    const { worksOn } = await readerOf(actor)
    for (const { personId, name, decision } of await matchesSeen(actor, requestId))
      if (decision === 'same-person' && personId !== null && worksOn.has(personId))
        return { personId, name, open: await openTrajectoriesOf(actor, personId) }
    return undefined
  })
}
