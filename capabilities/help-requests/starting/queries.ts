import { inScope } from '../../../database/transaction.ts'
import type { Id } from '../../../foundation/id.ts'
import type { Actor } from '../../access/actor.ts'
import { openTrajectoriesOf } from '../../cases/queries.ts'
import type { TrajectoryRow } from '../../cases/trajectory.ts'
import { personsNamed, readerOf } from '../../families/files/queries.ts'
import { personsOfRequest } from '../matches/queries.ts'

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
    const personId = (await personsOfRequest(actor, requestId)).find((one) => worksOn.has(one))
    if (personId === undefined) return undefined
    const [person] = await personsNamed(actor, [personId])
    return { personId, name: person?.name ?? undefined, open: await openTrajectoriesOf(actor, personId) }
  })
}
