import { inScope } from '../../../database/transaction.ts'
import type { Id } from '../../../foundation/id.ts'
import type { Actor } from '../../access/actor.ts'
import { trajectoryDetail } from '../queries.ts'
import { factsKnown } from '../timeline.ts'
import { closes, reopens, type Turn } from './reopening.ts'

/** The closings and re-openings of a trajectory, each with who recorded it and why; undone ones left out. */
export async function turnsOf(actor: Actor, trajectoryId: Id): Promise<Turn[]> {
  return inScope(actor, async () => {
    const detail = await trajectoryDetail(actor, trajectoryId)
    if (detail === undefined) return []
    const { definition, events, recordedBy } = detail
    const turns: Turn[] = []
    let phase = definition.registration.phase
    for (const fact of factsKnown(events)) {
      if (fact.type !== 'moved') continue
      // A fact that stands is an event itself, or what a correction put in its place.
      const event = events.find((one) => one === fact || (one.type === 'corrected' && one.by === fact))
      const turned = closes(definition, fact.to) ? 'closed' : undefined
      const what = reopens(definition, { from: phase, to: fact.to }) ? 'reopened' : turned
      phase = fact.to
      const person = event && recordedBy.get(event.id)
      if (what !== undefined && person !== undefined)
        turns.push({ what, on: fact.holdsOn, by: person, reason: fact.reason })
    }
    return turns
  })
}
