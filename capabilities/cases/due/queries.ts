import { inScope, noteShown } from '../../../database/transaction.ts'
import { after, type Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { maySomewhere } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import type { ProgrammeDefinition } from '../../programmes/definition.ts'
import { programmeDefinition } from '../../programmes/queries.ts'
import * as store from '../store.ts'
import { type DueMilestone, dueMilestones } from './due.ts'

export type { DueMilestone } from './due.ts'

/** Nothing older is still somebody's work of today. */
const BACK_YEARS = 2

/**
 * The milestones of the actor's trajectories that are late, due, or come up by `until`: of the trajectories
 * assigned to the actor, or of every one for who leads the provision. Earliest first.
 */
export async function milestonesDue(
  actor: Actor,
  { today, until }: { readonly today: Day; readonly until: Day },
): Promise<DueMilestone[]> {
  if (!maySomewhere(actor, 'list', 'trajectory')) return []
  return inScope(actor, async (tx) => {
    const rows = await store.withAnchors(tx, after(today, { years: -BACK_YEARS }))
    const definitions = new Map<string, ProgrammeDefinition | undefined>()
    const found: DueMilestone[] = []
    for (const row of rows) {
      const key = `${row.programmeCode} ${row.programmeVersion}`
      if (!definitions.has(key))
        definitions.set(key, await programmeDefinition(actor, row.programmeCode, row.programmeVersion))
      const definition = definitions.get(key)
      if (definition !== undefined) found.push(...dueMilestones(definition, row, { today, until }))
    }
    noteShown('trajectory', new Set<Id>(found.map((one) => one.trajectoryId)))
    return found.toSorted((a, b) => (a.latest < b.latest ? -1 : 1))
  })
}
